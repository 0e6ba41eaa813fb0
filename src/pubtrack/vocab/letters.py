"""Letters of other alphabets and TeX in the Latin letters that reference lists use for them."""

from __future__ import annotations

SPECIAL_LATIN = {
    "ß": "ss", "ẞ": "ss", "ø": "o", "Ø": "o", "æ": "ae", "Æ": "ae", "œ": "oe", "Œ": "oe", "ł": "l", "Ł": "l",
    "đ": "d", "Đ": "d", "ð": "d", "Ð": "d", "þ": "th", "Þ": "th", "ı": "i", "İ": "i", "ħ": "h", "Ħ": "h", "ŧ": "t",
    "ŋ": "ng", "ə": "e", "Ə": "e", "ƒ": "f", "ĸ": "k", "ſ": "s", "ƶ": "z", "ɛ": "e", "ɔ": "o",
}  # fmt: skip
"""Latin letters that Unicode does not take apart into a base letter and a mark.
Source: Unicode CLDR, transform Latin-ASCII, https://github.com/unicode-org/cldr/blob/main/common/transforms/Latin-ASCII.xml"""

CYRILLIC = {
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ё": "e", "ж": "zh", "з": "z", "и": "i", "й": "i",
    "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f",
    "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ы": "y", "ь": "", "э": "e", "ю": "iu",
    "я": "ia", "і": "i", "ї": "i", "є": "e", "ґ": "g", "ў": "u", "ђ": "d", "ј": "j", "љ": "lj", "њ": "nj", "ћ": "c",
    "џ": "dz", "ѓ": "g", "ќ": "k",
}  # fmt: skip
"""Cyrillic in the Latin letters of passports and indexes.
Source: ICAO Doc 9303-3, section 6 (transliteration of Cyrillic characters), https://www.icao.int/publications/doc-series/doc-9303"""

GREEK = {
    "α": "a", "β": "v", "γ": "g", "δ": "d", "ε": "e", "ζ": "z", "η": "i", "θ": "th", "ι": "i", "κ": "k", "λ": "l",
    "μ": "m", "ν": "n", "ξ": "x", "ο": "o", "π": "p", "ρ": "r", "σ": "s", "ς": "s", "τ": "t", "υ": "y", "φ": "f",
    "χ": "ch", "ψ": "ps", "ω": "o",
}  # fmt: skip
"""Greek words in Latin letters. Source: https://en.wikipedia.org/wiki/Romanization_of_Greek (ELOT 743)"""

GREEK_NAMES = {
    "α": "alpha", "β": "beta", "γ": "gamma", "δ": "delta", "ε": "epsilon", "ζ": "zeta", "η": "eta", "θ": "theta",
    "ι": "iota", "κ": "kappa", "λ": "lambda", "μ": "mu", "ν": "nu", "ξ": "xi", "ο": "omicron", "π": "pi", "ρ": "rho",
    "σ": "sigma", "ς": "sigma", "τ": "tau", "υ": "upsilon", "φ": "phi", "χ": "chi", "ψ": "psi", "ω": "omega",
}  # fmt: skip
"""What a Greek letter standing alone is called: titles say "α-synuclein", "alpha-synuclein" and `$\\alpha$`.
Source: Unicode character names, https://www.unicode.org/charts/PDF/U0370.pdf"""

TEX_ACCENTS = {
    "`": "\u0300", "'": "\u0301", "^": "\u0302", "~": "\u0303", "=": "\u0304", "u": "\u0306", ".": "\u0307",
    '"': "\u0308", "r": "\u030a", "H": "\u030b", "v": "\u030c", "d": "\u0323", "c": "\u0327", "k": "\u0328",
    "b": "\u0331",
}  # fmt: skip
"""TeX accent commands and the combining marks they mean. Source: The TeXbook, chapter 9, page 52."""

TEX_LETTERS = {
    "ss": "ß", "o": "ø", "O": "Ø", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ", "aa": "å", "AA": "Å", "l": "ł",
    "L": "Ł", "i": "ı", "j": "ȷ", "dh": "ð", "DH": "Ð", "th": "þ", "TH": "Þ", "dj": "đ", "DJ": "Đ", "ng": "ŋ",
}  # fmt: skip
"""TeX letter commands. Source: The TeXbook, chapter 9, page 52; LaTeX2e T1 encoding."""
