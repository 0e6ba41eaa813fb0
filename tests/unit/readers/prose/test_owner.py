"""Whose page is it?"""

from __future__ import annotations

import pytest

from pubtrack.readers import read_text
from pubtrack.readers.layout.markdown import markdown_blocks, text_blocks
from pubtrack.readers.prose.owner import find_owner
from pubtrack.readers.prose.sections import place_blocks


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Name: Ada Lovelace\n", "Ada Lovelace"),
        ("---\nauthor: Ada Lovelace\n---\n", "Ada Lovelace"),
        ("# Ada Lovelace - Homepage\n", "Ada Lovelace"),
        ("# Best Paper Awards\n", ""),
        ("# Selected Publications\n", ""),
        ("Her Mottos:\n", ""),
        ("| Name | Award | Year |\n|---|---|---|\n| Ada Lovelace | Moray Prize | 2020 |\n", ""),
        ("| Name | Ada Lovelace | London |\n|---|---|---|\n| Born | 1815 | |\n", "Ada Lovelace"),
    ],
)
def test_the_owner_is_named_or_unknown(text: str, name: str) -> None:
    assert find_owner(list(place_blocks(markdown_blocks(text)))) == name


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("**PRIYA A. WEBB**\nProfessor of Law\n", "PRIYA A. WEBB"),
        ("Five questions\n\nNoor Haddad-Pike is an assistant professor of computing.\n", "Noor Haddad-Pike"),
        ("赵明远，男，博士，教授，博士生导师。\n", "赵明远"),
        ("# Publications and preprints of Yusuf Demirel\n", "Yusuf Demirel"),
        ("NAME: Okwuosa, Adaeze N.\n", "Adaeze N. Okwuosa"),
        ("THE QUIET DOCKET: HOW COURTS DECIDE (Oxford 2020)\n", ""),
    ],
)
def test_a_page_says_whose_it_is_in_many_ways(text: str, owner: str) -> None:
    assert find_owner(list(place_blocks(markdown_blocks(text)))) == owner


def test_other_fields_in_the_line_of_the_name_are_none_of_it() -> None:
    text = "姓名：陆明哲    职称：教授、博士生导师\n"
    assert find_owner(list(place_blocks(text_blocks(text)))) == "陆明哲"


def test_a_name_below_a_prize_is_not_whose_page_it_is() -> None:
    text = "# Awards\n\n## Jim Moray Medal\n\nMission Uptake\n\nAwarded at the spring meeting.\n"
    assert all(a.person != "Jim Moray" for a in read_text(text, format="markdown").awards)
