"""Words of news English that may stand for each other, and words that exclude each other: data.

Common knowledge of the language, written for this table. A line is a group; a word may stand in
several, in any one of its forms. A line of ``OPPOSED`` has two sides.
"""

from __future__ import annotations

SAME = """
say tell state announce declare report disclose reveal note remark comment mention add explain
say claim assert insist maintain contend argue
communicate inform notify report tell convey relay
publish release issue announce disclose
ask request inquire enquire query question
ask request invite beg urge appeal call
order command instruct direct demand
demand require insist
suggest propose recommend advise advocate
suggest indicate imply signal show hint
show demonstrate display exhibit reveal prove illustrate denote reflect
confirm verify affirm acknowledge corroborate validate
check examine inspect verify review investigate study probe
agree accept consent approve concur
allow permit let enable authorise
approve endorse back support ratify pass authorise
support back help assist aid
help aid assist assistance relief
refuse decline reject
reject dismiss spurn turn
deny refute dispute contest rebut
forbid ban bar prohibit outlaw
stop halt end cease quit discontinue suspend
prevent block stop thwart foil
avoid evade dodge escape
delay postpone defer
cancel scrap abandon call axe drop
begin start commence launch initiate open
end finish conclude complete close terminate expire
continue carry proceed remain keep persist last
keep retain maintain preserve hold
remain stay
become turn get grow
happen occur take place
cause lead trigger prompt spark provoke result produce
rise increase grow climb gain jump surge soar advance up uptick boost growth higher expand
increase raise boost lift augment up hike enlarge expand heighten
fall drop decline decrease dip slide slump lower down reduction shrink
fall plunge plummet tumble crash collapse
reduce cut lower decrease trim slash diminish lessen curb
improve better enhance strengthen recover improvement
worsen deteriorate weaken decline
expect anticipate forecast project predict estimate foresee assume outlook guidance
estimate calculate assess reckon evaluate
believe think consider feel reckon suppose
plan intend aim hope mean want plans goal objective purpose
want wish desire like
try attempt seek endeavour bid effort
need require
decide choose opt resolve determine decision
choose select pick elect
get receive obtain acquire gain earn
buy purchase acquire procure
buyback repurchase
sell vend market
give provide supply offer grant hand donate deliver present
send submit forward mail deliver dispatch file
bring take carry transport deliver
bring fetch get collect
take grab seize capture
seize confiscate impound
hold detain imprison jail custody
arrest detain apprehend capture nab custody
free release liberate
jail prison imprison incarcerate sentence
charge accuse indict
accuse blame allege charge
convict guilty
court tribunal judge
trial case prosecution lawsuit
sue lawsuit suit
crime offence felony
theft robbery burglary steal
kill slay murder dead die death fatal slain deadly casualty
die death dead perish pass
murder homicide kill
injure wound hurt injury
attack assault strike raid offensive
bomb blast explosion explode detonate
shoot gunfire fire gun shot
fire blaze
fire sack dismiss axe
resign quit leave depart
leave depart exit go
arrive come reach land
return back
go head travel move visit
travel trip journey tour visit
trip journey voyage excursion
visit see tour
meet see gather encounter join
meeting talks summit conference session
discuss talk debate negotiate chat discussion
talk speak conversation chat
chat conversation discussion talk
argue quarrel fight dispute row argument
fight battle combat clash conflict struggle
war conflict
win beat defeat victory triumph
win earn secure claim clinch
lose defeat loss
score net goal
play game match
match game fixture
compete contest race
lead head
run operate manage
make produce create manufacture build construct
build construct erect construction
create establish found set form
develop devise design
destroy demolish ruin wreck devastate
damage harm hurt
change alter modify shift switch
replace substitute swap
fix repair mend
find discover locate detect uncover spot identify
search hunt look seek quest
see watch view observe witness
look appear seem
appear feature star
know aware understand
understand realise recognise comprehend
learn discover find
remember recall
forget overlook
teach educate instruct
guess speculate predict estimate
love adore
like enjoy
praise hail laud commend applaud acclaim
criticise slam condemn blast denounce attack criticism
warn caution alert
threaten menace
fear worry concern anxious afraid scared frightened terrified
worried concerned anxious nervous
surprised shocked stunned astonished amazed
happy glad pleased delighted thrilled
sad unhappy upset
angry furious mad enraged outraged
jealous envious jealousy envy
excited thrilled eager
tired fatigued exhausted weary
sick ill unwell
hurt injure
important significant crucial vital key essential
significant substantial considerable noteworthy notable large big major great
big large huge massive enormous giant
small little tiny minor
quick fast rapid swift speedy
slow sluggish
new recent fresh latest
old elderly aged
former ex previous
previous prior last past earlier ago
next following subsequent coming upcoming
current present now existing
same identical
different distinct
main chief primary principal key
strong robust solid powerful
strong tough
weak soft
hard difficult tough tricky challenging
easy simple
good great excellent fine
great amazing awesome fantastic wonderful brilliant
bad poor terrible awful
expensive costly dear pricey
cheap inexpensive affordable
rich wealthy
famous renowned celebrated well-known prominent
popular favourite
dangerous hazardous risky unsafe
safe secure
illegal unlawful illicit
legal lawful
right correct accurate
wrong incorrect mistaken erroneous inaccurate
correctly accurately precisely rightly
incorrectly wrongly mistakenly erroneously inaccurately
possible potential
likely probable
sure certain confident
about around approximately roughly nearly almost some
many numerous several various multiple lots
several some few
more further additional extra
total overall net aggregate
all every entire whole
enough sufficient
begin beginning start outset
end conclusion finish
part portion share piece
share portion stake
shareholder stockholder investor stakeholder
company firm business corporation organisation group enterprise maker
profit earnings income
earn make profit
revenue sales turnover
money cash fund
cost expense price
expenditure spending outlay capex
spend use pay
pay salary wage
debt borrowing liability
loan credit mortgage
deal agreement accord pact contract treaty settlement
strategy plan framework approach programme
program programme scheme project initiative plan
quarter period
year annual yearly
month monthly
day daily
week weekly
half midway
today now
tomorrow next
tonight evening night
morning am
afternoon pm
later after subsequently afterwards
before prior ahead
during amid throughout
because due since owing
while whereas as
despite although though
also too additionally moreover
however but though yet
often frequently regularly
usually normally typically
quickly rapidly fast
together jointly
only just merely
job work occupation profession career vocation position post role trade employment
worker employee staff labourer
boss chief head leader manager director executive
leader head chief president
minister secretary
government administration cabinet ministry state
parliament legislature congress assembly
lawmaker legislator senator congressman representative politician mp
vote ballot poll election
law legislation bill act statute
rule regulation law
official authority officer
officer police policeman cop constable
police officers authorities cops force
soldier troop serviceman fighter military
military army troops forces
militant rebel insurgent fighter extremist jihadist
terrorist militant extremist
protester demonstrator activist
protest demonstration rally march unrest
lawyer attorney solicitor barrister counsel
doctor physician medic gp
nurse medic
hospital clinic
patient sufferer
disease illness sickness condition
drug medication medicine
vaccine jab inoculation vaccination
expert specialist scientist
scientist researcher academic
researcher scientist study team
study research survey paper report
report account
child kid youngster youth boy girl
baby infant newborn
teenager teen youth adolescent
boy son lad
girl daughter
woman lady female mother
man male guy
parent mother father
mother mum mom mama
father dad daddy
grandmother grandma gran granny nan
grandfather grandpa granddad
wife spouse partner
husband spouse partner
couple pair
family relatives household
friend pal buddy mate companion
fan supporter
person people individual
people public citizens residents population
resident local inhabitant citizen
home house residence property
house home property
apartment flat
room chamber
building structure
store shop outlet retailer
shop store boutique
car vehicle automobile
truck lorry
plane aircraft jet airliner flight
ship vessel boat
boat vessel
train railway
road street highway
city town municipality
country nation state
area region zone district place location site
place spot venue location
region area province
world global globe international worldwide
abroad overseas
sea ocean
forest woods
river waterway
storm hurricane typhoon cyclone
earthquake quake tremor
flood flooding deluge
picture photo photograph image snap snapshot pic selfie
video footage clip film
film movie picture
show series programme broadcast
song track single
singer vocalist musician
actor actress star performer
star celebrity
book novel
author writer novelist
newspaper paper daily
website site online web internet
web online internet
phone telephone mobile cell smartphone
call phone ring telephone
message text note msg
email mail
post publish upload share
computer pc laptop
instruction direction guidance guideline advice
guidance instructions advice assistance steps directions procedures
food meal
meal dinner lunch supper
dinner supper
breakfast brunch
restaurant eatery diner
party celebration
holiday vacation
present gift
coach manager trainer
player footballer athlete
team squad side club
club team side
competition tournament contest event
championship title
title crown trophy
race event
record best
chance opportunity
problem issue trouble difficulty
error mistake
danger risk threat hazard
concern worry fear
reason cause
result outcome consequence
effect impact consequence
aim goal target objective
idea plan concept
opinion view belief
information details data info
detail specifics
number figure total count amount
level rate
rate pace speed
size scale
limit cap ceiling
response reaction answer reply
answer reply respond
reply respond answer
apologise sorry apology
thank grateful appreciate
promise pledge vow
complain complaint grumble
joke kid jest
laugh giggle
cry weep sob
invite ask
accompany join
join enter
share tell
borrow lend
wait await
hope wish
function work operate
working functioning operational operating functional responding
fail malfunction
broken faulty damaged
missing lost disappeared vanished
disappear vanish
hidden concealed
hide conceal
secret confidential
evacuate flee escape
rescue save
survive live
recover recuperate heal
suffer endure experience
experience undergo encounter face suffer
face confront
involve include contain participate
include comprise contain
participate engage take play involve
connect link associate relate tie
linked connected associated related tied
regarding concerning about
according per
via through
within inside
near close nearby
following after
range between
compare versus against relative
exceed surpass top beat over above more
above over exceeding
below under beneath
over more above exceeding
under less fewer below
at least minimum
maximum most
billion bn
million mn
thousand k
percent pct percentage %
dollar $ usd
pound £ gbp
euro € eur
kilometre km
metre m
mile miles
kilogram kg kilo
kilometre kilometer
tonne ton
minute min
hour hr
barrel bbl
"""

