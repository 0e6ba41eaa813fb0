"""Reference types of EndNote's XML, by number and by name, and what they are here.

Source: the `ref-type` elements of EndNote X9 to 21 exports, and Zotero's table at
https://github.com/zotero/translators/blob/master/Endnote%20XML.js (facts).
"""

from __future__ import annotations

__all__ = ["ENDNOTE_TYPES"]

ENDNOTE_TYPES: dict[str, tuple[str, str, str | None]] = {
    "0": ("Journal Article", "article-journal", None),
    "1": ("Book", "book", None),
    "2": ("Thesis", "thesis", None),
    "3": ("Conference Proceedings", "paper-conference", None),
    "4": ("Personal Communication", "personal_communication", None),
    "5": ("Newspaper Article", "article-newspaper", None),
    "6": ("Book", "book", None),
    "7": ("Book Section", "chapter", None),
    "8": ("Magazine Article", "article-magazine", None),
    "9": ("Computer Program", "software", None),
    "10": ("Conference Proceedings", "paper-conference", None),
    "12": ("Web Page", "webpage", None),
    "13": ("Generic", "document", None),
    "14": ("Hearing", "hearing", None),
    "15": ("Legal Rule or Regulation", "regulation", None),
    "16": ("Magazine Article", "article-magazine", None),
    "17": ("Journal Article", "article-journal", None),
    "18": ("Legal Rule or Regulation", "regulation", None),
    "19": ("Magazine Article", "article-magazine", None),
    "20": ("Map", "map", None),
    "21": ("Film or Broadcast", "motion_picture", None),
    "22": ("Newspaper Article", "article-newspaper", None),
    "23": ("Newspaper Article", "article-newspaper", None),
    "25": ("Patent", "patent", None),
    "26": ("Personal Communication", "personal_communication", None),
    "27": ("Report", "report", None),
    "28": ("Edited Book", "book", None),
    "30": ("Classical Work", "classic", None),
    "31": ("Statute", "legislation", None),
    "32": ("Thesis", "thesis", None),
    "34": ("Unpublished Work", "manuscript", None),
    "35": ("Legal Case", "legal_case", None),
    "36": ("Manuscript", "manuscript", None),
    "37": ("Artwork", "graphic", None),
    "38": ("Chart or Table", "figure", None),
    "40": ("Online Database", "dataset", None),
    "43": ("Electronic Article", "article-journal", None),
    "44": ("Electronic Book", "book", None),
    "45": ("Online Database", "dataset", None),
    "46": ("Government Document", "report", None),
    "47": ("Conference Paper", "paper-conference", None),
    "48": ("Online Multimedia", "webpage", None),
    "49": ("Classical Work", "classic", None),
    "50": ("Bill", "bill", None),
    "52": ("Encyclopedia", "entry-encyclopedia", None),
    "53": ("Dictionary", "entry-dictionary", None),
    "54": ("Grant", "document", None),
    "55": ("Aggregated Database", "dataset", None),
    "56": ("Blog", "post-weblog", None),
    "57": ("Serial", "periodical", None),
    "58": ("Standard", "standard", None),
    "59": ("Dataset", "dataset", None),
    "60": ("Electronic Book Section", "chapter", None),
    "61": ("Audiovisual Material", "motion_picture", None),
    "62": ("Pamphlet", "pamphlet", None),
    "63": ("Interview", "interview", None),
    "64": ("Podcast", "song", "podcast"),
    "65": ("Social Media", "post", None),
    "66": ("Preprint", "article", "preprint"),
    "68": ("Press Release", "document", "press release"),
}
"""Number -> (name, CSL type, genre). Programs other than EndNote write the name without a number, or a number of their
own, so a known name counts before the number."""
