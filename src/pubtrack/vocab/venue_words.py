"""Words that mark the parts of a reference that are not its title, per kind of part, all languages together.

Words are folded (lower case, no accents); a Latin word counts as the beginning of a word.
Source: collected by hand; journal words and abbreviations are the common ones of ISO 4.
"""
# ruff: noqa: E501, SIM905 - tables, one line each

from __future__ import annotations

import re

from pubtrack.vocab.reference_words import ENGLISH_MONTHS

VENUE_STEMS: tuple[str, ...] = tuple(
    "journal j. proceedings proc. transactions trans. annals letters lett. bulletin bull. conference workshop symposium congress quarterly magazine gazette arxiv biorxiv medrxiv ssrn psyarxiv preprint "
    "press verlag publisher publishing publications routledge springer elsevier wiley palgrave macmillan brill routledge peter-lang oup cup mit-press lexis nomos beck kluwer sage blackwell mohr suhrkamp metzler transcript campus reclam schoningh steiner duncker gruyter vandenhoeck "
    "zeitschrift archiv jahrbuch beitrage mitteilungen rundschau blatter schriften festschrift handbuch lexikon worterbuch jahrestagung tagungsband revista revue rivista anales annales cuadernos cahiers boletin actas actes anuario memorias editorial ediciones editions presses studi studien "
    "universitat universidad universite universita universidade university univ. neurips nips icml iclr emnlp acl naacl eacl coling cvpr iccv eccv aaai ijcai kdd sigir chi uist interspeech icassp plos bmj lancet nejm nature science cell pnas ieee acm lncs lecture "
    "klincksieck vrin harmattan l'harmattan karthala gallimard flammarion fayard droz garnier bruylant larcier lgdj dalloz lexisnexis marcial-pons siglo-xxi fondo-de-cultura akal trotta gredos tecnos aranzadi civitas comares dykinson iberoamericana vervuert waxmann kohlhammer wallstein olms peter-lang velbruck beltz juventa oldenbourg bohlau narr budrich leske rowman verso bloomsbury ashgate guilford jossey-bass heinemann mcgraw-hill birkhauser hackett catarata anagrama ecole-francaise casa-de maison-des-sciences cnrs-editions armand-colin classiques crc-press world-scientific basic-books penguin norton knopf encyclopedia companion handbook tratado libro-homenaje chronicle forum bioinformatics advances frontiers reviews abhandlungen berichte tidsskrift acta bmc mdpi sensors nber cepr iza cesifo discussion h-soz-kult sehepunkte l. harv. yale".split()
)
"""Beginnings of words in names of journals, meetings and publishers."""

VENUE_CHINESE: tuple[str, ...] = (
    "学报",
    "期刊",
    "杂志",
    "大学",
    "出版社",
    "研究》",
    "会议",
    "评论",
    "月刊",
    "季刊",
    "论坛",
    "學報",
    "工程",
    "科学",
    "技术",
    "通讯",
    "通报",
    "教育",
)

VENUE_LEADS: tuple[str, ...] = (
    "in ",
    "in: ",
    "in:",
    "dans ",
    "dans: ",
    "en: ",
    "en ",
    "em: ",
    "nel ",
    "//",
    "to appear in ",
    "presented at ",
    "published in ",
    "accepted at ",
    "accepted to ",
    "accepted by ",
    "accepted in ",
    "appeared in ",
    "appears in ",
    "forthcoming in ",
    "erschienen in",
    "proceedings of ",
    "paru dans",
    "at ",
    "submitted to ",
    "under review at ",
    "ed. by",
    "edited by",
    "hrsg",
    "hg.",
    "(ed",
    "eds",
    "under review",
    "accepted for ",
    "spotlight at",
    "oral at",
)
"""Beginnings of a part that names where something appeared."""

