"""From points and evidence to one of four verdicts."""

from __future__ import annotations

from rapidfuzz.fuzz import ratio, token_set_ratio

from pubtrack.match.evidence import (
    APART,
    IdEvidence,
    author_share,
    compare_ids,
    governs,
    is_part,
    kinds_apart,
    kinds_exclude,
    led,
    nothing_apart,
    one_journal,
    one_place,
    other_place,
    printed_once,
    share_venue,
    stated_relation,
    swapped_words,
    title_alike,
    venues_apart,
    year_gap,
)
from pubtrack.match.features import NAMES, Row, crossed_authors, is_moved
from pubtrack.match.judgement import Verdict, left_open, told_in_full
from pubtrack.match.plain import plainly_one, shortened, subtitle_dropped
from pubtrack.match.policy import DIFFERENT_BELOW, PLAIN, SAME_FROM, VERIFIED
from pubtrack.match.prepare import Prepared
from pubtrack.match.retitled import retitled
from pubtrack.match.textual import TEXT_NAMES
from pubtrack.vocab.matching_words import NUMBER_WORDS, ROMAN_NUMERALS, TEXT_MARKERS

_NUMBERS, _SPELLING = NAMES.index("numbers"), NAMES.index("title spelling")
_LEFT_OVER, _LEFT_SPELLED = NAMES.index("words left over, lesser side"), NAMES.index("spelling of the words left over")
_FOUND = NAMES.index("authors found in the other's text")
_SHARE, _YEAR_GAP = NAMES.index("authors shared of the shorter list"), NAMES.index("year gap")
_VENUE_IN_TEXT, _AGREEING = TEXT_NAMES.index("venue in the text"), TEXT_NAMES.index("numbers agreeing")
_TITLE_IN_TEXT = TEXT_NAMES.index("title words in the text")

Said = tuple[Verdict, tuple[str, ...]]


def verdict_on(a: Prepared, b: Prepared, card: str, row: Row, probability: float) -> Said:
    """Gives the verdict on a pair that was measured, and the rules that decided."""
    relation = stated_relation(a, b) if a.relations or b.relations else None
    if relation == "same":
        return "same", ("stated to be the same",)
    if relation:
        return ("version" if relation == "version" else "different"), (f"stated relation: {relation}",)
    ids = compare_ids(a, b)
    if ids.agree:
        return _verified(a, b, card, probability, ids)
    apart = _apart(a, b, card)
    if apart:
        return "different", apart
    if ids.conflict:
        return _conflicting(a, b, _share(card, row), probability, ids)
    return _by_points(a, b, card, row, probability)


def _apart(a: Prepared, b: Prepared, card: str) -> tuple[str, ...]:
    """Reasons why two works are two, however alike they look."""
    reasons: list[str] = []
    if card == "text":
        text, record = (a, b) if a.is_text else (b, a)
        reasons += [f"only one is a {m}" for m in sorted(text.markers & APART) if m not in record.markers]
        reasons += [f"only one is a {m}" for m, words in TEXT_MARKERS.items() if _only_in_text(words, text, record)]
        return tuple(reasons)
    one_sided = (a.markers ^ b.markers) & APART
    if a.year == b.year is not None and a.venue_words & b.venue_words:
        one_sided -= {
            "review"
        }  # a book has no journal: both records are the review, one of them under the book's title
    reasons += [f"only one is a {m}" for m in sorted(one_sided)]
    if _other_years(a, b):
        reasons.append("other years in the title")
    other_numeral = a.last_numeral and b.last_numeral and a.last_numeral != b.last_numeral
    if other_numeral or (a.parts and b.parts and a.parts != b.parts):
        reasons.append("other part, volume or edition")
    if kinds_exclude(a, b):
        reasons.append("other kind of thing")
    if is_part(a, b):
        reasons.append("one is a part of the other")
    return tuple(reasons)


def _only_in_text(words: tuple[str, ...], text: Prepared, record: Prepared) -> bool:
    return any(w in text.bag and w not in record.bag for w in words)


