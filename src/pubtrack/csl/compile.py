"""From the elements of a style to nodes: once per style, locale and area.

Source: https://docs.citationstyles.org/en/stable/specification.html#style-structure
"""

from __future__ import annotations

from pubtrack.csl.conditions import build_test
from pubtrack.csl.dates import build_date
from pubtrack.csl.elements import Element
from pubtrack.csl.namelists import EtAl, NameLabel, NamesNode
from pubtrack.csl.names import NameForm
from pubtrack.csl.nodes import (
    Choose,
    Group,
    MacroText,
    Node,
    TermText,
    ValueText,
    VariableText,
    affix_tokens,
)
from pubtrack.csl.number_nodes import Label, NumberNode
from pubtrack.csl.runs import Token
from pubtrack.csl.state import Environment

__all__ = ["Area", "Compiler", "Key"]

# Options of names that may stand on cs:style, cs:citation and cs:bibliography, with their name on cs:name.
# Source: https://docs.citationstyles.org/en/stable/specification.html#inheritable-name-options
_INHERITED = {
    **{
        name: name
        for name in [
            "and",
            "delimiter-precedes-et-al",
            "delimiter-precedes-last",
            "et-al-min",
            "et-al-use-first",
            "et-al-use-last",
            "et-al-subsequent-min",
            "et-al-subsequent-use-first",
            "initialize",
            "initialize-with",
            "name-as-sort-order",
            "sort-separator",
            "names-delimiter",
        ]
    },
    "name-form": "form",
    "name-delimiter": "delimiter",
}


def _name_options(*levels: dict[str, str]) -> dict[str, str]:
    return {target: level[name] for level in levels for name, target in _INHERITED.items() if name in level}


class Key:
    """One `cs:key` of a `cs:sort`.

    Attributes:
        variable: The variable to sort by, or empty.
        nodes: The macro's nodes, where it sorts by one.
        descending: Whether the order is reversed.
        options: `names-min`, `names-use-first`, `names-use-last`.
    """

    __slots__ = ("descending", "nodes", "options", "variable")

    def __init__(self, attrs: dict[str, str], nodes: tuple[Node, ...]) -> None:
        self.variable: str = attrs.get("variable", "")
        self.nodes: tuple[Node, ...] = nodes
        self.descending: bool = attrs.get("sort") == "descending"
        numbered = (n for n in ("names-min", "names-use-first") if attrs.get(n, "").isdecimal())
        self.options: dict[str, int] = {n: int(attrs[n]) for n in numbered}
        if "names-use-last" in attrs:
            self.options["names-use-last"] = int(attrs["names-use-last"] == "true")


class Area:
    """`cs:citation`, `cs:bibliography` or `cs:intext`, ready to render.

    Attributes:
        options: Its attributes.
        layout: Around everything: prefix, suffix and formatting of `cs:layout`.
        children: The nodes of the layout.
        delimiter: Between cites.
        keys: Its sort keys.
        has_condition: Whether it tests `disambiguate`.
        uses_numbers: Whether it shows the citation-number.
        places_year_suffix: Whether the style says itself, in any area, where the year-suffix goes.
    """

    __slots__ = (
        "children",
        "delimiter",
        "delimiter_text",
        "has_condition",
        "keys",
        "layout",
        "name",
        "options",
        "places_year_suffix",
        "uses_numbers",
    )

    def __init__(self, name: str, options: dict[str, str]) -> None:
        self.name: str = name
        self.options: dict[str, str] = options
        self.layout: Node = Node({}, True)
        self.children: tuple[Node, ...] = ()
        self.delimiter: tuple[Token, ...] = ()
        self.delimiter_text: str = ""
        self.keys: tuple[Key, ...] = ()
        self.places_year_suffix: bool = False
        self.has_condition: bool = False
        self.uses_numbers: bool = False


