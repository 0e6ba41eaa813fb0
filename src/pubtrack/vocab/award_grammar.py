"""Small words inside, before and behind the names of awards, all languages together.

Words are folded (lower case, no accents). Collected by hand while reading award pages, CVs and news.
"""
# ruff: noqa: E501 - tables

from __future__ import annotations

TRIGGERS: tuple[str, ...] = (
    "award", "prize", "medal", "medaill", "fellow", "scholar", "studentship", "bursary", "honor", "honour", "mention",
    "distin", "laureat", "troph", "runner", "finalist", "preis", "auszeichnung", "stipendi", "ehren", "premi",
    "galard", "beca", "reconocimiento", "prix", "bourse", "palme", "best ", "outstanding", "test of time",
    "bolsa", "borsa", "riconosc", "prijs", "plakette", "verdienst", "commended", "elected", "member of",
    "mejor ", "meilleur", "doctorate", "stipend", "reviewer", "certificate", "citation", "chevalier",
    "officier", "influential", "cum laude", "leopoldina", "mitglied", "diploma", "mencao", "medaglia",
    "ehrung", "erwahnung", "of the year", "commandeu", "melhor ", "miglior", "beste", "excellent ", "merit ", "accesit", "accessit",
)  # fmt: skip
"""Beginnings without which no western award name is looked for."""

CONNECT_LEFT: frozenset[str] = frozenset((
    "&", "'", "'s", "-", "and", "d", "das", "de", "del", "der", "des", "die", "du", "e", "et", "for", "fur",
    "für", "in", "la", "le", "of", "per", "the", "to", "von", "y", "zum", "zur", "–",
    "van", "den", "ter", "ten", "di", "da", "dos", "al", "bin", "ibn", "af", "av", "/",
))  # fmt: skip
"""Words that join the parts of a name in front of its noun."""

CONNECT_RIGHT: frozenset[str] = frozenset((
    "&", "-", "a", "al", "an", "and", "au", "aux", "d", "da", "das", "de", "del", "der", "des", "di", "die",
    "do", "dos", "du", "e", "el", "en", "et", "for", "fur", "für", "in", "junge", "jungen", "l", "la", "las",
    "le", "les", "los", "of", "on", "para", "per", "pour", "sur", "the", "to", "un", "und", "une", "von", "y",
    "zum", "zur", "à",
))  # fmt: skip
"""Words that join the parts of a name behind its noun."""

STOP_LEFT: frozenset[str] = frozenset((
    "a", "also", "an", "and", "are", "as", "at", "awarded", "been", "by", "congrats", "congratulations",
    "das", "dem", "den", "der", "die", "ein", "eine", "einen", "el", "erhielt", "finalist:", "for", "from",
    "fur", "gano", "has", "hat", "have", "he", "her", "his", "i", "il", "in", "is", "its", "la", "le", "les",
    "lo", "los", "mit", "my", "named", "obtenu", "obtuvo", "on", "or", "our", "receive", "received",
    "receives", "recibio", "recipient", "recipient:", "recipients", "recu", "she", "that", "the", "their",
    "these", "they", "this", "un", "una", "und", "une", "was", "we", "were", "win", "winner", "winners",
    "wins", "with", "won", "wurde", "weitere", "weiterer", "weiteren", "anderen", "further", "other", "otros", "otras",
    "autres", "several", "many", "numerous", "zahlreiche", "mehrere", "hohe", "hohen", "hoher", "besondere", "various", "varios", "varias", "plusieurs",
))  # fmt: skip
"""Words a name does not begin with."""

COUNTS: frozenset[str] = frozenset((
    "past", "previous", "annual", "biennial",
    "two", "three", "four", "five", "six", "several", "both", "multiple", "zwei", "drei", "vier", "beide", "dos", "tres", "cuatro", "deux", "trois", "quatre", "due", "tre",
))  # fmt: skip
"""How many awards of one name there were, and how often it is given: no part of the name."""

ORDINALS: frozenset[str] = frozenset((
    "premier", "second", "deuxieme", "troisieme", "1er", "2e", "3e", "2eme", "3eme", "2nd", "grand", "primer", "segundo", "tercer", "gran", "primo", "secondo", "terzo",
    "primeiro", "terceiro",
))  # fmt: skip
"""What may stand in front of a noun whose name follows it: `second prix de l'Académie`, `1er prix`."""

