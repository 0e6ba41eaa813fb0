"""Nouns and verbs that introduce a scholarly text in running prose, per language, and what they make of it (CSL type).

Words are folded (lower case, no accents). Collected by hand.
"""
# ruff: noqa: E501 - tables and patterns, one line each

from __future__ import annotations

WORK_NOUNS: dict[str, dict[str, str]] = {
    "en": {
        "paper": "work", "papers": "work", "article": "article-journal", "articles": "article-journal", "book": "book", "books": "book",
        "monograph": "book", "textbook": "book", "handbook": "book", "festschrift": "book", "sourcebook": "book", "first book": "book", "study of": "work", "edition of": "book", "biography of": "book", "edited volume": "book", "edited collection": "book", "anthology": "book", "volume": "book",
        "novel study": "book", "chapter": "chapter", "book chapter": "chapter", "thesis": "thesis", "dissertation": "thesis", "preprint": "article",
        "pre-print": "article", "working paper": "article", "manuscript": "article", "report": "report", "white paper": "report",
        "whitepaper": "report", "policy brief": "report", "technical report": "report", "study": "work", "studies": "work", "essay": "work",
        "survey": "work", "review": "article-journal", "memoir": "book", "memoirs": "book", "autobiography": "book", "primer": "book", "review article": "article-journal", "publication": "work", "publications": "work", "work": "work", "works": "work",
        "letter": "article-journal", "commentary": "article-journal", "perspective": "article-journal", "position paper": "work",
        "conference paper": "paper-conference", "workshop paper": "paper-conference", "short paper": "paper-conference",
        "case report": "article-journal", "note": "work", "treatise": "book", "piece": "work", "co-authored": "work", "author of": "book",
        "authored": "work", "wrote": "work", "published": "work", "authors of": "work", "editor of": "book", "co-editor of": "book", "titled paper": "work",
        "research article": "article-journal", "law review article": "article-journal", "monographs": "book", "findings": "work", "followed by": "", "entitled": "", "titled": "",
    },
    "de": {
        "titel": "", "unter dem titel": "", "fassung": "work", "roman": "book", "sachbuch": "book", "herausgeber von": "book", "herausgeberin von": "book", "artikel": "article-journal", "aufsatz": "article-journal", "aufsatzes": "article-journal", "beitrag": "work", "buch": "book", "buches": "book", "buchs": "book", "bandes": "book",
        "monographie": "book", "monografie": "book", "sammelband": "book", "band": "book", "lehrbuch": "book", "studie": "work", "arbeit": "work",
        "dissertation": "thesis", "doktorarbeit": "thesis", "habilitation": "thesis", "habilitationsschrift": "thesis", "masterarbeit": "thesis",
        "bachelorarbeit": "thesis", "diplomarbeit": "thesis", "abschlussarbeit": "thesis", "promotionsschrift": "thesis", "paper": "work",
        "publikation": "work", "veroffentlichung": "work", "kapitel": "chapter", "bericht": "report", "preprint": "article", "werk": "work",
        "aufsatze": "article-journal", "bucher": "book", "beitrage": "work", "monographien": "book", "monografien": "book", "fachartikel": "article-journal", "manuskript": "article", "paper mit dem titel": "work", "schrift": "work", "autor von": "book", "autorin von": "book",
        "zeitschriftenartikel": "article-journal", "forschungsarbeit": "work",
    },
    "es": {
        "articulo": "article-journal", "articulos": "article-journal", "libro": "book", "libros": "book", "capitulo": "chapter", "tesis": "thesis",
        "trabajo": "work", "trabajos": "work", "estudio": "work", "informe": "report", "monografia": "book", "publicacion": "work",
        "ensayo": "work", "ensayos": "work", "capitulos": "chapter", "estudios": "work", "monografias": "book", "publicaciones": "work", "obras": "book", "paper": "work", "manuscrito": "article", "obra": "book", "autor de": "book", "autora de": "book", "investigacion": "work",
        "tesis doctoral": "thesis", "titulado": "", "titulada": "", "titulaba": "", "titula": "", "titulo": "",
    },
    "fr": {
        "intitule": "", "intitulee": "", "intitulait": "",
        "article": "article-journal", "articles": "article-journal", "livre": "book", "ouvrage": "book", "ouvrages": "book", "chapitre": "chapter",
        "these": "thesis", "these de doctorat": "thesis", "memoire": "thesis", "etude": "work", "rapport": "report", "monographie": "book",
        "publication": "work", "essai": "book", "papier": "work", "manuscrit": "article", "preprint": "article", "travail": "work", "auteur de": "book",
        "autrice de": "book", "essais": "work", "livres": "book", "chapitres": "chapter", "theses": "thesis", "etudes": "work", "publications": "work", "travaux": "work", "habilitation": "thesis",
    },
    "it": {"articolo": "article-journal", "libro": "book", "volume": "book", "capitolo": "chapter", "tesi": "thesis", "saggio": "work", "lavoro": "work", "studio": "work", "monografia": "book", "saggi": "work", "libri": "book", "articoli": "article-journal"},
    "pt": {"artigo": "article-journal", "livro": "book", "capitulo": "chapter", "tese": "thesis", "dissertacao": "thesis", "trabalho": "work", "estudo": "work", "ensaio": "work"},
    "zh": {
        "论文": "work", "文章": "work", "著作": "book", "专著": "book", "一文": "article-journal", "一书": "book", "译著": "book", "教材": "book",
        "编著": "book", "主编": "book", "著有": "book", "出版": "book", "学位论文": "thesis", "博士论文": "thesis", "硕士论文": "thesis",
        "研究报告": "report", "发表": "work", "論文": "work", "專書": "book", "发表了": "work",
    },
}  # fmt: skip
"""language -> noun or verb -> CSL type (`""`: says only that a title follows)."""

