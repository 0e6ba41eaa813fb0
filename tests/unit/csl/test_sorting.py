import pytest


def _order(make_style, items: list[dict], keys: str, **parts: str) -> str:
    style = make_style(sort=f"<sort>{keys}</sort>", bib='<text variable="citation-number"/>', **parts)
    return "".join(entry.id for entry in style.bibliography(items))


def _items(**values: object) -> list[dict]:
    variable = str(values.pop("variable"))
    return [{"id": key, variable: value} if value is not None else {"id": key} for key, value in values.items()]


def test_texts_sort_by_letters_and_empty_ones_last(make_style):
    items = _items(variable="title", a="zebra", b="Äpfel", c=None, d="apple", e="<i>banana</i>")
    assert _order(make_style, items, '<key variable="title"/>') == "bdeac"
    assert _order(make_style, items, '<key variable="title" sort="descending"/>') == "aedbc"


def test_numbers_sort_as_numbers(make_style):
    items = _items(variable="volume", a="10", b="9", c="IX", d=None)
    assert _order(make_style, items, '<key variable="volume"/>') == "bacd"


def test_dates_sort_by_time_in_keys_and_in_macros(make_style):
    years = {"a": [2000, 2], "b": [-44], "c": [2000, 10], "d": [79]}
    items = [{"id": key, "issued": {"date-parts": [parts]}} for key, parts in years.items()]
    assert _order(make_style, items, '<key variable="issued"/>') == "bdac"
    macro = '<macro name="m"><date variable="issued" form="text"/></macro>'
    assert _order(make_style, items, '<key macro="m"/>', macros=macro) == "bdac"


def test_words_for_dates_sort_behind_dates(make_style):
    items = [
        {"id": "a", "issued": {"literal": "in press"}},
        {"id": "b", "issued": {"date-parts": [[1999]]}},
        {"id": "c"},
    ]
    assert _order(make_style, items, '<key variable="issued"/>') == "bac"


def test_names_sort_by_family_then_given(make_style):
    people = {"a": ("Smith", "Zoe"), "b": ("Smith", "Adam"), "c": ("de Gaulle", "C"), "d": ("Smith-Jones", "A")}
    items = [{"id": key, "author": [{"family": f, "given": g}]} for key, (f, g) in people.items()]
    assert _order(make_style, items, '<key variable="author"/>') == "cbad"
    assert _order(make_style, items, '<key variable="author"/>', style='demote-non-dropping-particle="never"') == "cbad"


@pytest.mark.parametrize(("demote", "order"), [("never", "ba"), ("sort-only", "ab"), ("display-and-sort", "ab")])
def test_particles_count_in_sorting_only_where_they_are_not_demoted(make_style, demote, order):
    items = [{"id": "a", "author": [{"family": "van Gogh"}]}, {"id": "b", "author": [{"family": "Monet"}]}]
    assert (
        _order(make_style, items, '<key variable="author"/>', style=f'demote-non-dropping-particle="{demote}"') == order
    )


def test_a_macro_with_names_ignores_labels_and_the_word_and(make_style):
    macro = '<macro name="m"><names variable="author editor"><name and="text"/><label prefix=" "/></names></macro>'
    doe, roe, poe = ({"family": family} for family in ("Doe", "Roe", "Poe"))
    items = [{"id": "a", "author": [doe, roe]}, {"id": "b", "author": [doe, poe, roe]}, {"id": "c", "editor": [doe]}]
    assert _order(make_style, items, '<key macro="m"/>', macros=macro) == "cba"


def test_keys_may_cut_lists_of_names(make_style):
    macro = '<macro name="m"><names variable="author"><name/></names></macro><macro name="n"><names variable="author"><name form="count"/></names></macro>'
    doe, roe, poe = ({"family": family} for family in ("Doe", "Roe", "Poe"))
    items = [
        {"id": "a", "title": "z", "author": [doe, poe]},
        {"id": "b", "title": "a", "author": [doe, roe]},
        {"id": "c", "title": "m", "author": [doe]},
    ]
    cut = 'names-min="1" names-use-first="1"'
    assert _order(make_style, items, f'<key macro="m" {cut}/><key variable="title"/>', macros=macro) == "bca"
    assert _order(make_style, items, f'<key variable="author" {cut}/><key variable="title"/>') == "bca"
    assert _order(make_style, items, '<key macro="n"/><key variable="title"/>', macros=macro) == "cba"
    assert _order(make_style, items, '<key macro="m" names-use-last="true"/>', macros=macro) == "cab"


def test_equal_items_keep_their_order_also_backwards(make_style):
    items = [{"id": key, "title": "same"} for key in "abc"]
    assert _order(make_style, items, '<key variable="title" sort="descending"/>') == "abc"


def test_unknown_variables_do_not_sort(make_style):
    assert _order(make_style, [{"id": "a"}, {"id": "b"}], '<key variable="nonsense"/><key macro="none"/>') == "ab"
