"""A CSL file as a tree of small elements: namespaces dropped, entities refused.

Expat is used directly because it is the fastest reader in the standard library and lets us refuse a document type
(billion laughs, external entities) before anything is expanded.
"""

from __future__ import annotations

from xml.parsers import expat

from pubtrack.errors import InputError

__all__ = ["Element", "parse_xml"]


class Element:
    """One XML element.

    Attributes:
        tag: Its local name.
        attrs: Its attributes; `xml:lang` is written as here, other namespaces are dropped.
        children: Its child elements, in order.
        text: All character data directly inside it, joined.
    """

    __slots__ = ("attrs", "children", "tag", "text")

    def __init__(self, tag: str, attrs: dict[str, str]) -> None:
        self.tag: str = tag
        self.attrs: dict[str, str] = attrs
        self.children: list[Element] = []
        self.text: str = ""

    def find(self, tag: str) -> Element | None:
        """The first child of that name, or None."""
        return next((child for child in self.children if child.tag == tag), None)

    def find_all(self, tag: str) -> list[Element]:
        """All children of that name."""
        return [child for child in self.children if child.tag == tag]


def _attribute_name(name: str) -> str:
    uri, _, local = name.rpartition(" ")
    return f"xml:{local}" if uri.endswith("/XML/1998/namespace") else local


def parse_xml(data: str | bytes, path: str | None = None) -> Element:
    """The root element of an XML document.

    Args:
        data: The document; bytes are decoded as their declaration says.
        path: Named in errors.

    Raises:
        InputError: The document is not well-formed, or it declares entities.

    >>> root = parse_xml('<style xml:lang="de"><info/>text</style>')
    >>> root.tag, root.attrs, root.children[0].tag, root.text
    ('style', {'xml:lang': 'de'}, 'info', 'text')
    """
    parser = expat.ParserCreate(namespace_separator=" ")
    top = Element("", {})
    stack = [top]

    def start(name: str, attrs: dict[str, str]) -> None:
        element = Element(name.rpartition(" ")[2], {_attribute_name(k): v for k, v in attrs.items()})
        stack[-1].children.append(element)
        stack.append(element)

    def end(_name: str) -> None:
        stack.pop()

    def text(data: str) -> None:
        stack[-1].text += data

    def refuse(*_args: object) -> None:
        raise InputError("declares XML entities, which no CSL file needs and which are not read", path)

    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.CharacterDataHandler, parser.EntityDeclHandler = text, refuse
    try:
        parser.Parse(data, True)
    except (expat.ExpatError, ValueError) as error:
        raise InputError(f"is not well-formed XML: {error}", path, getattr(error, "lineno", None)) from error
    return top.children[0]
