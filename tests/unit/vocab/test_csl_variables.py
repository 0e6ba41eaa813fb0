"""The table of CSL variables."""

from __future__ import annotations

from pubtrack.csl.variables import DATES, NAMES
from pubtrack.model import SCHEMES, Fields
from pubtrack.vocab.csl_variables import ALIASES, CSL_VARIABLES, OTHER_TEXT_VARIABLES


def test_every_variable_is_a_field_or_a_scheme() -> None:
    for name, variable in CSL_VARIABLES.items():
        known = SCHEMES if variable.kind == "identifier" else Fields.model_fields
        assert variable.field in known, name


def test_kinds_agree_with_csl() -> None:
    for name, variable in CSL_VARIABLES.items():
        assert (variable.kind == "names") == (name in NAMES), name
        assert (variable.kind == "date") == (name in DATES), name


def test_every_alias_leads_to_a_variable() -> None:
    assert set(ALIASES.values()) <= set(CSL_VARIABLES)
    assert not set(ALIASES) & set(CSL_VARIABLES)
    assert not OTHER_TEXT_VARIABLES & set(CSL_VARIABLES)


def test_no_field_has_two_variables() -> None:
    fields = [variable.field for variable in CSL_VARIABLES.values()]
    assert len(fields) == len(set(fields))
