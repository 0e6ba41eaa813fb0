from pubtrack.csl.cites import clean_clusters, set_positions
from pubtrack.csl.state import FIRST, IBID, IBID_WITH_LOCATOR, SUBSEQUENT


def _positions(*clusters: object) -> list[list[int]]:
    cleaned = clean_clusters(clusters)
    set_positions(cleaned, 5)
    return [[cite.position for cite in cluster.cites] for cluster in cleaned]


def test_a_work_is_first_then_subsequent_then_the_same_again():
    assert _positions(["a"], ["b"], ["a"], ["a"]) == [[FIRST], [FIRST], [SUBSEQUENT], [IBID]]


def test_locators_decide_about_ibid():
    page = {"id": "a", "locator": "5"}
    other = {"id": "a", "locator": "6"}
    shown = _positions(["a"], [page], [page], [other], ["a"], [{"id": "a", "locator": "6", "label": "line"}])
    assert shown == [[FIRST], [IBID_WITH_LOCATOR], [IBID], [IBID_WITH_LOCATOR], [SUBSEQUENT], [IBID_WITH_LOCATOR]]


def test_ibid_inside_one_citation():
    assert _positions(["a", "a", "b"]) == [[FIRST, IBID, FIRST]]


def test_no_ibid_behind_a_citation_of_several_works():
    assert _positions(["a", "b"], ["b"]) == [[FIRST, FIRST], [SUBSEQUENT]]


def test_a_note_with_two_citations_is_no_place_for_ibid():
    notes = [
        {"items": ["a"], "note": 1},
        {"items": ["b"], "note": 1},
        {"items": ["b"], "note": 2},
        {"items": ["b"], "note": 3},
    ]
    assert _positions(*notes) == [[FIRST], [FIRST], [SUBSEQUENT], [IBID]]


def test_near_notes_and_the_first_note_are_known():
    cleaned = clean_clusters([{"items": ["a"], "note": 1}, {"items": ["a"], "note": 4}, {"items": ["a"], "note": 12}])
    set_positions(cleaned, 5)
    assert [(c.cites[0].near_note, c.cites[0].first_note) for c in cleaned] == [(False, None), (True, 1), (False, 1)]


def test_a_caller_can_set_positions():
    assert _positions(["a"], [{"id": "a", "position": FIRST}], [{"id": "a", "position": 99}]) == [
        [FIRST],
        [FIRST],
        [IBID],
    ]


def test_clusters_of_every_shape_are_read():
    cleaned = clean_clusters(
        ["a", ["b", {"id": 3}], {"items": "c"}, {"citationItems": [{"id": "d"}], "note": 7}, {"id": "e"}, {}, None]
    )
    assert [[cite.id for cite in cluster.cites] for cluster in cleaned] == [
        ["a"],
        ["b", "3"],
        ["c"],
        ["d"],
        ["e"],
        [],
        [],
    ]
    assert cleaned[3].note == 7


def test_dirty_cites_are_repaired():
    ((cluster),) = clean_clusters(
        [[{"id": "a", "locator": 12, "label": None, "prefix": {}, "position": "x", "suffix": ["s"]}]]
    )
    cite = cluster.cites[0]
    assert (cite.locator, cite.label, cite.prefix, cite.suffix, cite.forced) == ("12", "page", "", "s", None)


def test_modes_are_read_from_cite_and_cluster():
    assert clean_clusters([[{"id": "a", "suppress-author": True}]])[0].cites[0].mode == "suppress-author"
    assert clean_clusters([{"items": ["a"], "mode": "composite", "infix": "say"}])[0].infix == "say"
    assert clean_clusters([{"items": ["a"], "mode": "nonsense"}])[0].mode == ""
