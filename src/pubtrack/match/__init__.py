"""Is it the same work? Comparing, choosing, finding doubles, grouping versions, and telling people apart."""

from pubtrack.match.adapt import Stated, bare_identifiers
from pubtrack.match.blocking import blocking_keys, candidate_pairs, title_keys
from pubtrack.match.compare import Choice, Comparison, choose, compare
from pubtrack.match.duplicates import Cluster, Duplicate, cluster, find_duplicates
from pubtrack.match.judgement import Verdict
from pubtrack.match.people import OwnerMatch, find_owner, is_owner
from pubtrack.match.prepare import Prepared, prepare
from pubtrack.match.reference import Reference, Span, parse_reference, parse_reference_spans
from pubtrack.model import Owner

__all__ = [
    "Choice",
    "Cluster",
    "Comparison",
    "Duplicate",
    "Owner",
    "OwnerMatch",
    "Prepared",
    "Reference",
    "Span",
    "Stated",
    "Verdict",
    "bare_identifiers",
    "blocking_keys",
    "candidate_pairs",
    "choose",
    "cluster",
    "compare",
    "find_duplicates",
    "find_owner",
    "is_owner",
    "parse_reference",
    "parse_reference_spans",
    "prepare",
    "title_keys",
]
