"""Nouns that introduce something shaped like a work that is none, per language, and its kind.

Words are folded (lower case, no accents). Source: the kinds are those of the issue on extraction; words collected by hand.
"""
# ruff: noqa: E501 - tables and patterns, one line each

from __future__ import annotations

OTHER_NOUNS: dict[str, dict[str, str]] = {
    "en": {
        "talk": "talk", "talks": "talk", "lecture": "talk", "lectures": "talk", "keynote": "talk", "presentation": "talk", "presented": "talk", "presenting": "talk", "presentations": "talk",
        "speech": "talk", "address": "talk", "webinar": "talk", "tutorial": "talk", "seminar": "talk", "colloquium": "talk", "spoke on": "talk", "spoke about": "talk",
        "gave": "talk", "poster": "poster", "posters": "poster", "panel": "panel", "roundtable": "panel", "panelist": "panel", "discussion": "panel",
        "workshop": "workshop", "symposium": "event", "conference": "event", "session": "event", "event": "event", "meeting": "event", "summer school": "event",
        "hackathon": "event", "project": "project", "projects": "project", "initiative": "project", "research project": "project", "program": "project",
        "programme": "project", "network": "project", "consortium": "project", "research group": "project", "collaboration": "project", "grant": "grant", "grants": "grant", "funding": "grant",
        "proposal": "grant", "course": "course", "courses": "course", "class": "course", "module": "course", "mooc": "course", "podcast": "podcast",
        "episode": "podcast", "blog post": "blog post", "blogpost": "blog post", "blog": "blog post", "post": "blog post", "thread": "blog post",
        "software": "software", "package": "software", "library": "software", "tool": "software", "toolkit": "software", "app": "software",
        "platform": "software", "website": "software", "repository": "software", "agent": "software", "dataset": "dataset", "database": "dataset", "corpus": "dataset",
        "exhibition": "exhibition", "film": "film", "documentary": "film", "video": "film", "interview": "media", "column": "media",
        "op-ed": "media", "newspaper": "media", "press release": "media", "news article": "media", "news story": "media", "magazine": "container", "journal": "container", "series": "series", "book series": "series",
        "special issue": "container", "concept": "phrase", "notion": "phrase", "term": "phrase", "terms": "phrase", "so-called": "phrase", "called": "phrase",
        "question": "phrase", "motto": "phrase", "slogan": "phrase", "slogans": "phrase", "mottos": "phrase", "leitspruch": "phrase", "phrase": "phrase", "word": "phrase", "idea": "phrase", "topic": "phrase", "topics": "phrase", "theme": "phrase",
        "said": "quotation", "says": "quotation", "explains": "quotation", "explained": "quotation", "asked": "quotation", "wrote me": "quotation", "quote": "quotation", "told": "quotation",
        "covered by": "media", "featured in": "media", "featured on": "media", "mentioned in": "media", "interviewed by": "media", "profiled in": "media", "interviewed in": "media", "chair": "role", "r01": "grant", "r03": "grant", "r15": "grant", "r21": "grant", "r34": "grant", "r35": "grant", "k01": "grant", "k08": "grant", "k23": "grant", "k99": "grant", "u01": "grant", "u54": "grant", "p30": "grant", "t32": "grant", "f31": "grant", "f32": "grant", "award": "award", "prize": "award", "patent": "patent", "song": "art", "poem": "art", "performance": "art", "track": "event", "category": "phrase", "research area": "phrase", "issue of": "container",
    },
    "de": {
        "vortrag": "talk", "vortrage": "talk", "vorlesung": "course", "keynote": "talk", "gastvortrag": "talk", "prasentation": "talk", "rede": "talk", "referat": "talk",
        "festvortrag": "talk", "antrittsvorlesung": "talk", "ringvorlesung": "talk", "seminar": "course", "tagung": "event", "workshop": "workshop", "konferenz": "event", "podium": "panel", "podiumsdiskussion": "panel",
        "poster": "poster", "projekt": "project", "projekts": "project", "forschungsprojekt": "project", "projektes": "project", "verbundprojekt": "project", "forschungsgruppe": "project", "nachwuchsgruppe": "project", "arbeitsgruppe": "project", "forschungsverbund": "project", "netzwerk": "project", "dfg-netzwerk": "project", "graduiertenkolleg": "project", "sonderforschungsbereich": "project", "kolleg": "project",
        "kurs": "course", "lehrveranstaltung": "course", "podcast": "podcast", "blogbeitrag": "blog post", "blog": "blog post", "software": "software",
        "ausstellung": "exhibition", "film": "film", "interview": "media", "zeitung": "media", "zeitschrift": "container", "reihe": "series", "schriftenreihe": "series", "buchreihe": "series",
        "begriff": "phrase", "sogenannte": "phrase", "thema": "phrase", "motto": "phrase", "frage": "phrase", "sagt": "quotation", "sagte": "quotation", "so": "quotation", "erklart": "quotation",
        "exzellenzcluster": "project", "programm": "project", "kategorie": "phrase", "stiftung": "organisation", "preis": "award", "datenbank": "dataset", "themenheft": "container",
    },
    "es": {
        "ponencia": "talk", "charla": "talk", "conferencia": "talk", "seminario": "talk", "presentacion": "talk", "discurso": "talk", "cartel": "poster", "poster": "poster",
        "panel": "panel", "mesa redonda": "panel", "taller": "workshop", "congreso": "event", "simposio": "event", "jornada": "event", "jornadas": "event", "proyecto": "project", "proyectos": "project",
        "curso": "course", "asignatura": "course", "diplomado": "course", "podcast": "podcast", "blog": "blog post", "software": "software", "exposicion": "exhibition", "documental": "film",
        "entrevista": "media", "revista": "container", "serie": "series", "coleccion": "series", "grupo": "project", "termino": "phrase", "categoria": "phrase", "concepto": "phrase", "tema": "phrase", "dijo": "quotation", "explica": "quotation", "programa": "project", "premio": "award",
    },
    "fr": {
        "conference": "talk", "expose": "talk", "communication": "talk", "intervention": "talk", "presentation": "talk", "seminaire": "talk", "affiche": "poster", "poster": "poster",
        "table ronde": "panel", "atelier": "workshop", "colloque": "event", "journee d'etude": "event", "journees d'etude": "event", "journee d'etudes": "event", "journees d'etudes": "event", "journee": "event", "journees": "event", "congres": "event", "projet": "project", "projets": "project", "programme": "project", "cours": "course",
        "module": "course", "podcast": "podcast", "billet": "blog post", "blog": "blog post", "logiciel": "software", "exposition": "exhibition", "film": "film",
        "entretien": "media", "emission": "media", "chronique": "media", "revue": "container", "collection": "series", "serie": "series", "equipe": "project", "groupe": "project", "terme": "phrase", "notion": "phrase", "theme": "phrase", "explique": "quotation", "thematique": "phrase", "prix": "award",
        "axe": "project", "numero special": "container", "dossier": "container",
    },
    "it": {"conferenza": "talk", "seminario": "talk", "intervento": "talk", "relazione": "talk", "convegno": "event", "progetto": "project", "corso": "course", "rivista": "container", "collana": "series", "mostra": "exhibition"},
    "pt": {"palestra": "talk", "apresentacao": "talk", "seminario": "talk", "congresso": "event", "projeto": "project", "curso": "course", "revista": "container", "minicurso": "course", "oficina": "workshop"},
    "zh": {
        "报告": "talk", "演讲": "talk", "讲座": "talk", "作报告": "talk", "会议": "event", "论坛": "event", "研讨会": "event", "项目": "project", "课题": "project", "计划": "project",
        "课程": "course", "软件": "software", "平台": "software", "系统": "software", "栏目": "media", "节目": "media", "采访": "media", "期刊": "container", "杂志": "container", "丛书": "series",
        "称号": "award", "荣誉": "award", "期刊《": "container", "担任": "container", "编委": "container", "审稿": "container", "主题": "phrase", "称为": "phrase", "誉为": "phrase", "称作": "phrase", "所谓": "phrase", "主讲": "course", "特展": "exhibition", "展览": "exhibition",
    },
}  # fmt: skip
"""language -> noun -> kind of thing."""
