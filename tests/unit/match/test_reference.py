"""Raw reference strings taken apart."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counting import no_hang
from pubtrack.match import parse_reference, parse_reference_spans

TITLE = "Attention is all you need"
STYLES = [
    "Vaswani, A., Shazeer, N., & Polosukhin, I. (2017). Attention is all you need. Nature Machines, 30(2), 5998–6008.",
    "[3] A. Vaswani, N. Shazeer, and I. Polosukhin, “Attention is all you need,” Nature Machines, vol. 30, no. 2, pp. 5998–6008, 2017.",
    "Vaswani A, Shazeer N, Polosukhin I. Attention is all you need. Nature Machines. 2017;30(2):5998-6008.",
    "Ashish Vaswani, Noam Shazeer, and Illia Polosukhin. 2017. Attention is all you need. Nature Machines, 30(2):5998–6008.",
    'Vaswani, Ashish, Noam Shazeer, and Illia Polosukhin. "Attention Is All You Need." Nature Machines 30, no. 2 (2017): 5998–6008.',
    "Vaswani A, Shazeer N, Polosukhin I. Attention is all you need[J]. Nature Machines, 2017, 30(2): 5998-6008.",
    "12. Vaswani, A.; Shazeer, N.; Polosukhin, I. Attention is all you need. Nature Machines 2017, 30(2), 5998–6008.",
]


@pytest.mark.parametrize("text", STYLES)
def test_every_style_gives_the_same_fields(text: str) -> None:
    said = parse_reference(text)
    assert said.title is not None
    assert said.title.lower() == TITLE.lower()
    assert [p.family for p in said.author][0::2] == ["Vaswani", "Polosukhin"]
    assert (said.year, said.volume, said.page) == (2017, "30", "5998-6008")
    assert said.container_title is not None
    assert said.container_title.startswith("Nature Machines")


@pytest.mark.parametrize(
    ("text", "type_", "container"),
    [
        (
            "Jin Z, Lalwani A. Logical fallacy detection[C]//Findings of EMNLP 2022. 2022: 7180-7198.",
            "paper-conference",
            "Findings of EMNLP 2022",
        ),
        ("Zhijing Jin. Causality for NLP. PhD thesis, ETH Zurich, 2024.", "thesis", "PhD thesis, ETH Zurich"),
        ("Devlin, J. and Lee, K. BERT. arXiv preprint arXiv:1810.04805, 2018.", "article", "arXiv"),
        (
            "Jan Berg. 2017. A title here. In Proceedings of NeurIPS, pages 1–9.",
            "paper-conference",
            "Proceedings of NeurIPS",
        ),
        ("王小明, 李华. 基于深度学习的研究[J]. 计算机学报, 2019, 42(3): 453-466.", "article-journal", "计算机学报"),
    ],
)
def test_the_kind_of_work_is_told(text: str, type_: str, container: str) -> None:
    said = parse_reference(text)
    assert (said.type, said.container_title) == (type_, container)


def test_identifiers_are_kept_and_are_no_title() -> None:
    said = parse_reference("Jin, Z. (2024). On trolleys. Mind. https://doi.org/10.1000/x arXiv:2407.02273v2")
    assert [str(i) for i in said.identifiers] == ["doi:10.1000/x", "arxiv:2407.02273v2"]
    assert said.title == "On trolleys"


def test_a_body_can_be_the_author() -> None:
    assert (
        parse_reference("World Health Organization. (2020). Global report on diabetes. WHO Press.").author[0].literal
        == "World Health Organization"
    )


def test_a_title_alone_is_a_title() -> None:
    said = parse_reference("Democratic or Authoritarian? Probing a New Dimension")
    assert (said.title is not None, said.author, said.issued) == (True, (), None)


@pytest.mark.parametrize("text", ["", " ", "2017", "...", "[1]", "10.1000/x"])
def test_what_says_little_gives_little(text: str) -> None:
    assert parse_reference(text).title is None


def test_the_month_is_part_of_the_date() -> None:
    assert str(parse_reference("Jin, Z. On trolleys. Mind, 14 December 2024.").issued) == "2024-12-14"
    assert str(parse_reference("Jin, Z. (2024, June). On trolleys. Mind.").issued) == "2024-06"


@pytest.mark.parametrize("text", STYLES)
def test_spans_point_at_the_words(text: str) -> None:
    parsed = parse_reference_spans(text)
    for span in parsed.spans:
        assert 0 <= span.start < span.end <= len(text)
    (title,) = [text[s.start : s.end] for s in parsed.spans if s.field == "title"]
    assert title.lower() == TITLE.lower()


@settings(deadline=None, max_examples=60)
@given(st.text(max_size=400))
def test_any_text_is_read_twice_alike(text: str) -> None:
    assert parse_reference_spans(text) == parse_reference_spans(text)


@settings(deadline=None, max_examples=50)
@given(
    st.lists(
        st.sampled_from([*STYLES, "(", ")", "[J]", "“", "”", "2017", ". ", "In ", "et al.", "1-2", "vol. 3", "\n"]),
        max_size=6,
    )
)
def test_mixtures_break_nothing(parts: list[str]) -> None:
    parse_reference_spans("".join(parts))


@pytest.mark.parametrize(
    "junk", ["A. ", "(2017) ", "“", "1-2, ", "a, ", "In ", "[J] ", "A.B. and ", "vol. 3 ", "available at "]
)
def test_hostile_strings_do_not_hang(junk: str) -> None:
    with no_hang():
        parse_reference(junk * 15_000)
