"""Where a row of names ends."""

from __future__ import annotations

import pytest

from pubtrack.readers import read_text


@pytest.mark.parametrize(
    ("entry", "title"),
    [
        ("K. Sato, T. J. Halloran, R. Aslam*, Glassy Argyrodites: From Melt to Membrane, Adv. Mater. 2023, 35, 2301.",
         "Glassy Argyrodites: From Melt to Membrane"),
        ("Kanehisa M, Goto S: KEGG: kyoto encyclopedia of genes and genomes. Nucleic Acids Res. 2000, 28 (1): 27-30.",
         "KEGG: kyoto encyclopedia of genes and genomes"),
        ("Wolstencroft, K. et al. SEEK: a systems biology data platform. BMC Syst. Biol. 9, 33 (2015).",
         "SEEK: a systems biology data platform"),
        ("Lee, K. & Toutanova, K. Bert: pre-training of deep transformers for language. Nature 4, 41–48 (2019).",
         "Bert: pre-training of deep transformers for language"),
        ("Boyd, R. W. Nonlinear Optics. 3rd edn, (Academic Press, Orlando, FL, USA, 2008).", "Nonlinear Optics"),
        ("KELM, M. L. Desafios, experiências e estratégias de adoção em cooperativas. Revista Verde, v. 17, n. 1, 2019.",
         "Desafios, experiências e estratégias de adoção em cooperativas"),
        ("Little, J.J., Lowe, D.G.: A Boosted Particle Filter: Multitarget Detection. In: ECCV 2004, pp. 28–39 (2004)",
         "A Boosted Particle Filter: Multitarget Detection"),
    ],
)  # fmt: skip
def test_the_title_begins_where_the_names_end(entry: str, title: str) -> None:
    reading = read_text(f"References\n\n- {entry}\n", format="markdown")
    assert [w.title for w in reading.works] == [title]