def _verified(a: Prepared, b: Prepared, card: str, probability: float, ids: IdEvidence) -> Said:
    """An identifier is a claim: it holds where the rest does not contradict it."""
    shared = f"identifier agrees: {', '.join(ids.agree)}"
    if ids.conflict:
        other = f"identifier differs: {', '.join(ids.conflict)}"
        return ("version" if _alike(a, b, card, probability) else "unsure"), (shared, other)
    if _alike(a, b, card, probability) or _nothing_to_verify(a, b):
        return "same", (shared,)
    return "unsure", (shared, "but the title is another one")


def _nothing_to_verify(a: Prepared, b: Prepared) -> bool:
    return any(len(x.title_set) == 0 or (x.is_text and len(x.title_words) < 4) for x in (a, b))


def _alike(a: Prepared, b: Prepared, card: str, probability: float) -> bool:
    if probability >= VERIFIED["probability"]:
        return True
    if card == "text":
        return False
    share = author_share(a, b)
    if share == 0 and not (a.markers | b.markers):
        return title_alike(a, b) >= VERIFIED["title of other authors"]
    enough = VERIFIED["title"] if share is None else VERIFIED["title with authors"]
    return title_alike(a, b) >= enough or (share or 0) >= VERIFIED["authors"]


def _conflicting(a: Prepared, b: Prepared, share: float | None, probability: float, ids: IdEvidence) -> Said:
    """Never `same`: two identifiers of one scheme are two versions, a double, or two works."""
    reason = f"identifier differs: {', '.join(ids.conflict)}"
    if share == 0 or probability < 0.5:
        return retitled(a, b, share, (reason,))
    if a.generic or b.generic:
        return "unsure", (reason, "generic title")
    if kinds_apart(a, b) or (a.year and b.year and a.year != b.year and title_alike(a, b) > 0.8 and share):
        return "version", (reason,)
    return "unsure", (reason,)


def _by_points(a: Prepared, b: Prepared, card: str, row: Row, probability: float) -> Said:
    share = _share(card, row)
    strangers = share == 0 and card != "loose" and not one_place(a, b) and _other_people(a, b)
    if strangers and (card != "brief" or year_gap(a, b)):
        return "different", ("other authors",)
    if card != "text" and (printed_once(a, b) or subtitle_dropped(a, b) or shortened(a, b)):
        return _one_work(a, b, card, SAME_FROM[card])
    spelled_alike = card != "text" and (row[_SPELLING] or 0) >= 100 * PLAIN["title with slips"]
    if spelled_alike and plainly_one(a, b) and (card != "brief" or probability < SAME_FROM[card]):
        return _one_work(a, b, card, probability)
    if probability < SAME_FROM[card]:
        if card == "text" and probability >= DIFFERENT_BELOW[card] and told_in_full(a, b, row):
            return _believed(a, b, card, row)
        if (a.generic or b.generic) and nothing_apart(a, b):
            everybody = card == "names" and _pinned_down(a, b, row, card)
            return ("same", ()) if everybody else ("unsure", ("generic title",))
        if probability < DIFFERENT_BELOW[card]:
            return retitled(a, b, share, ())
        said, reasons = retitled(a, b, share, ())
        return ("unsure" if said == "different" else said), reasons
    if strangers and min(a.n_authors, b.n_authors) > 1 and not _misspelled(a, b):
        return "unsure", ("other authors",)  # one odd name is a scraper's fault, a whole list is somebody else's
    return _believed(a, b, card, row)


def _believed(a: Prepared, b: Prepared, card: str, row: Row) -> Said:
    """What the points call one work, unless a rule sees a version or a doubt."""
    if card != "text":
        doubt = _doubt(a, b, card, row)
        if doubt:
            return "unsure", (doubt,)
        if kinds_apart(a, b) and _venue_counts(a, b, card):
            return "version", ("one is a preprint or conference paper, the other is not",)
        form = _other_form(a, b)
        if form:
            return "version", (form,)
        if card != "brief" and year_gap(a, b) and venues_apart(a, b):
            return ("version" if plainly_one(a, b) else "unsure"), ("other year and venue",)
    elif (row[_TITLE_IN_TEXT] or 0) >= PLAIN["title in text"] and _other_years_in_text(a, b):
        return "unsure", ("other years in the title",)
    elif open_question := left_open(a, b, row):
        return "unsure", (open_question,)
    if (a.generic or b.generic) and not _pinned_down(a, b, row, card):
        return "unsure", ("generic title",)
    return "same", ()


