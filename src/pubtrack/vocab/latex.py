"""LaTeX commands and the Unicode they stand for: accents, letters, signs, formatting. Data only.

Source: "The Comprehensive LaTeX Symbol List" (S. Pakin, CTAN info/symbols/comprehensive), tables 1-9 and 200 ff.;
LaTeX 2e `utf8enc.dfu` and `ltoutenc.dtx` for accents and letters; unicode-math for Greek and relations.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

__all__ = [
    "ACCENTS",
    "ASCII_SIGNS",
    "DROPPED_ARGUMENTS",
    "ESCAPES",
    "FONT_SWITCHES",
    "FRACTIONS",
    "GREEK",
    "JOURNALS",
    "MATH_SIGNS",
    "NO_COMMAND",
    "SCRIPTS",
    "SIGNS",
    "WRAPPERS",
]

ACCENTS: Final[Mapping[str, str]] = {
    "`": "\u0300",
    "'": "\u0301",
    "^": "\u0302",
    "~": "\u0303",
    "=": "\u0304",
    "u": "\u0306",
    ".": "\u0307",
    '"': "\u0308",
    "r": "\u030a",
    "H": "\u030b",
    "v": "\u030c",
    "G": "\u030f",
    "U": "\u030e",
    "f": "\u0311",
    "h": "\u0309",
    "d": "\u0323",
    "c": "\u0327",
    "k": "\u0328",
    "b": "\u0331",
    "t": "\u0361",
    "textcommabelow": "\u0326",
    "textcommaabove": "\u0313",
    "textdotbelow": "\u0323",
    "textogonek": "\u0328",
    "textring": "\u030a",
    "textmacronbelow": "\u0331",
    "grave": "\u0300",
    "acute": "\u0301",
    "hat": "\u0302",
    "tilde": "\u0303",
    "bar": "\u0304",
    "breve": "\u0306",
    "dot": "\u0307",
    "ddot": "\u0308",
    "mathring": "\u030a",
    "check": "\u030c",
    "capitalcedilla": "\u0327",
    "capitalogonek": "\u0328",
}
"""Accent command to combining character; the accent stands over the argument that follows."""

SIGNS: Final[Mapping[str, str]] = {
    # letters
    "aa": "å", "AA": "Å", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ", "o": "ø", "O": "Ø", "l": "ł", "L": "Ł",
    "ss": "ß", "SS": "ẞ", "i": "ı", "j": "ȷ", "dh": "ð", "DH": "Ð", "dj": "đ", "DJ": "Đ", "ng": "ŋ", "NG": "Ŋ",
    "th": "þ", "TH": "Þ", "ij": "ĳ", "IJ": "Ĳ", "textthorn": "þ", "texteth": "ð", "eth": "ð", "textschwa": "ə",
    "textesh": "ʃ", "textbari": "ɨ", "textdoublebarpipe": "ǂ", "textglotstop": "ʔ", "ayn": "ʿ", "hamza": "ʾ",
    "textrevapostrophe": "ʽ", "cprime": "ʹ", "cdprime": "ʺ", "prime": "′", "cydot": "·", "Dbar": "Đ", "dbar": "đ",
    "polhk": "\u0328", "lasp": "ʽ", "rasp": "ʼ", "Aring": "Å", "aring": "å", "textstrokel": "ł",
    "textsquarebracketleft": "[", "textsquarebracketright": "]", "textturnedk": "ʞ", "texthbar": "ħ", "textHbar": "Ħ",
    # punctuation and spaces
    "textendash": "–", "textemdash": "—", "textendashx": "–", "textquoteleft": "‘", "textquoteright": "’", "lq": "‘",
    "rq": "’", "textquotedblleft": "“", "textquotedblright": "”", "quotedblbase": "„", "glqq": "„", "grqq": "“",
    "glq": "‚", "grq": "‘", "quotesinglbase": "‚", "guillemotleft": "«", "guillemotright": "»", "guillemetleft": "«",
    "guillemetright": "»", "flqq": "«", "frqq": "»", "guilsinglleft": "‹", "guilsinglright": "›", "flq": "‹",
    "frq": "›", "textquotedbl": '"', "textquotesingle": "'", "textquotestraightbase": "‚", "dq": '"',
    "textgravedbl": "˵",
    "textquotestraightdblbase": "„", "ldots": "…", "dots": "…", "textellipsis": "…", "dotsc": "…", "dotsb": "⋯",
    "Dash": "—", "dash": "—", "emdash": "—", "endash": "–",
    "slash": "/", "textbackslash": "\\", "textbar": "|", "textbardbl": "‖", "textless": "<", "textgreater": ">",
    "textbraceleft": "{", "textbraceright": "}", "lbrace": "{", "rbrace": "}", "textasciitilde": "~",
    "textasciicircum": "^", "textasciigrave": "`", "textasciiacute": "´", "textasciidieresis": "¨",
    "textasciimacron": "¯", "textasciibreve": "˘", "textasciicaron": "ˇ", "textunderscore": "_", "_": "_",
    "textvisiblespace": "␣", "textexclamdown": "¡", "textquestiondown": "¿", "textperiodcentered": "·",
    "textcentereddot": "·", "textbullet": "•", "textasteriskcentered": "∗", "textdagger": "†", "textdaggerdbl": "‡",
    "dag": "†", "ddag": "‡", "S": "§", "P": "¶", "textsection": "§", "textparagraph": "¶", "textpilcrow": "¶",
    "textreferencemark": "※", "textinterrobang": "‽", "textnumero": "№", "textrecipe": "℞", "textopenbullet": "◦",
    "space": " ", "quad": "\u2003", "qquad": "\u2003\u2003", "thinspace": "\u2009", "enspace": "\u2002",
    "enskip": "\u2002", "nobreakspace": "\u00a0", "textnobreakspace": "\u00a0", "textcompwordmark": "\u200c",
    "textsoftHyphen": "\u00ad", "hyphen": "-", "textnonbreakinghyphen": "\u2011", "newline": " ", "linebreak": " ",
    "par": " ", "textthinspace": "\u2009", "negthinspace": "", "colon": ":", "textcolon": ":", "ndash": "–",
    "mdash": "—", "textthreequartersemdash": "—", "texttwelveudash": "—", "backslash": "\\", "vert": "|", "lbrack": "[",
    "rbrack": "]", "textquestion": "?", "textexclam": "!",
    # signs of trade, money, units
    "copyright": "©", "textcopyright": "©", "textregistered": "®", "registered": "®", "circledR": "®",
    "texttrademark": "™", "trademark": "™", "textservicemark": "℠", "textcircledP": "℗", "pounds": "£",
    "textsterling": "£", "euro": "€", "texteuro": "€", "EUR": "€", "textyen": "¥", "yen": "¥", "textcent": "¢",
    "cent": "¢", "textcurrency": "¤", "textdollar": "$", "textflorin": "ƒ", "textwon": "₩", "textlira": "₤",
    "textnaira": "₦", "textpeso": "₱", "textdong": "₫", "textbaht": "฿", "textcolonmonetary": "₡",
    "textdegree": "°", "degree": "°", "degrees": "°", "textcelsius": "℃", "celsius": "℃", "textohm": "Ω", "ohm": "Ω",
    "textmho": "℧", "textmu": "µ", "micro": "µ", "textperthousand": "‰", "perthousand": "‰",
    "textpertenthousand": "‱", "textpercent": "%", "textampersand": "&", "textnumbersign": "#", "textestimated": "℮",
    "textordfeminine": "ª", "textordmasculine": "º", "textonesuperior": "¹", "texttwosuperior": "²",
    "textthreesuperior": "³", "textonehalf": "½", "textonequarter": "¼", "textthreequarters": "¾", "textonethird": "⅓",
    "texttwothirds": "⅔", "textfractionsolidus": "⁄", "textbrokenbar": "¦", "textlnot": "¬", "textpm": "±",
    "texttimes": "×", "textdiv": "÷", "textminus": "−", "textsurd": "√", "textmusicalnote": "♪",
    "textleftarrow": "←", "textrightarrow": "→", "textuparrow": "↑", "textdownarrow": "↓", "textborn": "⭑",
    "textmarried": "⚭", "textdivorced": "⚮", "textdied": "✝", "checkmark": "✓", "hbar": "ℏ", "ell": "ℓ", "wp": "℘",
    "Re": "ℜ", "Im": "ℑ", "aleph": "ℵ", "female": "♀", "male": "♂", "textlangle": "⟨", "textrangle": "⟩",
    # logos, as they are written in plain text
    "TeX": "TeX", "LaTeX": "LaTeX", "LaTeXe": "LaTeX2e", "BibTeX": "BibTeX", "BIBTEX": "BibTeX", "XeTeX": "XeTeX",
    "XeLaTeX": "XeLaTeX", "LuaTeX": "LuaTeX", "LuaLaTeX": "LuaLaTeX", "pdfTeX": "pdfTeX", "pdfLaTeX": "pdfLaTeX",
    "ConTeXt": "ConTeXt", "METAFONT": "METAFONT", "MF": "METAFONT", "MP": "MetaPost", "AmS": "AMS", "AMS": "AMS",
    "AmSTeX": "AMS-TeX", "AmSLaTeX": "AMS-LaTeX", "BibLaTeX": "BibLaTeX", "SLITEX": "SLiTeX", "SliTeX": "SLiTeX",
    "PS": "PostScript", "Cpp": "C++", "CC": "C++", "TikZ": "TikZ", "eTeX": "eTeX", "PiCTeX": "PiCTeX", "TUB": "TUGboat",
    "tubissn": "ISSN", "ISSN": "ISSN", "ISBN": "ISBN", "CTAN": "CTAN", "TUG": "TUG", "HTML": "HTML", "SGML": "SGML",
    # no sign at all
    "/": "", "-": "", "@": "", "!": "", "relax": "", "protect": "", "null": "", "noindent": "", "sloppy": "",
    "leavevmode": "",
    "strut": "", "ignorespaces": "", "unskip": "", "allowbreak": "", "nolinebreak": "", "hfill": " ", "break": "",
    "displaystyle": "", "textstyle": "", "limits": "", "unpenalty": "", "newblock": "",
    "nobreak": "", "linewidth": "", "bibdash": "–", "urldash": "-", "bblcr": " ", "selectfont": "", "raggedright": "",
    # escaped signs and spaces
    "{": "{", "}": "}", "%": "%", "&": "&", "$": "$", "#": "#", " ": " ", ",": "\u2009", ":": "\u2005", ";": "\u2004",
    "\\": " ", "\n": " ", "\t": " ", "\r": " ", ">": "\u2005", "*": "", "|": "‖", "+": "",
}  # fmt: skip
"""Command to text, outside math."""

GREEK: Final[Mapping[str, str]] = {
    "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ϵ", "varepsilon": "ε", "zeta": "ζ", "eta": "η",
    "theta": "θ", "vartheta": "ϑ", "iota": "ι", "kappa": "κ", "varkappa": "ϰ", "lambda": "λ", "mu": "μ", "nu": "ν",
    "xi": "ξ", "omicron": "ο", "pi": "π", "varpi": "ϖ", "rho": "ρ", "varrho": "ϱ", "sigma": "σ", "varsigma": "ς",
    "tau": "τ", "upsilon": "υ", "phi": "ϕ", "varphi": "φ", "chi": "χ", "psi": "ψ", "omega": "ω", "digamma": "ϝ",
    "Alpha": "Α", "Beta": "Β", "Gamma": "Γ", "Delta": "Δ", "Epsilon": "Ε", "Zeta": "Ζ", "Eta": "Η", "Theta": "Θ",
    "Iota": "Ι", "Kappa": "Κ", "Lambda": "Λ", "Mu": "Μ", "Nu": "Ν", "Xi": "Ξ", "Omicron": "Ο", "Pi": "Π", "Rho": "Ρ",
    "Sigma": "Σ", "Tau": "Τ", "Upsilon": "Υ", "Phi": "Φ", "Chi": "Χ", "Psi": "Ψ", "Omega": "Ω",
}  # fmt: skip
"""Greek letters; `\\text...` before the name (textgreek) stands for the same letter."""

MATH_SIGNS: Final[Mapping[str, str]] = {
    "infty": "∞", "times": "×", "cdot": "⋅", "cdots": "⋯", "vdots": "⋮", "ddots": "⋱", "div": "÷", "pm": "±", "mp": "∓",
    "leq": "≤", "le": "≤", "geq": "≥", "ge": "≥", "neq": "≠", "ne": "≠", "ll": "≪", "gg": "≫", "approx": "≈",
    "equiv": "≡", "sim": "∼", "simeq": "≃", "cong": "≅", "propto": "∝", "leqslant": "⩽", "geqslant": "⩾", "prec": "≺",
    "succ": "≻", "subset": "⊂", "supset": "⊃", "subseteq": "⊆", "supseteq": "⊇", "in": "∈", "notin": "∉", "ni": "∋",
    "cup": "∪", "cap": "∩", "setminus": "∖", "emptyset": "∅", "varnothing": "∅", "forall": "∀", "exists": "∃",
    "neg": "¬", "lnot": "¬", "wedge": "∧", "land": "∧", "vee": "∨", "lor": "∨", "oplus": "⊕", "otimes": "⊗",
    "odot": "⊙", "circ": "∘", "bullet": "•", "star": "⋆", "ast": "∗", "dagger": "†", "ddagger": "‡", "sum": "∑",
    "prod": "∏", "int": "∫", "oint": "∮", "partial": "∂", "nabla": "∇", "sqrt": "√", "surd": "√", "angle": "∠",
    "perp": "⊥", "parallel": "∥", "mid": "∣", "vdash": "⊢", "dashv": "⊣", "models": "⊨", "vDash": "⊨", "top": "⊤",
    "bot": "⊥", "leftarrow": "←", "gets": "←", "rightarrow": "→", "to": "→", "uparrow": "↑", "downarrow": "↓",
    "leftrightarrow": "↔", "Leftarrow": "⇐", "Rightarrow": "⇒", "Leftrightarrow": "⇔", "Uparrow": "⇑",
    "Downarrow": "⇓", "mapsto": "↦", "longrightarrow": "⟶", "longleftarrow": "⟵", "longmapsto": "⟼",
    "hookrightarrow": "↪", "rightharpoonup": "⇀", "rightsquigarrow": "⇝", "leadsto": "⇝", "langle": "⟨",
    "rangle": "⟩", "lfloor": "⌊", "rfloor": "⌋", "lceil": "⌈", "rceil": "⌉", "Vert": "‖", "triangle": "△",
    "square": "□", "Box": "□", "Diamond": "◇", "diamond": "⋄", "lozenge": "◊", "blacksquare": "■", "clubsuit": "♣",
    "diamondsuit": "♢", "heartsuit": "♡", "spadesuit": "♠", "flat": "♭", "natural": "♮", "sharp": "♯", "sqcup": "⊔",
    "sqcap": "⊓", "uplus": "⊎", "wr": "≀", "amalg": "⨿", "bowtie": "⋈", "lesssim": "≲", "gtrsim": "≳", "therefore": "∴",
    "because": "∵", "complement": "∁", "Join": "⋈", "rtimes": "⋊", "ltimes": "⋉", "multimap": "⊸", "asymp": "≍",
    "doteq": "≐", "gtrless": "≷", "lessgtr": "≶", "nsubseteq": "⊈", "subsetneq": "⊊", "mho": "℧", "eqsim": "≂",
}  # fmt: skip
"""Signs that LaTeX knows in math only; they occur bare in `\\ensuremath`, or wrongly in text."""

JOURNALS: Final[Mapping[str, str]] = {
    "aj": "AJ", "actaa": "Acta Astron.", "araa": "ARA&A", "apj": "ApJ", "apjl": "ApJL", "apjs": "ApJS",
    "ao": "Appl. Opt.",
    "apss": "Ap&SS", "aap": "A&A", "aapr": "A&A Rv", "aaps": "A&AS", "azh": "AZh", "baas": "BAAS", "bac": "BAC",
    "caa": "Chinese Astron. Astrophys.", "cjaa": "Chinese J. Astron. Astrophys.", "icarus": "Icarus", "jcap": "JCAP",
    "jrasc": "JRASC", "memras": "MmRAS", "mnras": "MNRAS", "nar": "New A Rev.", "pra": "Phys. Rev. A",
    "prb": "Phys. Rev. B", "prc": "Phys. Rev. C", "prd": "Phys. Rev. D", "pre": "Phys. Rev. E",
    "prl": "Phys. Rev. Lett.", "pasa": "PASA", "pasp": "PASP", "pasj": "PASJ", "rmxaa": "Rev. Mex. Astron. Astrofis.",
    "qjras": "QJRAS", "skytel": "S&T", "solphys": "Sol. Phys.", "sovast": "Soviet Ast.", "ssr": "Space Sci. Rev.",
    "zap": "ZAp", "nat": "Nature", "iaucirc": "IAU Circ.", "aplett": "Astrophys. Lett.",
    "apspr": "Astrophys. Space Phys. Res.",
    "bain": "BAN", "fcp": "Fundam. Cosm. Phys.", "gca": "Geochim. Cosmochim. Acta", "grl": "Geophys. Res. Lett.",
    "jcp": "J. Chem. Phys.", "jgr": "J. Geophys. Res.", "jqsrt": "J. Quant. Spec. Radiat. Transf.",
    "memsai": "Mem. Soc. Astron. Italiana", "nphysa": "Nucl. Phys. A", "physrep": "Phys. Rep.", "physscr": "Phys. Scr.",
    "planss": "Planet. Space Sci.", "procspie": "Proc. SPIE", "psj": "PSJ",
}  # fmt: skip
"""Journal macros of ADS exports. Source: AASTeX 6.31 (aastex631.cls, "journal abbreviations"), journals.aas.org."""

WRAPPERS: Final[Mapping[str, tuple[str, str]]] = {
    "emph": ("<i>", "</i>"), "textit": ("<i>", "</i>"), "textsl": ("<i>", "</i>"), "mkbibemph": ("<i>", "</i>"),
    "mathit": ("<i>", "</i>"), "textbf": ("<b>", "</b>"), "mkbibbold": ("<b>", "</b>"), "mathbf": ("<b>", "</b>"),
    "textsuperscript": ("<sup>", "</sup>"), "sup": ("<sup>", "</sup>"), "textsubscript": ("<sub>", "</sub>"),
    "textsc": ('<span style="font-variant:small-caps;">', "</span>"), "ap": ("<sup>", "</sup>"),
    "textrm": ("", ""), "textsf": ("", ""), "texttt": ("", ""), "textup": ("", ""), "textmd": ("", ""),
    "text": ("", ""),
    "textnormal": ("", ""), "mbox": ("", ""), "hbox": ("", ""), "fbox": ("", ""), "makebox": ("", ""), "url": ("", ""),
    "path": ("", ""), "nolinkurl": ("", ""), "uppercase": ("", ""), "underline": ("", ""), "uline": ("", ""),
    "ensuremath": ("", ""), "mathrm": ("", ""), "mathsf": ("", ""), "mathtt": ("", ""), "mathcal": ("", ""),
    "mathbb": ("", ""), "operatorname": ("", ""), "boldsymbol": ("", ""), "foreignlanguage": ("", ""),
    "textquote": ("“", "”"), "enquote": ("“", "”"), "mkbibquote": ("“", "”"), "singlequote": ("‘", "’"),
    "NoCaseChange": ('<span class="nocase">', "</span>"), "bibstring": ("", ""), "lowercase": ("", ""),
    "acro": ("", ""), "acronym": ("", ""), "code": ("", ""), "pkg": ("", ""), "proglang": ("", ""), "textln": ("", ""),
    "textlf": ("", ""), "texorpdfstring": ("", ""), "href": ("", ""), "textcolor": ("", ""), "smash": ("", ""),
}  # fmt: skip
"""Command to the CSL markup around its argument; where that is a letter-like sign (quotes) it stays in plain text."""

FONT_SWITCHES: Final[Mapping[str, tuple[str, str]]] = {
    "em": ("<i>", "</i>"), "it": ("<i>", "</i>"), "sl": ("<i>", "</i>"), "itshape": ("<i>", "</i>"),
    "slshape": ("<i>", "</i>"), "bf": ("<b>", "</b>"), "bfseries": ("<b>", "</b>"),
    "sc": ('<span style="font-variant:small-caps;">', "</span>"), "rm": ("", ""), "sf": ("", ""), "tt": ("", ""),
    "scshape": ('<span style="font-variant:small-caps;">', "</span>"), "rmfamily": ("", ""), "sffamily": ("", ""),
    "ttfamily": ("", ""), "normalfont": ("", ""), "upshape": ("", ""), "mdseries": ("", ""), "cal": ("", ""),
    "tiny": ("", ""), "scriptsize": ("", ""), "footnotesize": ("", ""), "small": ("", ""), "normalsize": ("", ""),
    "large": ("", ""), "Large": ("", ""), "LARGE": ("", ""), "huge": ("", ""), "Huge": ("", ""), "bfit": ("", ""),
    "boldmath": ("", ""), "cyr": ("", ""), "cyrillic": ("", ""),
}  # fmt: skip
"""Command that changes the rest of its group, to the CSL markup around that rest."""

FRACTIONS: Final = frozenset({"frac", "tfrac", "dfrac", "sfrac", "nicefrac", "textfrac", "xfrac"})
"""Commands of two arguments that print a bar between them."""

SCRIPTS: Final[Mapping[str, str]] = {
    "^0": "⁰", "^1": "¹", "^2": "²", "^3": "³", "^4": "⁴", "^5": "⁵", "^6": "⁶", "^7": "⁷", "^8": "⁸", "^9": "⁹",
    "^+": "⁺", "^-": "⁻", "^n": "ⁿ", "^i": "ⁱ", "^\\circ": "°", "^\\prime": "′", "_0": "₀", "_1": "₁", "_2": "₂",
    "_3": "₃", "_4": "₄", "_5": "₅", "_6": "₆", "_7": "₇", "_8": "₈", "_9": "₉", "_+": "₊", "_-": "₋", "_n": "ₙ",
    "_i": "ᵢ", "_x": "ₓ", "_a": "ₐ", "_e": "ₑ", "_o": "ₒ", "_k": "ₖ", "_t": "ₜ",
}  # fmt: skip
"""Single superscripts and subscripts, as they stand in `\\ensuremath{...}`, outside of which math is left alone."""

NO_COMMAND: Final = frozenset(
    {"Alpha", "Beta", "Epsilon", "Zeta", "Eta", "Iota", "Kappa", "Mu", "Nu", "Omicron", "Rho", "Tau", "Chi", "omicron"}
)
"""Greek letters that look like Latin ones and have no command in LaTeX without packages."""

DROPPED_ARGUMENTS: Final[Mapping[str, int]] = {
    "texorpdfstring": 1, "footnote": 1, "thanks": 1,
    "noopsort": 1, "noop": 1, "SortNoop": 1, "sortnoop": 1, "NOOPSORT": 1, "printfirst": 0, "switchargs": 0,
    "hspace": 1,
    "vspace": 1, "label": 1, "href": 1, "foreignlanguage": 1, "selectlanguage": 1, "textcolor": 1, "color": 1,
    "index": 1,
    "phantom": 1, "hphantom": 1, "vphantom": 1, "rule": 2, "fontsize": 2, "raisebox": 1,
}  # fmt: skip
"""How many arguments are thrown away before the one that counts, if any (`\\noopsort{1973b}` is for sorting only)."""

ESCAPES: Final[Mapping[str, str]] = {
    "&": r"\&", "%": r"\%", "#": r"\#", "_": r"\_", "$": r"\$", "\\": r"\textbackslash{}", "^": r"\textasciicircum{}",
    "~": r"\textasciitilde{}", "{": r"\{", "}": r"\}", "\u00a0": "~",
}  # fmt: skip
"""Plain signs that mean something to LaTeX, and how they are written in text."""

ASCII_SIGNS: Final[Mapping[str, str]] = {
    "å": r"{\aa}", "Å": r"{\AA}", "æ": r"{\ae}", "Æ": r"{\AE}", "œ": r"{\oe}", "Œ": r"{\OE}", "ø": r"{\o}",
    "Ø": r"{\O}", "ł": r"{\l}", "Ł": r"{\L}", "ß": r"{\ss}", "ẞ": r"{\SS}", "ı": r"{\i}", "ȷ": r"{\j}", "ð": r"{\dh}",
    "Ð": r"{\DH}", "đ": r"{\dj}", "Đ": r"{\DJ}", "ŋ": r"{\ng}", "Ŋ": r"{\NG}", "þ": r"{\th}", "Þ": r"{\TH}",
    "–": "--", "—": "---", "‘": "`", "’": "'", "“": "``", "”": "''", "„": r"{\quotedblbase}", "‚": r"{\quotesinglbase}",
    "«": r"{\guillemotleft}", "»": r"{\guillemotright}", "‹": r"{\guilsinglleft}", "›": r"{\guilsinglright}",
    "…": r"{\ldots}", "¡": "!`", "¿": "?`", "·": r"{\textperiodcentered}", "•": r"{\textbullet}", "†": r"{\dag}",
    "‡": r"{\ddag}", "§": r"{\S}", "¶": r"{\P}", "©": r"{\copyright}", "®": r"{\textregistered}",
    "™": r"{\texttrademark}", "£": r"{\pounds}", "€": r"{\texteuro}", "¥": r"{\textyen}", "¢": r"{\textcent}",
    "°": r"{\textdegree}", "µ": r"{\textmu}", "‰": r"{\textperthousand}", "ª": r"{\textordfeminine}",
    "º": r"{\textordmasculine}", "¹": r"{\textonesuperior}", "²": r"{\texttwosuperior}",
    "³": r"{\textthreesuperior}", "½": r"{\textonehalf}", "¼": r"{\textonequarter}", "¾": r"{\textthreequarters}",
    "\u2009": r"\,", "\u2004": r"\;", "\u2005": r"\:", "\u202f": r"\,", "\u200b": "", "\u00ad": r"\-", "‑": "-",
    "\u2010": "-", "−": r"{\textminus}",
    "×": r"{\texttimes}", "÷": r"{\textdiv}", "±": r"{\textpm}", "№": r"{\textnumero}", "′": r"\ensuremath{'}",
    "ʹ": r"{\cprime}", "ʺ": r"{\cdprime}", "ʻ": "`", "ʼ": "'", "ʿ": "`", "ʾ": "'", "´": r"{\textasciiacute}",
    "¨": r"{\textasciidieresis}", "\u2002": r"\enspace{}", "\u2003": r"\quad{}", "¦": r"{\textbrokenbar}",
    "¤": r"{\textcurrency}", "¬": r"{\textlnot}", "‖": r"{\textbardbl}",
}  # fmt: skip
"""Signs that are no base letter with an accent, in ASCII. A group around a letter keeps it one letter for BibTeX."""
