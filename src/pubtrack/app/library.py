"""`Library`: a folder of works and awards, with every verb as a method. What the command line does, Python does too."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from pubtrack.app import hand, reviewing, tracking
from pubtrack.app.places import find_library, new_library_files
from pubtrack.app.shelf import Shelf, utc_now
from pubtrack.errors import InputError, StoreError
from pubtrack.model import (
    Entry,
    Owner,
    Proposal,
    Reading,
)
from pubtrack.store import Folder
from pubtrack.store.content import SETTINGS_FILE

if TYPE_CHECKING:
    from pubtrack.app.embedding import Html
    from pubtrack.app.refresh_report import RefreshReport
    from pubtrack.csl import Entry as Reference
    from pubtrack.store.undo import UndoneChange
    from pubtrack.writers import LibraryView

__all__ = ["Library", "Proposals"]


class Library(Shelf):
    """A library on disk. Opening reads it once; every change is one undoable transaction.

    Attributes:
        path: The folder.
        last_changes: What the last change through this object wrote into works.bib.
    """

    @classmethod
    def open(cls, path: str | Path | None = None) -> Self:
        """Opens the library in a folder; without one, the nearest `bib/` or library folder, upwards from here.

        Raises:
            StoreError: There is no library.
            InputError: A file of it is broken; names file and line.
            ConfigError: A setting is wrong, or the library is of a newer format.
        """
        return cls(find_library(path))

    @classmethod
    def create(cls, path: str | Path, owner: Owner | None = None, *, now: Any = utc_now) -> Self:
        """Makes a new library with commented settings, or opens the folder's works.bib as one.

        Raises:
            StoreError: There is a library already, or the folder cannot be written.
        """
        folder = Folder(path)
        with folder.transaction("init", "a new library", now=now()) as tx:
            if tx.read(SETTINGS_FILE) is not None:
                raise StoreError(f"{path}: there is a library already.", path)
            for name, data in new_library_files(owner).items():
                if tx.read(name) is None:
                    tx.write(name, data)
        library = cls(path, now=now)
        with library._change("init", "entries of works.bib are the person's own"):
            pass
        return library

    # Changing

    def track(self, found: Reading, *, online: bool = False) -> Proposals:
        """Compares mentions with the library; gives what is new to it. Nothing is changed before `.apply()`.

        Args:
            found: What a text contains.
            online: Also looks each new work up; what no source confirms is kept as unconfirmed.
        """
        proposals = tracking.Tracker(self._draft, self.now()).proposals(found)
        if not online:
            return Proposals(self, proposals)
        from pubtrack.app.confirming import confirmed
        from pubtrack.app.network import chosen_sources, open_transport

        with open_transport(self.settings) as transport:
            told, failed = confirmed(proposals, chosen_sources(self.settings), transport, self.now())
        return Proposals(self, told, failed)

    def apply(self, proposals: Iterable[Proposal], because: str = "") -> list[str]:
        """Takes proposals into the library as one change; gives the keys that changed. Unsure ones are kept waiting."""
        chosen = list(proposals)
        with self._change("track", because or "; ".join(p.summary for p in chosen[:3])) as draft:
            return list(dict.fromkeys(tracking.apply(draft, chosen)))

    def keep(self, proposals: Iterable[Proposal]) -> None:
        """Writes proposals to proposals.jsonl, where they wait for a person."""
        with self._change("propose", "waits for a person") as draft:
            draft.propose(proposals)

    def sides(self, question: Proposal) -> list[tuple[str, str, str]]:
        """Gives rows (field, what the library holds, what is proposed)."""
        return reviewing.sides(self._draft, question)

    def url_of(self, question: Proposal) -> str | None:
        """Gives where the proposed thing can be seen."""
        return reviewing.url_of(question)

    def answer(self, proposal_id: str, said: str, because: str | None = None) -> None:
        """Answers a question with `yes`, `no` or `never`; the answer binds every later run.

        Raises:
            NotFoundError: No such proposal waits.
            InputError: The answer is none of the three.
        """
        if said not in reviewing.ANSWERS:
            raise InputError(f"{said!r} is no answer; say {', '.join(reviewing.ANSWERS)}.")
        with self._change("review", because or f"answered {said}") as draft:
            reviewing.answer(draft, proposal_id, said, self._now(), because)  # type: ignore[arg-type]

    def set(self, key: str, field: str, value: str, because: str = "by hand") -> None:
        """States a value as the person's own; it wins over every source. An empty value takes the field out.

        Raises:
            NotFoundError: There is no such work or field.
            InputError: The value is not of the field's kind.
        """
        self.set_all(key, {field: value}, because)

    def set_all(self, key: str, values: Mapping[str, str], because: str = "by hand") -> None:
        """States several values as one change. Raises like `set`; then none is stated."""
        with self._change("set", because) as draft:
            for field, value in values.items():
                hand.set_field(draft, key, field, value)

    def lock(self, key: str, field: str | None = None) -> None:
        """Makes the present value (of one field, or of all) the person's own, so that no refresh changes it."""
        with self._change("lock", "locked by hand") as draft:
            hand.lock(draft, key, field, self._now())

    def unlock(self, key: str, field: str | None = None) -> None:
        """Lets sources speak again where the person's statement stood."""
        with self._change("unlock", "unlocked by hand") as draft:
            hand.unlock(draft, key, field, self._now())

    def remove(self, key: str, because: str = "removed by hand") -> None:
        """Takes a work out; no later run brings it back."""
        with self._change("remove", because) as draft:
            hand.remove(draft, key, self._now())

    def merge(self, key: str, other: str) -> None:
        """Makes two works one: `key` stays, all that was said of `other` is now said of it."""
        with self._change("merge", f"{other} is {key}") as draft:
            hand.merge(draft, key, other, self._now())

    def split(self, key: str, source: str, source_id: str | None = None) -> str:
        """Takes a source's statements out of a work into a new work of their own; gives the new key."""
        with self._change("split", f"{source} speaks of another work") as draft:
            return hand.split(draft, key, source, source_id, self._now())

    def add(self, entry: Entry) -> None:
        """Adds an award, appointment, event, series, software or grant; one of the same id is replaced."""
        with self._change("award add", "added by hand") as draft:
            hand.add_entry(draft, entry)

    def undo(self, n: int = 1) -> list[UndoneChange]:
        """Takes back the last changes that still stand, newest first.

        Raises:
            InputError: There are fewer changes.
            ConflictError: A line to take back was edited since.
        """
        done = self._folder.undo(n, now=self._now())
        self._forget()
        return done

    # Giving

    def view(self, where: str | None = None, **options: Any) -> LibraryView:
        """Gives what writers see: works, awards, owner, settings; `where` filters the works."""
        from pubtrack.app.building import view

        return view(self, where, options)

    def export(
        self, format: str, *, style: str | None = None, where: str | None = None
    ) -> str | bytes | Mapping[str, str | bytes]:
        """Gives the library in one format (`pubtrack formats` lists them).

        Raises:
            NotFoundError: There is no such format or style.
        """
        from pubtrack.app.exporting import export_of

        return export_of(self, format, where=where, options={"style": style} if style else None)

    def build(self, out: str | Path = "out", only: Sequence[str] = (), *, fresh: bool = False) -> list[Path]:
        """Writes all outputs of the settings into a folder; gives the files, in order. Never touches the network.

        Args:
            out: The folder. What others put into it stays.
            only: Names of formats, or beginnings of them; empty = all.
            fresh: Makes everything anew, whatever earlier builds remember. The bytes are the same.
        """
        from pubtrack.app.building import build

        return [file for made in build(self, Path(out), only, fresh=fresh) for file in made.files]

    def bibliography(
        self, style: str = "apa", format: str = "html", keys: Sequence[str] | None = None, locale: str | None = None
    ) -> list[Reference]:
        """Gives formatted references, `Entry(id, runs, text)`, in the order the style asks for.

        Raises:
            NotFoundError: There is no such style or key.
        """
        from pubtrack.app.building import bibliography

        return bibliography(self, style, format, keys, locale)

    def embed(
        self, style: str = "apa", where: str | None = None, keys: str | None = None, locale: str | None = None
    ) -> Html:
        """Gives references as an HTML list for a template, each with an `id` to link to.

        As a global of jinja2, `environment.globals["publications"] = library.embed`, a page says
        `{{ publications(where="year>=2024") }}`.

        Args:
            style: Id of a CSL style.
            where: Filter such as `type==article-journal and year>=2024`.
            keys: Citation keys, apart by blanks, in place of a filter.
            locale: Language tag; by default the style's own.

        Raises:
            InputError: The filter cannot be read.
            NotFoundError: There is no such style or key.
        """
        from pubtrack.app.embedding import embed

        return embed(self, style, where, keys, locale)

    def fill(self, text: str) -> str:
        """Gives a page of Markdown or HTML with references after every mark; filling again replaces them.

        A mark is a comment such as `<!-- pubtrack style=ieee where="year>=2024" -->`, with the words of `embed`.

        Raises:
            InputError: A mark is not understood; names its line.
            NotFoundError: There is no such style or key.
        """
        from pubtrack.app.embedding import fill

        return fill(self, text)

    def refresh(self, **options: Any) -> RefreshReport:
        """Asks the sources for every work and believes what fits; keywords are those of `RefreshOptions`.

        Raises:
            NotFoundError: A source does not exist.
            StoreError: Another refresh runs in this library.
        """
        from pubtrack.app.refreshing import RefreshOptions, refresh

        return refresh(self, RefreshOptions(**options), self._now())


class Proposals(list[Proposal]):
    """What a reading would add to a library."""

    def __init__(
        self, library: Library, proposals: Iterable[Proposal], failed: Mapping[str, str] | None = None
    ) -> None:
        super().__init__(proposals)
        self._library = library
        self.failed: dict[str, str] = dict(failed or {})
        """Source -> why it could not be asked, where works were looked up online."""

    def apply(self) -> list[str]:
        """Takes all of them into the library; unsure ones are kept waiting. Gives the citation keys that changed."""
        return self._library.apply(self)

    def keep(self) -> None:
        """Lets all of them wait in the library for a person."""
        self._library.keep(self)