NOTE_WORDS: tuple[str, ...] = (
    "forthcoming", "in press", "under review", "submitted", "to appear", "accepted", "in preparation", "revise and resubmit", "r&r", "pdf", "link", "code", "slides", "video", "website", "project page", "equal contribution", "oral", "spotlight", "acceptance rate", "impact factor", "corresponding author",
    "full paper", "full text", "texte integral", "texto completo", "article publie", "chapitre publie", "volume publie", "manuscrit", "best paper", "award", "doi", "url", "bibtex", "abstract", "arxiv", "preprint", "open access", "online", "im druck", "im erscheinen", "eingereicht", "erscheint", "angenommen", "hrsg", "en prensa", "aceptado", "sous presse", "a paraitre", "soumis", "accepte", "en evaluation", "录用", "已录用", "待刊", "eds", "ed", "editors", "editor",
    "with", "mit", "con", "avec", "available at", "retrieved from", "accessed", "verfugbar unter", "disponible en", "citations", "cited by", "citation", "google scholar", "poster", "paper", "journal article", "conference paper", "book chapter", "book", "phd thesis", "doctoral dissertation", "phd dissertation", "master's thesis", "msc thesis", "dissertation", "unpublished", "working paper", "technical report",
    "thesis", "translated by", "trans.", "texte etabli", "traduit par", "trad. par", "edition et traduction", "edited and translated", "ed. and trans", "2nd edition", "ed.", "edition", "auflage", "aufl", "reprinted", "supplement", "appendix", "replication", "press release", "ver publicacion", "read more", "download", "volltext", "dissertation universitat", "isbn", "issn", "shortlisted", "nominated", "nominiert", "nominee", "data collection", "draft coming", "draft available", "draft on request", "available on ssrn", "available on request", "available upon request", "coming soon", "winner", "finalist", "blog", "dataset", "github", "demo", "honorable mention", "joint work", "joint with", "revise and resubmit", "coauthored", "co-authored", "first author", "co-first", "featured", "media coverage", "covered by", "impact", "q1", "ccf-a", "ccf", "sci", "ssci", "cssci", "ei", "通讯作者", "第一作者", "项目", "independent author", "in english", "in german", "in french", "in spanish", "in chinese", "auf deutsch", "auf englisch", "version", "special issue", "numero special", "numero monografico", "themenheft", "sonderheft", "special section", "guest edited", "dir.", "coord.", "under contract", "coll.", "vol.", "invited", "review of", "peer-reviewed", "peer reviewed",
    "recommended by", "reviewed in", "reviewed by", "highlighted in", "highlighted by", "rezensiert in", "recense dans", "resenado en", "translated into", "reprinted in", "nachgedruckt in", "reimpreso en", "most-read", "most read", "most cited", "cover article", "cover story", "editor's choice", "editors' choice", "lead article", "with discussion", "korean ubers", "ubers", "pref", "preface de", "preface d'", "preface by", "foreword by", "with a foreword", "mit einem vorwort", "mit einem geleitwort", "prologo de", "avant-propos de", "postface de", "sous la direction", "sous la dir", "supervised by", "under the supervision", "supervisor", "supervisors", "advisor", "adviser", "advisors", "betreut von", "betreuer", "betreuerin", "betreuung", "dirigida por", "dirigido por", "bajo la direccion", "director", "directora", "directeur", "directrice", "promotor", "导师", "指导教师",
)  # fmt: skip
"""Short parts that begin with one of these are notes."""

STATUS_WORDS: tuple[str, ...] = (
    "forthcoming", "in press", "under review", "submitted", "revise and resubmit", "r&r", "conditionally accepted", "in prep", "in progress",
    "work in progress", "in revision", "in review", "under revision", "revisions requested", "minor revision", "major revision", "in proof", "in production", "resubmitted", "manuscript in", "manuscript under", "book manuscript", "under contract", "unpublished manuscript", "im druck", "im erscheinen",
    "eingereicht", "in begutachtung", "in uberarbeitung", "in vorbereitung", "en prensa", "en revision", "en evaluacion", "en preparacion", "sous presse", "a paraitre", "soumis", "en preparation", "en cours d'evaluation",
    "待刊", "已录用", "审稿中",
)  # fmt: skip
"""How a part begins (folded) that says how far a text has come."""

MONTHS: tuple[str, ...] = ENGLISH_MONTHS + tuple(
    "januar februar marz mai juni juli oktober dezember enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre "
    "janvier fevrier mars avril juin juillet aout septembre octobre novembre decembre spring summer fall autumn winter".split()
)

NUMBER_WORDS: tuple[str, ...] = tuple(
    "vol volume no nr num number numero n issue pp p pages page s seiten art article bd band heft h jg t tomo tome ch chapter kap cap chap e fasc iss suppl sec part lncs lnai ser series id eid 第 卷 期 页".split()
)
"""Words between the numbers of a volume, issue or page range."""

SCHOLARLY_HOSTS: tuple[str, ...] = tuple(
    (
        "doi.org arxiv.org openreview.net aclanthology aclweb.org/anthology pubmed ncbi.nlm biorxiv medrxiv ssrn.com hal.science hal.archives jstor.org springer sciencedirect wiley.com tandfonline "
        "academic.oup cambridge.org/core dl.acm.org ieeexplore proceedings.mlr proceedings.neurips openaccess.thecvf nature.com/articles science.org/doi pnas.org journals. psyarxiv osf.io/preprints "
        "papers.ssrn nber.org/papers sagepub mdpi.com frontiersin plos elifesciences iopscience aps.org acs.org rsc.org annualreviews muse.jhu degruyter ojs zenodo.org/record eprint.iacr cell.com "
        "bmj.com nejm.org thelancet jmlr.org persee.fr cairn.info theses.fr scielo redalyc dialnet adsabs"
    ).split()
)
"""What the addresses of hosts hold that mostly serve scholarly texts. A list by hand of publishers, archives and preprint servers."""

SERIES_WORDS = frozenset(
    "papers paper papier papiere diskussionspapier diskussionspapiere arbeitspapier arbeitspapiere documents documentos document documento texto textos".split()
)
SERIES = re.compile(
    r"(?:\b(?:working|discussion|occasional|staff) papers?|(?:diskussions|arbeits)papiere?|\bdocum\w+ d[eo] (?:travail|trabajo|trabalho|discusion|recherche))\b[^,;:]*(?:\d|series|reihe|nr|no)\Z"
)
"""`OTB Working papers 2014-07`, `Documento de Trabajo 33`: a series and a number."""
