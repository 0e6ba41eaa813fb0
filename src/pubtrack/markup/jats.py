"""Titles and abstracts as services send them (JATS, HTML, MathML, `<fixed-case>`, entities) in our inline form.

The inline form is the one of `pubtrack.markup.inline`: `<i>`, `<b>`, `<sub>`, `<sup>`, small caps and `nocase` spans;
TeX math stays as it is. Only names that are known to be markup are tags: `List<T>` and `p < 0.05` stay text.

Source: https://jats.nlm.nih.gov/publishing/tag-library/1.3/ (face markup, inline-formula), MathML Core
https://www.w3.org/TR/mathml-core/, ACL Anthology schema.rnc (`fixed-case`, `tex-math`).
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

__all__ = ["inline_text", "paragraphs", "plain_text"]

_FACES = {
    "i": "i", "em": "i", "italic": "i", "it": "i", "cite": "i", "var": "i",
    "b": "b", "bold": "b", "strong": "b",
    "sup": "sup", "sub": "sub", "inf": "sub", "superscript": "sup", "subscript": "sub",
    "sc": "sc", "scp": "sc", "small-caps": "sc", "smallcaps": "sc",
    "fixed-case": "nocase",
}  # fmt: skip
"""Names of face markup -> ours. Seen: `<scp>` and `<inf>` in Crossref deposits, `<it>` in old Elsevier titles."""

_OPEN = {"sc": '<span style="font-variant:small-caps;">', "nocase": '<span class="nocase">'}
_CLOSE = {"sc": "</span>", "nocase": "</span>"}

_BLOCKS = frozenset({
    "p", "sec", "title", "label", "list", "list-item", "def-list", "def", "def-item", "disp-quote", "div",
    "section", "abstract", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd", "table", "tr",
    "blockquote", "article-title", "trans-title", "subtitle",
})  # fmt: skip
_VOID = frozenset({"br", "break", "hr", "img", "wbr", "mspace", "none", "mprescripts"})
_PLAIN = frozenset({
    "span", "a", "u", "tt", "code", "font", "small", "big", "strike", "s", "del", "ins", "center", "body", "html",
    "nobr", "q", "abbr", "acronym", "monospace", "roman", "sans-serif", "underline", "overline", "named-content",
    "styled-content",
    "ext-link", "xref", "uri", "email", "alternatives", "inline-formula", "disp-formula",
    "tex-math", "textual-form", "private-char", "inline-graphic", "graphic", "fn", "related-article", "pre", "url",
    "td", "th", "thead", "tbody", "math", "semantics", "annotation", "annotation-xml", "mrow", "mi", "mn", "mo", "ms",
    "mtext", "mspace", "msup", "msub", "msubsup", "mover", "munder", "munderover", "mfrac", "msqrt", "mroot",
    "mstyle", "merror", "mpadded", "mphantom", "mfenced", "menclose", "mtable", "mtr", "mtd", "mlabeledtr",
    "mmultiscripts", "none", "mprescripts", "maction",
})  # fmt: skip
_DROPPED = frozenset({"annotation", "annotation-xml", "graphic", "inline-graphic", "fn", "img", "mphantom"})

_KNOWN = sorted(set(_FACES) | _BLOCKS | _VOID | _PLAIN, key=len, reverse=True)
_TAG = re.compile(
    rf"<(/?)(?:(?:jats|mml|m|x|xhtml|html|ns\d+):)?({'|'.join(map(re.escape, _KNOWN))})"
    r"((?:\s+[\w:.-]+(?:\s*=\s*(?:\"[^\"]*\"|'[^']*'|[^\s\"'<>]+))?)*)\s*(/?)>",
    re.IGNORECASE,
)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_COMMENT = re.compile(r"<!--.*?-->|<\?.*?\?>|<!\[CDATA\[|\]\]>|<(?:jats:|mml:)?\w+[^<>]*/>", re.DOTALL)
_SMALL_CAPS = re.compile(r"small-caps", re.IGNORECASE)
_NOCASE = re.compile(r"nocase", re.IGNORECASE)


@dataclass
class _Node:
    """An element; text stands among the children as plain strings."""

    name: str
    attributes: str = ""
    children: list[_Node | str] = field(default_factory=list)


def _unescape(text: str) -> str:
    """Undoes entities, also doubly encoded ones (`&amp;amp;`, seen in Crossref 2026); a bare `&copy` stays."""
    for _ in range(3):
        changed = _ENTITY.sub(lambda match: html.unescape(match[0]), text)
        if changed == text:
            break
        text = changed
    return text


def _tree(text: str) -> _Node:
    """Gives the elements as a tree; an end without its start is dropped, a start without its end closes at the end."""
    root = _Node("")
    stack = [root]
    position = 0
    for match in _TAG.finditer(text):
        stack[-1].children.append(text[position : match.start()])
        position = match.end()
        name = match[2].lower()
        if match[1]:
            depth = next((d for d in range(len(stack) - 1, 0, -1) if stack[d].name == name), 0)
            del stack[depth or len(stack) :]
            continue
        node = _Node(name, match[3])
        stack[-1].children.append(node)
        if not match[4] and name not in _VOID and len(stack) < 60:
            stack.append(node)
    stack[-1].children.append(text[position:])
    return root


def _content(node: _Node) -> str:
    return "".join(_render(child) for child in node.children)


def _scripts(base: str, sub: str = "", sup: str = "") -> str:
    return base + (f"<sub>{sub}</sub>" if sub else "") + (f"<sup>{sup}</sup>" if sup else "")


def _group(text: str) -> str:
    return text if len(text) < 2 or text.isalnum() else f"({text})"


_MATH: dict[str, tuple[int, Callable[..., str]]] = {
    "msup": (2, lambda base, sup: _scripts(base, "", sup)),
    "msub": (2, _scripts),
    "msubsup": (3, _scripts),
    "munderover": (3, _scripts),
    "munder": (2, _scripts),
    "mfrac": (2, lambda top, bottom: f"{_group(top)}/{_group(bottom)}"),
    "mroot": (2, lambda base, index: f"<sup>{index}</sup>√{_group(base)}"),
}
"""MathML with fixed arguments: how many, and how they read in a line."""

_ACCENTS = {"¯": "̄", "‾": "̄", "^": "̂", "ˆ": "̂", "~": "̃", "˜": "̃", "→": "⃗", "˙": "̇", "¨": "̈"}
"""`mover` accents that a combining character can say. Source: Unicode 16, Combining Diacritical Marks."""


def _math(node: _Node) -> str:
    """Gives MathML in a line. Every child is rendered once: twice per level would double with each level of nesting."""
    parts = [(isinstance(child, _Node), _render(child)) for child in node.children]
    arguments = [text.strip() for is_element, text in parts if is_element]
    content = "".join(text for _, text in parts)
    if node.name in _MATH and len(arguments) == _MATH[node.name][0]:
        return _MATH[node.name][1](*arguments)
    if node.name == "mover" and len(arguments) == 2:
        accent = _ACCENTS.get(arguments[1])
        return arguments[0] + accent if accent else _scripts(arguments[0], "", arguments[1])
    if node.name == "msqrt":
        return f"√{_group(content.strip())}"
    return f"({', '.join(arguments)})" if node.name == "mfenced" else content


_IN_A_LINE = frozenset({*_MATH, "mover", "msqrt", "mfenced"})


def _alternative(node: _Node) -> str:
    """Gives one of several forms of a formula: MathML before TeX before the rest."""
    elements = [child for child in node.children if isinstance(child, _Node)]
    order = ("math", "textual-form", "tex-math")
    best = min(elements, key=lambda e: order.index(e.name) if e.name in order else len(order), default=None)
    return _render(best) if best else _content(node)


def _tex(node: _Node) -> str:
    r"""Gives TeX between dollars; the document around it (`\begin{document}$$x$$`, Springer deposits) goes."""
    tex = "".join(child for child in node.children if isinstance(child, str)).strip()
    if match := re.search(r"\\begin\{document\}(.*?)\\end\{document\}", tex, re.DOTALL):
        tex = match[1].strip()
    return f"${tex.strip('$ ')}$" if tex else ""


def _face(node: _Node) -> str | None:
    """Gives our name of the face that an element sets, or None."""
    if node.name == "span" and _SMALL_CAPS.search(node.attributes):
        return "sc"
    if node.name == "span" and _NOCASE.search(node.attributes):
        return "nocase"
    return _FACES.get(node.name)


def _render(node: _Node | str) -> str:
    if isinstance(node, str):
        return node
    if node.name in _DROPPED:
        return ""
    if node.name == "tex-math":
        return _tex(node)
    if node.name == "alternatives":
        return _alternative(node)
    if node.name in ("br", "break", "hr", "mspace") or node.name in _BLOCKS:
        return f" {_content(node)} "
    if node.name in _IN_A_LINE:
        return _math(node)
    face, content = _face(node), _content(node)
    if not face or not content.strip():
        return content
    return f"{_OPEN.get(face, f'<{face}>')}{content}{_CLOSE.get(face, f'</{face}>')}"


def _prepared(text: str) -> str:
    text = text.encode("utf-8", "replace").decode("utf-8").replace("\x00", "")
    text = _unescape(text) if "&" in text else text
    return _COMMENT.sub(lambda m: m[0] if _TAG.fullmatch(m[0]) else "", text) if "<" in text else text


def inline_text(text: str) -> str:
    """Gives one line in our inline form: known markup translated, entities undone, white space joined.

    >>> inline_text("The  <italic>E. coli</italic> &amp;amp; CO<jats:sub>2</jats:sub> story")
    'The <i>E. coli</i> & CO<sub>2</sub> story'
    >>> inline_text("<fixed-case>BERT</fixed-case> for List<T>, p < 0.05")
    '<span class="nocase">BERT</span> for List<T>, p < 0.05'
    >>> inline_text('<mml:math><mml:msup><mml:mi>x</mml:mi><mml:mn>2</mml:mn></mml:msup></mml:math> law')
    'x<sup>2</sup> law'
    """
    text = _prepared(text)
    return " ".join((_render(_root(text)) if "<" in text else text).split())


def _root(text: str) -> _Node:
    root = _tree(text)
    root.name = "span"
    return root


_HEADING = re.compile(r"(?:abstract|summary)\s*[:.]?\s*$", re.IGNORECASE)


def _blocks(node: _Node) -> Iterator[str]:
    """Gives the text of each block, those inside others apart."""
    run: list[str] = []
    for child in node.children:
        inner = isinstance(child, _Node) and _holds_block(child)
        if isinstance(child, _Node) and (child.name in _BLOCKS or inner):
            yield "".join(run)
            run = []
            yield from _blocks(child)
        else:
            run.append(_render(child))
    yield "".join(run)


def _holds_block(node: _Node) -> bool:
    return any(isinstance(c, _Node) and (c.name in _BLOCKS or _holds_block(c)) for c in node.children)


def paragraphs(text: str) -> str:
    r"""Gives an abstract in our inline form, paragraphs apart by an empty line, without a heading "Abstract".

    >>> paragraphs("<jats:title>Abstract</jats:title><jats:p>One.</jats:p><jats:p>Two <i>x</i>.</jats:p>")
    'One.\n\nTwo <i>x</i>.'
    """
    text = _prepared(text)
    blocks = [" ".join(block.split()) for block in (_blocks(_root(text)) if "<" in text else [text])]
    blocks = [block for block in blocks if block]
    if len(blocks) > 1 and _HEADING.match(blocks[0]):
        del blocks[0]
    return "\n\n".join(blocks)


def plain_text(text: str) -> str:
    """Gives one line without any markup.

    >>> plain_text("H<sub>2</sub>O &lt; <b>ice</b>")
    'H2O < ice'
    """
    text = _prepared(text)
    if "<" not in text:
        return " ".join(text.split())
    return " ".join(_TAG.sub("", _render(_root(text))).split())
