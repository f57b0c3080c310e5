"""English: the table that the others are measured against."""

from __future__ import annotations

from decimal import Decimal

from summarizer.facts.figures.languages.base import (
    Language,
    decimals,
    marked,
    table,
    tens_of,
)
from summarizer.facts.figures.tokens import Phrases, words

_UNITS = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
_ONES = [*_UNITS.split(), *["fifteen", "sixteen", "seventeen", "eighteen", "nineteen"]]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


def _cardinals() -> dict[str, int]:
    table = {word: value for value, word in enumerate(_ONES)}
    for tens, word in enumerate(_TENS, 2):
        table[word] = tens * 10
        for ones in range(1, 10):
            table[f"{word} - {_ONES[ones]}"] = table[f"{word} {_ONES[ones]}"] = tens * 10 + ones
    return table


def _ordinals() -> dict[str, int]:
    first = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"
    table = {word: value for value, word in enumerate(first.split(), 1)}
    table |= {f"{word}th": value for value, word in enumerate(_ONES) if value > 12}
    table |= {f"{word[:-1]}ieth": tens * 10 for tens, word in enumerate(_TENS, 2)}
    return table | {"hundredth": 100, "thousandth": 1000, "millionth": 10**6}


def _fractions() -> dict[str, int]:
    plain = {word: value for word, value in _ORDINALS.items() if value > 2 and value <= 1000}
    return plain | {f"{word}s": value for word, value in plain.items()} | {
        "half": 2, "halves": 2, "quarter": 4, "quarters": 4,
    }  # fmt: skip


