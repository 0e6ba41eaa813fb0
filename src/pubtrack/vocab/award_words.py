"""How awards are named and given, per language.

Source: the labelling rules of the issue on extraction (what is an award and what is not); words collected by
hand. Words are folded (lower case, no accents) unless said otherwise.
"""
# ruff: noqa: E501 - tables and patterns, one line each

from __future__ import annotations

AWARD_HEADS: dict[str, dict[str, str]] = {
    "en": {
        "award": "prize", "awards": "prize", "prize": "prize", "prizes": "prize", "medal": "prize", "medals": "prize", "medallion": "prize", "fellowship": "fellowship",
        "fellowships": "fellowship", "scholarship": "fellowship", "scholarships": "fellowship", "studentship": "fellowship", "bursary": "fellowship", "mention": "honour", "mentions": "honour", "distinction": "honour",
        "honor": "honour", "honour": "honour", "honors": "honour", "honours": "honour", "laureate": "prize", "trophy": "prize", "runner-up": "honour", "runners-up": "honour", "finalist": "honour",
        "citation": "honour", "plaque": "prize", "certificate": "honour", "doctorate": "honour", "stipend": "fellowship", "awardee": "prize",
    },
    "de": {
        "preis": "prize", "preises": "prize", "preise": "prize", "medaille": "prize", "auszeichnung": "prize", "stipendium": "fellowship", "stipendien": "fellowship", "stipendiat": "fellowship", "stipendiatin": "fellowship", "ehrung": "honour",
        "ehrendoktor": "honour", "ehrendoktorwurde": "honour", "ehrenprofessur": "honour", "verdienstkreuz": "honour", "plakette": "prize", "award": "prize", "fellowship": "fellowship", "verdienstorden": "honour", "forderpreis": "prize", "wissenschaftspreis": "prize", "ehrenpreis": "prize", "nachwuchspreis": "prize",
    },
    "es": {"premio": "prize", "premios": "prize", "medalla": "prize", "galardon": "prize", "beca": "fellowship", "becas": "fellowship", "mencion": "honour", "distincion": "honour", "reconocimiento": "honour", "diploma": "honour", "catedra": "honour"},
    "fr": {"prix": "prize", "medaille": "prize", "bourse": "fellowship", "bourses": "fellowship", "distinction": "honour", "mention": "honour", "palme": "prize", "laureat": "prize", "laureate": "prize", "trophee": "prize", "chevalier": "honour", "officier": "honour"},
    "it": {"premio": "prize", "premi": "prize", "medaglia": "prize", "borsa": "fellowship", "menzione": "honour", "riconoscimento": "honour"},
    "pt": {"premio": "prize", "premios": "prize", "medalha": "prize", "bolsa": "fellowship", "mencao": "honour", "distincao": "honour"},
}  # fmt: skip
"""language -> noun an award name is built on -> kind."""

AWARD_ENDINGS: dict[str, str] = {
    "preis": "prize",
    "preises": "prize",
    "medaille": "prize",
    "stipendium": "fellowship",
    "stipendiums": "fellowship",
    "award": "prize",
    "prijs": "prize",
}
"""Ends of compounds: `Wissenschaftspreis`, `Promotionsstipendium`."""

HEAD_FIRST = frozenset(("premio", "premios", "medalla", "medalha", "beca", "becas", "mencion", "mencao", "distincion", "reconocimiento", "galardon", "prix", "medaille",
    "bourse", "bourses", "distinction", "mention", "palme", "bolsa", "borsa", "premi", "medaglia", "menzione", "riconoscimento", "diploma", "laureat", "chevalier", "officier", "trophee"))  # fmt: skip
"""Heads whose name follows them: `Prix de la meilleure thèse`, `Premio Nacional de Historia`."""

PLAIN_AWARDS: tuple[str, ...] = (
    "best paper", "best papers", "best student paper", "best short paper", "best long paper", "best demo", "best demo paper", "best poster", "best presentation",
    "best talk", "best thesis", "best dissertation", "best article", "best resource paper", "best theme paper", "best system demonstration", "outstanding paper", "outstanding papers", "outstanding reviewer", "outstanding reviewers", "distinguished paper", "distinguished papers",
    "test of time", "honorable mention", "honourable mention", "honorable mentions", "honourable mentions", "best book", "best reviewer", "top reviewer", "best ai scientist", "best oral",
    "cum laude", "mencion honorifica", "mencion especial", "mention honorable", "mentions honorables", "mention speciale", "mentions speciales", "menciones honorificas", "lobende erwahnung", "lobende erwahnungen", "ehrenvolle erwahnung", "ehrenvolle erwahnungen", "highly commended", "notable paper", "best social impact paper", "accesit", "accesits", "accessit", "accessits", "bester artikel", "mejor articulo", "mejor tesis", "mejor ponencia", "meilleur article", "meilleure these", "meilleur papier", "best of", "special mention", "best linguistic insight paper", "best paper finalist", "best industry paper", "best application paper", "best technical paper",
    "best student research paper", "best interdisciplinary paper", "best phd thesis", "best doctoral dissertation", "best master thesis", "best artifact", "best full paper", "best research paper", "best theory paper", "best late-breaking", "most influential paper", "ten-year technical impact",
)  # fmt: skip
"""Names that need no noun like award after them."""

