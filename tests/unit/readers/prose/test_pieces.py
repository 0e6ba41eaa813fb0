"""A reference cut into pieces."""

from __future__ import annotations

from pubtrack.markup.html import html_blocks
from pubtrack.markup.spans import Block
from pubtrack.readers import read_text
from pubtrack.readers.prose.pieces import cut
from pubtrack.readers.prose.sections import Placed


def pieces(source: str) -> list[str]:
    block = html_blocks(f"<li>{source}</li>")[0]
    return [block.text[p.start : p.end] for p in cut(Placed(block))]


def test_links_quotes_formulas_and_citations_are_whole() -> None:
    assert "Ropes, knots. And the others of the day" in pieces(
        "X Y (2019). <a href=z>Ropes, knots. And the others of the day</a>. Mind"
    )
    assert "Groups $SL_2(Z, q)$ at large" in pieces("A. Bee, Groups $SL_2(Z, q)$ at large, Mind")
    assert "98 Va. L. Rev. 201" in pieces("Standing Here, 98 Va. L. Rev. 201 (2010)")


def test_a_quote_inside_a_title_does_not_cut_it() -> None:
    assert pieces("基于“元宇宙”的教学研究")[0] == "基于“元宇宙”的教学研究"


def test_a_quote_that_a_title_speaks_of_is_no_piece_of_its_own() -> None:
    found = pieces('<p>Response to: "Mouth care without evidence?". Br Dent J. 2019;227(8):655.</p>')
    assert "Mouth care without evidence?" not in found


def test_a_chinese_journal_stands_in_marks_behind_a_title_without_them() -> None:
    text = (
        "<h2>发表论文</h2><ul><li>撤县设区与地区间产业关联研究。 (合作者：施瀚) 《海港学报》（社会科学版）, 2024;</li>"
        "<li>李明：《绳结的历史与现状研究》，海港出版社，2020年。</li></ul>"
    )
    assert [w.title_plain for w in read_text(text, format="html").works] == [
        "撤县设区与地区间产业关联研究",
        "绳结的历史与现状研究",
    ]


def test_the_full_stop_in_a_chinese_link_is_none_of_the_title() -> None:
    text = '<h2>发表论文</h2><ul><li><a href="https://example.org">绳结研究的历史与现状分析。</a>（合作者：王霄），《海港学报》，2024</li></ul>'
    assert [w.title for w in read_text(text, format="html").works] == ["绳结研究的历史与现状分析"]


def test_a_link_around_a_whole_reference_marks_no_title() -> None:
    text = (
        "# Publikationen\n\n[Olm, Christian. 2014. Reproduktion der Seile im Norden: das Beispiel Tarn. Kartographische Seile, 64(3), 136-144.](https://tarn.example/a)\n\n"
        "[Olm, Christian, Reed, Georg, & Turk, Cate (2013). Tracing knots: the rope in assemblages of sails. RopeJournal, 78(6), 935-948.](https://tarn.example/b)\n\n"
        "[Reed G, Olm C, et al. Salt and ropes in wet harbours of the north. J Ropes. 2023;133(6):e164809.](https://tarn.example/c)\n"
    )
    assert [w.title for w in read_text(text, format="markdown").works] == [
        "Reproduktion der Seile im Norden: das Beispiel Tarn",
        "Tracing knots: the rope in assemblages of sails",
        "Salt and ropes in wet harbours of the north",
    ]


def test_the_last_name_of_a_row_has_a_middle_initial_as_the_others_have() -> None:
    text = "Roy T. Holm, Charles C. Kant, and Jacob D. Parker. The Noise on Images of Harbours. 2020"
    placed = Placed(Block("item", text, [(0, 0, len(text))], []))
    assert "and Jacob D. Parker" in [text[p.start : p.end] for p in cut(placed)]