WORK_VERBS: dict[str, tuple[str, ...]] = {
    "en": (
        "was published", "is published", "were published", "got published", "has been published", "have been published", "published in", "published by", "published on", "published at",
        "appeared in", "appears in", "will appear", "to appear", "was accepted", "is accepted", "were accepted", "got accepted", "has been accepted",
        "have been accepted", "accepted at", "accepted to", "accepted by", "accepted for", "accepted in", "is now available on", "is available on", "is out", "is now out",
        "is on arxiv", "is forthcoming", "forthcoming in", "forthcoming from", "in press", "is online", "is now online", "received the best", "named best", "was named", "named as", "selected as best", "named outstanding", "won the best", "was awarded", "has been awarded", "won the", "wins the", "receives the",
        "received an", "received the", "is under review", "was selected as", "was nominated", "is featured in", "came out", "on arxiv", "was released", "was submitted", "preprint",
        "has won", "have won", "written by", "authored by", "was recognized", "was honored", "was recognised", "was honoured", "has received", "took home", "was shortlisted",
    ),
    "de": (
        "erschien", "erschienen", "veroffentlicht", "publiziert", "angenommen", "erscheint", "wurde mit", "ausgezeichnet", "im druck", "eingereicht", "erhielt", "pramiert", "verfasst von", "geschrieben von",
    ),
    "es": ("lo firmamos", "la firmamos", "firmamos", "lo publicamos", "publicamos", "lo escribimos", "lo escribi", "lo publique", "fue publicado", "publicado en", "publicado por", "aceptado en", "ha sido publicado", "ha sido aceptado", "fue aceptado", "aparecio en", "en prensa", "recibio", "obtuvo", "publicada en", "fue galardonad", "fue premiad", "realizado por", "realizada por", "elaborado por", "elaborada por", "escrito por", "escrita por"),
    "fr": ("nous l'avons publie", "que nous avons publie", "que j'ai publie", "publie dans", "publie chez", "publiee", "est paru", "paru dans", "paru chez", "parue", "accepte a", "accepte dans", "accepte pour", "a ete publie", "a ete accepte", "a paraitre", "a recu", "a obtenu", "recompense", "soutenue", "ecrit par", "ecrite par", "redige par", "redigee par"),
    "it": ("pubblicato", "accettato", "e uscito", "ha vinto", "ha ricevuto"),
    "pt": ("publicado", "aceito", "aceite", "recebeu", "ganhou"),
    "zh": ("发表于", "发表在", "被录用", "被接收", "接收", "录用", "出版", "获", "评为", "授予", "入选", "提出", "刊登", "刊于", "發表"),
}  # fmt: skip
"""language -> what is said after a title that only a published or submitted text can do."""
