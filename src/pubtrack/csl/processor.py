"""One run over some items: numbers, order, disambiguation, then rendering."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from pubtrack.csl.citations import ClusterWriter
from pubtrack.csl.cites import Cluster, clean_clusters, set_positions
from pubtrack.csl.compile import Area
from pubtrack.csl.disambiguate import Disambiguator
from pubtrack.csl.items import Item, clean_item
from pubtrack.csl.links import add_links
from pubtrack.csl.punctuation import settle
from pubtrack.csl.repeated import RepeatedNames
from pubtrack.csl.runs import CLOSE, Entry, Run, Tag, Token, flatten, plain, to_runs
from pubtrack.csl.sorting import sort_items
from pubtrack.csl.state import SUBSEQUENT, Disambiguation, Environment, State
from pubtrack.csl.writers import find_writer

__all__ = ["Compiled", "Processor"]


_NEAR_NOTES = 5
"""Notes between two cites of a work that is near. Source: CSL 1.0.2, "near-note-distance" (the default)."""
# The words of the reference processor, which people search for.
_NO_FORM = "[CSL STYLE ERROR: reference with no printed form.]"


class Compiled:
    """A style's nodes for one locale."""

    def __init__(self, env: Environment, areas: dict[str, Area | None]) -> None:
        self.env = env
        self.citation: Area = areas["citation"] or Area("citation", {})
        self.uses_numbers: bool = self.citation.uses_numbers
        self.bibliography: Area | None = areas["bibliography"]
        self.intext: Area | None = areas["intext"]


