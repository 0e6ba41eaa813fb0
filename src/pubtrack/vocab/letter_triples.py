"""Which three letters follow each other in words of titles: counted by `tools/count_letters.py`. Do not edit.

An entry is two letters and all that follow them in some word; "^" is the beginning of a word, "$" its end.
Source: the words that three titles at least have, of the titles that the tool's docstring names.
"""

from __future__ import annotations

from functools import cache

__all__ = ["letter_triples"]

_TABLE = (
    "^aabcdefghijklmnopqrstuvwxyz ^badehilmnorstuyz ^cacdefghilmnoprstuvyz ^dabdehijmnorstuvwy "
    "^eabcdefghijlmnopqrstuvxy ^fadefilmopqrtuz ^gadehilmnoprsuy ^habcdeijlmoprstuvwy ^iabcdefghilmnoprstvy "
    "^jabdefghimostu ^kabcdehilmnopruwy ^ladehiloqrstuvy ^mabcdeghiklmnopqrstuvy ^nacdefghilmopstuvw "
    "^oabcdefghiklmnopqrstuvwxyz ^pabcdefhiklmnoprstuvy ^qbceioux ^radefghimnopsuwy ^sabcdeghiklmnopqrstuvwyz "
    "^tacehikloprstuwy ^uabcdeghilmnprstw ^vabcdegilmoqrux ^waehimorsuwy ^xabcegimnopqstvx ^yaeiosu ^zadehimnosuw "
    "aa$acilms ab$abcdehilnorstuy ac$acdehiklmnoqrstuwy ad$abcdehijlmnoprstuvwy ae$adflmnoprsvwx af$aefilnoprt "
    "ag$adefghimnoprsu ah$aeilmnopruv ai$abcdegiklmnrstvwxz ajaeio ak$acdeilmorstuy al$abcdefghiklmnoprstuvwyz "
    "am$abdefiklmnoprstuwy an$abcdefghijklmnopstuvwxyz ao$cdklnrstuy ap$abehilmnoprstuy aq$aru "
    "ar$abcdefghijklmnopqrstuvwxyz as$abcdeghikmnopqrstuwxyz at$abcdefhiklmnoprstuvwyz au$cdefglmnprstx av$aeinorsy "
    "aw$abdehiklnrsty ax$aeioswy ay$abefgiklmnoprsty azaeioruyz ba$bcdgilmnrstuwy bbadeilosu bc$aeho bd$abeiou "
    "be$acdefghilmnorstvxy bfai bgr bhaou bi$abcdefghjlmnopqrstv bj$eo bki bl$adeiouy bm$adiosu bn$bco "
    "bo$abcdehijlmnoprstuvwxyz bp$alr bqu braeiosuy bs$cdeioptuy bt$aehiruy bu$bcdfgijklmnprstyz bvi bwao bxmp "
    "by$eprstuz bzw ca$bcdefghiklmnoprstuvy cbl cc$aehiklorsu cd$fmnrst ce$abdeiklmnoprstuw cf$cds cg$ai "
    "ch$abcefiklmnorstuwy ci$abcdeflmnoprstuv ck$abcdegiklnopstuwxy cl$aeiouy cm$ceiosv cn$afno "
    "co$abcdefghiklmnoprstuvwx cp$imosu cq$eu cr$acefimnouy cs$acip ct$abegijlmnorsuvy cu$abcdehiklmnoprstu cvd cw$o "
    "cy$abcjlmrst cz$eny da$bcdegiklmnoprstuvwyz db$acilmoprstux dc$ah dd$behiloqrstuy de$abcdefghiklmnoprstuvwxyz "
    "df$aiorsu dg$aeimr dhaeortu di$abcdefghiklmnopqrstuvxyz djaouv dk$ dl$aeiouy dm$abdegisu dn$aefin "
    "do$abcdefghilmnoprstuvwx dp$hors dq$ dr$aeiouy ds$aceghiklmopqst dt$dehlprs du$abceiklmnoprst dv$aeilot "
    "dw$aimoqr dy$adeiklnrs dza ea$bcdfgiklmnprstuv eb$abdefhilmoprsuvxy ec$acdeghiklnortuy ed$abcdefgijlmnorsuwy "
    "ee$bcdefgiklmnprstvwx ef$adefiklorstu eg$aegilmnoruy eh$aeilmortuy ei$cdefghklmnrstvyz ejaeio ek$aehistu "
    "el$abcdefhiklmnopstuvyz em$abceilmopstuy en$abcdefghijklmnorstuvwyz eo$acdefghklmnprstuvwx ep$acehiloprstuw eq$u "
    "er$abcdefghijklmnopqrstuvwyz es$acdefhiklmnopqstuyz et$acefhiloprstuwyz eu$cdeghiklmnrstuvwx ev$acefiorsy "
    "ew$aehilmnoprstu ex$acehioptu ey$abenopstw ez$deiou fa$bcdeghiklmnoqrstuy fba fc$ fd$bgmst fe$abcdefgiklmnrstvwy "
    "ff$aeilmnorstu fga fhe fi$abcdefglmnrstvx fke fl$aeiopuy fmar fn$ei fo$ceghilmnoqrstuvwx fpgrtx fqa fraeiouy "
    "fs$ehop ft$ehilmopsuwy fueghjklnrstz fy$i fzi ga$abcdeghiklmnoprstuvwz gb$ gc$p gd$aiop ge$abdehilmnoprstvxy "
    "gflu gg$aeilrs gh$abdeilnoptuwz gi$abcdefgklmnorstuvyz gjiu gkadi glaeiouy gm$aelorsu gn$aeimnos "
    "go$abcdeghilmnoprstuvwy gpcilstu gqu graeiouy gs$aelrstu gtchio gu$acdehiklmnoprsty gwe gy$nprs gzan "
    "ha$abcdefghiklmnoprstuvwyz hbaeop hc$achilnq hd$abfi he$abcdefghiklmnoprstuvwxyz hfiou hi$abcdefghiklmnoprstuvz "
    "hjae hka hl$aeioy hm$aeimsu hn$aeiosuy ho$abcdefgijklmnoprstuvwx hp$acfsuv hqu hr$aehikmosuy hs$filou "
    "ht$aehilmnostwy hu$abcdfgiklmnrsty hv$aep hwaeio hy$abcdlmnoprsty hz$ds ia$abcdeglmnoprstuvwxz ibabeiklmorstu "
    "ic$acdehiklmorstuyz id$abdeghilmnorstuz ie$bcdefgiklmnoprstuvwxz if$acefinorstuy ig$aceghiklmnoprsuz ih$aeilmory "
    "ii$dinstvw ij$aeos ik$aehikoprstu il$abdeghiklmnorstuvwy im$abdeimopsu in$abcdefghijklmnopqstuvwyz "
    "io$abcdefghilmnprstuvx ip$acehiklmoprstuy iqau ir$abcdegiklmnoprstuvwy is$abcdefhijklmnopqrstuwxy "
    "it$abcefhiklmnorstuwyz iu$cemns iv$aeinoruy iwae ix$adeiptu iy$eis iz$aehiovz ja$ceghijklmnprsuvwxy jbu jdbk "
    "je$aceflnrstuwz jfc jgn jhi ji$aegmnost jml jne jo$abcdehilnorsuy jsei jtl juadgilmnrsv jvu "
    "ka$bdghilmnoprstuvwyz kb$emoy kcachy kdbdmo ke$abcdeghilmnoprstuvwy kfilo kger kh$aeiot ki$acdefjklmnoprst kkino "
    "kl$aeilouy km$as kneinou ko$bcdefghjklnoprstuvw kp$lnor kradiouy ks$acdehopsty kt$ehioru ku$acdilmnoprsy kw$aeo "
    "kx$ ky$losu la$bcdefghijklmnoprstuvwxyz lbaeiloruy lc$ahiou ld$abcefhilmorstuw le$abcdefghijklmnoprstuvwxyz "
    "lf$aefgiostu lgaeior lhaeio li$abcdefghiklmnopqrstuvxz lj$ lk$abeirsty ll$abceimorstuy lm$aehios ln$aegiu "
    "lo$abcdefghiklmnopqrstuvwxyz lp$cefhioqst lqgr lr$aeiouy ls$acdehimortuvy lt$adehioprsuyz lu$abcdegiklmnoprstvxz "
    "lvaeios lwai ly$abceghilmnpstz lz$bho ma$bcdeghijklmnoprstuvxyz mb$adeilorsu mc$chiklmos md$ablmpvw "
    "me$acdeghilmnoprstuvwxyz mf$ou mg$aoz mheoy mi$acdefgjklmnopqrstuxz mkailw ml$adeiprsy mm$acdeiopsuy mn$aeis "
    "mo$abcdeghijklmnoprstuvxz mp$abehilorstuy mqw mr$efinpst ms$acehostx mt$ou mucdegiklmnrst mvcfs mwo "
    "my$cdeghilorstx na$abcdegiklmnoprstuvyz nb$aeioru nc$abehiklorstuyz nd$abdefghilmnoprstuvwy "
    "ne$abcdefgiklmnopqrstuvwxyz nf$aeilorsu ng$acdefhijklmnopqrstuw nh$aeiosy ni$abcdefghiklmnopqrstuvxz njaeou "
    "nk$aeghilnostuy nlaceiopy nmadefikopru nn$aegiosuy no$abcdefghilmnprstuvwxy np$ailoru nq$lu nraeiouy "
    "ns$abcdefhiklmnopstuvwy nt$acdehilorsuwyz nu$acdefilmnorstux nvaeimnouy nwaeo nxim ny$almotuw nz$aeioy "
    "oa$abcdiklmnprstx ob$abeijlorstuv oc$acdehikloqrstuvy od$abdefgilmorsuy oe$cfiklmnprstvwx of$abdefhilost "
    "og$adeghilnorsuy oh$aeijlmnorsy oi$acdelmnorstvx ojaeiou ok$abeiklmosu ol$abcdefghiklmopstuvyz "
    "om$abdefiklmnopsuy on$acdefghijklmnopqrstuvxyz oo$cdfgiklmnprstv op$adehilmnoprstuwy oqlu "
    "or$abcdefghijklmnopqrstuvwy os$acdefhiklmopqstuwy ot$abcdefhijloprstuwyz ou$bcdghiklmnprstvwxz ov$adeinops "
    "ow$abdefhilnostu ox$aefgioy oy$adeimos ozacdehikos pa$abcdegiklmnopqrstuvwxyz pbaeil pc$acfikmors pd$aef "
    "pe$abcdefgilmnoprstuxz pf$eou pgar ph$acdeiloprsty pi$acdefgklmnoprstuvx pkaeimp pl$aefiosuy pmadeglmr pnaei "
    "po$abcdeghiklmnoprstuvwx pp$aehilors pq$ pr$aeiouy ps$acefghiklopstuy pt$aehinorsuy pu$abcelmnrstz pv$am pwai "
    "px$ py$ilrt qa$rs qbdi qcdl qedt qg$ qiano ql$ejs qos qr$ quabeior qw$s qxt ra$bcdefghijklmnopqrstuvwxyz "
    "rb$aeijnorsuy rc$aehiklnorstu rd$abefimnostw re$abcdefghijklmnopqrstuvwxyz rf$acefilosu rg$abehimorsuy rhaeiopy "
    "ri$abcdefgiklmnoprstuvxz rj$eio rk$abefhilnoprsu rl$adehiosy rm$aefilopsuy rn$adehimnostuy "
    "ro$abcdefghijklmnoprstuvwxyz rp$acehilortu rqlu rr$aehiosuy rs$acehikmopqstuy rt$acdefghilmnoprsuyz "
    "ru$abcdefghilmnprstz rv$aeilo rwaeiot rx$i ry$acdiklnopstwyz rz$atw sa$abcdfghiklmnoprstuvwxy sb$abein "
    "sc$aeghilorsuw sd$abdeiosu se$abcdefghiklmnopqrstuvwxy sf$aeiloru sg$adeimou sh$abcefilmnoprsuwy "
    "si$abcdefghklmnoprstuvxz sj$ou sk$aeilostuy sl$aeiostuy sm$aegilopstu sn$aeost so$abcdfijlmnoprstuvyz "
    "sp$abehilmoprsu sq$lu sr$aeiou ss$abcdefhilmoprtuwy st$abcefghilmnoprstuwy su$abcdefghiklmnprs svdemo swaeio "
    "sx$c sy$abcklmnpstuw sz$aceiu ta$bcdfghijklmnoprstuvxyz tbaeoru tc$adhlop td$abos te$abcdefgilmnoprstuvwxz "
    "tfaiou tgalr th$acdefilmnoqrsuwyz ti$abcdefghiklmnopqrstuvwxz tj$a tkeiloy tl$aeiorsuy tm$aelou tn$ae "
    "to$abcdefghiklmnoprstuvwxz tp$achlrsu tr$aefinouy ts$abcehikoqstuv tt$aefhikloprsy tu$abcdefghilmnoprst tv$io "
    "twaeio ty$acglopr tz$aefikmo ua$cdgijklmnprstv ub$abcdefgijlmopqrstuwy uc$acehiklortu ud$abdeghiknostwy "
    "ue$bcdehilmnoprstuz uf$aefimt ug$aeghlmsu uh$aeilorv ui$acdeglmnpqrstuvxz uj$i uk$acehilorsu "
    "ul$adefgiklmnoprstuvy um$abefghilmnopsu un$abcdefghiklmnopqrstuvy uo$cdklprtuz up$acdegiloprstuw uqi "
    "ur$abcdefghikmnoprstuvy us$acdefghiklnopstuyz ut$abcehikloprstuwyz uumn uvaei uwe ux$ei uy$aein uz$az "
    "va$bcdgiklnoprstxz vbs vcchr vd$m ve$acdefghiklmnrstxyz vf$i vgt vi$abcdegijlnoprstvx vlades vm$cels vn$aeuy "
    "vo$cdiklmnoprstu vpe vqab vraeimo vs$k vto vu$ls vxm vy$a wa$adfghiklmnpqrstvy wbae wd$efosw we$abcdegilnrstv "
    "wfl whaeinoy wicdefgjklmnrstwz wke wl$eiy wmaps wn$efilsw wo$elmnorsu wpo wq$ wraeio ws$eiklmpq wt$ho wulrt ww$w "
    "wyen xabcghmnrstv xba xc$aehil xdb xe$cdglmnrsw xfo xgae xhai xi$abcdefilmnostvx xl$ xmadilm xng xo$degnprsu "
    "xpaeilors xqu xsabl xt$behiorsu xuanps xvi xwe xx$ilx xy$dgprstv ya$bdeghklmnoprstv ybadeor ycaehiloryz yd$aeior "
    "ye$adehlnrstuz yfu ygadeio yhei yi$aegnou yjn yk$ior yl$abeilmopuv ym$abeimop yn$acdeghkmnot yo$cfgjmnrstu "
    "ypaehiorst yr$aeioru ys$aefhikmpqstz ytaehioy yuaefhnqrs yvi yw$aho yxi yy$a yz$aeio za$bcdefghiklmnrstuv zbe "
    "zcaz zdeio ze$acdeilmnprsuwz zfe zhaenouz zi$acdegklmnoprtu zka zlei zmau zneost zo$beglmnorstu zru zsou ztp "
    "zu$hklmrz zvi zw$ai zy$lm zz$aely "
)


@cache
def letter_triples() -> frozenset[str]:
    """Gives every three letters that follow each other in a word.

    >>> "the" in letter_triples(), "^th" in letter_triples(), "qxz" in letter_triples()
    (True, True, False)
    """
    return frozenset(entry[:2] + letter for entry in _TABLE.split() for letter in entry[2:])
