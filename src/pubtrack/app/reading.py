"""`pubtrack read`: what a file, a text from stdin, an identifier or a URL contains. Writes nothing."""

from __future__ import annotations

import sys
from pathlib import Path

from pubtrack.errors import InputError, SourceError
from pubtrack.markup.identifiers import find_identifiers
from pubtrack.model import Identifier, Owner, Reading, WorkMention
from pubtrack.readers import read_text
from pubtrack.readers.decode import decode
from pubtrack.readers.documents import document_text, is_document

MAX_BYTES = 200_000_000
"""Larger files are refused with a sentence instead of filling the memory. Source: own choice; four times the largest
.bib known to us (the ACL Anthology's, about 50 MB)."""


def read(source: str | Path, *, format: str | None = None, owner: Owner | None = None, online: bool = False) -> Reading:
    """Gives what a source contains: works, awards, appointments, events, and what only looks like them.

    Args:
        source: A file's path, `-` for standard input, a URL, or an identifier (`10.1000/x`, `arXiv:2407.02273`, an
            ORCID iD).
        format: Name of a reader (`pubtrack formats` lists them); None: told from name and content.
        owner: The person that "I" and "our work" mean in prose.
        online: Allows a URL to be fetched.

    Raises:
        InputError: The source is missing, a folder, no text, or a URL without `online`; the sentence says what to do.

    >>> read("arXiv:2407.02273v4").works[0].identifiers
    (Identifier('arxiv:2407.02273v4'),)
    """
    text = str(source)
    if isinstance(source, str) and text != "-" and not _is_file(text):
        if text.startswith(("http://", "https://")) and not _work_identifier(text):
            return _read_url(text, format, owner, online)
        if identifier := _work_identifier(text):
            return _mention_only(text, identifier)
    data = sys.stdin.buffer.read() if text == "-" else _read_file(Path(source))
    return read_bytes(data, name=text, format=format, owner=owner)


def read_bytes(data: bytes, *, name: str, format: str | None = None, owner: Owner | None = None) -> Reading:
    """Gives what the bytes of a file contain; PDF and DOCX need the extra `documents`.

    Raises:
        InputError: They are no text in any encoding that is in use.
        MissingExtra: They are a PDF or DOCX and the extra is not installed.
    """
    speaker = owner.name if owner else None
    if is_document(data):
        return read_text(document_text(data, name), name=name, format=format, owner=speaker)
    decoded = decode(data, path=name)
    reading = read_text(decoded.text, name=name, format=format, owner=speaker)
    return reading.replace(issues=(*decoded.issues, *reading.issues))


def _is_file(text: str) -> bool:
    try:
        return Path(text).exists()
    except (OSError, ValueError):
        return False


def _read_file(path: Path) -> bytes:
    try:
        if path.is_dir():
            raise InputError("is a folder; name a file in it.", path)
        size = path.stat().st_size
        if size > MAX_BYTES:
            raise InputError(f"is {size // 1_000_000} MB; split it below {MAX_BYTES // 1_000_000} MB.", path)
        return path.read_bytes()
    except FileNotFoundError as error:
        raise InputError("there is no such file, and it is no identifier that pubtrack knows.", path) from error
    except OSError as error:
        raise InputError(f"cannot be read ({error.strerror}).", path) from error


def _work_identifier(text: str) -> Identifier | None:
    """The identifier that makes up the whole text, if it is one other than a plain URL."""
    found = [f for f in find_identifiers(text.strip()) if f.identifier.scheme != "url"]
    covered = len(found) == 1 and (found[0].end - found[0].start) >= 0.8 * len(text.strip())
    return found[0].identifier if covered else None


def _mention_only(text: str, identifier: Identifier) -> Reading:
    """Offline an identifier is a mention with nothing but itself."""
    mention = WorkMention(start=0, end=len(text), identifiers=(identifier,), excerpt=text)
    works = () if identifier.scheme in ("orcid", "ror") else (mention,)
    return Reading(text=text, source=text, format="id", works=works)


def _read_url(url: str, format: str | None, owner: Owner | None, online: bool) -> Reading:
    if not online:
        raise InputError(f"{url} is on the network; add --online to fetch it, or save it to a file first.")
    from pubtrack.app.network import fetch_page

    try:
        data = fetch_page(url)
    except SourceError as error:
        raise InputError(
            f"{url} could not be fetched ({error.detail}); try again later or save it to a file."
        ) from error
    return read_bytes(data, name=url, format=format, owner=owner)


def highlighted(reading: Reading, path: str | Path) -> None:
    """Writes the text with its mentions highlighted by kind as one HTML page, for a person to check at a glance.

    Raises:
        StoreError: The disk refused.
    """
    from pubtrack.readers.highlight import highlight
    from pubtrack.store.single_file import write_file

    write_file(Path(path), highlight(reading).encode())
