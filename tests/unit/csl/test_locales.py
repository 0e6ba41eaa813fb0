from pubtrack.csl.elements import parse_xml
from pubtrack.csl.locales import dialect, load_locale


def _override(inner: str, lang: str = "") -> list:
    attribute = f' xml:lang="{lang}"' if lang else ""
    return [parse_xml(f"<locale{attribute}>{inner}</locale>")]


def test_a_dialect_falls_back_to_its_language_and_then_to_english():
    assert load_locale("de-AT").term("month-01") == "Jänner"
    assert load_locale("de-AT").term("page", "short", True) == "S."
    assert load_locale("xx").term("page", "short") == "p."


def test_forms_fall_back_as_the_specification_says():
    locale = load_locale("en-US")
    assert locale.term("editor", "verb-short") == "ed. by"
    assert locale.term("author", "verb-short") == locale.term("author", "verb")
    assert locale.term("page", "symbol") == "p."
    assert locale.term("edition", "long") == "edition"
    assert locale.term("no such term") is None


def test_terms_are_found_with_blanks_and_with_hyphens():
    locale = load_locale("en-US")
    assert locale.term("no date", "short") == locale.term("no-date", "short") == "n.d."


def test_a_style_overrides_terms_most_specific_last():
    general = _override('<terms><term name="page">leaf</term></terms>')
    language = _override('<terms><term name="page">Blatt</term></terms>', "de")
    dialect_ = _override('<terms><term name="page">Seitn</term></terms>', "de-AT")
    assert load_locale("en-US", general + language).term("page") == "leaf"
    assert load_locale("de-DE", dialect_ + language + general).term("page") == "Blatt"
    assert load_locale("de-AT", dialect_ + language + general).term("page") == "Seitn"


def test_overrides_of_one_style_do_not_leak_into_another():
    load_locale("en-US", _override('<terms><term name="page">leaf</term></terms>'))
    assert load_locale("en-US").term("page") == "page"


def test_one_ordinal_replaces_all_of_the_locale():
    locale = load_locale("en-US", _override('<terms><term name="ordinal">.</term></terms>'))
    assert list(locale.ordinals) == [("ordinal", "")]


def test_a_term_may_have_a_gender_and_forms_for_it():
    locale = load_locale(
        "fr-FR",
        _override(
            '<terms><term name="edition" gender="feminine">édition</term>'
            '<term name="x" gender-form="feminine">une</term><term name="x">un</term></terms>'
        ),
    )
    assert locale.genders["edition"] == "feminine"
    assert locale.term("x", gender="feminine") == "une"
    assert locale.term("x", gender="masculine") == "un"


def test_options_and_date_forms_come_along():
    assert load_locale("en-US").options["punctuation-in-quote"] is True
    assert load_locale("fr-FR").options["limit-day-ordinals-to-day-1"] is True
    assert set(load_locale("de-DE").dates) == {"text", "numeric"}
    changed = load_locale("en-US", _override('<style-options punctuation-in-quote="false"/>'))
    assert changed.options["punctuation-in-quote"] is False


def test_language_tags_are_read_in_any_writing():
    assert [dialect(tag) for tag in ("EN", "pt_br", "zh", "sr-latn-rs", None, "tlh")] == [
        "en-US",
        "pt-BR",
        "zh-CN",
        "sr-Latn-RS",
        "en-US",
        "tlh",
    ]


def test_a_term_with_only_a_plural_keeps_it():
    locale = load_locale("en-US", _override("<terms><term name='y'><multiple>many</multiple></term></terms>"))
    assert locale.term("y", plural=True) == "many"
    assert locale.term("y") == ""


def test_a_style_overrides_one_and_many():
    both = "<terms><term name='page'><single>leaf</single><multiple>leaves</multiple></term></terms>"
    locale = load_locale("en-US", _override(both))
    assert (locale.term("page"), locale.term("page", plural=True)) == ("leaf", "leaves")