class Compiler:
    """Builds the nodes of one area."""

    def __init__(self, root: Element, env: Environment) -> None:
        self.root: Element = root
        self.env: Environment = env
        self.macros: dict[str, Element] = {macro.attrs.get("name", ""): macro for macro in root.find_all("macro")}
        self.done: dict[str, tuple[Node, ...]] = {}
        self.building: set[str] = set()
        self.name_options: dict[str, str] = {}
        self.suffixed: bool = True
        self.substituted: NamesNode | None = None

    def area(self, name: str) -> Area | None:
        """The area of that name, or None where the style has none."""
        element = self.root.find(name)
        if element is None:
            return None
        self.done = {}
        self.name_options = _name_options(self.root.attrs, element.attrs)
        area = Area(name, element.attrs)
        layout = element.find("layout") or Element("layout", {})
        area.places_year_suffix = any(
            self._uses(other.find("layout") or other, "variable", "year-suffix", set())
            for other in (*self.root.find_all("citation"), *self.root.find_all("bibliography"))
        )
        area.uses_numbers = self._uses(layout, "variable", "citation-number", set())
        area.has_condition = self._uses(layout, "disambiguate", "true", set())
        self.suffixed = not area.places_year_suffix
        area.layout = Node(layout.attrs, True)
        area.delimiter_text = layout.attrs.get("delimiter", "")
        area.delimiter = affix_tokens(area.delimiter_text)
        area.children = self.nodes(layout.children)
        sort = element.find("sort")
        area.keys = tuple(self._key(key) for key in sort.find_all("key")) if sort else ()
        return area

    def _uses(self, element: Element, name: str, value: str, seen: set[str]) -> bool:
        """Whether an element, or a macro it calls, has an attribute of that value."""
        if element.attrs.get(name) == value:
            return True
        macro = element.attrs.get("macro")
        if element.tag == "text" and macro in self.macros and macro not in seen:
            seen.add(macro)
            if self._uses(self.macros[macro], name, value, seen):
                return True
        return any(self._uses(child, name, value, seen) for child in element.children)

    def _key(self, element: Element) -> Key:
        macro = element.attrs.get("macro")
        return Key(element.attrs, self.macro(macro) if macro else ())

    def macro(self, name: str) -> tuple[Node, ...]:
        """The nodes of a macro; a macro that calls itself is empty inside."""
        if name in self.done:
            return self.done[name]
        if name in self.building or name not in self.macros:
            return ()
        self.building.add(name)
        outer, self.substituted = self.substituted, None
        nodes = self.nodes(self.macros[name].children)
        self.substituted = outer
        self.building.discard(name)
        self.done[name] = nodes
        return nodes

    def nodes(self, elements: list[Element]) -> tuple[Node, ...]:
        """The nodes for some elements; unknown elements have none."""
        built = (self.node(element) for element in elements)
        return tuple(node for node in built if node is not None)

    def node(self, element: Element) -> Node | None:
        """The node for one element."""
        build = getattr(self, f"_build_{element.tag}", None)
        return build(element) if build else None

    def _build_text(self, element: Element) -> Node | None:
        attrs = element.attrs
        if "variable" in attrs:
            return VariableText(attrs)
        if "macro" in attrs:
            return MacroText(attrs, attrs["macro"], self.macro(attrs["macro"]))
        if "term" in attrs:
            return TermText(attrs, self.env)
        return ValueText(attrs) if "value" in attrs else None

    def _build_number(self, element: Element) -> Node | None:
        return NumberNode(element.attrs, self.env) if "variable" in element.attrs else None

    def _build_label(self, element: Element) -> Node | None:
        return Label(element.attrs, self.env) if "variable" in element.attrs else None

    def _build_group(self, element: Element) -> Node:
        return Group(element.attrs, self.nodes(element.children))

    def _build_date(self, element: Element) -> Node | None:
        return build_date(element, self.env, self.suffixed) if "variable" in element.attrs else None

    def _build_choose(self, element: Element) -> Node:
        branches = []
        for child in element.children:
            test = None if child.tag == "else" else build_test(child.attrs)
            branches.append((test, self.nodes(child.children)))
        return Choose(branches)

    def _build_names(self, element: Element) -> Node:
        if self.substituted is not None and not element.children:
            return self._like(element.attrs, self.substituted)
        name = element.find("name") or Element("name", {})
        options = {**self.name_options, **_name_options(element.attrs), **name.attrs}
        parts = {part.attrs.get("name", ""): part.attrs for part in name.find_all("name-part")}
        et_al = element.find("et-al")
        node = NamesNode(
            element.attrs, NameForm(options, parts, self.env), EtAl(et_al.attrs if et_al else {}, self.env), self.env
        )
        around = Node({k: v for k, v in name.attrs.items() if k != "delimiter"})
        node.name_before, node.name_after = around.before, around.after
        self._label(element, node)
        substitute = element.find("substitute")
        if substitute is not None:
            outer, self.substituted = self.substituted, node
            node.substitutes = self.nodes(substitute.children)
            self.substituted = outer
        return node

    def _label(self, element: Element, node: NamesNode) -> None:
        tags = [child.tag for child in element.children]
        label = element.find("label")
        if label is not None:
            node.label = NameLabel(label.attrs)
            node.label_first = "name" in tags and tags.index("label") < tags.index("name")

    def _like(self, attrs: dict[str, str], outer: NamesNode) -> NamesNode:
        """A `cs:names` without children inside `cs:substitute` looks like the one around it."""
        node = NamesNode(attrs, outer.form, outer.et_al, self.env)
        if "delimiter" not in attrs:
            node.list_delimiter = outer.list_delimiter
        node.label, node.label_first = outer.label, outer.label_first
        node.name_before, node.name_after = outer.name_before, outer.name_after
        node.before, node.after = outer.before, outer.after
        return node
