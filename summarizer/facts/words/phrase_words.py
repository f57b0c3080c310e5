"""Words that cannot stand inside a noun phrase of news: where one is met, the phrase ends."""

from __future__ import annotations

from summarizer.facts.words.word_sets import word_set

PREPOSITIONS = word_set(
    """
of in on at by with from to for into onto over under about after before between among amid against
during through across around near since until till via per without within despite toward towards
off up down out along behind beyond inside outside upon as than like including excluding because
"""
)
PRONOUNS = word_set(
    """
i you he she it we they him her us them this that these those who whom whose which what there here
himself herself itself themselves one ones someone somebody anyone everyone nobody nothing
"""
)
CONJUNCTIONS = word_set(
    "and or but nor if when while where whereas although though so yet then both"
)
AUXILIARIES = word_set(
    """
is are was were be been being am has have had having do does did will would can could may might
must shall should isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't won't
wouldn't can't couldn't not n't never
"""
)
ADVERBS = word_set(
    """
also already just only still even again ago now later earlier currently today yesterday tomorrow
together alone each apiece more less too soon away back ahead so far well once overall overnight
respectively respectively alike either worldwide nationwide abroad
"""
)
# Verbs by which a text says how much something is, does or becomes.
VERBS = word_set(
    """
said says say told tells reported reports announced estimated estimates believes believed expects
expected claims claimed added adds shows showed showing found finds put puts gave gives took takes
rose rises risen rise fell falls fallen fall grew grows grown grow jumped jumps climbed climbs
surged soared slid slumped dropped drops declined declines increased increases decreased gained
gains lost loses lose slipped edged plunged tumbled dipped rallied advanced advances shrank shrunk
contracted expanded doubled tripled halved narrowed widened eased ticked spiked sank sunk stood
stands stand reached reaches reach hit hits totalled totaled totals exceeded exceeds topped tops
averaged averages amounted amounts came comes remained remains stayed won wins win beat beats
scored scores voted votes ruled decided drew led leads killed kills injured wounded died dies left
leaves cost costs costing paid pays pay earned earns made makes make spent spends raised raises
raise sold sells bought buys received receives got gets employs employed employs owns owned holds
held hold has had contains contained includes included including covers covered spans spanned
measured measures weighed weighs accounted accounts represents represented approved allocated
pledged donated invested borrowed owed cut cuts saved saves sent sends send seized arrested
detained evacuated displaced rescued sees saw seen went goes go ran runs run flew drove travelled
traveled crossed lived lives live work works want wants backed backs supported supports opposed
opposes favoured favored preferred agreed agree admit admits admitted think thinks fired launched
captured destroyed damaged collapsed crashed struck strikes became become becomes begins began
start started starts ended ends end faces faced facing follows followed joined joins offered
offers posted posts recorded records forecast forecasts projected projects need needs needed used
uses use produced produces produce built builds build bring brings brought carry carries charged
charges
"""
)