_ORDINALS = _ordinals()
_SCALES = decimals(
    "dozen 12, dozens 12, thousand 1e3, lakh 1e5, lakhs 1e5, lac 1e5, million 1e6, millions 1e6,"
    "mn 1e6, mln 1e6, mio 1e6, mil 1e6, crore 1e7, crores 1e7, billion 1e9, bn 1e9, bln 1e9,"
    "trillion 1e12, tn 1e12, trn 1e12, quadrillion 1e15"
)
_BEFORE = [
    *table(
        ">",
        "more than, over than, over, at least, above, no fewer than, not fewer than, no less than,"
        "not less than, exceeding, exceeds, exceeded, exceed, in excess of, greater than,"
        "higher than, upwards of, upward of, north of, a minimum of, minimum of, well over,"
        "well above, just over, just above, slightly over, slightly more than, surpassing,"
        "surpassed, topped, topping, older than, longer than, larger than, bigger than, beyond,"
        "no lower than, not under, a little over, little over, marginally higher at, >, ≥, > =",
    ),
    *table(
        "<",
        "less than, fewer than, under, below, up to, at most, no more than, not more than,"
        "a maximum of, maximum of, just under, just below, slightly under, slightly less than,"
        "as many as, as much as, within, lower than, smaller than, younger than, shorter than,"
        "not exceeding, well under, well below, south of, sub -, a little under, inches from,"
        "no higher than, no later than, at the most, <, ≤, < =",
    ),
    *table(
        "~",
        "about, around, approximately, approx, approx ., roughly, some, nearly, almost, close to,"
        "circa, c ., ca ., ~, ≈, ∼, an estimated, estimated, estimated at, averaged, averaging,"
        "barely, virtually, more or less, in the region of, somewhere, in the order of,"
        "on the order of, nearer to, just about, give or take,"
        "in the neighborhood of, in the vicinity of, getting on for, at around, at about,"
        "at roughly, at approximately, at nearly, at almost, an average of about, ~ ~,"
        "averages, average roughly, nearing, approaching",
    ),
]
_AFTER = [
    *table(
        ">",
        "or more, or above, or over, or greater, or higher, or older, and over, and above, and up,"
        "and older, plus, +, at least, and counting, at a minimum, or so more, upward, upwards",
    ),
    *table(
        "<",
        "or less, or fewer, or below, or under, or lower, or younger, at most, at the most,"
        "and under, and below, maximum, or better",
    ),
    *table("~", "or so, or thereabouts, - odd, - ish, ish, more or less, give or take"),
]
_STOP = (
    "a an the this that these those its his her their our my your and or but nor so yet if as than"
    " of in on at by for from to with without within into onto over under about around after"
    " before since until till during between among amid against across through toward towards"
    " behind beyond above below near off out up down per via is are was were be been being am has"
    " have had having do does did will would can could may might must shall should who whom whose"
    " which what when where while why how because although though not no nor never also even"
    " including include includes said says told say saying tell according last next ago now then"
    " here there later earlier still already just only both either neither each every all some any"
    " such it he she they we you i him them us me left right apart away back again altogether"
    " worldwide nationwide overall today yesterday tomorrow tonight overnight died dead killed"
    " injured wounded hurt missing arrested come came go went get got make made take took follow"
    " followed remain remained become became went voted agreed respectively mostly mainly"
    " apiece alone together once twice long wide deep tall high old older younger earlier"
    " whilst upon despite like unlike plus minus versus vs amongst throughout whether till"
    " thanks yes whatever however therefore moreover ever too very monday tuesday wednesday"
    " thursday friday saturday sunday january february march april june july august september"
    " october november december one two three four five six seven eight nine ten announced"
    " accused charged strong want wants need needs think thinks see seen use used face faces"
)
_UP = (
    "up rise rises rose risen rising increase increases increased increasing grow grows grew grown"
    " growing gain gains gained gaining climb climbs climbed climbing jump jumps jumped jumping"
    " surge surges surged surging soar soars soared soaring add adds added adding advance advances"
    " advanced advancing rally rallies rallied rallying rebound rebounded leap leaped leapt"
    " spike spiked spiking swell swelled boost boosted boosts boosting raise raised raising"
    " expand expanded expanding accelerate accelerated upward upwards higher strengthen"
    " strengthened improve improved lift lifted appreciate appreciated skyrocketed rocketed"
    " mounted ballooned widen widened bounced tick ticked edged_up hiked hike"
)
_DOWN = (
    "down fall falls fell fallen falling drop drops dropped dropping decline declines declined"
    " declining decrease decreases decreased decreasing lose loses lost losing slide slides slid"
    " sliding sink sinks sank sinking slip slips slipped slipping tumble tumbles tumbled tumbling"
    " plunge plunges plunged plunging plummet plummets plummeted plummeting shrink shrank shrunk"
    " shrinking cut cuts cutting reduce reduces reduced reducing lower lowered lowering crash"
    " crashed crashing slump slumped slumping shed sheds shedding dip dips dipped dipping ease"
    " eased easing contracted contracting slash slashed trim trimmed retreat retreated"
    " weaken weakened tank tanked dive dived dove collapse collapsed halve recede receded"
    " depreciate depreciated narrow narrowed slowed"
)
_DESIGNATORS = (
    "section sections article articles chapter page pages paragraph clause flight boeing airbus"
    " number no nos № # room suite apartment apt floor unit units_ route highway interstate road"
    " freeway motorway exit phase category cat class grade level tier stage type division model"
    " version apollo channel radio platform gate line act amendment resolution title rule"
    " regulation directive protocol convention proposition prop measure bill ballot part volume"
    " vol issue season episode day game round set heat lane row seat table_ step chapter box"
    " windows iphone ipad galaxy pixel playstation ps xbox android ios nokia note fortune s&p"
    " ftse nikkei dow cac dax russell stoxx nasdaq sp ibex daytona indianapolis indy formula ligue"
    " serie bundesliga big super bowl track area catch soyuz vostok voyager falcon appendix"
    " annex exhibit figure fig top_ age_ district precinct ward zone sector pier terminal bus"
    " group pool schedule plan_ code zip article vitamin omega size psalm genesis verse sura lot"
    " world_war war_ state_route u.s. us_ studio hall block cell building tower camp locomotive"
    " warrior hurricane euro agenda under u group mark mk chapter test_ question q item world"
)


