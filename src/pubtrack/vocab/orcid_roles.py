"""What contributors did, in ORCID's words. Source: ORCID message 3.0, work-contributor-role (2026)."""

ROLES: dict[str, str] = {
    "author": "author", "editor": "editor", "translator": "translator", "chair-or-translator": "translator",
}  # fmt: skip
"""Contributor role -> our field; roles that are neither (assignee, sponsor) are no authors."""
