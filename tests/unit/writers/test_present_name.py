"""The present name stands where a past one stood, by name or by ORCID."""

from __future__ import annotations

from pubtrack.model import Contributor, Fields, Owner
from pubtrack.writers.present_name import with_present_name

OWNER = Owner(name="Ana Li", orcid="0000-0002-1825-0097", past_names=("Ana Older",))
OLD = Contributor(family="Older", given="A.", marks=("corresponding",), affiliation=("Oslo",))
OTHER = Contributor(family="Ek", given="Bo")


def test_a_past_name_becomes_the_present_one_with_its_marks():
    work = with_present_name(Fields(author=(OLD, OTHER), editor=(OLD,)), OWNER)
    assert [a.name for a in work.author] == ["Ana Li", "Bo Ek"]
    assert work.author[0].marks == ("corresponding",)
    assert work.editor[0].name == "Ana Li"


def test_the_orcid_id_tells_a_name_nobody_listed():
    stranger = Contributor(family="Else", given="Anna", orcid="0000-0002-1825-0097")
    assert with_present_name(Fields(author=(stranger,)), OWNER).author[0].name == "Ana Li"


def test_without_past_names_the_work_is_the_very_same():
    work = Fields(author=(OLD,))
    assert with_present_name(work, Owner(name="Ana Li")) is work
    assert with_present_name(work, None) is work
