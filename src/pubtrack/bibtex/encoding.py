"""Bytes to text and back without losing one: BOM, encoding and line ends are remembered, never normalized."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from typing import Final

from pubtrack.errors import InputError

__all__ = ["Encoding", "decode_bytes", "dominant_eol", "repair_surrogates"]

_BOMS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
"""Byte order marks, longer ones before their prefixes. Source: Unicode 16.0, section 23.8."""

_MULTIBYTE = re.compile(rb"[\xc3-\xf4][\x80-\xbf]")
_SURROGATE = re.compile("[\udc80-\udcff]")
_EOL = re.compile(r"\r\n|\n|\r")


@dataclass(frozen=True, slots=True)
class Encoding:
    """How the bytes of a file became text.

    Attributes:
        name: Python's name of the encoding.
        bom: The byte order mark that stood in front.
        errors: `surrogateescape` where single bytes of a UTF-8 file are not UTF-8 (they survive as they are).
        guessed: True where the bytes did not say: no BOM and not UTF-8.
    """

    name: str = "utf-8"
    bom: bytes = b""
    errors: str = "strict"
    guessed: bool = False

    def encode(self, text: str) -> bytes:
        """Gives the bytes of the text.

        Raises:
            InputError: The encoding has no sign for a character.
        """
        try:
            return self.bom + text.encode(self.name, self.errors)
        except UnicodeEncodeError as error:
            sign = text[error.start]
            raise InputError(f"The file is encoded in {self.name}, which has no sign for {sign!r}.") from error

    def can_encode(self, text: str) -> bool:
        """Tells whether every character of the text has a sign in this encoding."""
        try:
            text.encode(self.name, self.errors)
        except UnicodeEncodeError:
            return False
        return True


def decode_bytes(data: bytes) -> tuple[str, Encoding]:
    r"""Gives the text and how it was encoded: BOM, else UTF-8, else Windows-1252, else Latin-1; it never fails.

    >>> text, encoding = decode_bytes(b"G\xf6del")
    >>> text, encoding.name, encoding.guessed
    ('Gödel', 'cp1252', True)
    """
    for bom, name in _BOMS:
        if data.startswith(bom):
            return _with_bom(data, bom, name)
    if b"\0" in data[:4000] and (wide := _wide_without_bom(data)):
        return wide
    try:
        return data.decode("utf-8"), Encoding()
    except UnicodeDecodeError:
        pass
    if _MULTIBYTE.search(data):  # mixed: mostly UTF-8 with some bytes of an older encoding, seen in merged files
        return data.decode("utf-8", "surrogateescape"), Encoding(errors="surrogateescape", guessed=True)
    for name in ("cp1252", "latin-1"):
        try:
            return data.decode(name), Encoding(name, guessed=True)
        except UnicodeDecodeError:
            continue
    raise AssertionError("Latin-1 decodes every byte")


def _with_bom(data: bytes, bom: bytes, name: str) -> tuple[str, Encoding]:
    body = data[len(bom) :]
    try:
        text = body.decode(name)
    except UnicodeDecodeError:  # cut off or mixed: UTF-8 keeps the odd bytes, UTF-16 falls back to single bytes
        if name == "utf-8":
            return body.decode(name, "surrogateescape"), Encoding(name, bom, "surrogateescape", guessed=True)
        return data.decode("latin-1"), Encoding("latin-1", guessed=True)
    encoding = Encoding(name, bom)
    # A lone surrogate in UTF-16 would not come back; such a file is kept as single bytes.
    return (text, encoding) if encoding.can_encode(text) else (data.decode("latin-1"), Encoding("latin-1"))


def _wide_without_bom(data: bytes) -> tuple[str, Encoding] | None:
    """UTF-16 whose BOM got lost: every other byte of Latin text is NUL."""
    sample = data[:4000]
    name = "utf-16-be" if sample[::2].count(0) > sample[1::2].count(0) else "utf-16-le"
    if max(sample[::2].count(0), sample[1::2].count(0)) * 3 < len(sample[::2]):
        return None
    encoding = Encoding(name, guessed=True)
    try:
        text = data.decode(name)
    except UnicodeDecodeError:
        return None
    return (text, encoding) if encoding.can_encode(text) else None


def repair_surrogates(text: str) -> str:
    r"""Gives the text with bytes that were not UTF-8 read as Windows-1252.

    >>> repair_surrogates("G\udcf6del")
    'Gödel'
    """
    return _SURROGATE.sub(lambda m: bytes([ord(m[0]) - 0xDC00]).decode("cp1252", "replace"), text)


def dominant_eol(text: str) -> str:
    r"""Gives the line end that new lines get: the first one of the text, or `\n`.

    >>> dominant_eol("a\r\nb")
    '\r\n'
    """
    first = _EOL.search(text)
    return first[0] if first else "\n"