OPPOSED = """
rise increase grow climb gain jump surge soar up higher growth expand improve boost raise | \
    fall decrease decline drop dip slide slump plunge plummet down lower reduce cut shrink weaken \
    worsen lessen
profit gain surplus income earnings | loss deficit
win victory triumph | loss defeat lose draw
gain win | lose
approximately about roughly around nearly almost | exactly precisely
increase decrease rise fall grow drop improve worsen | unchanged stagnant flat steady
significant substantial considerable dramatic | slight minor insignificant negligible modest
simultaneous | separate
winner | loser
before ahead prior | after following
early earlier | late later
previous last past former ago | next coming future following upcoming current
former ex | current incumbent
first | last second third fourth final
open opening | close closed shut closing
begin start beginning opening launch | end finish ending conclude stall halt stop cease
continue proceed | stop halt conclude cease
above over exceed exceeding | below under
more greater most | less fewer least
high highest top tall | low lowest bottom short
big large huge major massive giant | small tiny little minor slight negligible
inside within indoors | outside outdoors
in into | out
on | off
with include including including | without exclude excluding except
near close nearby | far distant
left | right
north northern | south southern
east eastern | west western
public publicly | private privately
local | national foreign international global
foreign | domestic homegrown
legal lawful | illegal unlawful
guilty convict | innocent acquit
accept agree approve support back favour allow permit welcome praise hail herald celebrate | \
    reject refuse deny oppose block ban criticise condemn slam denounce forbid
confirm admit acknowledge | deny refute
admit confess | deny
buy purchase | sell
import | export
arrive enter come | leave depart exit
join | leave quit
add | remove subtract
push | pull
remember recall | forget
love like enjoy adore | hate dislike loathe detest
friend ally | enemy rival foe opponent
ally | enemy
succeed success successful successfully | fail failure unsuccessful
pass | fail
strong strengthen stronger strength | weak weaken weaker weakness
hard difficult tricky tough challenging | easy simple effortless
good great better best excellent positive | bad poor worse worst terrible negative
optimistic confident hopeful | pessimistic doubtful
happy glad delighted gleeful joyful thrilled pleased | sad unhappy upset miserable angry
calm | angry furious enraged
fast quick rapid quickly rapidly | slow sluggish slowly
new recent modern | old ancient
young younger | old older elderly
hot warm warmer | cold cool colder
wet rainy | dry
heavy | light
rich wealthy | poor
expensive costly | cheap
safe safely | dangerous unsafe
peaceful peacefully | violent violently
alive survive living | dead die kill killed
male man boy father son brother husband uncle king he his him | female woman girl mother \
    daughter sister wife aunt queen she her
true real genuine | false fake
correct correctly right accurate | incorrect incorrectly wrong inaccurate
possible | impossible
likely | unlikely
able | unable
same | different
all every always | none never
everyone everybody | nobody
many | few
full | empty
day daytime | night
summer | winter
morning | evening night afternoon
attack offensive | defence defend
war | peace
freedom free release | detain jail imprison arrest captive
arrest detain | release
hire recruit employ appoint | fire sack dismiss
build construct | destroy demolish
create | destroy
protect protection save | harm hunt hunting endanger
increase heighten | lessen
widen broaden | narrow
advance | retreat
victim | suspect attacker
teacher | student pupil
employer | employee
doctor | patient
parent | child
adult | child
buyer | seller
lender | borrower
guest | host
major | minor
majority | minority
maximum most | minimum least
upper | lower
front | back rear
top | bottom
long longer | short shorter
wide | narrow
thick | thin
deep | shallow
permanent | temporary
partly partial partially | fully complete completely entirely wholly
memorable unforgettable | forgettable
famous | unknown obscure
innocent | guilty
temporary | permanent
optional voluntary | mandatory compulsory
ask asks | answer
give | take receive
lend | borrow
send | receive
teach | learn
lead | follow trail
together | apart separately
alone | together
unanimous unanimously | divided split
professional pro | amateur semi-pro
natural | artificial
ordinary | extraordinary
manageable | unmanageable
sooner | later
yesterday | tomorrow today
start | end
"""