class Processor:
    """Formats some items with one style."""

    def __init__(
        self,
        compiled: Compiled,
        items: Iterable[Any],
        abbreviations: Mapping[str, Mapping[str, str]] | None = None,
    ) -> None:
        self.abbreviations: Mapping[str, Mapping[str, str]] | dict[str, Mapping[str, str]] = abbreviations or {}
        self.compiled: Compiled = compiled
        self.env: Environment = compiled.env
        self.items: dict[str, Item] = {}
        for number, raw in enumerate(items):
            item = clean_item(raw, f"item-{number + 1}")
            self.items[item.id] = item
        self.numbers: dict[str, int] = {}
        self.settings: dict[str, Disambiguation] = {}

    @property
    def issues(self) -> list[str]:
        """What was repaired or left out, the item's id first."""
        return [f"{item.id}: {issue}" for item in self.items.values() for issue in item.issues]

    @property
    def bibliography_options(self) -> Mapping[str, str]:
        """The attributes of `cs:bibliography`."""
        return self.compiled.bibliography.options if self.compiled.bibliography else {}

    def state(self, item: Item, area: Area) -> State:
        """A fresh state."""
        state = State(self.env, item, area.name, self.settings.get(item.id))
        state.number = self.numbers.get(item.id)
        state.abbreviations = self.abbreviations
        return state

    def order(self, items: list[Item]) -> list[Item]:
        """The items in the bibliography's order."""
        area = self.compiled.bibliography
        if area is None or not area.keys:
            return items
        self.numbers = {item.id: number for number, item in enumerate(items, 1)}
        return sort_items(items, area, lambda item: self.state(item, area))

    def prepare(self, items: list[Item], sort: bool = True) -> list[Item]:
        """Settles order, numbers and disambiguation."""
        ordered = self.order(items) if sort else items
        self.numbers = {item.id: number for number, item in enumerate(ordered, 1)}
        citation = self.compiled.citation
        disambiguator = Disambiguator(citation.options, self._ambiguous)
        self.settings = disambiguator.run(ordered, citation.has_condition)
        return ordered

    def _ambiguous(self, item: Item, settings: Disambiguation) -> tuple[str, State]:
        """An item's citation as text, by which citations are compared."""
        area = self.compiled.citation
        state = State(self.env, item, area.name, settings)
        state.position, state.looking = SUBSEQUENT, True
        tokens: list[Token] = []
        for node in area.children:
            node.render(state, tokens)
        return plain(tokens), state

    def finish(self, tokens: list[Token]) -> tuple[Run, ...]:
        """Tokens as runs, with punctuation settled."""
        return to_runs(settle(flatten(tokens, self.env.quotes), self.env.in_quote))

    def bibliography(self, format: str, sort: bool, links: bool) -> list[Entry]:
        """All items as entries."""
        write = find_writer(format)
        area = self.compiled.bibliography
        ordered = self.prepare(list(self.items.values()), sort)
        if area is None:
            return []
        entries = []
        repeated = RepeatedNames(area.options)
        for item in ordered:
            state = self.state(item, area)
            state.capitalize = True
            tokens = self._entry(state, area)
            runs = self.finish(repeated.replace(tokens, state))
            if not state.shown:
                runs = self._no_form(item)
                if not runs:
                    continue
            runs = add_links(runs) if links else runs
            entries.append(Entry(item.id, runs, write(runs)))
        return entries

    def _no_form(self, item: Item) -> tuple[Run, ...]:
        """What stands for an item that the style gives no form: nothing, or a note that keeps the numbering."""
        if not self.compiled.uses_numbers:
            return ()
        return (Run(f"{self.numbers[item.id]}. {_NO_FORM}"),)

    def _entry(self, state: State, area: Area) -> list[Token]:
        out: list[Token] = list(area.layout.before)
        start = len(out)
        if area.options.get("second-field-align") and area.children:
            out.append(Tag("display", "left-margin"))
            area.children[0].render(state, out)
            has_field = len(out) > start + 1
            if has_field:
                out.extend((CLOSE, Tag("display", "right-inline")))
            else:
                del out[start:]
            for node in area.children[1:]:
                node.render(state, out)
            state.shown = len(out) > start
            out.extend(area.layout.after)
            if has_field:
                out.append(CLOSE)
            return out
        for node in area.children:
            node.render(state, out)
        state.shown = len(out) > start
        out.extend(area.layout.after)
        return out

    def citations(self, clusters: Sequence[Any], format: str, links: bool, uncited: bool) -> list[Entry]:
        """All clusters as entries."""
        write = find_writer(format)
        area = self.compiled.citation
        cleaned = clean_clusters(clusters)
        self.prepare(self._registered(cleaned, uncited))
        if area.keys:
            for cluster in cleaned:
                known = [cite for cite in cluster.cites if cite.id in self.items]
                cluster.cites = sort_items(known, area, lambda cite: self.state(self.items[cite.id], area))
        distance = area.options.get("near-note-distance", "")
        set_positions(cleaned, int(distance) if distance.isdecimal() else _NEAR_NOTES)
        writer = ClusterWriter(area, self.state, self.env.style.get("class") == "note")
        entries = []
        for number, cluster in enumerate(cleaned, 1):
            runs = self.finish(self._cluster(cluster, area, writer))
            runs = add_links(runs) if links else runs
            entries.append(Entry(str(number), runs, write(runs)))
        return entries

    def _cluster(self, cluster: Cluster, area: Area, writer: ClusterWriter) -> list[Token]:
        """The tokens of one citation with the layout around it."""
        mode = cluster.mode or (cluster.cites[0].mode if cluster.cites else "")
        if mode == "author-only":
            return self._author_part(cluster, writer)
        cluster.mode = mode
        content = writer.write(cluster, self.items)
        if not content and any(cite.id in self.items for cite in cluster.cites):
            content = [_NO_FORM]
        out = [*area.layout.before, *content, *area.layout.after] if content else []
        if mode != "composite":
            return out
        infix = f" {cluster.infix.strip()} " if cluster.infix.strip() else " "
        return [*self._author_part(cluster, writer), infix, *out]

    def _author_part(self, cluster: Cluster, writer: ClusterWriter) -> list[Token]:
        """The names for the running text: by the style's own `cs:intext`, or those that open the cite."""
        intext = self.compiled.intext
        if intext is None:
            return writer.write_authors(cluster, self.items)
        content = ClusterWriter(intext, self.state, False).write(Cluster(cluster.cites, cluster.note), self.items)
        return [*intext.layout.before, *content, *intext.layout.after]

    def _registered(self, clusters: list[Cluster], uncited: bool) -> list[Item]:
        """The items that count: those cited, in that order, then perhaps the others."""
        cited = dict.fromkeys(cite.id for cluster in clusters for cite in cluster.cites if cite.id in self.items)
        wanted = dict.fromkeys([*cited, *self.items]) if uncited else cited
        return [self.items[item_id] for item_id in wanted]
