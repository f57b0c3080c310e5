"""Words of grammar in the languages that articles come in, besides English: data."""

from __future__ import annotations

from collections.abc import Set
from typing import Final

from summarizer.facts.words import word_set

CAPITALISED_NOUNS: Final = frozenset({"de"})
"""Languages in which a capital does not make a name."""

_FUNCTION_WORDS: Final = {
    "de": word_set(
        """
        der die das den dem des ein eine einen einem einer eines und oder aber denn sondern dass
        ob wenn als wie weil da obwohl während bevor nachdem bis seit von vom zu zum zur in im ins
        an am ans auf aus bei beim mit nach vor über unter um für durch gegen ist sind war waren
        sei wäre sein wird werden wurde wurden worden hat haben hatte hatten habe er sie es wir
        ihr ich du man sich ihn ihm ihnen ihre ihrer ihren ihrem seine seiner seinen seinem dieser
        diese dieses diesen diesem der welche welcher was wer wo dort hier so auch noch schon nur
        sehr mehr etwa rund sagte sagt
        """
    ),
    "es": word_set(
        """
        el la los las un una unos unas y e o u pero sino que si cuando como porque aunque mientras
        de del a al en con por para sobre entre hasta desde hacia tras ante bajo según es son era
        eran fue fueron ser sido está están estaba ha han había habían haber hay se le les lo me
        te nos su sus este esta estos estas ese esa esos esas esto eso quien quienes cual cuales
        donde allí aquí así también ya más muy dijo dice
        """
    ),
    "fr": word_set(
        """
        le la les l un une des du de d et ou mais que qu si quand comme parce lorsque à au aux en
        dans avec par pour sur entre jusque depuis vers après avant sous selon est sont était
        étaient été être a ont avait avaient avoir se s il elle ils elles on nous vous leur leurs
        son sa ses ce cet cette ces qui dont où là ici ainsi aussi déjà plus très dit
        """
    ),
}
_NEGATIONS: Final = {
    "de": word_set(
        """
        nicht kein keine keinen keinem keiner keines nie niemals niemand nichts ohne weder
        bestreitet bestritt bestritten dementiert dementierte lehnt ablehnte abgelehnt
        """
    ),
    "es": word_set(
        "no nunca jamás nadie nada ningún ninguno ninguna sin ni tampoco niega negó rechazó"
    ),
    "fr": word_set("ne n pas jamais aucun aucune rien sans ni nie nié démenti"),
}

_HEDGES: Final = {
    "en": word_set(
        """
        accuse accuses accused accusing accusation accusations allege alleges alleged alleging
        allegation allegations allegedly suspect suspects suspected suspicion indicted charged
        whether withdrew withdrawn retracted corrected incorrect incorrectly wrongly mistaken
        mistakenly untrue false falsely replaced replacing superseded
        """
    ),
    "de": word_set(
        """
        könnte könnten dürfte dürften soll sollen möglicherweise vielleicht wohl angeblich
        mutmaßlich mutmaßliche mutmaßlichen verdächtigt verdacht beschuldigt vorwurf wirft werfen
        erwägt plant planen würde würden falls wenn ob fälschlich fälschlicherweise korrigiert
        """
    ),
    "es": word_set(
        """
        podría podrían quizá quizás posiblemente presunto presunta presuntos presuntas supuesto
        supuesta supuestos supuestamente presuntamente habría habrían acusa acusan acusado acusada
        sospecha sospechoso planea planean prevé si erróneamente corrigió rectificó
        """
    ),
    "fr": word_set(
        """
        pourrait pourraient peut-être aurait auraient serait seraient accuse accusent accusé
        accusée présumé présumée soupçonné soupçonnée prévoit
        """
    ),
}

_DOUBTABLE: Final = {
    "en": word_set(
        "confirm confirmed confirms verify verified establish established prove proven rule ruled"
    ),
    "de": word_set("bestätigt bestätigen belegt belegen geklärt feststeht ausgeschlossen"),
    "es": word_set("confirmado confirma confirmó confirmar verificado verificar descartado"),
    "fr": word_set("confirmé confirme confirmer vérifié vérifier exclu"),
}


def function_words(language: str) -> Set[str]:
    """The words of ``language`` that say nothing by themselves; none for English.

    English ones are left out where words are read.
    """
    return _FUNCTION_WORDS.get(language, frozenset())


def negations(language: str) -> Set[str]:
    """The commonest words that negate in ``language``; none for English, which has a reader."""
    return _NEGATIONS.get(language, frozenset())


def hedges(language: str) -> Set[str]:
    """Words by which a text accuses, asks, supposes or takes back, and does not state.

    English modal verbs are not among them: they have a reader.
    """
    return _HEDGES.get(language, frozenset())


def doubtable(language: str) -> Set[str]:
    """Words that, denied, leave open what they speak of: ``not confirmed``, ``not ruled out``."""
    return _DOUBTABLE.get(language, frozenset())
