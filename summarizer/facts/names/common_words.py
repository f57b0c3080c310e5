"""Words that are written with a capital for where they stand, not for what they name.

A word that opens a sentence, or that stands in a headline, is no name because of its capital.
The table holds the words that open sentences in English news most often; ``looks_common`` adds
what a word's ending gives away.
"""

from __future__ import annotations

from summarizer.facts.words import word_set

_OPENERS = """
a about above according accordingly across actually added adding additionally admittedly after
afterwards again against ago ahead alas all allegedly almost along already also alternatively
although always amid amidst among amongst an and another any anyone anything anyway apart apparently
are around as aside ask asked at attached away back basically be because been before behind being
believe believed below besides best better between beyond both briefly bring but by call called
can cannot certainly clearly click come comes commenting compared concerning consequently
considering contrary conversely correction could crucially currently daily dear definitely despite
did do does doing don done down due during each earlier early either elsewhere enough especially
essentially even eventually ever every everybody everyone everything everywhere evidently exactly
except excluding extra fact failing fair far few fewer finally find first firstly following follow
for former formerly fortunately forward four five frankly from full fully further furthermore gone
generally get getting give given go going good great had half hardly has have having he hence her
here hers herself him himself his historically hopefully how however i if imagine immediately
important in including incidentally indeed initially inside instead interestingly into ironically
is isn it its itself just keep know known last late lately later latest least less let lets like
likewise little locally long look looking lots made mainly make making many may maybe me meanwhile
might mine minus more moreover most mostly much must my myself name near nearly need needless
neither never nevertheless new next nine no nobody none nonetheless nor normally not notably
nothing notwithstanding now nowhere obviously occasionally odd of off offering officially often oh
ok okay old on once one ones only onto open or ordinarily originally other others otherwise ought
our ours out outside over overall own part particularly partly past per perhaps personally
please plus possibly potentially presumably pretty previous previously primarily prior privately
probably provided publicly put quite quoted rarely rather read reading really recent recently
regarding regardless reportedly respectively right roughly sadly said same save saw say saying says
second secondly see seeing seemingly seen separately several shall she should shortly show similar
similarly simply since six seven eight ten eleven twelve twenty thirty forty fifty sixty seventy
eighty ninety hundred hundreds thousand thousands million millions billion billions dozens scores
slightly so some somebody somehow someone something sometimes somewhat somewhere soon
speaking specifically starting still strangely subsequently such suddenly supposedly sure
surely surprisingly take taken taking tell ten than thank thanks that the their theirs them
themselves then there thereafter therefore these they thing things think third this those though
three through throughout thus till to today together tomorrow tonight too total toward towards
traditionally true truly try turning twice two typically ultimately under undoubtedly unfortunately
unless unlike until up upon us use used using usually various versus very via video want was watch
watching way we well went were weren what whatever when whenever where whereas wherever whether
which whichever while who whoever whole whom whose why will with within without won wonder working
worldwide worse worst would wouldn yeah yes yesterday yet you young your yours zero
"""
_NOUNS = """
accident activists actor advocates aides analysts animals anyone army article artists attack
attackers attendees aid air authorities authority banks bodies bomb books border boy boys breaking
brother budget business businesses camera campaign campaigners candidates capital car cars cases
cash casualties chances charges charity chief child children church churches circumstances cities
citizens city civilians clashes climate club coach coalition combat comments community companies
company conditions conflict construction consumers context contractors control cops corporate
corruption cost costs council councillors counsel countries country county court courts crew crews
crime critics crop crops crowds crude customer customers data date daughter days death deaths
debris debt defenders delegates demand democracy demonstrators deputies deputy details detectives
development dinner diplomats director discussions disease doctors documents dogs donations donors
drivers drought earnings economists economy editor editors education effects efforts elderly
election elections emergency employees employers energy engineers environment equipment estimates
events evidence exports exit experts explosions exposure fake families family fans farmers father
fathers fears federal feds fees fighters fighting figures fire firefighters fires firms fishermen
flights flood flooding floods food football force forces foreign forecasters friend friends fuel
funding funds gas girl girls global gold government governments governors ground group groups
growth guards guests guilty gunmen guy guys hackers half head health heat heavy helicopters help
hero high highways history home homes hospital hospitals hours house houses human images
immigrants immigration impact imports independent individuals industry inflation injuries
inspectors insurers interest international investigation investigators investment investors
islamist island islands issues items jail job jobs journalist journalists judge judges jurors jury
justice key kids killing labor labour land law lawmakers lawyer lawyers leaders legal letter life
links local losses love man managers manufacturers market markets marriage mayor mayors media
medical medics medicine members men merchants meteorologists migrants military militants mine
miners ministers minority missile missiles mobile moderate money month months mother mothers
motorists movie municipalities murder music nation national nations negotiators neighbor neighbors
neighbours net news nobody nurses objections observers occupancy offenders offer office officer
officers official officials oil opening operation operations operators opinion opponents
opposition organisers organizations organizers output overnight owners parents parliament
participants parties partners party passengers passersby patients payments peace pensioners people
permits person personnel photo photographer photographers photographs photos physicians pictures
pilot pilots plain plans play players plenty pockets police policies political politicians
politics poll polls pollution poor population possession poverty power powerful president pressure
price prices prison prisoners private production professor profit profits programs progress
properties property prosecutor prosecutors protest protesters protests provisional public pupils
questions rain rains ranking rates readers rebel rebels records refugees regulators relations
relatives religion rents report reporters reporting reports representatives republicans rescue
rescuers research researcher researchers resident residents respondents restaurants results
retailers revenue revenues riot rioters rising risk rivals road roads robot rumors rumours runners
sailors sales sample sanctions satellite school schools science scientist scientists scroll search
searchers security senators senior services settlers shareholders shares shelling shells shoppers
shops shots singer sister site skies small snow social society soldiers son sources spectators
spending spokesman spokesperson spokeswoman sports staff star state statements states statistics
stock stocks stores storm storms street streets strikes students studies study subscribers summer
supply supporters surgeons survey surveys survivors suspect suspects swimmers talks tanks tariffs
tax taxes taxpayers teachers team teams technology teenagers temperatures terms terrorists test
tests tickets time times toll top tourism tourists town traders traffic trains transport travel
travelers travellers trees trial troops truck tweet type union unions university updates users
vehicles veterans victim victims video videos views villagers violence virus visitors volunteers
voter voters votes voting wages war warm warning warnings water weather website week weekend weeks
wife winner winners winter witness witnesses woman women word words work workers world writer year
years born adjusted apply approved banned big black blue brown central cheap clean closed cold
common dead dry eastern eight thirteen fourteen fifteen sixteen seventeen eighteen nineteen eighty
empty entire fast fifteen final free french fresh front green gray grey grim hard hot huge injured
joint kill killed large leading left lost low major married mass medium middle minor missing
modern multiple necessary negative northern numerous ongoing original overall paid partial pending
permanent pink popular positive present primary prime proud quick quiet ready real red related
relevant required rich rural safe scheduled separate serious severe sharp short shot sick silver
simple single skilled slow solid southern special standard static strong sudden suicide super
temporary tiny tough tropical twin unable united unknown unlikely unusual upper urban useful vast
vice viral western white wide wild worried wrong yellow all-time anti call-in ex non post pre pro
self
"""

