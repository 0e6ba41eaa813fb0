"""Posts and standing roles, gatherings, and things people make that are no texts, per language.

Words are folded (lower case, no accents). Collected by hand.
"""
# ruff: noqa: E501 - tables and patterns, one line each

from __future__ import annotations

ROLE_NOUNS: dict[str, tuple[str, ...]] = {
    "en": (
        "assistant professor", "associate professor", "full professor", "professor", "professor emeritus", "visiting professor", "adjunct professor", "faculty member", "lecturer", "senior lecturer", "reader", "postdoc",
        "postdoctoral researcher", "postdoctoral fellow", "postdoctoral scholar", "postdoctoral associate", "postdoctoral research fellow", "research scientist", "research fellow", "research associate", "research assistant", "senior researcher", "researcher", "principal investigator",
        "phd student", "ph.d. student", "phd candidate", "doctoral student", "doctoral candidate", "visiting scholar", "visiting researcher", "visiting fellow", "director", "co-director", "dean", "head", "department chair", "chair", "advisor",
        "teaching assistant", "instructor", "intern", "research intern", "curator", "librarian", "consultant", "fellow", "group leader", "team leader", "scientist", "editor-in-chief", "software engineer", "data scientist", "president", "vice president",
    ),
    "de": ("professor", "professorin", "juniorprofessor", "juniorprofessorin", "privatdozent", "privatdozentin", "wissenschaftlicher mitarbeiter", "wissenschaftliche mitarbeiterin", "postdoktorand", "postdoktorandin", "doktorand", "doktorandin", "akademischer rat", "akademische ratin", "lehrbeauftragter", "lehrbeauftragte", "gastprofessor", "gastprofessorin", "oberarzt", "oberarztin", "assistenzarzt", "assistenzarztin", "direktor", "direktorin", "leiter", "leiterin", "dozent", "dozentin"),
    "es": ("profesor", "profesora", "profesor titular", "profesora titular", "catedratico", "catedratica", "investigador", "investigadora", "investigador posdoctoral", "investigadora posdoctoral", "becario", "becaria", "director", "directora", "profesor asociado", "profesora asociada", "docente"),
    "fr": ("professeur", "professeure", "professeur des universites", "maitre de conferences", "maitresse de conferences", "charge de recherche", "chargee de recherche", "directeur de recherche", "directrice de recherche", "doctorant", "doctorante", "post-doctorant", "post-doctorante", "ater", "ingenieur de recherche", "directeur", "directrice", "chercheur", "chercheuse", "enseignant-chercheur"),
    "it": ("professore", "professoressa", "professore associato", "ricercatore", "ricercatrice", "assegnista di ricerca", "dottorando", "dottoranda"),
    "pt": ("professor", "professora", "pesquisador", "pesquisadora", "pos-doutorando", "doutorando", "investigador", "investigadora"),
    "zh": ("教授", "副教授", "讲师", "助理教授", "博士后", "研究员", "副研究员", "助理研究员", "博士生导师", "硕士生导师", "院长", "主任", "特聘教授"),
}  # fmt: skip
"""language -> nouns of posts."""

EVENT_NOUNS: tuple[str, ...] = (
    "workshop", "conference", "symposium", "congress", "meeting", "colloquium", "summer school", "summit", "hackathon", "tagung", "kongress", "konferenz", "congreso", "simposio", "jornadas", "colloque", "journees", "congres", "convegno", "shared task", "doctoral consortium",
)  # fmt: skip
"""Gatherings."""

MADE_NOUNS: dict[str, str] = {
    "agent": "software", "package": "software", "library": "software", "toolkit": "software", "toolbox": "software", "software": "software", "app": "software", "tool": "software", "framework": "software", "platform": "software", "plugin": "software", "dataset": "dataset", "database": "dataset",
    "corpus": "dataset", "project line": "project", "project": "project", "initiative": "project", "series": "series", "research series": "series", "podcast": "podcast", "blog": "blog post", "model": "software", "simulator": "software",
}  # fmt: skip
"""Nouns behind a name that say what kind of thing it names."""
