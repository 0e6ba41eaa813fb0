"""A small made-up career, and a hostile one, that the tests of all CV formats share."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from pubtrack.model import (
    Appointment,
    Award,
    Contributor,
    Event,
    Fields,
    Grant,
    Owner,
    Series,
    Software,
)
from pubtrack.writers.view import Entry, LibraryView

FIXTURES = Path(__file__).parent / "fixtures" / "writers"
UPDATE = bool(os.environ.get("UPDATE_FIXTURES"))
"""`UPDATE_FIXTURES=1 pytest tests/unit/writers` rewrites the golden files; review the diff."""


def person(family: str, given: str, *marks: str, **more: Any) -> Contributor:
    return Contributor(family=family, given=given, marks=marks, **more)


ADA = person("Marlowe", "Ada", orcid="0000-0002-1825-0097")
WORKS = (
    Entry(
        "marlowe2024tides",
        Fields(
            type="article-journal",
            title="Tides of <i>E. coli</i>: 50% more H<sub>2</sub>O & $\\alpha$-rays",
            author=(
                person("Marlowe", "A.", "equal-contribution", "corresponding"),
                person("Nakamura", "Ren", "equal-contribution"),
                person("Öz", "Ümit", "student"),
            ),
            container_title="Journal of Imaginary Results",
            volume="12",
            issue="3",
            page="45-67",
            issued="2024-05",
            doi="10.1000/tides.2024",
            identifiers=("arxiv:2401.00001", "doi:10.48550/arxiv.2401.00001"),
            language="en",
        ),
    ),
    Entry(
        "marlowe2023pre",
        Fields(
            type="article",
            genre="preprint",
            title="Lanterns before dawn",
            author=(ADA, person("Öz", "Ümit", "student")),
            issued="2023",
            identifiers=("arxiv:2301.00002",),
        ),
    ),
    Entry(
        "marlowe2023lanterns",
        Fields(
            type="paper-conference",
            title="Lanterns at dawn",
            author=(ADA, person("Öz", "Ümit", "student")),
            container_title="Proceedings of the Fictional Conference",
            page="1-9",
            issued="2023-11-02",
            relations=({"type": "has-preprint", "identifier": "arxiv:2301.00002"},),
            identifiers=("openreview:AbCdEfGh12",),
        ),
    ),
    Entry(
        "quill2019maps",
        Fields(
            type="paper-conference",
            genre="workshop paper",
            title="Maps of nowhere",
            author=(person("Quill", "Ada"), person("Nakamura", "Ren", "co-senior")),
            container_title="Workshop on Nowhere",
            issued="2019",
        ),
    ),
    Entry(
        "quill2018thesis",
        Fields(
            type="thesis",
            genre="PhD thesis",
            title="On nothing in particular",
            author=(person("Quill", "Ada"),),
            publisher="Universität Überall",
            issued="2018-06",
        ),
    ),
    Entry(
        "marlowe2021gone",
        Fields(
            type="article-journal",
            title="A result that did not hold",
            author=(ADA,),
            container_title="Letters of Doubt",
            issued="2021",
            doi="10.1000/doubt.7",
            notices=({"type": "retraction"},),
        ),
    ),
)
OWNER = Owner(
    name="Ada Marlowe",
    orcid="0000-0002-1825-0097",
    aliases=("A. Marlowe",),
    past_names=("Ada Quill",),
    homepage="https://ada.example",
)
VIEW = LibraryView(
    works=WORKS,
    owner=OWNER,
    awards=(
        Award(
            id="a1", name="Best Paper Award", awarder="Fictional Conference", event="fc", works=("marlowe2023lanterns",)
        ),
        Award(
            id="a2", name="Early Career Prize", awarder="Academy of Examples", date="2022", recipients=("Ada Quill",)
        ),
        Award(
            id="a3",
            name="Team Medal",
            awarder="Society for Tides",
            date="2024-09",
            recipients=("Ada Marlowe", "Ren Nakamura"),
            works=("marlowe2024tides",),
        ),
    ),
    appointments=(
        Appointment(id="p1", role="Professor", organization="Universität Überall", place="Überall", start="2022-09"),
        Appointment(id="p2", role="Postdoc", organization="Institute of Examples", start="2018", end="2022"),
        Appointment(
            id="p3",
            role="PhD student",
            organization="Universität Überall",
            start="2014",
            end="2018",
            advisors=("R. Vale",),
        ),
    ),
    events=(
        Event(
            id="fc", name="Fictional Conference 2023", date="2023-10-30/2023-11-03", place="Lisbon", role="area chair"
        ),
        Event(id="e2", name="Meeting without her"),
    ),
    funding=(
        Grant(id="g1", title="Light and Tide", funder="Example Fund", award_number="EF-7", start="2023", end="2026"),
    ),
    software=(Software(id="s1", name="tidelib", repository="https://code.example/tidelib"),),
    series=(Series(id="r1", name="Tide School", kind="event-series"),),
    settings={"selected": ("marlowe2024tides",)},
)


def with_settings(**settings: Any) -> LibraryView:
    from dataclasses import replace

    return replace(VIEW, settings={**VIEW.settings, **settings})


HOSTILE = (
    r"\input{/etc/passwd}",
    '#read("/etc/passwd")',
    "=cmd()|' /C calc'!A0",
    "](javascript:alert(1))",
    "[x](javascript:alert(1)) ![y](data:z)",
    "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "\u202ereversed \u2066isolated",
    "one\ntwo\r\n# three\n- four\u2028five",
    r"$\write18{id}$ \immediate\openout ^^M",
    "2024. a list - + = / item",
    "{{ 7 * 7 }} {% raw %} << 7 * 7 >> <% x %> {# y #}",
    "% comment // comment /* comment",
    "@reference <label> `code` *a* _b_ ~c~ $d$",
    "--- !!python/object: & * | > %",
    "x" * 10_000,
    "\x00\x07 bell ]]> &amp; &#60; \ufffe",
    '$$#eval("1")$$ !!! note',
    "中文 العربية עברית 🏆 ₿ ﷽ \U000e0041",
    "}",
    "{",
    "]",
    "[",
    "\\",
    "#",
    '"',
    "'",
    "no: yes",
    "-",
    "",
)
"""What a title must never do: run, leak, break the document, or turn the page around."""


def _date(text: str) -> dict[str, str] | None:
    """A date is never a blank."""
    return {"literal": text} if text.strip() else None


def hostile_view(**settings: Any) -> LibraryView:
    """A career in which every text is hostile; the owner's name too."""
    texts = [text or " " for text in HOSTILE]
    works = tuple(
        Entry(
            f"w{n}",
            Fields(
                type="article-journal" if n % 2 else "book",
                title=text,
                author=(Contributor(literal=text), Contributor(family=text, given=text, marks=("student",))),
                container_title=text,
                publisher=text,
                note=text,
                abstract=text,
                volume=text[:50],
                issued={"year": 2024} if n % 3 else _date(text),
                open_access={"url": "javascript:alert(1)", "license": text},
                identifiers=("doi:10.1000/a_b(c)<d>&e#f",) if n == 0 else (),
                custom={"award": text},
            ),
        )
        for n, text in enumerate(texts)
    )
    return LibraryView(
        works=works,
        owner=Owner(name=HOSTILE[0], aliases=(HOSTILE[1],), homepage="javascript:alert(1)"),
        awards=tuple(
            Award(id=f"a{n}", name=text, awarder=text, event=text, works=(f"w{n}",), recipients=(text,), url=text)
            for n, text in enumerate(texts)
        ),
        appointments=tuple(
            Appointment(id=f"p{n}", role=t, organization=t, department=t, place=t, url=t, advisors=(t,), start=_date(t))
            for n, t in enumerate(texts)
        ),
        events=tuple(Event(id=f"e{n}", name=t, role=t, part_of=t, place=t, date=_date(t)) for n, t in enumerate(texts)),
        funding=tuple(Grant(id=f"g{n}", title=t, funder=t, amount=t, role=t) for n, t in enumerate(texts)),
        software=tuple(Software(id=f"s{n}", name=t, repository="javascript:alert(1)") for n, t in enumerate(texts)),
        series=tuple(Series(id=f"r{n}", name=t, kind="project") for n, t in enumerate(texts)),
        settings=settings,
    )


def assert_golden(name: str, text: str) -> None:
    """The text is that of the golden file; with UPDATE_FIXTURES set, it becomes it."""
    path = FIXTURES / (name + ".out")
    if UPDATE:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    assert text == path.read_bytes().decode()


def assert_calm(text: str) -> None:
    """Nothing in it turns the direction of what follows, and no control character stands in it."""
    for character in "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\x00\x07\r\u2028\u2029\ufffe":
        assert character not in text, hex(ord(character))
