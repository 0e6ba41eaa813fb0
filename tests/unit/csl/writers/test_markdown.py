import pytest

from pubtrack.csl.runs import Mark, Run
from pubtrack.csl.writers.markdown import write_markdown

ITALIC, BOLD = Mark("font-style", "italic", 1), Mark("font-weight", "bold", 2)


@pytest.mark.parametrize(
    ("runs", "shown"),
    [
        ([Run("On "), Run("E. coli", (ITALIC,)), Run(", 2")], "On *E. coli*, 2"),
        ([Run("Doe, J.", (BOLD,)), Run(", Roe")], "**Doe, J.**, Roe"),
        ([Run("a"), Run("b", (ITALIC,)), Run("c")], "a<em>b</em>c"),
        ([Run("a "), Run(" b", (ITALIC,))], "a <em> b</em>"),
        ([Run("a", (ITALIC,)), Run("b", (ITALIC, BOLD))], "*a<strong>b</strong>*"),
        ([Run("2", (Mark("vertical-align", "sup"),))], "<sup>2</sup>"),
        ([Run("x", (Mark("font-variant", "small-caps"),))], '<span style="font-variant:small-caps;">x</span>'),
        ([Run("x", (Mark("link", "https://a.org/(b)"),))], "[x](<https://a.org/(b)>)"),
        ([Run("x", (Mark("owner", ""),))], "x"),
    ],
)
def test_signs_where_they_work_and_html_elsewhere(runs, shown):
    assert write_markdown(runs) == shown


def test_data_is_never_markup():
    assert write_markdown([Run("*a* [b](c) <d> `e` _f_ &amp;")]) == "\\*a\\* \\[b\\](c) \\<d\\> \\`e\\` \\_f\\_ \\&amp;"


def test_only_the_start_of_an_entry_can_be_a_list():
    assert write_markdown([Run("1. a"), Run("1. b", (BOLD,))]) == "1\\. a<strong>1. b</strong>"
    assert write_markdown([Run("- a")]) == "\\- a"
