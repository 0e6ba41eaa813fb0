"""Texts that look like .bib files, well and badly formed, for Hypothesis."""

from __future__ import annotations

from hypothesis import strategies as st

SNIPPETS = [
    "@article{", "@Misc(", "@string{a = {x}}\n", "@preamble{ {p} }\n", "@comment{c}\n", "% c\n", "key,", "k2", " title",
    " = ", "{", "}", '"', ",", "#", "(", ")", "\n", "\r\n", "\r", "\t", "\\", "\\{", "\\}", "{\\\"o}", "ö", "\u00a0", "$x$", "jan",
    "1999", "@", "and", " and ", "\0", "~", "--", "%", "=", "\ufeff", "<<<<<<< HEAD\n", "@misc{k, title={a}}\n", "\udcf6",
]  # fmt: skip

soup = st.lists(st.sampled_from(SNIPPETS), max_size=40).map("".join)

words = st.text("abcdefgXYZäé &%_#$-.:'0123456789", min_size=1, max_size=20).filter(lambda text: text.strip() == text)
inner = st.recursive(
    st.text("abc XYZ é\\-.,@'\n", max_size=12),
    lambda parts: st.lists(parts, max_size=3).map(lambda p: "{" + "".join(p) + "}"),
    max_leaves=5,
)
values = st.one_of(
    inner.map(lambda text: "{" + text + "}"),
    inner.map(lambda text: '"' + text + '"'),
    st.sampled_from(["2020", "jan", "acm", '"a" # acm # {b}', "{}", '""']),
)
names = st.sampled_from(["title", "Author", "YEAR", "note", "journal", "doi", "x-y", "url"])
gaps = st.sampled_from([" ", "\n  ", "\r\n\t", "", "\n"])


@st.composite
def entries(draw: st.DrawFn, key: str) -> str:
    """One well-formed entry in a random layout."""
    fields = draw(st.lists(st.tuples(names, values), max_size=5, unique_by=lambda field: field[0].lower()))
    gap, pad = draw(gaps), draw(st.sampled_from(["", " ", "   "]))
    body = "".join(f",{gap}{name}{pad}={pad}{value}" for name, value in fields)
    tail = draw(st.sampled_from(["", ",", "\n", ",\n"]))
    kind = draw(st.sampled_from(["article", "Misc", "INPROCEEDINGS"]))
    return f"@{kind}{{{key}{body}{tail}}}"


@st.composite
def files(draw: st.DrawFn) -> str:
    """A file of one to four well-formed entries with free text between them."""
    free = st.sampled_from(
        ["\n\n", "\n", " ", "\n% remark\n", "\r\n\r\n", "\n@string{acm = {ACM}}\n", "\n@comment{x}\n"]
    )
    count = draw(st.integers(1, 4))
    return draw(free) + "".join(draw(entries(f"key{number}")) + draw(free) for number in range(count))
