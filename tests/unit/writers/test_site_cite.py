from __future__ import annotations

import json
import re

import pytest

from browser.library import ATTACKS
from pubtrack.csl import Role, Run
from pubtrack.errors import ConfigError, NotFoundError
from pubtrack.model import Contributor, Fields, Owner
from pubtrack.writers import LibraryView
from pubtrack.writers.site_cite import STYLES, _unnumbered, chosen_styles, cite_work, data_script

WORK = Fields(
    type="article-journal",
    title="On trees",
    author=(Contributor(family="Old", given="Ada"),),
    container_title="Journal",
    issued="2024",
)


def test_ten_styles_are_offered_and_installed() -> None:
    assert len(STYLES) == 10
    cited = cite_work(WORK, STYLES)
    assert [c.style for c in cited] == list(STYLES)
    assert all("Old" in c.text and "On trees" in c.text.replace("Trees", "trees") for c in cited)


def test_a_work_alone_has_no_number() -> None:
    for cited in cite_work(WORK, STYLES):
        assert not re.match(r"\W*1\b", cited.text), cited
        assert cited.text.startswith(("Old", "A. Old", "Ada")), cited


def test_a_number_inside_the_text_stays() -> None:
    runs = [Run("Old "), Run("[1]", (), Role("citation-number"))]
    assert _unnumbered(runs) == runs
    assert _unnumbered([Run("["), Run("1", (), Role("citation-number")), Run("] Old")]) == [Run("Old")]
    assert _unnumbered([Run("1", (), Role("citation-number"))]) == []


def test_the_present_name_is_cited() -> None:
    owner = Owner(name="Ada New", past_names=("Ada Old",))
    assert cite_work(WORK, {"apa": "APA"}, owner)[0].text.startswith("New, A.")


def test_the_styles_can_be_chosen() -> None:
    assert chosen_styles(LibraryView()) == STYLES
    assert chosen_styles(LibraryView(settings={"styles": ["ieee", "cell"]})) == {"ieee": "IEEE", "cell": "Cell"}
    with pytest.raises(NotFoundError):
        chosen_styles(LibraryView(settings={"styles": ["no-such-style"]}))
    with pytest.raises(ConfigError, match="list of style ids"):
        chosen_styles(LibraryView(settings={"styles": "apa"}))


@pytest.mark.parametrize("attack", [*ATTACKS, "a\u2028b", "\ud800"])
def test_data_cannot_leave_its_script(attack: str) -> None:
    made = data_script("bibtex", {attack: attack})
    assert not re.search("[<>&\u2028\u2029\ud800-\udfff]", made)
    inner = made.removeprefix('pubtrackData("bibtex",').removesuffix(");\n")
    kept = attack.encode("utf-8", "ignore").decode()
    assert json.loads(inner) == {kept: kept}


def test_a_style_is_named_by_its_id_because_that_becomes_a_file() -> None:
    """Seen: `styles = ["../../apa"]` wrote data/../../apa.js."""
    said = ["../../apa", "https://www.zotero.org/styles/nature", "ieee"]
    assert list(chosen_styles(LibraryView(settings={"styles": said}))) == ["apa", "nature", "ieee"]
