"""Words that negate, hedge or give a direction, by language: data for ``polarity``, no code.

A phrase is lower-case words with single spaces and plain apostrophes; ``#`` is any number. Where
two phrases begin at the same word, the longer one is read; a value of ``""`` says that the phrase,
though it begins like a cue, is none ("not only", "last fall"). A language is added as one more
``Lexicon`` in ``LEXICONS``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The cue phrases of one language: phrase -> value, and how negated contractions are split.

    ``contractions`` maps what is left of a contraction without its negation to the full word
    ("wo" of "won't" -> "will").
    """

    negations: Mapping[str, str]
    modals: Mapping[str, str]
    directions: Mapping[str, str]
    contractions: Mapping[str, str]
    contraction_ending: str


def _table(**groups: str) -> dict[str, str]:
    """One phrase table from ``value="phrase, phrase"``; the value ``NONE`` stands for ``""``."""
    return {
        " ".join(phrase.split()): "" if value == "NONE" else value
        for value, phrases in groups.items()
        for phrase in phrases.split(",")
        if phrase.strip()
    }


_NEGATIONS = _table(
    **{"not": "not, n't, cannot, no longer"},
    no="no, none, nobody, nothing, nowhere, no one, zero",
    never="never, not once, at no time",
    without="without, absent any, in the absence of",
    neither="neither, nor",
    hardly="hardly, scarcely, barely, rarely, seldom",
    fail="""
        fail to, fails to, failed to, failing to, failure to, failed in, yet to, stopped
        short of, stop short of, stops short of
    """,
    refuse="""
        refuse, refuses, refused, refusing, refusal, decline to, declines to, declined to,
        declining to, reject, rejects, rejected, rejecting, rejection, rule out, rules out,
        ruled out, ruling out, dismiss, dismissed, dismisses, dismissing
    """,
    deny="deny, denies, denied, denying, denial, denials",
    prevent="""
        prevent, prevents, prevented, preventing, refrain, refrained, refraining, avoid,
        avoids, avoided, avoiding
    """,
    unable="unable, inability, impossible, incapable",
    lack="lack, lacks, lacked, lacking",
    untrue="""
        untrue, false, unconfirmed, unverified, unclear, unknown, unlikely, unwilling,
        unsuccessful, unsuccessfully, far from
    """,
    NONE="""
        not only, not just, not merely, not to mention, no doubt, without doubt, no wonder,
        no sooner, nothing but, nothing short of, false alarm, zero tolerance, no matter,
        why not, not least, whether or not, if not
    """,
)

_MODALS = _table(
    possible="""
        may, might, could, possibly, perhaps, maybe, possible, potentially, potential,
        conceivably, fear, fears, feared, chance of, possibility, capable of, risk of, risks
    """,
    likely="""
        likely, unlikely, probably, probable, expected to, expects to, expect to, expecting
        to, is expected, are expected, was expected, were expected, expected, presumably,
        set to, poised to, on track to, on course to, scheduled to, tipped to, should be
        able to, anticipated to, projected to, predicted to, forecast to, forecasts
    """,
    planned="""
        plan to, plans to, planned to, planning to, plans for, plan for, intend to, intends
        to, intended to, intending to, intention to, aim to, aims to, aimed to, aiming to,
        hope, hopes, hoped, hoping, hope to, hopes to, hoped to, hoping to, want to, wants
        to, wanted to, wanting to, seek to, seeks to, sought to, seeking to, propose to,
        proposes to, proposed to, considering, considers, mulling, weighing, threaten to,
        threatens to, threatened to, threatening to, promised to, promises to, vowed to,
        vows to, pledged to, pledges to, try to, tries to, tried to, trying to, attempt to,
        attempts to, attempted to, attempting to
    """,
    reported="""
        reportedly, allegedly, alleged, apparently, supposedly, purportedly, believed to, is
        believed, are believed, was believed, were believed, said to be, said to have,
        thought to, understood to, suspected, suspected of, claimed to, rumoured to, rumored
        to, rumoured, rumored, accused of, seemingly, seems to, seem to, seemed to, appears
        to, appear to, appeared to, considered to, reported to, ostensibly
    """,
    conditional="would, if approved, provided that, unless",
    duty="should, must, ought to, has to, have to, had to, needs to, need to, needed to",
    able="can, able to, unable to, cannot",
    future="will, shall, 'll, about to, going to, due to be, due in",
    NONE="""
        a will, the will, his will, her will, their will, my will, our will, your will, free
        will, good will, own will, political will, at will, ill will, last will, a can, the
        can, cans, military might, the might, its might, in may, of may, on may, last may,
        next may, since may, until may, by may, early may, late may, mid may, this may, from
        may, to may, and may day, may day, than expected, as expected, as soon as possible,
        as much as possible, accused of being, most likely to succeed, nuclear potential, a
        must
    """,
)

