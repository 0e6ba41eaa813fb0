import pytest

from pubtrack.csl.runs import Run
from pubtrack.csl.writers import FORMATS, find_writer, write_runs
from pubtrack.errors import NotFoundError


@pytest.mark.parametrize("format", sorted(FORMATS))
def test_every_format_writes_nothing_for_nothing(format):
    assert write_runs([], format) == ""
    assert write_runs([Run("a")], format) == "a"


def test_an_unknown_format_names_the_known_ones():
    with pytest.raises(NotFoundError) as caught:
        find_writer("docx")
    assert "html" in caught.value.suggestions
