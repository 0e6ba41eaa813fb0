"""Lists of objects in scripts: read as data files are, and never run."""

from __future__ import annotations

import time

import pytest

from pubtrack.readers import read_text
from pubtrack.readers.layout.script_data import is_script, script_blocks, script_part

PAPERS = """import { Paper } from "../types";

// newest first
export const publications: Paper[] = [
  {
    title:
      "Wet Ropes under Load: It's Never Simple",
    authors: ["Ada Holm", "Bo Lund"],
    venue: 'Journal of Ropes',
    year: 2021,
    links: { pdf: "/papers/wet.pdf" },
    award: "Best Paper Award",
  },
  { title: 'Dry Ropes ' + 'at Rest', authors: ["Ada Holm"], venue: "ICRA", year: 2019 },
];
export default publications;
"""


def _shown(source: str) -> list[tuple[str, str, str]]:
    return [(block.kind, block.label, block.text) for block in script_blocks(source)]


def test_an_object_of_a_list_is_an_entry_and_its_keys_are_fields() -> None:
    assert is_script(PAPERS)
    assert _shown(PAPERS) == [
        ("heading", "", "publications"),
        ("field", "title", "Wet Ropes under Load: It's Never Simple"),
        ("field", "authors", "Ada Holm, Bo Lund"),
        ("field", "venue", "Journal of Ropes"),
        ("field", "year", "2021"),
        ("field", "award", "Best Paper Award"),
        ("field", "title", "Dry Ropes at Rest"),
        ("field", "authors", "Ada Holm"),
        ("field", "venue", "ICRA"),
        ("field", "year", "2019"),
    ]


def test_works_and_awards_of_a_script_are_read() -> None:
    reading = read_text(PAPERS, name="papers.ts")
    assert [(w.title, w.year) for w in reading.works][:1] == [("Wet Ropes under Load: It's Never Simple", 2021)]
    assert [(a.name, a.work_title) for a in reading.awards] == [
        ("Best Paper Award", "Wet Ropes under Load: It's Never Simple")
    ]


def test_every_value_stands_where_the_file_has_it() -> None:
    for block in script_blocks(PAPERS):
        start, end = block.source(0, len(block.text))
        assert PAPERS[start:end].split(maxsplit=1)[0] == block.text.split(maxsplit=1)[0]


def test_long_strings_under_a_key_are_lines_of_a_list() -> None:
    source = """export default {
  name: "Ada Holm",
  title: "Professor of Knots",
  honors: [
    "Elspeth Moray Prize, Society of Knots (2022)",
    "Best Dissertation Award, University of Tarn (2017)",
  ],
};
"""
    assert [a.name for a in read_text(source, name="me.js").awards] == [
        "Elspeth Moray Prize",
        "Best Dissertation Award",
    ]


def test_years_as_keys_date_the_entries_below() -> None:
    source = """const data = {
  2023: [
    { authors: 'A. Holm', title: 'Tides and tolls', journal: 'Past and Present', volume: '12(3)' },
    { authors: 'A. Holm', title: 'Salt in the walls', journal: 'Hemp Studies', volume: '1' }
  ],
};
module.exports = data;
"""
    assert [(w.title, w.year) for w in read_text(source, name="data.js").works] == [
        ("Tides and tolls", 2023),
        ("Salt in the walls", 2023),
    ]


def test_an_excerpt_may_begin_and_end_inside_a_list() -> None:
    source = """  {
    id: 5,
    date: '8 jul. 2024',
    title: 'Ana Sol, mejor artículo',
    content: [
      'Ana Sol ha recibido el premio al mejor artículo científico por «Cronología de las cuerdas mojadas».',
    ],
  },
  {
    id: 6,
    date: '7 jul. 2024',
"""
    reading = read_text(source, format="text")
    assert [w.title for w in reading.works] == ["Cronología de las cuerdas mojadas"]
    assert [a.work_title for a in reading.awards] == ["Cronología de las cuerdas mojadas"]


@pytest.mark.parametrize(
    "text",
    [
        "title: A\nyear: 2020\nvenue: B\ndoi: C\n",
        "- title: 'A'\n  year: '2020'\n  venue: 'B'\n  doi: 'C'\n",
        "[1] A. Holm: “Tides and tolls”, 2020.\n[2] A. Holm: “Salt”, 2021.\n",
        "{Ada Holm}\n\nShe said: 'no', and: 'yes'.\n",
        '# Papers\n\n- Holm, A.: "Tides".\n',
    ],
)
def test_other_texts_are_no_scripts(text: str) -> None:
    assert not is_script(text)


@pytest.mark.parametrize("piece", ["{", "[", "}", "`", "/*", "'", "a:", "{a:[", "const x = [{", "'a'+"])
def test_brackets_without_end_take_no_longer_for_their_number(piece: str) -> None:
    start = time.process_time()
    script_blocks(piece * 20_000)
    assert time.process_time() - start < 5


VUE = """<script setup lang="ts">
import { ref } from 'vue'

const honors = ref([
    {
        title: '河东省科学技术进步奖一等奖',
        desc: '荣获2019年河东省科学技术进步奖一等奖，项目为“面向城市的水文预报”。',
        img: new URL('@/assets/1.png', import.meta.url).href
    },
    {
        title: '软件著作权登记证书',
        desc: '获得水文预报软件著作权登记证书。',
        img: new URL('@/assets/2.png', import.meta.url).href
    },
])
</script>

<template>
  <h2>Publications</h2>
  <ul><li>Ada Holm. Wet sails and dry ropes. Rope Review 4, 2019, 3-9.</li></ul>
</template>
"""


def test_a_component_begins_with_a_list_and_goes_on_with_a_page() -> None:
    reading = read_text(VUE, format="text")
    assert [(a.name, a.year) for a in reading.awards] == [("河东省科学技术进步奖一等奖", 2019)]
    assert [w.title for w in reading.works] == ["Wet sails and dry ropes"]


def test_the_fenced_head_of_a_page_may_be_a_script() -> None:
    text = (
        "---\nimport Layout from '../layouts/Base.astro';\n\nconst publicaciones = [\n"
        "  { titulo: 'Redes que olvidan despacio', revista: 'Revista de Redes', anio: 2021, autores: 'Ana Ríos' },\n"
        "  { titulo: 'Mapas de sal para navegantes', revista: 'Anales de Sal', anio: 2019, autores: 'Luis Mora' },\n];\n"
        "---\n<Layout title='Inicio'></Layout>\n"
    )
    assert script_part(text) is not None
    assert [(w.title, w.year) for w in read_text(text, format="text").works] == [
        ("Redes que olvidan despacio", 2021),
        ("Mapas de sal para navegantes", 2019),
    ]


@pytest.mark.parametrize(
    "text", ["---\ntitle: A\n---\n# B\n", "<script>\nlet n = 3;\n</script>\n<p>A</p>\n", "<script" * 20]
)
def test_a_head_of_other_kinds_is_no_script(text: str) -> None:
    assert script_part(text) is None
