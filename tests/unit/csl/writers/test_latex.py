import pytest

from pubtrack.csl.runs import Mark, Run
from pubtrack.csl.writers.latex import write_latex


@pytest.mark.parametrize(
    ("mark", "shown"),
    [
        (Mark("font-style", "italic"), "\\textit{x}"),
        (Mark("font-style", "normal"), "\\textup{x}"),
        (Mark("font-weight", "bold"), "\\textbf{x}"),
        (Mark("font-variant", "small-caps"), "\\textsc{x}"),
        (Mark("text-decoration", "underline"), "\\underline{x}"),
        (Mark("vertical-align", "sup"), "\\textsuperscript{x}"),
        (Mark("link", "https://a.org/x_y%20z"), "\\href{https://a.org/x_y\\%20z}{x}"),
        (Mark("vertical-align", "baseline"), "x"),
    ],
)
def test_every_formatting_has_its_command(mark, shown):
    assert write_latex([Run("x", (mark,))]) == shown


def test_commands_in_data_are_text():
    assert write_latex([Run(r"\input{/etc/passwd} $x$ 50%")]) == r"\textbackslash{}input\{/etc/passwd\} \$x\$ 50\%"


def test_blocks_are_lines():
    assert write_latex([Run("a"), Run("b", (Mark("display", "block"),))]) == "a\\newline b"
