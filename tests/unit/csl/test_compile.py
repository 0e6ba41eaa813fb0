from pubtrack.csl.compile import Compiler
from pubtrack.csl.elements import parse_xml
from pubtrack.csl.locales import load_locale
from pubtrack.csl.state import Environment


def _compiler(inner: str) -> Compiler:
    root = parse_xml(f"<style>{inner}</style>")
    return Compiler(root, Environment(load_locale("en-US"), root.attrs))


def test_an_area_that_is_missing_is_none():
    assert _compiler("<citation/>").area("bibliography") is None
    assert _compiler("<citation/>").area("citation").children == ()


def test_macros_are_built_once_per_area():
    compiler = _compiler('<macro name="m"><text value="x"/></macro><citation/>')
    assert compiler.macro("m") is compiler.macro("m")
    assert compiler.macro("none") == ()


def test_an_area_knows_what_it_shows_through_macros():
    area = _compiler(
        '<macro name="m"><choose><if disambiguate="true"><text variable="year-suffix"/></if></choose></macro>'
        '<macro name="n"><text macro="m"/><text macro="n"/></macro>'
        '<citation><layout delimiter="; "><text macro="n"/><number variable="citation-number"/></layout></citation>'
    ).area("citation")
    assert (area.places_year_suffix, area.has_condition, area.uses_numbers) == (True, True, True)
    assert area.delimiter_text == "; "


def test_keys_carry_their_options():
    area = _compiler(
        '<citation><sort><key variable="title" sort="descending"/>'
        '<key macro="m" names-min="3" names-use-first="x" names-use-last="true"/></sort></citation>'
    ).area("citation")
    first, second = area.keys
    assert (first.variable, first.descending, first.options) == ("title", True, {})
    assert (second.variable, second.options) == ("", {"names-min": 3, "names-use-last": 1})