def _other_form(a: Prepared, b: Prepared) -> str | None:
    """The form in which one of two has the work and the other not."""
    if a.edition and b.edition and a.edition != b.edition:
        return "other edition"
    if a.volume and b.volume and a.volume != b.volume and year_gap(a, b):
        return "other year and volume"
    printed = {"journal", "conference", "preprint", "chapter"}
    thesis = a.kind != b.kind and "thesis" in (a.kind, b.kind) and (a.kind in printed or b.kind in printed)
    return "one is a thesis" if thesis else None


def _other_years(a: Prepared, b: Prepared) -> bool:
    """True where both titles name years, and other ones: yearly reports and shared tasks ("Cancer statistics, 2019").

    Where a record has no year of its own, the one in its title may be the year that was moved there.
    """
    if not (a.title_years and b.title_years) or a.title_years == b.title_years:
        return False
    return bool(a.year and b.year) or not (a.n_authors or b.n_authors or a.venue or b.venue)


def _other_years_in_text(a: Prepared, b: Prepared) -> bool:
    """True where the title of the record names a year and the reference string only others."""
    text, record = (a, b) if a.is_text else (b, a)
    return not record.title_years <= text.title_years


def _doubt(a: Prepared, b: Prepared, card: str, row: Row) -> str | None:
    if card != "loose" and title_alike(a, b) < PLAIN["least title"] and not _begun(a, b, row):
        return "titles not alike enough"
    if governs(a, b):
        return "one title speaks of the other"
    if row[_FOUND] == 0 and year_gap(a, b) and not share_venue(a, b):
        return "other year, and one names nobody"
    if _of_another_year(a, b, card, row):
        return "other year and title"
    if a.parts != b.parts and not (_numbered_so(a, b) and _numbered_so(b, a)):
        return "only one is a numbered part"
    if one_place(a, b):
        return "other words in the title" if card != "loose" and swapped_words(a, b) else None
    if card != "loose" and (_is_later_part(a, b) or _is_later_part(b, a)):
        return "only one is a numbered part"
    if card != "loose" and _numbered_abstract(a, b):
        return "only one has a number in the title"
    if card != "loose" and _other_words(row):
        return "other words in the title"
    other_numbers = row[_NUMBERS] == 2.0 and not (card == "loose" and (is_moved(a, b) or is_moved(b, a)))
    return "other numbers in the title" if other_numbers else None


def _of_another_year(a: Prepared, b: Prepared, card: str, row: Row) -> bool:
    """True where years and titles differ so much, or where one title has words in front of the other.

    In a journal such titles are often those of the talk and of the article.
    """
    gap = year_gap(a, b) or 0
    if gap > PLAIN["years"] and (row[_SPELLING] or 0) < 100 * PLAIN["title of another year"]:
        return True
    spoken = card != "loose" and "journal" not in (a.venue_kind, b.venue_kind)
    return gap > 0 and spoken and not one_place(a, b) and led(a, b)


def _other_words(row: Row) -> bool:
    """True where either title has much that the other has not, and not for its spelling: two papers of one series."""
    return (row[_LEFT_OVER] or 0) >= PLAIN["other words"] and (row[_LEFT_SPELLED] or 0) < 100 * PLAIN["other spelling"]


def _is_later_part(a: Prepared, b: Prepared) -> bool:
    """True where `a` is "..., II", or a later part, and `b` has no such end. "..., I" is often left out in lists."""
    later = bool(a.title_words) and a.title_words[-1] in ROMAN_NUMERALS - {"i"}
    return later and a.last_numeral != "" and not b.last_numeral


