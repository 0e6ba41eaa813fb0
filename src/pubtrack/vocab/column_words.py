"""What stands over the columns of tables of publications and awards (folded), per kind of column.

Source: award pages, award lists of institutes and CVs in public repositories; collected by hand.
"""
# ruff: noqa: E501 - tables, one line each

from __future__ import annotations

TITLE_COLUMNS = frozenset((
    "title", "paper", "papers", "paper title", "publication", "publications", "article", "book", "titel", "publikation", "beitrag", "aufsatz",
    "titulo", "articulo", "publicacion", "titre", "article", "ouvrage", "titolo", "题目", "标题", "论文", "论文题目", "题名", "论文名称", "论文标题",
    "thesis title", "title of thesis", "title of the thesis", "dissertation title", "title of paper", "title of the paper", "article title", "book title", "titel der arbeit", "titel der dissertation",
    "thema der dissertation", "titel der publikation", "titulo de la tesis", "titulo del trabajo", "titulo del articulo", "titre de la these", "titre de l'article", "titre de l'ouvrage", "titolo della tesi", "titulo da tese",
    "著作名称", "论著名称", "专著名称", "文章题目", "文章名称", "学位论文题目", "论文论著名称",
))  # fmt: skip
"""Over a column of titles."""

WON_COLUMNS = frozenset((
    "work", "works", "winning work", "winning paper", "winning book", "winning title", "winning entry", "contribution", "project", "project title", "thesis", "dissertation", "ausgezeichnete arbeit", "arbeit", "thema", "projekt", "buch", "werk",
    "trabajo", "trabajo premiado", "obra", "obra premiada", "proyecto", "tesis", "libro", "travail", "projet", "these", "œuvre", "lavoro", "opera", "tesi", "trabalho", "tese",
    "项目名称", "获奖项目", "获奖项目名称", "成果名称", "成果", "获奖成果", "获奖成果名称", "成果题目", "作品", "作品名称", "获奖作品", "获奖作品名称", "获奖论文", "获奖论文题目", "获奖论文名称", "获奖著作", "教学成果名称", "研究成果", "申报成果",
))  # fmt: skip
"""Over a column of what was awarded, where another column names the awards."""

THESIS_COLUMNS = frozenset((
    "thesis", "dissertation", "phd thesis", "doctoral thesis", "thesis topic", "doktorarbeit", "these", "tesis", "tesis doctoral", "tesi", "tese", "proefschrift",
))  # fmt: skip
"""Over a column of titles of theses, where another column names people."""

AWARD_COLUMNS = frozenset((
    "award", "awards", "prize", "prizes", "honor", "honour", "honors", "distinction", "name of award", "award name", "name of prize", "award title", "preis", "auszeichnung", "name des preises",
    "premio", "premios", "galardon", "distincion", "prix", "recompense", "nom du prix", "riconoscimento",
    "奖项", "奖项名称", "奖励", "奖励名称", "获奖名称", "获奖奖项", "获奖奖项名称", "所获奖项", "所获奖励", "荣誉", "荣誉名称", "荣誉称号", "奖项/荣誉", "获奖情况", "获奖项", "奖名", "奖种", "奖励类别", "获奖类别",
))  # fmt: skip
"""Over a column of awards."""

GRADE_COLUMNS = frozenset((
    "grade", "level", "rank", "ranking", "place", "result", "stufe", "rang", "platz", "nivel", "categoria", "puesto", "niveau",
    "等级", "级别", "获奖等级", "获奖级别", "奖励等级", "奖励级别", "奖项等级", "奖项级别", "名次", "等次", "获奖等次", "获奖名次", "奖次", "层次",
))  # fmt: skip
"""Over a column that says which grade of an award it was."""

PERSON_COLUMNS = frozenset((
    "recipient", "recipients", "winner", "winners", "laureate", "laureates", "awardee", "awardees", "honoree", "student", "preistrager", "preistragerin", "preistrager/in", "preistrager*in", "preistrager:in",
    "preistragerinnen", "ausgezeichnete", "ganador", "ganadora", "ganador/a", "ganadores", "premiado", "premiada", "premiados", "galardonado", "galardonada", "galardonados", "laureat", "laureate", "laureats", "laureat(e)", "vincitore", "vencedor",
    "获奖人", "获奖者", "获奖人员", "完成人", "主要完成人", "第一完成人", "得奖人", "得奖者", "得主", "获得者", "获奖教师", "获奖学生", "成果完成人", "姓名",
))  # fmt: skip
"""Over a column of those who got it."""

EVENT_COLUMNS = frozenset((
    "description", "news", "event", "events", "what", "what happened", "update", "updates", "announcement", "highlight", "highlights", "milestone", "headline", "happening",
    "beschreibung", "neuigkeit", "neuigkeiten", "meldung", "ereignis", "was", "nachricht", "descripcion", "noticia", "noticias", "evento", "suceso", "hito",
    "actualite", "evenement", "nouvelle", "quoi", "notizia", "descrizione", "descricao", "内容", "事件", "新闻", "动态", "描述", "事项",
))  # fmt: skip
"""Over a column of what happened."""

WHO_COLUMNS = frozenset((
    "who", "person", "people", "member", "members", "name", "names", "wer", "quien", "qui", "chi", "quem", "personne", "persona", "mitglied", "人员", "成员", "人物", *PERSON_COLUMNS,
))  # fmt: skip
"""Over a column of those it happened to."""

SHOWN_COLUMNS = frozenset(("student", "姓名", "完成人", "主要完成人", "第一完成人"))
"""Of these the columns that other tables have as well: whoever stands there need not have won anything."""

WINNER_COLUMNS = PERSON_COLUMNS - SHOWN_COLUMNS
"""Over a column of those who got it, which says by itself that the table lists winners."""

PLACES_WON = (
    r"(?:(?:\d{1,2}(?:er|ere|re|e|eme|o|°|º|\.|st|nd|rd|th)?|first|second|third|special|grand|gran|premier|deuxieme|troisieme|primer|segundo|tercer|erster|zweiter|dritter) ?)?"
    r"(?:prix|accessits?|mentions?|prize|award|premio|accesit|mencion|preis|hauptpreis|sonderpreis|forderpreis|anerkennungspreis|premio)"
    r"(?:[ -](?:ex|aequo|speciale?s?|special|especial|d'honneur|honorable|honorifica|d'excellence|du jury|del jurado|der jury|principal))*"
    r"|(?:hono(?:u)?rable|special) mention|runner-?up|joint winner|lobende erwahnung|ehrenvolle erwahnung|finaliste?|[特一二三]等奖|优秀奖|[提入]名奖|[金银铜]奖"
)
"""What stands in brackets behind a winner (folded): which prize it was."""
