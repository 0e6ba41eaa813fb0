"""Which agency registers the DOIs of a prefix, for prefixes that many works carry.

Source: https://www.doi.org/doiRA answers and https://api.datacite.org/prefixes (2026); arXiv's own is in
https://info.arxiv.org/help/doi.html. A prefix that is not here is asked at Crossref first (nine of ten DOIs are its),
then looked up at doi.org.
"""

AGENCIES: dict[str, str] = {
    "10.48550": "datacite",  # arXiv
    "10.5281": "datacite",  # Zenodo
    "10.6084": "datacite",  # figshare
    "10.5061": "datacite",  # Dryad
    "10.7910": "datacite",  # Harvard Dataverse
    "10.17605": "datacite",  # OSF
    "10.17632": "datacite",  # Mendeley Data
    "10.4230": "datacite",  # Dagstuhl (LIPIcs)
    "10.3929": "datacite",  # ETH Zurich
    "10.60493": "datacite",
    "10.1145": "crossref",  # ACM
    "10.1109": "crossref",  # IEEE
    "10.1007": "crossref",  # Springer
    "10.1016": "crossref",  # Elsevier
    "10.1038": "crossref",  # Nature
    "10.1093": "crossref",  # Oxford
    "10.1101": "crossref",  # bioRxiv, medRxiv
    "10.1126": "crossref",  # Science
    "10.1371": "crossref",  # PLOS
    "10.3390": "crossref",  # MDPI
    "10.18653": "crossref",  # ACL Anthology
    "10.1162": "crossref",  # MIT Press
    "10.1609": "crossref",  # AAAI
    "10.24963": "crossref",  # IJCAI
    "10.31234": "crossref",  # PsyArXiv
    "10.21203": "crossref",  # Research Square
    "10.2139": "crossref",  # SSRN
}
"""Prefix -> agency, in lower case."""
