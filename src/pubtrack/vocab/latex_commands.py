"""What the LaTeX commands of CVs and publication lists do to their arguments.

Source: documentation of moderncv, awesome-cv, altacv, res, europecv, hyperref and the LaTeX kernel; names without backslash.
"""
# ruff: noqa: E501, SIM905 - tables, one line each

from __future__ import annotations

HEADINGS: dict[str, int] = {
    "part": 1, "chapter": 1, "section": 2, "cvsection": 2, "resheading": 2, "header": 2, "rubric": 2, "sectiontitle": 2, "makerubrichead": 2, "cvsect": 2, "sect": 2, "heading": 2, "headedsection": 2, "makeheading": 2, "ressection": 2, "sectionsep": 2, "category": 2, "block": 2,
    "subsection": 3, "cvsubsection": 3, "subheading": 3, "subsectiontitle": 3, "headedsubsection": 3, "subsubsection": 4, "paragraph": 5, "subparagraph": 6, "cvsubsubsection": 4, "minisec": 4,
}  # fmt: skip
"""command -> level; its argument is the heading."""

STYLES: dict[str, str] = {
    "textbf": "strong", "textit": "em", "emph": "em", "textsl": "em", "uline": "u", "underline": "u", "textsc": "sc", "textsf": "sf", "texttt": "tt", "textrm": "rm", "textmd": "rm", "textup": "rm", "mbox": "rm", "text": "rm",
    "mathrm": "rm", "mathbf": "rm", "mathit": "rm", "mathcal": "rm", "enquote": "quote", "strong": "strong", "textnormal": "rm", "hbox": "rm", "textsuperscript": "rm", "textsubscript": "rm", "underbar": "u", "mkbibquote": "quote", "mkbibemph": "em", "hl": "rm", "ensuremath": "rm", "centerline": "rm", "MakeUppercase": "rm", "lowercase": "rm", "foreignquote": "quote",
}  # fmt: skip
"""command -> mark of its argument."""

SWITCHES: dict[str, str] = {
    "bf": "strong",
    "bfseries": "strong",
    "it": "em",
    "em": "em",
    "itshape": "em",
    "sl": "em",
    "slshape": "em",
}
"""command -> mark of the rest of its group."""

DROPPED: dict[str, int] = {
    **dict.fromkeys("vspace hspace label includegraphics input include bibliography bibliographystyle pagestyle thispagestyle usepackage documentclass begin end color setcounter addtocounter pagenumbering vskip hskip cite nocite citep citet ref pageref footnotemark geometry hypersetup moderncvstyle moderncvcolor photo email phone mobile homepage address extrainfo social nopagenumbers addbibresource fancyhf fancyhead fancyfoot lhead rhead chead lfoot rfoot cfoot renewbibmacro urlstyle RequirePackage makeatletter fontspec setmainfont setsansfont selectfont faIcon phantom vphantom hphantom printbibliography pdfbookmark github linkedin twitter orcid gitlab googlescholar".split(), 1),
    **dict.fromkeys("setlength addtolength newcommand renewcommand providecommand definecolor fontsize titleformat titlespacing newcounter DeclareFieldFormat rule raisebox fcolorbox colorlet newenvironment renewenvironment DeclareMathOperator settowidth newlength setmainlanguage titlerule resizebox".split(), 2),
    "textcolor": 1, "colorbox": 1, "parbox": 1, "makebox": 0, "multicolumn": 2, "multirow": 2, "hyperlink": 1, "hypertarget": 1, "foreignlanguage": 1,
}  # fmt: skip
"""command -> how many braced arguments say nothing to a reader; the next one, where there is one, is text."""

BREAKS = frozenset("newline linebreak tabularnewline break newblock".split())
ENDS = frozenset(
    "par newpage clearpage pagebreak bigskip medskip smallskip maketitle hrule hline toprule midrule bottomrule vfill".split()
)
ITEMS = frozenset("item bibitem cvlistitem resumeItem cvproject cvlistitem* entryitem cvpubitem itemsep*".split())
"""Commands that begin an item."""

ENTRIES = frozenset(
    "cventry cvevent cvhonor cvitem cvitemwithcomment cvskill cvdoubleitem cvlistdoubleitem cvpub cvtag cvreference resumeSubheading resumeProjectHeading resumeSubItem datedsubsection dateditem datedline ecvitem ecventry years entry cvref award publication cvline honor job education position tlcventry cvachievement cvaward cvtalk cvpaper twentyitem twentyitemshort cvschool".split()
)
"""Commands whose arguments are the cells of one entry."""

SYMBOLS: dict[str, str] = {
    "ldots": "…", "dots": "…", "textendash": "–", "textemdash": "—", "textbullet": "•", "bullet": "•", "quad": " ", "qquad": " ", "hfill": " ", "hskip": " ", "LaTeX": "LaTeX", "TeX": "TeX", "textquotedblleft": "“", "textquotedblright": "”", "textquoteleft": "‘", "textquoteright": "’",
    "glqq": "„", "grqq": "“", "flqq": "«", "frqq": "»", "og": "«", "fg": "»", "textbackslash": "\\", "textasciitilde": "~", "textregistered": "®", "texttrademark": "™", "copyright": "©", "S": "§", "P": "¶", "dag": "†", "ddag": "‡", "times": "×", "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ",
    "mu": "μ", "pi": "π", "sigma": "σ", "lambda": "λ", "to": "→", "rightarrow": "→", "cdot": "·", "pm": "±", "sim": "∼", "space": " ", "thinspace": " ", "etal": "et al.", "infty": "∞", "textmu": "μ", "textonehalf": "½", "slash": "/", "textperiodcentered": "·", "textbar": "|", "enspace": " ", "textquotesingle": "'", "Omega": "Ω", "omega": "ω", "kappa": "κ", "epsilon": "ε", "theta": "θ", "phi": "φ", "rho": "ρ", "tau": "τ",
}  # fmt: skip
"""command -> what a reader sees."""

LETTERS: dict[str, str] = {
    "ss": "ß",
    "o": "ø",
    "O": "Ø",
    "l": "ł",
    "L": "Ł",
    "ae": "æ",
    "AE": "Æ",
    "oe": "œ",
    "OE": "Œ",
    "aa": "å",
    "AA": "Å",
    "i": "ı",
    "j": "ȷ",
    "dh": "ð",
    "th": "þ",
    "dj": "đ",
    "DJ": "Đ",
}
"""Commands that are letters."""

ACCENTS: dict[str, str] = {
    "'": "\u0301",
    "`": "\u0300",
    "^": "\u0302",
    '"': "\u0308",
    "~": "\u0303",
    "=": "\u0304",
    ".": "\u0307",
    "u": "\u0306",
    "v": "\u030c",
    "H": "\u030b",
    "c": "\u0327",
    "d": "\u0323",
    "b": "\u0331",
    "r": "\u030a",
    "k": "\u0328",
    "t": "\u0361",
}
"""Accent command -> combining character. Source: LaTeX kernel, ltoutenc."""
