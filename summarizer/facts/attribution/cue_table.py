"""The words that tell who says something: one table a language.

A language is added by adding its :class:`CueTable` to ``TABLES``. One with the word order of
English (speaker before the verb, or right after it behind a quotation) needs the words alone; one
whose verb stands second or last, or has its subject in it, needs :class:`ClauseWords` as well.
``stands_for`` brings pronouns and possessives to "he", "she", "it" and "they"; ``phrasal`` are
pairs of verb and particle ("pointed out"); ``cannot_confirm`` finds what is said to be unconfirmed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, fields, replace
from typing import Any

from summarizer.facts.attribution.clause_words import ClauseWords
from summarizer.facts.attribution.conjugation import Form, Verb, verb_forms
from summarizer.facts.attribution.count_words import EN_COUNTING, CountWords
from summarizer.facts.attribution.german import DE_CLAUSES, DE_WORDS
from summarizer.facts.attribution.model import Status
from summarizer.facts.attribution.spanish import ES_CLAUSES, ES_WORDS
from summarizer.facts.names.person_words import ROLE_NOUNS, TITLES


@dataclass(frozen=True, slots=True)
class CueTable:
    """Everything the reader looks up in one language. All entries are lower case."""

    verbs: dict[str, Form]
    according: tuple[tuple[str, ...], ...]
    not_sources: frozenset[str]
    light_verbs: frozenset[str]
    speech_nouns: frozenset[str]
    claim_nouns: frozenset[str]
    stances: frozenset[str]
    source_nouns: frozenset[str]
    anonymous_nouns: frozenset[str]
    role_nouns: frozenset[str]
    pronouns: frozenset[str]
    determiners: frozenset[str]
    prepositions: frozenset[str]
    auxiliaries: frozenset[str]
    negations: frozenset[str]
    adverbs: frozenset[str]
    nouns_in_ly: frozenset[str]
    boundaries: frozenset[str]
    relatives: frozenset[str]
    times: frozenset[str]
    occasions: frozenset[str]
    verbs_of_doing: frozenset[str]
    hedges: dict[str, Status]
    first_person: frozenset[str]
    counting: CountWords
    post_words: frozenset[str]
    stands_for: dict[str, str]
    cannot_confirm: re.Pattern[str]
    phrasal: frozenset[tuple[str, str]] = frozenset()
    clauses: ClauseWords | None = None
    women: frozenset[str] = field(default_factory=frozenset)
    men: frozenset[str] = field(default_factory=frozenset)
    cues: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        """Gather ``cues``: the words at which ``cues.find_cues`` may find one; most are none."""
        counting = self.counting
        listed = (
            *(self.verbs, self.hedges, self.light_verbs, self.stances, counting.carriers),
            *(counting.put_verbs, counting.count_verbs, counting.figure_givers),
            *(counting.own_figures, [words[0] for words in self.according]),
        )
        gathered = frozenset(("in", "by", "citing", "quoted")).union(*listed)
        object.__setattr__(self, "cues", gathered)


# lemma[:past[:participle]] -> frames. Regular forms are made; irregular pasts are written out.
_EN_VERBS: dict[Status, dict[str, str]] = {
    "attributed": {
        "C": "say:said state note:noted insist reckon declare remark explain argue testify"
        " reply reason joke quip opine comment reiterate recount",
        "CN": "stress emphasise emphasize report acknowledge announce confirm"
        " predict forecast:forecast disclose underline underscore",
        "CP": "complain boast",
        "CaP": "warn caution advise",
        "CA": "tell:told inform assure remind notify brief",
        "CaV": "promise",
        "k": "call",
        "CV": "vow pledge swear:swore:sworn threaten",
        "c": "admit concede suggest reveal estimate add agree recall assert"
        " observe conclude respond tweet post write:wrote:written"
        " rule counter hear:heard retort lament hint imply repeat clarify specify"
        " determine:determined muse caution",
        "cN": "understand:understood believe think:thought fear hope expect doubt predict assume",
        "cT": "show:showed:shown find:found indicate",
        "Qa": "ask tweet",
        "Q": "shout yell cry exclaim whisper laugh smile sigh continue answer begin:began:begun"
        " tweet scream chant sing:sang:sung plead insist urge demand read:read joke",
        "NV": "urge demand",
        "N": "criticise criticize condemn praise welcome describe hail blast slam denounce"
        " decry applaud blame defend echo recommend",
        "cNV": "propose recommend demand",
        # With "that" alone: "accepted that", never "accepted the award".
        "": "accept warn caution",
    },
    "disputed": {
        "c": "maintain contend",
        "CN": "claim allege",
        "N": "accuse",
        "cn": "dispute contest question challenge doubt refute",
    },
    "denied": {
        "CN": "deny",
        "n": "reject dismiss rebut refute rebuff",
    },
}


# The forms of a verb (base, third person, past, in -ing), and its particle.
_EN_PHRASAL = (
    ("point points pointed pointing", "out"),
    ("make makes made making", "clear"),
)


def phrasal_forms(listed: tuple[tuple[str, str], ...]) -> dict[str, Form]:
    """ "pointed out" -> its form; all of them take a clause."""
    tenses = ("base", "present", "past", "ing")
    return {
        f"{word} {out}": Form(Verb(f"{words.split()[0]} {out}", "C"), tense)
        for words, out in listed
        for word, tense in zip(words.split(), tenses, strict=True)
    }


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_EN_ROLES = (
    ROLE_NOUNS
    | {title.lower() for title in TITLES}
    | _words(
        "agency arm body branch charity company firm group head husband mother neighbor neighbour"
        " owner parent partner son teammate union unit wife co-founder"
    )
) - {"prime", "brother", "first"}

# What a speaker says that leaves it open: "could not confirm", "has not been able to rule it out".
_CANNOT_CONFIRM = re.compile(
    r"\b(?i:can|could|ha[sd]|have|are|was|were|is|did)(?:not| not|n['’]t| neither| never)"
    r"(?: (?:yet|directly|independently|immediately|been able to|able to)){0,2}"
    r" (?:confirm|verif|exclude|rule (?:it |this |that )?out)"
)

_EN = CueTable(
    verbs=verb_forms(_EN_VERBS) | phrasal_forms(_EN_PHRASAL),
    phrasal=frozenset((word, out) for words, out in _EN_PHRASAL for word in words.split()),
    according=(("according", "to"),),
    not_sources=_words("plan plans schedule size need needs taste rank age law weight ability"),
    light_verbs=_words(
        "issue issued issues issuing voice voiced voices voicing express expressed expresses"
        " expressing sound sounded sounds sounding give gave given"
        " make made makes making release released releases releasing repeat repeated send sent"
        " share shared shares deliver delivered reiterated"
    ),
    speech_nouns=_words(
        "warning warnings alert alerts concern concerns worry worries fear fears hope hopes doubt"
        " doubts statement statements claim claims allegation allegations accusation accusations"
        " assurance assurances denial denials confidence optimism frustration anger outrage regret"
        " support opposition gratitude sympathy condolences dismay disappointment skepticism"
        " scepticism confirmation reservations objections misgivings surprise shock dissatisfaction"
    ),
    claim_nouns=_words(
        "claim claims allegation allegations accusation accusations report reports suggestion"
        " suggestions rumour rumours rumor rumors criticism criticisms charge charges notion idea"
        " speculation assertion assertions account accounts complaint complaints concern concerns"
        " fear fears argument arguments finding findings figure figures statement statements"
        " reporting wrongdoing version talk theory theories warning warnings legality validity"
        " result results"
    ),
    stances=_words(
        "optimistic pessimistic hopeful confident concerned worried adamant certain convinced"
        " skeptical sceptical afraid doubtful alarmed sure positive"
    ),
    source_nouns=_words(
        "report reports study studies survey poll polls data figures statistics document documents"
        " records research analysis review investigation inquiry evidence findings results audit"
        " statement estimate estimates email emails letter filing complaint lawsuit indictment"
        " affidavit outlets media images footage video agency officials experts newspaper paper"
        " researchers scientists investigators prosecutors analysts models forecasts"
    ),
    anonymous_nouns=_words(
        "official officials source sources people person insider insiders diplomat diplomats aide"
        " aides witness witnesses resident residents analyst analysts expert experts critic critics"
        " observers employee employees executive executives neighbours neighbors others many some"
        " supporters opponents activists locals traders investors economists commentators"
        " lawmakers advisers advisors friends colleagues employees workers users fans bystanders"
        " onlookers whistleblower informant passengers survivors villagers"
    ),
    role_nouns=_EN_ROLES,
    pronouns=_words("he she they it we i you this that these those who"),
    determiners=_words(
        "the a an this these those his her their its our my your some many several any all both"
        " another each every no one two three four five six seven eight nine ten most more"
    ),
    prepositions=_words(
        "of for from in at on with to against by into near over under during between among around"
        " about outside inside within without across behind beyond amid despite through throughout"
        " via following like including alongside onto upon towards toward along per regarding"
    ),
    auxiliaries=_words(
        "has have had having is are was were be been being will would can could may might shall"
        " should must do does did 's 've 'd 'll 're"
    ),
    negations=_words("not n't never cannot"),
    adverbs=_words(
        "also later then still already again even just now recently previously repeatedly earlier"
        " reportedly subsequently further famously once often always never only ever soon since"
        " meanwhile however therefore thus instead too today yesterday initially not n't jointly"
        " himself herself themselves itself both all simply there afterwards afterward though twice"
    ),
    nouns_in_ly=_words(
        "family assembly ally reply rally supply bully anomaly monopoly fly july italy daily weekly"
        " only early elderly friendly likely jelly belly lily homily folly only-family"
    ),
    boundaries=_words(
        "that because although though while when whenever where wherever if whether as after"
        " before until till unless than so but or nor how why what whose since once whereas whilst"
        " and which who whom except lest"
    ),
    relatives=_words("who which that"),
    times=_words(
        "monday tuesday wednesday thursday friday saturday sunday january february march april may"
        " june july august september october november december jan feb mar apr jun jul aug sep"
        " sept oct nov dec today yesterday tonight tomorrow morning afternoon evening night noon"
        " midnight week weekend month year day earlier later late early last next"
        " ago recently days weeks months years hours minutes hour"
    ),
    occasions=_words(
        "statement interview briefing conference news press announcement release tweet post"
        " message speech letter email e-mail telephone phone call report filing court hearing"
        " testimony video television radio broadcast blog update address remarks memo article"
        " television facebook twitter instagram telegram memoir book note summit meeting event"
        " rally debate editorial column ruling judgment verdict decision social media site website"
    ),
    verbs_of_doing=_words(
        "went came took got made gave left kept began became brought built bought caught chose cut"
        " did drew drove fell felt fled flew fought found grew held hit knew led lost met paid put"
        " ran rose sat saw sent set shot shook sold spent spoke stood struck stole thought threw"
        " told won wore wrote is are was were has had have will would can could may might must"
        " should does do said says say am 're 's 've 'll 'd isn't wasn't don't doesn't didn't won't"
        " can't couldn't wouldn't ain't 'm remains remain comes seems appears needs wants goes"
        " takes makes shows means includes continues faces gets gives works looks expects plans"
        " hopes believes thinks need want go come get ought"
    ),
    hedges={
        "allegedly": "disputed",
        "reportedly": "unconfirmed",
        "purportedly": "unconfirmed",
        "supposedly": "unconfirmed",
        "rumored": "unconfirmed",
        "rumoured": "unconfirmed",
    },
    counting=EN_COUNTING,
    first_person=_words("i we our my us me ours mine"),
    post_words=_words("post posted tweet tweeted update wrote media twitter x telegram facebook"),
    cannot_confirm=_CANNOT_CONFIRM,
    stands_for={"his": "he", "her": "she", "its": "it", "their": "they"},
    women=_words(
        "mrs ms miss lady dame queen princess sister mother spokeswoman chairwoman"
        " congresswoman councilwoman actress policewoman wife daughter woman girl"
        " businesswoman duchess mary patricia jennifer linda elizabeth barbara susan jessica"
        " sarah karen lisa nancy betty sandra margaret ashley kimberly emily donna michelle"
        " carol amanda melissa deborah stephanie rebecca laura sharon cynthia amy kathleen"
        " angela shirley brenda emma anna pamela nicole samantha katherine christine helen"
        " debra rachel carolyn janet maria catherine heather diane olivia julie joyce victoria"
        " ruth virginia lauren kelly christina joan evelyn judith andrea hannah megan cheryl"
        " jacqueline martha madison teresa gloria sara janice ann kathryn abigail sophia"
        " frances jean alice judy isabella julia grace amber denise danielle marilyn beverly"
        " charlotte natalie theresa diana brittany doris kayla alexis lori marie jane lucy"
        " sophie chloe zoe claire kate elena ana lena ingrid ursula angelina fatima aisha"
        " priya gertrude hillary"
    ),
    men=_words(
        "mr sir lord king prince pope father brother spokesman chairman congressman"
        " councilman actor policeman husband son man boy businessman duke imam james robert"
        " john michael david william richard joseph thomas charles christopher daniel matthew"
        " anthony mark donald steven paul andrew joshua kenneth kevin brian george timothy"
        " ronald edward jason jeffrey ryan jacob gary nicholas eric jonathan stephen larry"
        " justin scott brandon benjamin samuel gregory frank alexander raymond patrick jack"
        " dennis jerry tyler aaron jose adam nathan henry douglas zachary peter kyle walter"
        " ethan jeremy harold keith christian roger noah gerald carl terry sean austin arthur"
        " lawrence jesse dylan bryan bradley joe billy bruce albert willie gabriel logan alan juan"
        " wayne roy ralph randy eugene vincent russell elijah louis bobby philip johnny tom"
        " tony harry ben simon martin neil ian barack vladimir mohamed mohammed muhammad ahmed"
        " ali omar hassan ivan sergei volodymyr bill mike jim tim steve luis carlos pedro"
        " antonio marco giovanni hans klaus pierre nick"
    ),
)


def _in_clauses(clauses: ClauseWords, listed: dict[str, Any]) -> CueTable:
    """The table of a language that is read by clause words: English word lists stay empty."""
    empty = {
        entry.name: type(getattr(_EN, entry.name))()
        for entry in fields(CueTable)
        if entry.init and isinstance(getattr(_EN, entry.name), (frozenset, dict, tuple))
    }
    return replace(_EN, **(empty | listed), clauses=clauses)


TABLES: dict[str, CueTable] = {
    "en": _EN,
    "de": _in_clauses(DE_CLAUSES, DE_WORDS),
    "es": _in_clauses(ES_CLAUSES, ES_WORDS),
}


def table_for(language: str) -> CueTable | None:
    """The table of a language by its ISO 639-1 code, or None where there is none."""
    return TABLES.get(language.split("-", maxsplit=1)[0].lower())
