from pubtrack.csl.runs import Mark, Run
from pubtrack.csl.writers.html import write_html


def test_text_and_attributes_are_escaped():
    assert (
        write_html([Run('<"&', (Mark("link", 'https://a.org/"onx="'),))])
        == '<a href="https://a.org/&#34;onx=&#34;">&#60;&#34;&#38;</a>'
    )


def test_a_caller_can_name_a_class():
    assert write_html([Run("Doe").with_mark("class", "owner")]) == '<span class="owner">Doe</span>'
    assert write_html([Run("Doe").with_mark("owner")]) == "Doe"


def test_several_blanks_are_kept():
    assert write_html([Run("a  b")]) == "a&#160; b"


def test_letters_of_superscript_shape_are_raised():
    assert write_html([Run("ˀé")]) == "<sup>ʔ</sup>é"
