r"""Text made safe for each output: what a person typed never becomes markup.

Sources: https://html.spec.whatwg.org/#escapingString, https://www.latex-project.org (the ten special characters, and
`\char` forms for what has no command), https://typst.app/docs/reference/syntax/#escapes,
https://spec.commonmark.org/0.31.2/#backslash-escapes, RTF 1.9.1 specification.
"""

from __future__ import annotations

import re
from urllib.parse import quote

__all__ = [
    "SAFE_SCHEMES",
    "escape",
    "escape_csv_cell",
    "escape_html",
    "escape_latex",
    "escape_latex_url",
    "escape_markdown",
    "escape_markdown_inline",
    "escape_rtf",
    "escape_text",
    "escape_typst",
    "escape_typst_string",
    "safe_url",
]

SAFE_SCHEMES = frozenset({"http", "https", "ftp", "mailto", "doi"})
"""URL schemes that may become a link; `javascript:`, `data:` and all others stay text."""

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_LINE_ENDS = re.compile("[\r\n\x85\u2028\u2029]+")
"""What Markdown, Typst or both take for the end of a line; behind it a sign may begin a list or a heading.

Source: https://spec.commonmark.org/0.31.2/#line-ending, https://typst.app/docs/reference/syntax/ (`is_newline`)."""
_HTML = str.maketrans({"&": "&#38;", "<": "&#60;", ">": "&#62;", '"': "&#34;"})
_LATEX = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\{",
        "}": r"\}",
        "$": r"\$",
        "&": r"\&",
        "#": r"\#",
        "%": r"\%",
        "_": r"\_",
        "^": r"\textasciicircum{}",
        "~": r"\textasciitilde{}",
        "<": r"\textless{}",
        ">": r"\textgreater{}",
        "|": r"\textbar{}",
        '"': r"\textquotedbl{}",
        "`": r"\textasciigrave{}",
        "\u00a0": "~",
    }
)
_TYPST = re.compile(r"([\\#$*_`<>@\[\]~=/\-+\"'])")
_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>#|~$^!]|&(?=#?\w+;))")
_MARKDOWN_START = re.compile(r"^(\s*)([-+=:]|\d+[.)])")


def escape_text(text: str) -> str:
    """The text without control characters, for plain output."""
    return text if text.isprintable() else _CONTROL.sub("", text)


def escape_html(text: str) -> str:
    """The text for HTML content and double-quoted attributes.

    >>> escape_html('<b> & "c"')
    '&#60;b&#62; &#38; &#34;c&#34;'
    """
    return escape_text(text).translate(_HTML)


def escape_latex(text: str) -> str:
    r"""The text for LaTeX text mode, without a command surviving; letters stay Unicode.

    >>> escape_latex("50% of \\input{x} & more")
    '50\\% of \\textbackslash{}input\\{x\\} \\& more'
    """
    safe = escape_text(text).translate(_LATEX)
    # At the start a bracket would be the optional argument of a command before it (\\item, \\\\).
    safe = "{[}" + safe[1:] if safe.startswith("[") else safe
    return safe.replace("--", "-{}-").replace("''", "'{}'").replace("?`", "?{}`").replace("!`", "!{}`")


def escape_latex_url(url: str) -> str:
    r"""The URL for the first argument of `\href`.

    >>> escape_latex_url("https://a.org/x_y%20z#f")
    'https://a.org/x_y\\%20z\\#f'
    """
    return (
        quote(url, safe="%/:?#[]@!$&'()*+,;=-._~")
        .replace("\\", "")
        .replace("%", r"\%")
        .replace("#", r"\#")
        .replace("&", r"\&")
    )


def escape_typst(text: str) -> str:
    r"""The text for Typst markup.

    >>> escape_typst("#let x = $1")
    '\\#let x \\= \\$1'
    """
    return _TYPST.sub(r"\\\1", _LINE_ENDS.sub(" ", escape_text(text)))