OPENERS = frozenset(_OPENERS.split()) | frozenset(_NOUNS.split())
"""Lower-case words that are common at the start of a sentence."""

FUNCTION_WORDS = frozenset(_OPENERS.split())
"""The part of ``OPENERS`` that never belongs to a name it stands in front of."""

ABBREVIATIONS_NOT_NAMES = word_set(
    """
AC AD AIDS AM APR ATM BC CD CEO CFO CGI CO2 COO CPI CPU CTO CV DC DIY DJ DNA DVD EPS ESG EST ET
ETF FAQ FM GDP GMT GNP GP GPS GPU HD HIV HQ HR ICU ID IED IPO IQ IT IVF KM KO LED LGBT LGBTQ LNG
LP MBA MD MP MPs MEP MEPs MC MMA MRI NGO NGOs OK PA PC PDF PE PHD PhD PM PMI POW POWs PR PT QC RIP
RNA ROI RV SMS SUV SUVs TB TV UFO URL USB USD VAT VIP VP VPN VR WWI WWII XL YTD UTC PST II III IV
VI VII VIII IX XI XII KC QC MBE OBE CBE A&E Q&A Q1 Q2 Q3 Q4 H1 H2 CAPTCHA COVID
"""
)
"""Written in capitals, and common nouns all the same."""

_COMMON_ENDINGS = [
    "ing",
    "ings",
    "tion",
    "tions",
    "sion",
    "sions",
    "ment",
    "ments",
    "ness",
    "ists",
    "ities",
    "ously",
    "ively",
    "ently",
    "antly",
    "ically",
    "fully",
    "ingly",
    "edly",
    "ilities",
    "able",
    "ible",
    "less",
    "ious",
    "eous",
    "tional",
    "ership",
    "ships",
    "graphers",
    "ologists",
    "cians",
    "workers",
    "makers",
    "owners",
    "holders",
    "leaders",
    "goers",
    "men",
    "women",
    "ism",
]


def looks_common(word: str) -> bool:
    """Whether a word that opens a sentence is a common word: by the table, or by its ending."""
    low = word.lower()
    return low in OPENERS or (len(low) > 5 and low.endswith(tuple(_COMMON_ENDINGS)))
