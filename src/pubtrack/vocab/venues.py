"""Names of journals and conferences, their short forms, and words that tell what kind of venue it is."""

# ruff: noqa: E501, SIM905 - tables of words read better as lines of words than as one literal a word
from __future__ import annotations

VENUE_ACRONYMS = {
    "aaai": "association for the advancement of artificial intelligence", "acl": "association for computational linguistics",
    "aacl": "asia pacific chapter association for computational linguistics", "aistats": "artificial intelligence and statistics",
    "cacm": "communications of the acm", "chi": "human factors in computing systems", "cikm": "information and knowledge management",
    "coling": "computational linguistics", "colm": "conference on language modeling", "colt": "computational learning theory",
    "conll": "computational natural language learning", "corl": "robot learning", "cvpr": "computer vision and pattern recognition",
    "dasfaa": "database systems for advanced applications", "eacl": "european chapter association for computational linguistics",
    "eccv": "european conference on computer vision", "edbt": "extending database technology", "emnlp": "empirical methods in natural language processing",
    "facct": "fairness accountability and transparency", "focs": "foundations of computer science", "icassp": "acoustics speech and signal processing",
    "iccv": "international conference on computer vision", "icde": "data engineering", "icdm": "data mining", "icdt": "database theory",
    "iclr": "learning representations", "icml": "machine learning", "icra": "robotics and automation", "icse": "software engineering",
    "icsm": "software maintenance", "ijcai": "joint conference on artificial intelligence", "interspeech": "speech communication association",
    "iros": "intelligent robots and systems", "jacm": "journal of the acm", "jair": "journal of artificial intelligence research",
    "jmlr": "journal of machine learning research", "kdd": "knowledge discovery and data mining", "lrec": "language resources and evaluation",
    "naacl": "north american chapter association for computational linguistics", "neurips": "neural information processing systems",
    "nips": "neural information processing systems", "nsdi": "networked systems design and implementation", "osdi": "operating systems design and implementation",
    "pami": "pattern analysis and machine intelligence", "tpami": "transactions on pattern analysis and machine intelligence",
    "plos": "public library of science", "pldi": "programming language design and implementation", "pnas": "proceedings of the national academy of sciences",
    "pods": "principles of database systems", "popl": "principles of programming languages", "pvldb": "proceedings of the vldb endowment",
    "semeval": "semantic evaluation", "sigir": "research and development in information retrieval", "sigmod": "management of data",
    "siggraph": "computer graphics and interactive techniques", "soda": "discrete algorithms", "sosp": "operating systems principles",
    "stoc": "theory of computing", "tacl": "transactions of the association for computational linguistics", "tkde": "transactions on knowledge and data engineering",
    "tmlr": "transactions on machine learning research", "tods": "transactions on database systems", "tois": "transactions on information systems",
    "uai": "uncertainty in artificial intelligence", "uist": "user interface software and technology", "vldb": "very large data bases",
    "wacv": "applications of computer vision", "wsdm": "web search and data mining", "www": "world wide web", "jama": "journal of the american medical association",
    "nejm": "new england journal of medicine", "bmj": "british medical journal", "icalp": "automata languages and programming", "ssdbm": "scientific and statistical database management",
    "dexa": "database and expert systems applications", "cidr": "innovative data systems research", "webdb": "web and databases", "er": "conceptual modeling",
}  # fmt: skip
"""Acronyms of venues and the words of their full names, normalised. Source: https://dblp.org/db/ (venue index)."""

JOURNAL_WORDS = frozenset(
    "journal j transactions trans letters lett review reviews rev annals ann record rec magazine mag bulletin bull quarterly archives arch "
    "communications commun newsletter acta cacm jacm tods tkde tois jmlr tmlr pnas endowment zeitschrift revue".split()
)
"""Words in names of journals. Source: ISSN List of Title Word Abbreviations, https://www.issn.org/services/online-services/access-to-the-ltwa/"""

CONFERENCE_WORDS = frozenset(
    "conference conf proceedings proc symposium symp workshop workshops congress meeting sigmod vldb icde edbt pods kdd neurips nips icml iclr "
    "acl emnlp naacl cvpr iccv eccv aaai ijcai sigir www cikm chi stoc focs soda popl pldi sosp osdi coling eacl findings interspeech icassp".split()
)
"""Words in names of conferences and proceedings. Source: https://dblp.org/db/conf/"""

COLUMN_WORDS = frozenset("bulletin bull column magazine mag news newsletter notes notices rec record".split())
"""Words in names of periodicals that have columns: one title in many issues. Source: chosen by hand."""

PREPRINT_WORDS = frozenset(
    "arxiv corr biorxiv medrxiv chemrxiv ssrn preprint preprints eprint e-print psyarxiv socarxiv osf engrxiv techrxiv researchgate openreview".split()
)
"""Words in names of preprint servers. Source: https://asapbio.org/preprint-servers"""

REPORT_WORDS = frozenset(
    "report tech technical rep memo working dissertation thesis phd diss masters manuscript unpublished submitted".split()
)
"""Words that name a report, thesis or manuscript instead of a venue. Source: chosen by hand."""

PREPRINT_DOI_PREFIXES = (
    "10.48550/",
    "10.1101/",
    "10.64898/",
    "10.2139/ssrn",
    "10.26434/",
    "10.31234/",
    "10.31235/",
    "10.31219/",
    "10.20944/preprints",
    "10.21203/rs",
    "10.36227/",
    "10.22541/au",
    "10.33774/",
    "10.12688/",
)
"""DOIs that preprint servers register. Source: https://api.crossref.org/prefixes/, https://api.datacite.org/"""

VENUE_NOISE = frozenset(
    "the of in on and for a an international national annual acm ieee proceedings proc conference conf symposium symp workshop journal j "
    "th st nd rd first second third fourth fifth inter intl int association society springer elsevier lncs lecture notes volume vol "
    "part series new york usa".split()
)
"""Words that many venue names share; they count less. Source: chosen by hand."""
