"""Entries in the arguments of templates."""

from __future__ import annotations

import time

import pytest

from pubtrack.readers import read_text
from pubtrack.readers.layout.markdown import markdown_blocks
from pubtrack.readers.layout.shortcodes import calls_in

PAGE = """# Publications

- {{< publication
    authors="Signe Toft, Jens Holm"
    title="Beyond Doubling: *Embrace* Knots & Unlock Ropes"
    conference="Proceedings of the Conference on Ropes (ICR)"
    year="2025" >}}
- {{< publication authors="Signe Toft" title="Reliable Matching in Nets" journal="Nets" year="2024" award="Best Paper Award" >}}

```go
{{< publication title="No paper, an example" authors="x" >}}
```

{{< figure src="/a.png" title="A picture of ropes in the wind" date="2020" >}}
<Publication title='Ropes in Components' authors={["A"]} year="2020" venue="VIS" />
{% include talk.html title="How to tie knots in public" date="2019" type="talk" %}

## Bourses et distinctions

{{< cv-row period="2026–2029" institution="Société des cordes" title="Bourse de voyage Shorrock" >}}
{{< /cv-row >}}
{{< cv-row period="2023" institution="Conseil du port" title="Subvention Cordes et culture" >}}
Financement du projet d’exposition
{{< /cv-row >}}
"""


def test_arguments_of_templates_are_the_fields_of_an_entry() -> None:
    reading = read_text(PAGE, format="markdown")
    assert [(w.title, w.year, w.authors) for w in reading.works] == [
        ("Beyond Doubling: *Embrace* Knots & Unlock Ropes", 2025, ("Signe Toft", "Jens Holm")),
        ("Reliable Matching in Nets", 2024, ("Signe Toft",)),
        ("Ropes in Components", 2020, ()),
    ]
    assert [(a.name, a.work_title, a.year) for a in reading.awards] == [
        ("Best Paper Award", "Reliable Matching in Nets", None),
        ("Bourse de voyage Shorrock", None, 2026),
    ]
    assert all(PAGE[w.start : w.end] == w.title for w in reading.works)


@pytest.mark.parametrize(
    "call",
    [
        '{{< button title="Read the paper" href="/a.pdf" >}}',
        '{{< spoiler text="Awards (12)" open="true" >}}',
        '{{< image src="a.jpg" title="Results" year="2020" >}}',
        '{{< publications year="2020" type="journal" >}}',
    ],
)
def test_templates_that_list_nothing_themselves_are_skipped(call: str) -> None:
    assert not list(calls_in(call, 0))
    assert not [block for block in markdown_blocks(f"Text before.\n\n{call}\n") if block.kind == "field"]


def test_calls_that_never_close_are_read_in_time_that_grows_with_the_text() -> None:
    def seconds(size: int) -> float:
        begin = time.process_time()
        list(calls_in('{{< a b="c" ' * size, 0))
        return time.process_time() - begin

    seconds(1000)
    assert seconds(80_000) < 40 * seconds(8_000) + 0.5
