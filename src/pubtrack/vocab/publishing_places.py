"""Towns that stand in front of publishers.

Source: collected by hand, the seats of publishing houses as title pages and library catalogues name them; folded.
"""
# ruff: noqa: E501, SIM905 - a table

from __future__ import annotations

PUBLISHING_PLACES: frozenset[str] = frozenset(
    (
        "amsterdam, ann arbor, antwerp, antwerpen, athen, athens, austin, baden-baden, baltimore, barcelona, basel, basingstoke, beijing, belfast, "
        "berkeley, berlin, bern, bielefeld, bilbao, bloomington, bochum, bogota, bologna, bonn, boston, boulder, brescia, brussel, brussels, "
        "bruxelles, bucharest, budapest, buenos aires, cambridge, canberra, caracas, chapel hill, cheltenham, chicago, ciudad de mexico, "
        "clermont-ferrand, college station, cologne, copenhagen, cordoba, darmstadt, delhi, den haag, dijon, dordrecht, dresden, dublin, durham, dusseldorf, "
        "edinburgh, eichstatt, essen, farnham, firenze, florence, frankfurt, frankfurt a. m, frankfurt a. m., frankfurt am main, frankfurt/m, "
        "frankfurt/m., freiburg, freiburg i. br, freiburg i. br., freiburg im breisgau, fribourg, geneva, geneve, genf, gent, ghent, gijon, glasgow, "
        "gottingen, granada, graz, grenoble, halle, hamburg, hannover, harmondsworth, heidelberg, helsinki, hildesheim, hoboken, hong kong, honolulu, "
        "houndmills, innsbruck, ithaca, jena, jerusalem, johannesburg, kassel, kiel, koln, konstanz, krakow, la haye, lanham, lausanne, leiden, "
        "leipzig, leuven, liege, lille, lima, lincoln, lisboa, lisbon, ljubljana, london, londres, louvain, louvain-la-neuve, lund, luneburg, "
        "luxembourg, lyon, madison, madrid, mainz, malaga, malden, manchester, mannheim, marburg, marseille, melbourne, mexico, mexico city, milan, "
        "milano, minneapolis, montevideo, montpellier, montreal, moscow, moskau, munchen, munich, munster, nancy, nantes, napoli, new brunswick, new "
        "delhi, new haven, new york, newcastle, nijmegen, northampton, nuremberg, nurnberg, oldenburg, opladen, oslo, osnabruck, ottawa, oxford, "
        "paderborn, padova, palermo, pamplona, paris, petersberg, philadelphia, pisa, pittsburgh, portland, porto, poznan, prag, prague, praha, "
        "princeton, providence, quebec, quito, regensburg, rennes, reykjavik, rio de janeiro, rom, roma, rome, rotterdam, saint-denis, saint-etienne, "
        "salamanca, salzburg, san francisco, santiago, santiago de chile, sao paulo, seattle, sevilla, shanghai, siegen, singapore, sofia, st. "
        "gallen, stanford, stockholm, strasbourg, stuttgart, sydney, syracuse, tallinn, tartu, tel aviv, the hague, thousand oaks, tokyo, torino, "
        "toronto, toulouse, tours, trento, trier, tubingen, turin, turnhout, tuscaloosa, uppsala, urbana, utrecht, valencia, valladolid, vancouver, "
        "venezia, venice, vienna, vilnius, warsaw, warszawa, washington, washington dc, weilerswist, weimar, weinheim, west lafayette, wien, "
        "wiesbaden, winchester, worms, wroclaw, wurzburg, zagreb, zaragoza, zug, zurich"
    ).split(", ")
)
