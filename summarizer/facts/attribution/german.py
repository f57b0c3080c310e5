"""German: the words that tell who says something."""

from __future__ import annotations

import re

from summarizer.facts.attribution.clause_words import ClauseWords, said_verbs
from summarizer.facts.attribution.conjugation import Verb
from summarizer.facts.attribution.model import Status
from summarizer.facts.words import word_set

_VERBS = said_verbs(
    {
        ("attributed", "C"): (
            "sagte sagt sagten sagen erklärte erklärt erklärten betonte betont betonten meinte"
            " meint meinten schrieb schreibt schrieben berichtete berichtet berichten berichteten"
            " erläuterte warnte warnt warnten mahnte mahnt ergänzte antwortete entgegnete"
            " erwiderte versicherte versichert glaubt glaubte unterstrich räumte beteuerte"
            " beteuert vermutet vermutete befürchtet befürchtete kritisierte kritisiert"
            " kritisierten klagte klagt urteilte urteilt schätzt schätzte schätzten vorrechnete"
            " prophezeite argumentierte argumentiert ankündigte mitteilte einräumte hinzufügte"
            " angab zugab entgegenhielt hinwies zitierte findet"
        ),
        ("attributed", "CN"): (
            "erwartet erwartete erwarten rechnet rechnete rechnen beziffert bezifferte beziffern"
            " fordert forderte forderten fordern verlangt verlangte nannte nannten spricht sprach"
            " sprechen sprachen verteidigte verteidigt meldete meldet melden meldeten verwies"
            " verweist lobte begrüßte begrüßt zählte zählten prognostiziert bezeichnete bezeichnet"
            " bestätigte bestätigt bestätigten"
        ),
        ("disputed", "C"): "behauptet behauptete behaupten behaupteten vorhielt vorwarf",
        ("disputed", "CN"): "beschuldigt beschuldigte beschuldigten bezweifelt bezweifelte",
        ("denied", "CN"): (
            "bestritt bestreitet bestritten bestreiten dementierte dementiert dementierten"
            " zurückwies leugnet leugnete verneinte"
        ),
    }
)


def _separable(listed: dict[str, tuple[str, str, Status]]) -> dict[str, dict[str, Verb]]:
    """Finite form -> particle -> verb."""
    found: dict[str, dict[str, Verb]] = {}
    for forms, (particles, frames, status) in listed.items():
        for form in forms.split():
            for particle in particles.split():
                verb = Verb(f"{form} {particle}", frames, status)
                found.setdefault(form, {})[particle] = verb
    return found


_PARTICLES = _separable(
    {
        "teilte teilt teilten teilen": ("mit", "C", "attributed"),
        "kündigte kündigt kündigten kündigen": ("an", "CN", "attributed"),
        "räumte räumt räumten": ("ein", "C", "attributed"),
        "gab gibt gaben geben": ("an zu bekannt", "C", "attributed"),
        "fügte fügt": ("hinzu", "C", "attributed"),
        "hielt hält hielten": ("entgegen", "C", "attributed"),
        "wies weist wiesen": ("hin", "C", "attributed"),
        "schloss schließt schlossen": ("aus", "CN", "attributed"),
        "ging geht gehen gingen": ("aus", "C", "attributed"),
        "stellte stellt stellten": ("klar fest", "C", "attributed"),
        "sagte sagt": ("voraus", "CN", "attributed"),
        "wirft warf werfen warfen": ("vor", "CN", "disputed"),
        "hielten halten": ("vor", "C", "disputed"),
        "wies weist wiesen weisen": ("zurück", "CN", "denied"),
        "streitet stritt": ("ab", "CN", "denied"),
    }
)

_PARTICIPLES = said_verbs(
    {
        ("attributed", "C"): (
            "gesagt erklärt betont mitgeteilt angekündigt eingeräumt geschrieben berichtet"
            " angegeben"
        ),
        ("disputed", "CN"): "behauptet vorgeworfen",
        ("attributed", "CN"): "bestätigen bestätigt",
        ("denied", "CN"): "bestritten zurückgewiesen dementiert",
    }
)

# What a finite verb of the language mostly looks like.
_FINITE = re.compile(r"[a-zäöü]{2,20}(?:te|ten)|ist|sind|war|waren|hat|haben|hatte|wird|wurde")
# The mood in which what somebody said is retold, but for hearsay ("hieß es").
_REPORTED = re.compile(
    r"\A(?!.*\b(?:hieß|heißt) es\b).*\b(?:sei|seien|habe|werde|könne|müsse|solle|wolle|dürfe"
    r"|gebe|komme|gehe|stehe"
    r"|liege|halte|gehöre|bleibe|lasse|brauche|wisse|sehe|nehme|führe|bedeute|koste|zeige"
    r"|fehle|laufe|trage|mache|finde|lege|erwarte|kenne|gelte|bringe|spreche|hätten|wären)\b"
)
_CANNOT_CONFIRM = re.compile(
    r"nicht (?:unabhängig |direkt )?(?:bestätig|ausschließ|ausgeschlossen)"
)