ELECTED: tuple[str, ...] = (
    "fellow of the", "fellow of", "elected fellow", "elected member", "foreign member", "member of the national academy", "ieee fellow", "acm fellow", "aaai fellow", "acl fellow", "sloan fellow",
    "guggenheim fellow", "fulbright fellow", "humboldt fellow", "fulbright scholar", "marshall scholar", "rhodes scholar", "gates cambridge scholar", "aps fellow", "aaas fellow", "packard fellow", "honorary fellow", "honorary member", "distinguished member",
    "elected to the", "elected to", "schmidt science fellow", "macarthur fellow", "nsf graduate research fellow", "churchill scholar", "goldwater scholar", "ehrenmitglied", "leopoldina", "miembro de honor", "membre de l'institut universitaire",
)  # fmt: skip
"""Elected or named fellows."""

NOT_AWARDS: tuple[str, ...] = (
    "oral", "spotlight", "call for", "award committee", "awards committee", "prize committee", "awards chair", "award chair", "jury", "program committee", "nomination deadline", "award policy", "awards policy", "award ceremony",
    "award application", "selection committee", "fellowship committee", "award number", "grant number", "award no", "award id", "fellowship program committee", "scholarship committee", "award winners", "award recipients", "award reviewer",
)  # fmt: skip
"""Phrases that hold an award word and name none."""

CHINESE_AWARD = (
    r"(?:[^\s，。；、：:()（）\[\]\"“”·|,;《》—¶]|（[^（）]{0,50}）|\([^()]{0,60}\)){0,60}"
    r"(?:奖学金|奖章|奖教金|优秀(?:博士|硕士|学位|毕业)?(?:学位)?论文|(?:最佳|杰出|卓越)[\u4e00-\u9fff]{0,6}(?:论文|海报|报告|展示)(?:提名)?奖?|杰出审稿人奖?|[特一二三]等奖|奖(?!励|学|项|金|牌|助)|獎學金|獎|荣誉称号|称号|优秀[^\s，。；、：:的（）()“”《》]{0,8}(?:毕业生|学生|教师|研究生导师|研究生|导师|工作者|干部|党员|团员|班主任|辅导员|个人|志愿者|教练员?|助教|裁判员?|主持人|编辑|校友|员工)|三好学生|先进个人|学术新秀|学术十杰|十佳[\u4e00-\u9fff]{2,8}|青年学者|杰出青年(?!科学|基金)|标兵|英才|拔尖人才|领军人才)"
)
"""Regular expression of one Chinese award name without spaces."""

GIVING_VERBS: dict[str, tuple[str, ...]] = {
    "en": ("received", "receive", "receives", "won", "wins", "win", "awarded", "recipient", "recipients", "honored", "honoured", "named", "recognized", "recognised", "granted", "selected", "earned", "got", "winner", "winners", "elected",
           "given", "presented with", "bestowed", "nominated", "shortlisted", "finalist", "congratulations", "congrats", "holder", "laureate", "secured", "inducted", "distinguished with"),
    "de": ("erhielt", "erhalt", "erhalten", "gewann", "gewonnen", "ausgezeichnet", "verliehen", "geehrt", "pramiert", "preistrager", "preistragerin", "gewinnt", "gewahlt", "nominiert", "bekommen", "bekam", "gluckwunsch", "zuerkannt"),
    "es": ("recibio", "recibido", "recibi", "gano", "gane", "ganador", "ganadora", "galardonado", "galardonada", "premiado", "premiada", "obtuvo", "obtenido", "obtuve", "otorgado", "otorgo", "concedido", "distinguido", "merecedor", "acreedor", "acreedora", "felicidades", "beneficiario", "beneficiaria"),
    "fr": ("recu", "recoit", "obtenu", "obtient", "remporte", "laureat", "laureate", "recompense", "recompensee", "decerne", "prime", "primee", "distingue", "gagne", "felicitations", "nomme", "attribue"),
    "it": ("ricevuto", "vinto", "vincitore", "vincitrice", "premiato", "insignito", "ottenuto"),
    "pt": ("recebeu", "recebi", "ganhou", "ganhei", "vencedor", "premiado", "agraciado", "obteve"),
    "zh": ("获", "荣获", "获得", "评为", "授予", "入选", "被评为", "榮獲", "獲"),
}  # fmt: skip
"""Words that say somebody was given something."""

AWARDING_BODIES: frozenset[str] = frozenset((
    "university", "institute", "institution", "society", "academy", "association", "foundation", "council", "ministry", "federation", "commission", "committee", "department", "faculty", "college", "board", "organization", "organisation", "consortium", "museum", "library", "agency",
    "gesellschaft", "akademie", "verein", "stiftung", "verband", "ministerium", "universitat", "hochschule", "sociedad", "asociacion", "academia", "fundacion", "ministerio", "universidad",
    "societe", "academie", "fondation", "ministere", "universite", "sociedade", "associacao", "fundacao", "universidade", "associazione", "accademia", "fondazione",
))  # fmt: skip
"""Words (folded) of which one is the noun in the name of most bodies that give awards. Collected by hand from award pages."""
