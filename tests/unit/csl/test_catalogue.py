import subprocess
import sys

import pytest

from pubtrack.csl import search_styles, style_info, styles
from pubtrack.csl.catalogue import find_style, locale_path, primary_dialects
from pubtrack.errors import NotFoundError


def test_thousands_of_styles_are_installed():
    independent = styles(dependent=False)
    assert len(independent) > 2000
    assert len(styles()) > len(independent)
    assert "apa" in independent


def test_an_id_a_url_and_a_file_name_mean_the_same_style():
    path = find_style("apa")
    assert find_style("http://www.zotero.org/styles/apa") == path
    assert find_style(" APA.csl ") == path


def test_a_former_id_leads_to_the_style_of_today():
    assert find_style("aaa").stem == "american-anthropological-association"


def test_an_unknown_id_suggests_the_nearest():
    with pytest.raises(NotFoundError) as caught:
        find_style("apaa")
    assert "apa" in caught.value.suggestions


@pytest.mark.parametrize("name", ["", "../../etc/passwd", "a/b", "%", "x" * 300, "\x00"])
def test_hostile_ids_are_simply_unknown(name):
    with pytest.raises(NotFoundError):
        find_style(name)


def test_the_catalogue_says_what_a_style_is():
    info = style_info("nature")
    assert info.title == "Nature"
    assert info.citation_format == "numeric"
    assert info.parent is None
    assert style_info("nature-physics").parent == "nature"


def test_search_needs_all_words_and_gives_short_ids_first():
    found = [info.id for info in search_styles("chicago author date")]
    assert found[0] == "chicago-author-date"
    assert all("chicago" in name for name in found)
    assert search_styles("no-such-style-anywhere") == ()


def test_locales_are_found_and_dialects_known():
    assert locale_path("de-DE") is not None
    assert locale_path("xx-XX") is None
    assert locale_path("../de-DE") is None
    assert primary_dialects()["pt"] == "pt-PT"


def test_the_data_packages_are_not_imported():
    code = "import sys, pubtrack.csl; pubtrack.csl.Style.load('apa'); print('citeproc' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


def test_without_the_data_package_every_style_is_unknown(monkeypatch):
    from pubtrack.csl import catalogue

    monkeypatch.setattr(catalogue, "_styles_folder", lambda: None)
    monkeypatch.setattr(catalogue, "_style_paths", dict)
    monkeypatch.setattr(catalogue, "_renamed", dict)
    with pytest.raises(NotFoundError):
        find_style("apa")