_DIRECTIONS = _table(
    up="""
        rise, rises, rose, risen, rising, increase, increases, increased, increasing, grow,
        grows, grew, grown, growing, growth, climb, climbs, climbed, climbing, jump, jumps,
        jumped, jumping, surge, surges, surged, surging, soar, soars, soared, soaring, gain,
        gains, gained, gaining, higher, expand, expands, expanded, expanding, expansion,
        rally, rallied, rallies, double, doubles, doubled, doubling, triple, tripled,
        tripling, quadrupled, raise, raises, raised, raising, boost, boosts, boosted,
        boosting, improve, improves, improved, improving, improvement, strengthen,
        strengthens, strengthened, strengthening, accelerate, accelerates, accelerated,
        accelerating, uptick, upturn, spike, spiked, spikes, escalate, escalates, escalated,
        escalating, hike, hiked, hikes, skyrocket, skyrocketed, swell, swelled, swollen,
        went up, go up, goes up, going up, gone up, is up, are up, was up, were up, up by,
        up from, up %, up #, rebound, rebounded, upward, upwards, upgrade, upgraded
    """,
    down="""
        fall, falls, fell, fallen, falling, drop, drops, dropped, dropping, decline,
        declines, declined, declining, decrease, decreases, decreased, decreasing, lower,
        lowers, lowered, lowering, plunge, plunges, plunged, plunging, slump, slumps,
        slumped, slumping, tumble, tumbles, tumbled, tumbling, sank, sunk, sinks, sinking,
        slid, slides, sliding, shrink, shrinks, shrank, shrunk, shrinking, dip, dips,
        dipped, dipping, slip, slips, slipped, slipping, reduce, reduces, reduced, reducing,
        reduction, reductions, cut, cuts, cutting, halve, halves, halved, halving,
        contraction, weaken, weakens, weakened, weakening, plummet, plummets, plummeted,
        plummeting, slowed, slows, slowing, slowdown, downturn, worsen, worsens, worsened,
        worsening, shed, dwindle, dwindled, dwindling, diminish, diminished, diminishing,
        went down, go down, goes down, going down, gone down, is down, are down, was down,
        were down, down by, down from, down %, down #, downward, downwards, downgrade,
        downgraded
    """,
    NONE="""
        last fall, next fall, this fall, the fall of, in the fall, fell ill, fall ill, falls
        ill, fall asleep, fell asleep, fell in love, falls in love, fall in love, fell
        victim, fall victim, fallen soldier, fallen soldiers, falling out, fell short, fall
        short, decline to, declines to, declined to, declining to, grow up, grew up, grows
        up, growing up, grown up, rise to fame, raise concerns, raised concerns, raises
        concerns, raising concerns, raise questions, raised questions, raises questions,
        raising questions, raise awareness, raising awareness, raised awareness, raise
        money, raised money, raising money, raise funds, raised funds, raising funds, raised
        in, raised by, raise children, raised alarm, raised alarms, raise the alarm, raised
        the alarm, raised his, raised her, raised their, cut off, cuts off, cutting off,
        cutting edge, short cut, drop off, dropped off, drop out, dropped out, jump to
        conclusions, set up, lower house, higher education, higher court, lower court, high
        rise, double murder, double life, gave rise, give rise, slip of, slipped away,
        dropped charges, drop charges, dropped the, drop the, fell to the ground, fell from
        a
    """,
)

# Written without their apostrophe, as chats and headlines do; only forms that are no other word.
_BARE_CONTRACTIONS = (
    "dont doesnt didnt isnt arent wasnt werent hasnt havent hadnt couldnt wouldnt shouldnt aint"
)
_NEGATIONS.update(dict.fromkeys(_BARE_CONTRACTIONS.split(), "not"))

LEXICONS: Mapping[str, Lexicon] = {
    "en": Lexicon(
        negations=_NEGATIONS,
        modals=_MODALS,
        directions=_DIRECTIONS,
        contractions={"wo": "will", "ca": "can", "sha": "shall"},
        contraction_ending="n't",
    )
}