def escape_typst_string(text: str) -> str:
    r"""The text for inside a Typst string literal.

    >>> escape_typst_string('a"b')
    'a\\"b'
    """
    return escape_text(text).replace("\\", "\\\\").replace('"', '\\"').replace("\n", " ")


def escape_markdown_inline(text: str) -> str:
    r"""The text for CommonMark behind other text of the same line.

    >>> escape_markdown_inline("1. *a* & b &amp; c")
    '1. \\*a\\* & b \\&amp; c'
    """
    return _MARKDOWN.sub(r"\\\1", _LINE_ENDS.sub(" ", escape_text(text)))


def escape_markdown(text: str) -> str:
    r"""The text for CommonMark: neither emphasis, links, HTML nor lists come of it.

    >>> escape_markdown("*a* [b](javascript:c) <d>")
    '\\*a\\* \\[b\\](javascript:c) \\<d\\>'
    """
    safe = escape_markdown_inline(text)
    return _MARKDOWN_START.sub(lambda m: m[1] + (f"\\{m[2]}" if len(m[2]) == 1 else f"{m[2][:-1]}\\{m[2][-1]}"), safe)


def _rtf_character(character: str) -> str:
    units = character.encode("utf-16-le")
    pairs = (int.from_bytes(units[i : i + 2], "little", signed=True) for i in range(0, len(units), 2))
    return "".join(f"\\uc0\\u{unit} " for unit in pairs)


def escape_rtf(text: str) -> str:
    r"""The text for RTF, in ASCII.

    >>> escape_rtf("{é}")
    '\\{\\uc0\\u233 \\}'
    """
    safe = re.sub(r"([\\{}])", r"\\\1", escape_text(text)).replace("\n", "\\line ").replace("\t", "\\tab ")
    return safe if safe.isascii() else "".join(c if c.isascii() else _rtf_character(c) for c in safe)


_FORMULA_STARTS = frozenset("=+-@\t\r\n＝＋－＠")


def escape_csv_cell(text: str) -> str:
    """The text for a cell of a CSV file: on one line, and no spreadsheet takes it for a formula.

    An apostrophe says "this is text" to spreadsheets; blanks before a sign do not hide it. Quoting is the CSV writer's.
    Source: https://owasp.org/www-community/attacks/CSV_Injection (with the signs of full width that it names).

    >>> escape_csv_cell("=cmd()"), escape_csv_cell("A title"), escape_csv_cell(" -1")
    ("'=cmd()", 'A title', "' -1")
    """
    clean = " ".join(escape_text(text).splitlines())
    return f"'{clean}" if text[:1] in _FORMULA_STARTS or clean.lstrip()[:1] in _FORMULA_STARTS else clean


_ESCAPES = {
    "html": escape_html,
    "latex": escape_latex,
    "typst": escape_typst,
    "markdown": escape_markdown,
    "rtf": escape_rtf,
    "text": escape_text,
    "plain": escape_text,
}


def escape(text: str, format: str) -> str:
    r"""The text for one of the formats html, latex, typst, markdown, rtf, text (also called plain).

    Raises:
        KeyError: There is no such format.

    >>> escape("a_b", "latex")
    'a\\_b'
    """
    return _ESCAPES[format](text)


_SCHEME = re.compile(r"([a-zA-Z][a-zA-Z0-9+.-]*):")


def safe_url(url: str) -> str | None:
    r"""The URL if it may become a link, otherwise None; `www.` gets its scheme.

    >>> safe_url("https://a.org/b c"), safe_url("java\tscript:alert(1)"), safe_url("www.a.org")
    ('https://a.org/b%20c', None, 'https://www.a.org')
    """
    clean = _CONTROL.sub("", url.strip())
    if "\t" in clean or "\n" in clean or "\r" in clean:
        return None
    if clean.lower().startswith("www."):
        clean = f"https://{clean}"
    match = _SCHEME.match(clean)
    if match is None or match[1].lower() not in SAFE_SCHEMES:
        return None
    return clean.replace(" ", "%20").replace('"', "%22").replace("<", "%3C").replace(">", "%3E").replace("\\", "%5C")
