"""Citations that would read alike are told apart: more names, given names, extra text, year-suffixes.

Every item's citation is rendered once; only those that read alike are worked on, so the cost grows with the number of
items. A set that reads alike is refined: whatever splits it is kept, whatever does not is taken back.
Source: https://docs.citationstyles.org/en/stable/specification.html#disambiguation
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable

from pubtrack.csl.clean_names import Name
from pubtrack.csl.items import Item
from pubtrack.csl.names import FAMILY, FULL, INITIALS, INITIALS_ONLY, initials
from pubtrack.csl.state import Disambiguation, State

__all__ = ["Disambiguator", "letters"]

Render = Callable[[Item, Disambiguation], "tuple[str, State]"]


def letters(number: int) -> str:
    """The year-suffix of that number: a to z, then aa, ab...

    >>> letters(1), letters(26), letters(27)
    ('a', 'z', 'aa')
    """
    text = ""
    while number:
        number, rest = divmod(number - 1, 26)
        text = chr(97 + rest) + text
    return text


class Disambiguator:
    """Finds, for all items of a run, what each citation needs.

    Args:
        options: The attributes of `cs:citation`.
        render: Gives an item's citation text, and the state after it, under some settings.
    """

    def __init__(self, options: dict[str, str], render: Render) -> None:
        self.render = render
        self.add_names: bool = options.get("disambiguate-add-names") == "true"
        self.add_givens: bool = options.get("disambiguate-add-givenname") == "true"
        self.add_suffix: bool = options.get("disambiguate-add-year-suffix") == "true"
        self.rule: str = options.get("givenname-disambiguation-rule", "by-cite")
        self.settings: dict[str, Disambiguation] = {}
        self.lists: dict[str, list[tuple[int, int]]] = {}

    def run(self, items: list[Item], has_condition: bool) -> dict[str, Disambiguation]:
        """The settings for each item, by its id; items in the order of the bibliography."""
        if not (self.add_names or self.add_givens or self.add_suffix or has_condition):
            return {}
        self.settings = {item.id: Disambiguation() for item in items}
        self._global_givens(items)
        for group in self._classes(items):
            self._resolve(group, has_condition)
        return self.settings

    def _text(self, item: Item) -> str:
        text, state = self.render(item, self.settings[item.id])
        self.lists[item.id] = state.lists
        return text

    def _classes(self, items: Iterable[Item]) -> list[list[Item]]:
        """The items that read alike, in sets of two or more."""
        return [group for group in self._split(items) if len(group) > 1]

    def _split(self, items: Iterable[Item]) -> list[list[Item]]:
        groups: dict[str, list[Item]] = defaultdict(list)
        for item in items:
            groups[self._text(item)].append(item)
        return list(groups.values())

    def _resolve(self, group: list[Item], has_condition: bool) -> None:
        groups = [group]
        if self.add_names:
            groups = [rest for g in groups for rest in self._by_names(g)]
        if self.add_givens and self.rule == "by-cite":
            groups = [rest for g in groups for rest in self._by_givens(g)]
        if has_condition and not self.add_suffix:
            groups = [rest for g in groups for rest in self._by_condition(g)]
        if self.add_suffix:
            for rest in groups:
                for number, item in enumerate(rest, 1):
                    self.settings[item.id].year_suffix = letters(number)

    def _try(self, group: list[Item], change: Callable[[Disambiguation], None]) -> list[list[Item]] | None:
        """Splits a set by a change to all its settings; takes the change back where it does not split."""
        before = {item.id: self.settings[item.id] for item in group}
        for item in group:
            self.settings[item.id] = before[item.id].copy()
            change(self.settings[item.id])
        parts = self._split(group)
        if len(parts) > 1:
            return parts
        self.settings.update(before)
        return None

    def _by_names(self, group: list[Item]) -> list[list[Item]]:
        """Shows more names until they tell the set apart; gives the sets that stay alike."""
        lists = [self.lists[item.id] for item in group]
        for index in range(max(map(len, lists), default=0)):
            longest = max((counts[index][0] for counts in lists if index < len(counts)), default=0)
            shown = min((counts[index][1] for counts in lists if index < len(counts)), default=0)
            for wanted in range(shown + 1, longest + 1):
                parts = self._try(group, lambda d, i=index, n=wanted: d.names.__setitem__(i, n))  # type: ignore[misc]
                if parts:
                    return [
                        rest for part in parts if len(part) > 1 for rest in self._by_names_from(part, index, wanted)
                    ]
        return [group]

    def _by_names_from(self, group: list[Item], index: int, shown: int) -> list[list[Item]]:
        lists = [self.lists[item.id] for item in group]
        longest = max((counts[index][0] for counts in lists if index < len(counts)), default=0)
        for wanted in range(shown + 1, longest + 1):
            parts = self._try(group, lambda d, n=wanted: d.names.__setitem__(index, n))  # type: ignore[misc]
            if parts:
                return [rest for part in parts if len(part) > 1 for rest in self._by_names_from(part, index, wanted)]
        return [group]

    def _by_givens(self, group: list[Item]) -> list[list[Item]]:
        """Writes out given names, one name after the other, until they tell the set apart."""
        lists = [self.lists[item.id] for item in group]
        for index in range(max(map(len, lists), default=0)):
            longest = max((counts[index][0] for counts in lists if index < len(counts)), default=0)
            for position in range(longest):
                parts = self._given_at(group, index, position)
                if parts:
                    return [rest for part in parts if len(part) > 1 for rest in self._by_givens(part)]
        return [group]

    def _given_at(self, group: list[Item], index: int, position: int) -> list[list[Item]] | None:
        shown = max(
            max(
                self.settings[i.id].names.get(index, 0),
                self.lists[i.id][index][1] if index < len(self.lists[i.id]) else 0,
            )
            for i in group
        )
        if position >= shown and not self.add_names:
            return None
        for level in (INITIALS, FULL):
            if self.settings[group[0].id].givens.get(index, {}).get(position, 0) >= level:
                continue

            def change(settings: Disambiguation, level: int = level) -> None:
                settings.givens.setdefault(index, {})[position] = level
                if position >= shown:
                    settings.names[index] = position + 1

            parts = self._try(group, change)
            if parts:
                return parts
        return None

    def _by_condition(self, group: list[Item]) -> list[list[Item]]:
        """Lets one more test for `disambiguate="true"` hold at a time, while that shows more text."""
        before = self._text(group[0])
        for item in group:
            self.settings[item.id].condition += 1
        parts = self._split(group)
        rest = [part for part in parts if len(part) > 1]
        if len(parts) == 1 and self.settings[group[0].id].condition > self.conditions(group[0]):
            return [group] if before else rest
        return [left for part in rest for left in self._by_condition(part)]

    def conditions(self, item: Item) -> int:
        """How many tests an item's citation meets when all hold."""
        settings = self.settings[item.id].copy()
        settings.condition = 99
        return self.render(item, settings)[1].conditions

    def _global_givens(self, items: list[Item]) -> None:
        """For the rules that look at names, not at cites: expands every name that another person shares."""
        if not self.add_givens or self.rule == "by-cite":
            return
        primary = self.rule.startswith("primary-name")
        highest = INITIALS_ONLY if self.rule.endswith("with-initials") else FULL
        shown: dict[str, list[tuple[Name, ...]]] = {}
        people: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
        for item in items:
            _, state = self.render(item, self.settings[item.id])
            shown[item.id] = list(state.name_lists)
            for names in shown[item.id]:
                for name in names[:1] if primary else names:
                    people[_family(name)][initials(name.given, ".", False)].add(name.given)
        for item in items:
            for index, names in enumerate(shown[item.id]):
                for position, name in enumerate(names[:1] if primary else names):
                    level = _level(name, people[_family(name)], highest)
                    if level:
                        self.settings[item.id].givens.setdefault(index, {})[position] = level


def _family(name: Name) -> str:
    return f"{name.non_dropping} {name.family or name.literal}".strip()


def _level(name: Name, same_family: dict[str, set[str]], highest: int) -> int:
    """How much of the given names tells a person from others of the family name."""
    if highest == FULL and len(same_family[initials(name.given, ".", False)]) > 1:
        return FULL
    return min(INITIALS, highest) if len(same_family) > 1 else FAMILY
