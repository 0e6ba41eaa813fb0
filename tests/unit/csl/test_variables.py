from pubtrack.csl import variables
from pubtrack.model import WORK_TYPES


def test_kinds_do_not_overlap():
    assert not variables.NAMES & variables.DATES
    assert not variables.NUMBERS & (variables.NAMES | variables.DATES | variables.TEXTS)
    assert variables.VARIABLES == variables.NAMES | variables.DATES | variables.NUMBERS | variables.TEXTS


def test_tables_for_crossref_lead_to_csl():
    assert set(variables.CROSSREF_TYPES.values()) <= variables.TYPES
    assert set(variables.CROSSREF_FIELDS.values()) <= variables.VARIABLES


def test_the_types_and_roles_of_csl_1_0_2_are_there():
    assert {"software", "event", "performance", "standard", "periodical"} <= variables.TYPES
    assert {"curator", "narrator", "organizer", "series-creator", "executive-producer"} <= variables.NAMES
    assert {"part-number", "printing-number", "supplement-number"} <= variables.NUMBERS


def test_the_types_are_those_of_the_model():
    assert set(WORK_TYPES) == variables.TYPES
