"""XML entries as plain dicts and back to elements, safely: no entities, no network, no DTD."""

from __future__ import annotations

from typing import Any

from lxml import etree

__all__ = ["element", "local", "tag_text"]


def element(source: Any) -> Any | None:
    """Gives the element of an XML text, bytes or element; None where it does not read.

    Undeclared prefixes and broken ends are forgiven: services cut entries out of their feeds.
    """
    if isinstance(source, str):
        source = source.encode("utf-8", "replace")
    if not isinstance(source, (bytes, bytearray)):
        return source if hasattr(source, "iter") and hasattr(source, "tag") else None
    parser = etree.XMLParser(recover=True, resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        return etree.fromstring(bytes(source).strip().replace(b"\x00", b""), parser)
    except (etree.XMLSyntaxError, ValueError):
        return None


def local(node: Any) -> str:
    """Gives an element's name without its namespace or prefix; empty for comments."""
    name = node.tag if isinstance(node.tag, str) else ""
    return name.rpartition("}")[2].rpartition(":")[2]


def tag_text(node: Any) -> str:
    """Gives what stands inside an element, its inline markup included."""
    if node is None:
        return ""
    # ElementTree elements are accepted too; lxml's own writer needs its own kind.
    inner = [node.text or ""]
    for child in node:
        name, attributes = local(child), "".join(f' {k.rpartition("}")[2]}="{v}"' for k, v in child.attrib.items())
        inner.append(f"<{name}{attributes}>{tag_text(child)}</{name}>" if name else "")
        inner.append(child.tail or "")
    return "".join(inner)
