"""Words whose full stop need not end a sentence, and words that begin one.

All keys are casefolded and without their last full stop. The lists of all languages are used
together: an article's language is often not declared, and few of these are words elsewhere.
They are our own, gathered from the style of news text; ``sentences`` says how each is used.
"""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# A name follows, whatever it is: the army's "Gen. He Wei" is no new sentence.
TITLES = _words(
    """
    mr mrs ms mx dr drs prof rev hon pres gov govs lt col capt cpl sgt maj gen brig cmdr cdr adm
    pvt pfc spc cpt ltc ssgt tsgt msgt sen sens rep reps del ald atty supt insp det amb treas
    messrs mme mmes mlle mgr msgr fr br sr. rt asst assoc dep vice sec-gen
    hr herrn frl dipl ing mag sra srta sres dra dña excmo excma lic arq ud uds vd
    sig dott avv geom rag on rep-elect sen-elect gov-elect
    г-н г-жа акад проф ген полк
    डॉ प्रो पं श्री श्रीमती मो स्व कु ले कर्नल
    """
)
# Letters as Hindi spells them in initials: "S. Jaishankar" is written "es. jayshankar".
SPELLED_LETTERS = _words("ए बी सी डी ई एफ जी एच आई जे के एल एम एन ओ पी क्यू आर एस टी यू वी वाई ज़ेड जेड")
# Never the end of a sentence.
INSIDE = _words(
    """
    e.g i.e eg ie vs v cf viz approx aprox esp incl excl resp aka
    bzw vgl z.b d.h u.a ggf evtl inkl zzgl mio mrd tsd usw. sog geb gest
    p.ej ee uu
    """
)
# Part of a number when a number, a Roman numeral or a single capital follows.
BEFORE_NUMBER = _words(
    """
    no nos nr núm num p pp pg fig figs art arts vol vols ch chap sec secs para paras ex ext tel
    rs ca c est op pt ver art abs ziff bd st. sq ft in lb lbs oz hrs min mins с стр ст п рис
    """
)
MONTHS = _words("jan feb mar apr jun jul aug sep sept oct nov dec janv févr avr juil déc enero")
WEEKDAYS = _words("mon tue tues wed thu thur thurs fri sat sun")
MONTH_NAMES = _words(
    "january february march april may june july august september october november december"
)
# After an ordinal as German and its neighbours write it, whatever language was declared.
ORDINAL_MONTHS = _words(
    """
    januar jänner februar märz april mai juni juli august september oktober november dezember
    januari februari marts maj juuni kesäkuuta
    """
)
ANY_MONTH = MONTHS | MONTH_NAMES
WEEKDAY_NAMES = _words("monday tuesday wednesday thursday friday saturday sunday")
# After a clock time: the sentence goes on.
_CLOCK_ZONES = _words(
    "est edt et cst cdt ct mst mdt mt pst pdt pt gmt utc bst cet cest ist jst eastern central "
    "mountain pacific greenwich moscow beijing local"
)
AFTER_CLOCK = _CLOCK_ZONES | ANY_MONTH | WEEKDAYS | WEEKDAY_NAMES
STATES = _words(
    """
    ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev
    okla ore pa tenn tex va vt wash wis wyo n.h n.j n.m n.y n.c n.d s.c s.d r.i w.va d.c
    ont que alta
    """
)
# The end of a sentence only before a word that plainly begins one.
MAYBE = _words(
    """
    inc corp co cos ltd llc plc bros jr sr esq st ste mt ft rd ave blvd hwy sq pl dept univ assn
    assoc bldg govt intl natl gmbh al etc. mfg hosp dist co-op messrs ret mgmt
    str nr пр ул им г гг тыс млн млрд руб
    """
)
ABBREVIATIONS = TITLES | INSIDE | BEFORE_NUMBER | MONTHS | WEEKDAYS | STATES | MAYBE
# Written with a mark of their own.
NAMES_WITH_MARK = _words("yahoo jeopardy")
# "Group C." ends a sentence where "John C." does not.
LETTERED = _words(
    """
    group plan class type vitamin hepatitis part section category grade appendix exhibit room gate
    terminal platform level tier phase zone pool schedule influenza
    """
)
# A capitalised one of these begins a sentence rather than a name.
STARTERS = _words(
    """
    the a an this that these those he she it we they you his her its our their my your i
    there here in on at by for from with without after before during since until while when
    where why how what who which if although though because as but and or so yet however
    meanwhile then now also still even both some many most several other others another each
    every such not nor despite according earlier later it's he's she's they're we're that's
    there's i'm don't asked to nobody no-one none nothing everyone everything police officials
    analysts experts critics investigators prosecutors authorities
    der die das ein eine er sie es wir ihr ich und aber doch denn im am zum zur vom beim nach bei
    mit für von seit trotz auch noch niemand dies diese dieser
    le les il elle ils elles nous vous on un une des ce cette ces et mais dans en pour selon après
    el los las ella ellos ellas nosotros pero y según tras con para su sus este esta no
    """
)
# Verbs by which news names a speaker: "Who did this?" Marta Diaz asked.
SAYING = (
    "said|says|asked|asks|told|added|adds|wrote|writes|shouted|cried|yelled|replied|answered|"
    "tweeted|posted|declared|demanded|wondered|exclaimed|insisted|recalled|joked|screamed"
)
