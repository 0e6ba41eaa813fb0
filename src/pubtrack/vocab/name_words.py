"""Words that tell how a personal name is put together, and words that only bodies have in their names."""

# ruff: noqa: E501, SIM905 - tables of words read better as lines of words than as one literal a word
from __future__ import annotations

PARTICLES = frozenset(
    "van von der den de del della delle delli degli dei da das do dos du di la le les lo los el al bin bint ibn ben "
    "abu ter ten te zu zum zur vom af av y e 't op in het st st. mac d' l' dal dalla auf an tho thoe und och".split()
)
"""Small words that belong to the family name, in lower case.
Source: CSL 1.0.2, "Names"; https://en.wikipedia.org/wiki/Nobiliary_particle"""

OPENING_PARTICLES = PARTICLES - frozenset(("y", "e", "in", "het", "op", "an", "und", "och", "auf"))
"""Those that a family name can begin with; the others only follow another particle or join two names."""

CAPITAL_PARTICLES = frozenset("van von de del della di da du dos la le los el al bin ben ter ten st st. mac".split())
"""Particles that are also written with a capital and are then the start of the family name ("Vincent Van Gogh")."""

NOT_PARTICLES_AFTER = frozenset("nguyen tran pham hoang huynh phan vu vo dang bui ngo duong".split())
"""Vietnamese family names: beside them "Van" and "Le" are no particles.
Source: https://en.wikipedia.org/wiki/Vietnamese_name, "Family name"."""

SUFFIXES = {
    "jr": "Jr.", "jnr": "Jr.", "junior": "Junior", "sr": "Sr.", "snr": "Sr.", "ii": "II", "iii": "III", "iv": "IV",
    "2nd": "2nd", "3rd": "3rd", "4th": "4th",
}  # fmt: skip
"""Generational suffixes and their usual form. Source: CSL 1.0.2, "Names"; NLM Citing Medicine, chapter 1."""

DEGREES = frozenset(
    "phd ph.d md m.d msc m.sc bsc b.sc ma mba mph dphil d.phil frcp frcs facs rn dds dvm prof dr dipl.-ing esq frs".split()
)
"""Titles that are no part of a name. Source: NLM Citing Medicine, chapter 1, "Omit degrees, titles and honors"."""

BODY_WORDS = frozenset(
    "university universitat universite universidad college school institute institut instituto laboratory laboratories "
    "lab labs center centre department ministry agency office bureau committee commission council association society "
    "federation foundation organization organisation organisations organizations group team consortium collaboration "
    "network initiative project programme program panel board union academy company corporation corp inc ltd gmbh llc "
    "press bank authority service services survey administration secretariat investigators contributors "
    "community developers collaborators authors hospital task unit division alliance partnership museum library nations "
    "study trial registry force".split()
)
"""Words that only the names of bodies contain.
Source: chosen by hand after NLM Citing Medicine, chapter 1, "Organizations as author"."""

KNOWN_BODIES = frozenset(
    "openai deepmind anthropic unesco unicef nasa noaa cern oecd eurostat ieee acm nist cdc who ipcc wikipedia anonymous".split()
)
"""Bodies whose name starts so, whatever follows. Source: chosen by hand."""

HAN_SURNAMES = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆"
    "范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫雷龙陶史贺顾毛郝龚邵万钱严覃武戴莫孔向汤張劉陳楊黃趙吳孫馬羅鄭謝許韓鄧馮"
    "蕭葉蘇呂盧鍾譚陸範賈鄒龍陶賀顧龔萬錢嚴湯欧俞倪"
)
"""Common Chinese family names of one character. Source:
https://en.wikipedia.org/wiki/List_of_common_Chinese_surnames, simplified and traditional forms."""

HAN_DOUBLE_SURNAMES = frozenset(
    "欧阳 歐陽 司马 司馬 诸葛 諸葛 上官 司徒 东方 夏侯 皇甫 尉迟 公孙 慕容 令狐 长孙 宇文".split()
)
"""Chinese family names of two characters. Source: https://en.wikipedia.org/wiki/Chinese_compound_surname"""

HANGUL_SURNAMES = frozenset(
    "김이박최정강조윤장임한오서신권황안송전홍유고문양손배백허남심노하곽성차주우구민류나진지엄채원천방공현함변염여추도소석선설마길연위표명기반왕금옥육인맹제모탁국어은편용"
)
"""Common Korean family names. Source: https://en.wikipedia.org/wiki/List_of_Korean_surnames"""
