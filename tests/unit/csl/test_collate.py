import pytest

from pubtrack.csl.collate import collation_key


def _sorted(words: list[str], lang: str) -> list[str]:
    return sorted(words, key=lambda word: collation_key(word, lang))


@pytest.mark.parametrize(
    ("lang", "order"),
    [
        ("en", ["apple", "Apple", "Ärger", "Zebra"]),
        ("de-DE", ["Adler", "Äpfel", "Azur", "Straße", "Stratum"]),
        ("sv-SE", ["zon", "åka", "ära", "öra"]),
        ("da", ["zoo", "æble", "øre", "å"]),
        ("es", ["nube", "ñandú", "oso"]),
        ("cs", ["cena", "čas", "den"]),
        ("tr", ["cam", "çam", "dam"]),
        ("pl", ["lampa", "łapa", "mapa"]),
        ("ru", ["Борис", "Иванов", "Ян"]),
        ("en", ["a b", "a-b", "a1", "ab"]),
    ],
)
def test_letters_stand_where_readers_expect_them(lang, order):
    assert _sorted(list(reversed(order)), lang) == order


def test_accents_decide_only_where_letters_are_equal():
    assert _sorted(["résumé b", "resume a", "résumé a"], "fr") == ["resume a", "résumé a", "résumé b"]


def test_typographic_marks_count_as_plain_ones():
    assert collation_key("O’Brien")[0] == collation_key("O'Brien")[0]