DE_CLAUSES = ClauseWords(
    verbs=_VERBS,
    particles=_PARTICLES,
    participles=_PARTICIPLES,
    perfect=word_set("hat haben hatte hatten habe konnte konnten wollte wollten kann will"),
    sources=(
        ("laut",),
        ("nach", "angaben", "von"),
        ("nach", "angaben"),
        ("nach", "auskunft", "von"),
        ("nach", "auskunft"),
        ("nach", "einschätzung", "von"),
        ("nach", "einschätzung"),
        ("nach", "ansicht", "von"),
        ("nach", "ansicht"),
        ("nach", "worten", "von"),
        ("nach", "den", "worten", "von"),
        ("nach", "darstellung", "von"),
        ("nach", "darstellung"),
        ("nach", "informationen"),
    ),
    behind=word_set("zufolge"),
    own=(("nach", "eigenen", "angaben"), ("nach", "eigener", "darstellung")),
    that=word_set("dass ob wie warum"),
    joins=word_set("und aber oder doch denn als weil wenn während dass wie obwohl nachdem sondern"),
    linking=word_set("von vom für beim bei aus im in am zum zur"),
    objects=word_set(
        "den dem einen einem keinen keinem ihm ihn ihnen dazu dafür dagegen damit daran darauf"
        " davon das"
    ),
    clitics=word_set("sich es"),
    finite=_FINITE,
    nouns_capital=True,
    drops_subject=False,
    relatives=word_set("der die das welcher welche welches"),
    closers=word_set("so"),
    reported=_REPORTED,
)

DE_WORDS = {
    "cannot_confirm": _CANNOT_CONFIRM,
    "pronouns": word_set("er sie es he she it they"),
    "stands_for": {
        "er": "he",
        "sie": "she",
        "es": "it",
        "sein": "he",
        "seine": "he",
        "seinen": "he",
        "ihr": "she",
        "ihre": "she",
        "ihren": "she",
    },
    "determiners": word_set(
        "der die das des dem den ein eine einer eines einem einen sein seine seiner seinem ihr ihre"
        " ihrer ihrem deren dessen dieser diese dieses mehrere zwei drei viele einige beide kein"
        " keine"
    ),
    "prepositions": word_set(
        "von vom für beim bei aus im in am an auf zum zur zu mit nach vor über unter gegen durch"
        " um seit bis wegen trotz während ohne zwischen auch gegenüber"
    ),
    "adverbs": word_set(
        "auch jedoch dagegen hingegen zudem allerdings außerdem später dann noch schon bereits nun"
        " jetzt heute gestern dabei zugleich daraufhin weiter selbst inzwischen bislang bisher"
        " dort hier genau persönlich zuvor danach so nur nicht wo da damals zunächst schließlich"
    ),
    "times": word_set(
        "montag dienstag mittwoch donnerstag freitag samstag sonntag montagabend dienstagabend"
        " mittwochabend donnerstagabend freitagabend januar februar märz april mai juni juli august"
        " september oktober november dezember morgen abend mittag nacht woche monat jahr"
    ),
    "negations": word_set("nicht nie kein keine"),
    "role_nouns": word_set(
        "sprecher sprecherin minister ministerin bürgermeister bürgermeisterin oberbürgermeister"
        " oberbürgermeisterin präsident präsidentin kanzler kanzlerin chef chefin fraktionschef"
        " fraktionschefin leiter leiterin direktor direktorin stadtrat stadträtin abgeordneter"
        " abgeordnete anwalt anwältin trainer trainerin vorsitzender vorsitzende professor"
        " professorin ärztin arzt richter richterin geschäftsführer geschäftsführerin dezernentin"
        " baudezernentin dezernent forscher forscherin experte expertin vorstand landrat landrätin"
    ),
    "anonymous_nouns": word_set(
        "beobachter experten zeugen anwohner kritiker insider kreise quellen augenzeugen beamte"
        " fachleute händler analysten"
    ),
    "source_nouns": word_set("bericht studie umfrage zeitung papier gutachten"),
    "women": word_set("frau sprecherin ministerin präsidentin kanzlerin anna maria petra sabine"),
    "men": word_set("herr sprecher minister präsident kanzler hans peter klaus jürgen thomas"),
}