ENGLISH = Language(
    code="en",
    group=",",
    decimal=".",
    cardinals=Phrases(_cardinals()),
    hundreds=words("hundred"),
    scales=_SCALES,
    short_scales=decimals("k 1e3, m 1e6, mm 1e6, b 1e9, t 1e12, bn 1e9, tn 1e12, cr 1e7"),
    vague=tens_of(
        {
            "dozens": "dozen",
            "thousands": "thousand",
            "millions": "million",
            "billions": "billion",
            "trillions": "trillion",
            "lakhs": "lakh",
            "crores": "crore",
        },
        _SCALES,
    )
    | {"hundreds": (Decimal(100), Decimal(1000)), "scores": (Decimal(20), Decimal(200))},
    half=words("half"),
    fractions=_fractions(),
    articles=words("a an"),
    number_and=words("and"),
    pronoun_one=words("one"),
    not_one=words(
        "no this that the which any each every some another other good bad big small new old right"
        " wrong first second third last next only latter former own whole different such by"
        " everyone anyone important everything ever"
    ),
    before=Phrases(_BEFORE),
    after=Phrases(_AFTER),
    up=words(_UP),
    down=words(_DOWN),
    phrasal=words(
        "make makes made making eat eats eating end ends ended ending set sets give gives gave pick"
        " picked show showed shown turn turned take took sign signed come came break broke shut"
        " boil boils boiled settle settled track tracked add adds line lined write wrote back"
    ),
    weak=words(
        "add adds added adding lose loses lost losing gain gains gained gaining cut cuts cutting"
        " raise raised raising shed sheds shedding lift lifted lower lowered set higher up down"
        " contract boost boosted advance advanced improve improved reduce reduced"
    ),
    range_from=words("from"),
    range_between=words("between"),
    range_to=words("to till until through - – — ‑ −"),
    range_and=words("and"),
    range_or=words("or"),
    out_of=marked(["in", "in every", "out of", "out of every", "of every", "out of each"]),
    of=words("of"),
    by=words("by"),
    minus=words("minus negative"),
    point=words("point"),
    per=words("per a an each every"),
    stop=words(_STOP),
    skip=words("such more other additional further extra whopping staggering mere full total"),
    change_nouns=words(
        "rise increase gain jump surge climb growth improvement raise hike advance rally rebound"
        " higher more drop decline decrease loss dip slump plunge reduction cut lower slide tumble"
        " slip contraction shortfall upward downward up down"
    ),
    adverbs=words(
        "another further additional an a the extra roughly just only some yet by total"
        " sharply slightly marginally steadily massive whopping staggering mere around about"
        " nearly almost approximately record combined modest cumulative net"
    ),
    plurals={
        "israelis": "israeli",
        "pakistanis": "pakistani",
        "iraqis": "iraqi",
        "saudis": "saudi",
        "bangladeshis": "bangladeshi",
        "kuwaitis": "kuwaiti",
        "omanis": "omani",
        "yemenis": "yemeni",
        "qataris": "qatari",
        "emiratis": "emirati",
        "somalis": "somali",
        "azerbaijanis": "azerbaijani",
        "afghanis": "afghani",
        "nepalis": "nepali",
        "taxis": "taxi",
        "skis": "ski",
        "people": "people",
        "men": "man",
        "women": "woman",
        "children": "child",
        "police": "police",
        "feet": "foot",
        "teeth": "tooth",
        "mice": "mouse",
        "geese": "goose",
        "lives": "life",
        "wives": "wife",
        "knives": "knife",
        "leaves": "leaf",
        "wolves": "wolf",
        "thieves": "thief",
        "halves": "half",
        "shelves": "shelf",
        "calves": "calf",
        "aircraft": "aircraft",
        "spacecraft": "spacecraft",
        "staff": "staff",
        "personnel": "personnel",
        "fish": "fish",
        "sheep": "sheep",
        "cattle": "cattle",
        "deer": "deer",
        "species": "species",
        "series": "series",
        "data": "datum",
        "media": "medium",
        "criteria": "criterion",
        "phenomena": "phenomenon",
        "crises": "crisis",
        "analyses": "analysis",
        "bases": "base",
        "viruses": "virus",
        "buses": "bus",
        "gases": "gas",
        "times": "time",
        "movies": "movie",
        "cookies": "cookie",
        "ties": "tie",
        "shoes": "shoe",
        "heroes": "hero",
        "potatoes": "potato",
        "goalies": "goalie",
        "folks": "folk",
        "migrants": "migrant",
        "zombies": "zombie",
        "rookies": "rookie",
        "crew": "crew",
        "infantry": "infantry",
        "faithful": "faithful",
        "axes": "axe",
        "horses": "horse",
        "houses": "house",
        "cases": "case",
        "losses": "loss",
        "courses": "course",
        "nurses": "nurse",
        "purchases": "purchase",
        "phases": "phase",
        "licenses": "license",
        "expenses": "expense",
        "causes": "cause",
        "verses": "verse",
        "universes": "universe",
        "responses": "response",
        "defenses": "defense",
        "offenses": "offense",
        "exercises": "exercise",
        "diseases": "disease",
        "increases": "increase",
        "releases": "release",
        "leases": "lease",
        "uses": "use",
        "databases": "database",
        "warehouses": "warehouse",
        "roses": "rose",
        "noses": "nose",
        "businesswomen": "businesswoman",
        "sales": "sale",
    },
    plural_endings=("s",),
    designators=words(_DESIGNATORS),
    ordinals=_ORDINALS,
    ordinal_endings=words("st nd rd th"),
    old=marked(["old", "- old", "of age", "olds", "- olds"]),
    aged=marked(
        [
            "aged",
            "age",
            "age of",
            "ages",
            "the age of",
            "age is",
            "aged between",
            "ages of",
            "between the ages of",
            "turned",
            "turns",
            "turning",
            "dead at",
            "dies at",
            "died at",
            "who is",
            "who was",
            "school at",
        ]
    ),
    year_before=words(
        "in since by until till from of during after before late early mid around through to and"
        " between year year's between spring summer autumn fall winter season"
    ),
    ranked=words("bottom top last final"),
    raising=words("raise raised raising raises"),
    superlatives={
        "best": "good",
        "worst": "bad",
        "most": "",
        "least": "",
        "largest": "large",
        "biggest": "big",
        "highest": "high",
        "lowest": "low",
        "smallest": "small",
        "greatest": "great",
        "oldest": "old",
        "youngest": "young",
        "newest": "new",
        "latest": "late",
        "longest": "long",
        "shortest": "short",
        "fastest": "fast",
        "richest": "rich",
        "poorest": "poor",
        "busiest": "busy",
        "strongest": "strong",
        "deadliest": "deadly",
        "hottest": "hot",
        "coldest": "cold",
        "hardest": "hard",
        "closest": "close",
        "nearest": "near",
        "toughest": "tough",
        "brightest": "bright",
        "proudest": "proud",
        "wealthiest": "wealthy",
        "happiest": "happy",
        "safest": "safe",
        "cheapest": "cheap",
        "finest": "fine",
        "loudest": "loud",
        "deepest": "deep",
        "tallest": "tall",
        "heaviest": "heavy",
        "earliest": "early",
        "worlds": "",
    },
    score_words=words(
        "win wins won winning beat beats beaten beating lost lose loses losing loss defeat defeats"
        " defeated victory vote votes voted voting ruled ruling lead leads led leading draw drew"
        " drawn tie tied ties score scored decision majority down up ahead behind against over"
        " trailing trailed game match set series margin rout triumph thrashed thrashing approved"
        " passed rejected split panel upset downed final"
    ),
    streets=words(
        "street st avenue ave road rd drive dr way boulevard blvd lane ln court place pl square"
        " terrace highway hwy close crescent parkway"
    ),
    time_words=words("am pm gmt bst est edt pst pdt cet utc et pt ct mt"),
)
