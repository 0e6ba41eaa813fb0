import pytest


@pytest.mark.parametrize(
    ("value", "form", "shown"),
    [
        ("2", "numeric", "2"),
        ("2", "ordinal", "2nd"),
        ("2", "long-ordinal", "second"),
        ("12", "long-ordinal", "12th"),
        ("14", "roman", "xiv"),
        ("2-4", "ordinal", "2nd–4th"),
        ("2 & 4", "roman", "ii &#38; iv"),
        ("2, 4", "numeric", "2, 4"),
        ("second", "ordinal", "second"),
        ("7, p. 3-8", "ordinal", "7th, pp. 3–8"),
        ("A-1", "ordinal", "A-1"),
        ("0", "ordinal", "0"),
        (5, "ordinal", "5th"),
        ("1-2-3", "numeric", "1-2–3"),
    ],
)
def test_numbers_show_in_their_form(bib, value, form, shown):
    assert bib(f'<number variable="edition" form="{form}"/>', {"edition": value}) == shown


def test_ordinals_take_the_gender_of_the_word_they_count(bib):
    terms = (
        '<locale xml:lang="fr"><terms><term name="ordinal">e</term><term name="edition" gender="feminine">édition</term>'
        '<term name="ordinal-01" gender-form="feminine" match="whole-number">re</term>'
        '<term name="long-ordinal-01" gender-form="feminine">première</term></terms></locale>'
    )
    parts = {"locale": terms, "style": 'default-locale="fr-FR"'}
    assert bib('<number variable="edition" form="ordinal"/>', {"edition": "1"}, **parts) == "1re"
    assert bib('<number variable="edition" form="long-ordinal"/>', {"edition": "1"}, **parts) == "première"


@pytest.mark.parametrize(
    ("attributes", "page", "shown"),
    [
        ("", "12", "page"),
        ("", "12-14", "pages"),
        ('form="short"', "12-14", "pp."),
        ('form="short" plural="never"', "12-14", "p."),
        ('plural="always" text-case="capitalize-first" prefix="(" suffix=")"', "12", "(Pages)"),
        ('form="short" strip-periods="true"', "12", "p"),
    ],
)
def test_labels_agree_with_their_number(bib, attributes, page, shown):
    assert bib(f'<text value="1"/><label variable="page" {attributes}/>', {"page": page}) == f"1{shown}"


def test_a_label_without_its_number_does_not_show(bib):
    assert bib('<text value="x"/><label variable="edition"/>') == "x"


def test_a_locator_brings_its_label(cites):
    nodes = '<label variable="locator" form="short"/><text variable="locator" prefix=" "/>'
    item = {"id": "a", "type": "book"}
    clusters = [
        [{"id": "a", "locator": "3-4"}],
        [{"id": "a", "locator": "2", "label": "chapter"}],
        [{"id": "a", "locator": "vol. 2, fig. 7"}],
        [{"id": "a", "locator": "7", "label": "sub verbo"}],
    ]
    assert cites(clusters, [item], cite=nodes) == ["pp. 3–4", "chap. 2", " vol. 2, fig. 7", "s.v. 7"]
