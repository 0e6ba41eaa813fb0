"""Capitalised words that stand in titles and hardly ever in the names of people.

Words are folded (lower case, no accents). Chosen by hand: common nouns of many fields, and words a title may begin
with; some (Art, Law, Young, Case) are family names too: a reference then has other names beside them.
"""
# ruff: noqa: E501, SIM905 - tables, one line each

from __future__ import annotations

TITLE_WORDS = frozenset(
    "analysis approach approaches application applications assessment algorithm algorithms architecture art arts behavior behaviour bias care case causal cell cells challenges change changes chemistry children church cities city class classification climate clinical cognition cognitive collapse communication community comparison complex computing consequences "
    "constraints context control cooperation credit cultural culture data death deep democracy democratic design detection determinants development digital disease disorders distributed diversity dynamics ecology economic economics economy education effect effects efficient emergence empire energy entrepreneurship environment equilibrium estimation ethics evaluation evidence evolution experience experiments "
    "factors family faith fast feature field financial firms food forgiveness formation framework freedom function functional future games gender generation global good governance government graph groups growth health high history household human humanities identity image imaging impact implications inequality inference influence information innovation institutions insurance integration interaction international intervention introduction investigation "
    "justice knowledge labor labour land landscape language large law learning legal life limits linear literature local machine management market markets mathematics measurement mechanism mechanisms media medicine memory metal method methods migration mind model modeling modelling models modern molecular money moral multi nature network networks neural new note novel number optical optimal optimization organization origins "
    "pathways patients patterns performance perspective perspectives philosophy physical physics plant policy political politics population power practice practices prediction preferences press privacy problem problems process processes production programming properties protection protein psychology public quantum race reading reasoning recent recognition reform regulation relations religion reproduction research resilience response results review revolution rights risk robust role rule "
    "science sciences scientific search security selection semantic sex shadow sleep social society software soil space spatial species speech stability state states statistical statistics strategies structure structures studies study surface survey sustainability sustainable synthesis system systems teaching technique techniques technology test testing text theory therapy things thinking time tools trade tradition training transformation transit transition translation treatment trends trial "
    "uncertainty understanding unemployment urban using value values video violence virtual vision visual wage wages war water welfare women work workers world writing youth "
    "the a an on in how why what who when where is are do does can should from to toward towards beyond against after before between among under within without into through across during about against some more less two three first second "
    "der die das ein eine einer wie warum was zum zur uber vom zwischen gesellschaft geschichte politik recht sprache kultur stadt kirche theorie staat bildung forschung wissenschaft medien arbeit leben zeit welt krieg kunst musik religion literatur "
    "los las les une un una des sur pour comment por para hacia sobre el historia politica sociedad cultura derecho educacion lengua arte ciencia estado mujeres histoire politique societe droit langue ecole travail femmes sciences theorie analyse etude estudio analisis "
    "il gli lo storia politica societa cultura diritto lavoro terra paesaggio uma sao educacao sociedade ensino saude politicas".split()
)
"""A stretch with one of these words is no name."""

SMALL_WORDS = frozenset(
    "de la le du des the of for by to a an der die das für von am im del los el and und et with on at in sur por par para "
    "sobre auf mit zu y".split()
)
"""Words behind which a title goes on: `A practical route to (−)-strychnine`."""