RIVALS = """
monday tuesday wednesday thursday friday saturday sunday
january february march april may june july august september october november december
spring summer autumn winter
minute hour day week month quarter year decade century
yesterday today tomorrow
daily weekly monthly quarterly annual yearly
hundred thousand million billion trillion
first second third fourth fifth sixth seventh eighth ninth tenth final
dollar euro pound yen yuan rupee rouble franc
metre kilometre mile foot inch yard centimetre
kilogram gram pound tonne ounce
volt amp watt
percent percentage point
head neck shoulder arm elbow wrist hand finger chest back stomach hip leg knee ankle foot toe \
    throat eye ear nose face
heart lung liver kidney brain skin stomach
goalkeeper defender midfielder winger forward striker centre
player coach referee manager fan captain
mother father sister brother son daughter wife husband uncle aunt grandmother grandfather \
    cousin nephew niece
gold silver bronze
red orange yellow green blue purple pink brown black white grey navy
christian muslim jewish hindu buddhist sikh catholic protestant
north south east west
president chancellor king queen emperor
minister mayor governor senator ambassador
army navy
football basketball baseball tennis cricket rugby golf hockey boxing swimming
breakfast lunch dinner
hospital school church prison hotel airport stadium station museum library restaurant bank
bedroom kitchen bathroom garage garden closet office basement
car bus train plane ship bicycle motorcycle truck helicopter boat
dog cat horse bird fish cow pig sheep
murder rape robbery burglary fraud arson kidnapping manslaughter
gun knife bomb
shoot stab strangle poison drown
lawyer judge prosecutor juror witness
engineer nurse doctor teacher lawyer farmer driver pilot actor singer chef
oil gas coal
tea coffee milk beer wine water juice
cancer diabetes malaria measles flu
digestive respiratory cardiac
vegan vegetarian
praise criticise urge accuse thank congratulate threaten mock apologise
facebook twitter instagram youtube snapchat tiktok
north korea south
republican democrat
"""

UNITS = """
hundred thousand million billion trillion dollar euro pound yen yuan rupee rouble franc metre
kilometre mile foot inch yard centimetre kilogram gram tonne ounce volt amp watt percent percentage
point second minute hour day week month quarter year decade century
"""

RISING_AND_FALLING = OPPOSED.strip().partition("\nprofit ")[0].replace("|", " ")
