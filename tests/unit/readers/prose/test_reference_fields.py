"""Authors, year and venue of references in many styles."""

from __future__ import annotations

import pytest

from guarding import never_rules_out
from pubtrack.readers import read_text
from pubtrack.readers.prose import reference_fields
from pubtrack.readers.prose.words import holds_one

STYLES = [
    ("Liu, Y.; Kim, J. *Photocatalytic Amination of Arenes*. J. Am. Chem. Soc. 2023, 145, 8123-8131.", "J. Am. Chem. Soc", 2023, ("Liu, Y.", "Kim, J.")),
    ("Q. Zhou and Y. Deng, \"Observation of a supersolid-like phase,\" Phys. Rev. Lett. 124, 060401 (2020).", "Phys. Rev. Lett", 2020, ("Q. Zhou", "Y. Deng")),
    ("Jane Doe & Peter Strauss, *Who Owns Legislative History?*, 119 COLUM. L. REV. 45 (2019).", "COLUM. L. REV.", 2019, ("Jane Doe", "Peter Strauss")),
    ("Foreman, Daniel; Agol, Eric, 2017, \"Fast and Scalable Modeling of Stars\", The Astronomical Journal, 154, 220.", "The Astronomical Journal", 2017, ("Foreman, Daniel", "Agol, Eric")),
    ("李明, 王晓东. 光晶格中超冷原子的量子多体动力学[J]. 物理学报, 2019, 68(4): 043701.", "物理学报", 2019, ("李明", "王晓东")),
    ("Rotkirch, A. (2013). Baby fever and longing for children. In A. Buchanan & K. Berg (Eds.), *Fertility rates and population decline* (pp. 249-266). Palgrave Macmillan.", "Fertility rates and population decline", 2013, ("Rotkirch, A.",)),
    ("Sandkühler, Ulrich: Der Rat und die Armen. Fürsorge in der Reichsstadt Memmingen, Konstanz: UVK 2005 (zugl. Diss. Tübingen 2003).", "UVK", 2005, ("Sandkühler, Ulrich",)),
    ("Lüdemann, G. 1980. *Paulus der Heidenapostel: Studien zur Christologie*. Göttingen: Vandenhoeck & Ruprecht.", "Vandenhoeck & Ruprecht", 1980, ("Lüdemann, G.",)),
]  # fmt: skip


@pytest.mark.parametrize(("text", "venue", "year", "authors"), STYLES)
def test_fields_of_a_reference(text: str, venue: str, year: int, authors: tuple[str, ...]) -> None:
    (work,) = read_text(f"## Publications\n\n- {text}\n", format="markdown").works
    assert work.venue is not None
    assert work.venue.startswith(venue)
    assert (work.year, work.authors) == (year, authors)


def test_editors_are_not_where_a_chapter_appeared() -> None:
    text = "Rotkirch, A. (2008). What is baby fever? In T. Meleghy, P. Meyer, & H.-J. Niedenzu (Eds.), *The new evolutionary social science*. Paradigm."
    (work,) = read_text(f"## Publications\n\n- {text}\n", format="markdown").works
    assert work.venue == "The new evolutionary social science"


def test_a_pattern_is_tried_wherever_it_would_find_something() -> None:
    never_rules_out(
        lambda text: holds_one(text, reference_fields._OTHERS_HINTS), reference_fields._OTHERS, folded=False
    )


def test_the_year_of_a_reprint_is_not_the_year_of_the_work() -> None:
    text = "## Publications\n\n### 1966\n\n1. *Los nudos y las cuerdas del puerto*, *Lecciones*, vol. 32, pp. 157-168. Reprinted in 2007, pp. 249-258.\n"
    assert [w.year for w in read_text(text, format="markdown").works] == [1966]


def test_what_a_work_won_is_not_where_it_appeared() -> None:
    text = '## Education\n\n- PhD, History, 2010\n  Dissertation: "Salt and Power in the Northern Ports"\n  (Winner of the Reed Prize for best dissertation, 2011)\n'
    (work,) = read_text(text, format="markdown").works
    assert work.venue is None


def test_the_word_in_front_of_a_book_is_not_its_name() -> None:
    text = r"\section{Publikationen}\cvitem{2016}{\textbf{B. Olm}: Knoten im Netz. In: \textit{Handbuch der Taue}, hrsg. von A. Reed, Tarn: Kelp, S. 12--34.}"
    (work,) = read_text(text, name="cv.tex").works
    assert work.venue == "Handbuch der Taue"