SOFT_LOWER: frozenset[str] = frozenset((
    "achievement", "annual", "article", "articulo", "best", "book", "career", "chercheur", "dean's", "demo",
    "dissertation", "distinguished", "doctoral", "early", "excellence", "graduate", "honorable",
    "international", "jeune", "joven", "lifetime", "long", "meilleur", "meilleure", "mejor", "melhor",
    "mention", "merit", "miglior", "national", "outstanding", "paper", "papers", "phd", "postdoctoral",
    "poster", "presentation", "oral", "essay", "special", "merit", "research", "researcher", "runner-up", "short", "student", "teaching", "tesis",
    "these", "thesis", "travel", "undergraduate", "young",
))  # fmt: skip
"""Words of names that may be written small."""

NO_NAME_AFTER: frozenset[str] = frozenset((
    "fund", "funds", "endowment", "office", "application", "applications", "banquet", "call", "ceremony", "chair", "chairs", "colloquium",
    "committee", "committees", "dinner", "jury", "lecture", "lectures", "meeting", "news", "nomination",
    "nominations", "nominee", "nominees", "number", "page", "panel", "policy", "session", "symposium", "talk",
    "website",
))  # fmt: skip
"""Behind an award noun these words make it something else: `Nobel Laureate Meeting`, `Award Committee`."""

BREAK_RIGHT: frozenset[str] = frozenset((
    "ete", "est", "es", "fue", "ha", "sera", "son", "era", "ist", "wurde", "etait", "sont", "fueron", "han", "and his", "lui", "pela", "pelo", "por", "that", "which", "who", "este", "cette",
    "recompense", "recompensent", "recompensa", "distingue", "couronne", "honore", "salue", "reconnait", "reconoce", "premia", "premio", "galardona", "revient", "va", "vient", "recae", "recayo", "consacre",
    "publicado", "publie", "publiee", "publicada",
    "afin", "dont", "avec", "remis", "remise", "are", "were", "recognized", "recognised", "announced", "goes", "went", "winners", "recipients", "awardees", "laureates",
    "ante", "at", "attribue", "bei", "beim", "by", "concedido", "decerne", "durante", "during", "from",
    "winner", "recipient", "gewinner", "gewinnerin", "gewinnerinnen", "preistrager", "preistragerin", "preistragerinnen", "verleihung", "preisverleihung", "from:", "has", "i", "is", "lors", "my", "otorgada", "otorgado", "otorgat", "our", "par", "por", "pour",
    "que", "qui", "received", "recibio", "since", "vom", "was", "we", "with", "won",
))  # fmt: skip
"""Words that end a name."""

GRADES: frozenset[str] = frozenset((
    "citation", "certificate", "honors", "honor", "distinction", "honour", "honours", "doctorate", "diploma", "mentions", "mention",
))  # fmt: skip
"""Nouns that written small mostly are grades or everyday words."""

BEFORE_SMALL_HEAD: frozenset[str] = frozenset((
    "paper", "thesis", "poster", "presentation", "student", "dissertation", "talk", "teaching", "reviewer", "demo", "article", "oral", "essay",
))  # fmt: skip
"""Behind these words an award noun may be written small: `best paper award`."""

NO_NAMES: frozenset[str] = frozenset((
    "the award", "best", "best of", "fellow of", "fellow of the", "elected member", "honors and awards", "awards and honors",
    "fellowships and awards", "honors", "elected fellow",
))  # fmt: skip
"""What is built like a name and is none."""

PERSONAL_TITLES: frozenset[str] = frozenset((
    "pd", "dr", "dra", "prof", "professor", "professorin", "professeur", "privatdozent", "privatdozentin", "frau", "herr",
    "herrn", "mr", "mrs", "ms", "mme", "madame", "monsieur", "dona", "don", "d", "dª", "da", "sr", "sra",
))  # fmt: skip
"""Behind `for` these begin the name of a person, not the purpose of an award."""

PRIZED_TEXTS: frozenset[str] = frozenset((
    "dissertation", "habilitation", "doktorarbeit", "arbeit", "buch", "aufsatz", "promotion", "thesis", "tesis", "these",
    "livre", "ouvrage", "libro", "paper", "article", "book", "monograph", "monographie", "work", "presentation", "poster", "talk", "essay",
    "trabajo", "articulo", "ensayo", "estudio", "obra", "proyecto", "trabalho", "artigo", "tese", "travail", "memoire", "etude", "lavoro", "saggio", "tesi",
))  # fmt: skip
"""Kinds of texts an award is given for."""

OWN_NAME_FOLLOWS: frozenset[str] = frozenset(
    ("prix", "premio", "medalla", "medaille", "medaglia", "medalha", "bourse", "beca")
)
"""Nouns that a name of its own may follow at once: `le prix Carbet`."""

ARTICLES: frozenset[str] = frozenset(
    ("le", "du", "au", "la", "el", "del", "al", "il", "o", "do", "ao", "un", "son", "ce")
)
"""What stands in front of such a noun in a sentence."""