def _numbered_abstract(a: Prepared, b: Prepared) -> bool:
    """True where one title ends in the number of a meeting's abstract ("... against mpox 2296"), the other does not."""
    return any(
        len(one.title_words[-1]) > 2 and one.title_words[-1] in one.numbers and one.title_words[-1] not in other.numbers
        for one, other in ((a, b), (b, a))
        if one.title_words
    )


def _venue_counts(a: Prepared, b: Prepared, card: str) -> bool:
    """False where the venue is what a citation or a broken record calls one: "ACM SIGMOD" may be the journal, too."""
    broken = card == "loose" and (a.n_authors or b.n_authors or is_moved(a, b) or is_moved(b, a))
    return not (card == "brief" or broken) or "preprint" in (a.kind, b.kind)


def _begun(a: Prepared, b: Prepared, row: Row) -> bool:
    """True where one title is the beginning of the other and everybody and the year are the same: a long subtitle."""
    begun = a.squashed.startswith(b.squashed) or b.squashed.startswith(a.squashed)
    return begun and min(a.weight, b.weight) >= PLAIN["weight"] and row[_SHARE] == 1.0 and row[_YEAR_GAP] == 0


def _numbered_so(a: Prepared, b: Prepared) -> bool:
    """True where every part that `a` names stands in the title of `b`, if only as a bare figure ("Databases I")."""
    return a.parts <= b.parts or a.parts <= {NUMBER_WORDS.get(w, w) for w in b.title_words}


def _other_people(a: Prepared, b: Prepared) -> bool:
    """True where authors of whom none is shared have no names swapped either, and no family names spelled alike."""
    if not (a.name_words.isdisjoint(b.families) and b.name_words.isdisjoint(a.families)):
        return False
    return max(ratio(a.family_text, b.family_text), token_set_ratio(a.family_text, b.family_text)) < 60


def _misspelled(a: Prepared, b: Prepared) -> bool:
    """True where one author may be an author of the other in a bad hand: a letter off, names run together, crossed."""
    return crossed_authors(a, b) > 0 or any(
        ratio(x, y) >= 75 or (len(x) > 3 and x in b.family_text) or (len(y) > 3 and y in a.family_text)
        for x in a.families
        for y in b.families
    )


def _one_work(a: Prepared, b: Prepared, card: str, probability: float) -> Said:
    """Equal title and authors: years apart, preprint and article, or paper and journal article make versions."""
    if card == "numbered" and probability < SAME_FROM[card] and other_place(a, b):
        return "version", ("other volume or pages",)
    gap = year_gap(a, b)
    if gap is not None and gap > PLAIN["years"]:
        printed_later = gap <= PLAIN["years of one journal"] and one_journal(a, b) and not other_place(a, b)
        return ("same", ()) if printed_later else ("version", ("the years differ",))
    if kinds_apart(a, b) and _venue_counts(a, b, card):
        return "version", ("one is a preprint or conference paper, the other is not",)
    form = _other_form(a, b)
    if form:
        return "version", (form,)
    return ("version", ("other year and venue",)) if gap and venues_apart(a, b) else ("same", ())


def _pinned_down(a: Prepared, b: Prepared, row: Row, card: str) -> bool:
    """True where volume and page, or all of authors, year and venue, single out one of the works of a generic title."""
    if card == "text":
        agreeing = row[_AGREEING] or 0
        return row[_VENUE_IN_TEXT] != 0.0 and (agreeing >= 3 or (agreeing >= 1 and row[_VENUE_IN_TEXT] == 1.0))
    if card == "names" and a.n_authors == b.n_authors > 1 and a.year == b.year is not None and author_share(a, b) == 1:
        return bool(a.venue_words & b.venue_words)
    return bool(a.volume and a.page) and a.volume == b.volume and a.page == b.page


def _share(card: str, row: Row) -> float | None:
    """The share of the shorter author list that stands in the longer one; None where one list is missing."""
    return None if card == "text" else row[_SHARE]
