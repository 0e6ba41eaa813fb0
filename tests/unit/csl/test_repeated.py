import pytest

PEOPLE = [{"family": family, "given": "A"} for family in ("Doe", "Roe", "Poe")]
NODES = '<names variable="author"><name form="short" delimiter=", "/><label prefix=" "/></names><text variable="title" prefix=". "/>'


def _shown(entries, rule: str) -> list[str]:
    items = [
        {"id": "1", "title": "T", "author": PEOPLE},
        {"id": "2", "title": "U", "author": PEOPLE},
        {"id": "3", "title": "V", "author": [PEOPLE[0], PEOPLE[2]]},
        {"id": "4", "title": "W"},
        {"id": "5", "title": "X", "author": PEOPLE[:1]},
    ]
    options = f'subsequent-author-substitute="—" subsequent-author-substitute-rule="{rule}"'
    return entries(items, bib=NODES, bibliography=options)


@pytest.mark.parametrize(
    ("rule", "second", "third"),
    [
        ("complete-all", "—. U", "Doe, Poe. V"),
        ("complete-each", "—, —, —. U", "Doe, Poe. V"),
        ("partial-each", "—, —, —. U", "—, Poe. V"),
        ("partial-first", "—, Roe, Poe. U", "—, Poe. V"),
        ("nonsense", "Doe, Roe, Poe. U", "Doe, Poe. V"),
    ],
)
def test_names_that_repeat_are_replaced_by_rule(entries, rule, second, third):
    shown = _shown(entries, rule)
    assert shown == ["Doe, Roe, Poe. T", second, third, ". W", "Doe. X"]


def test_without_the_option_nothing_is_replaced(entries):
    items = [{"id": str(n), "author": PEOPLE[:1]} for n in range(2)]
    assert entries(items, bib=NODES) == ["Doe", "Doe"]
