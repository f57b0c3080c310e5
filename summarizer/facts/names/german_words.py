"""German words about names: what a capital stands before that is no name, titles, bodies."""

from __future__ import annotations

from types import MappingProxyType

from summarizer.facts.words import word_set

ARTICLES = word_set(
    """
der die das den dem des ein eine einen einem einer eines kein keine keinen keiner dieser diese
dieses diesen diesem jeder jede jedes jene ihr ihre ihren ihrem ihrer sein seine seinen seinem
seiner unser unsere unseren mein meine deren dessen beide beiden alle aller allen viele vieler
einige mehrere zum zur im am vom beim ins ans aufs fürs
"""
)
"""Lower-case words after which a capital may be any noun's."""

FUNCTION_WORDS = word_set(
    """
aber ab als also am an auch auf aus außerdem bei beim bis bisher da dabei dafür dagegen daher damit
danach dann daran darauf daraus darin darüber darum das dass davon dazu dem den denn der des deshalb
dessen deren die dies diese dieser dieses doch dort durch ein eine einen einem einer eines er erst
es etwa für gegen genau gestern hat haben heute hier hinter ich ihm ihn ihnen ihr ihre im immer in
indem ist ja jede jeder jedes jedoch jetzt kann kein keine knapp laut man mehr mehrere mit nach
nachdem neben nicht nichts noch nun nur ob obwohl oder ohne rund schon sechs sein seine seit sei
selbst sie sieben sind so sobald soll sollen sondern statt sowie trotz über um und unter viele vier
vom von vor wann war waren warum was weder wegen weil weitere wenige wenn wer werden wie wieder wir
wird wo während zehn zu zudem zum zur zwei zwar zwischen zwölf drei fünf acht neun elf einige
zunächst allerdings nein persönlich entschieden insgesamt bereits dennoch trotzdem
"""
)
"""Words that open sentences, lower case; no name begins with one."""

NEVER_NAMES = word_set(
    """
Millionen Million Milliarden Milliarde Tausend Hundert Dutzend Euro Euros Dollar Franken Pfund Cent
Yen Prozent Prozentpunkte Prozentpunkten Grad Celsius Meter Metern Kilometer Kilometern Quadratmeter
Hektar Liter Tonne Tonnen Gramm Kilogramm Uhr Stunde Stunden Minute Minuten Sekunden Tag Tage Tagen
Woche Wochen Monat Monate Monaten Jahr Jahre Jahren Jahrhundert Montag Dienstag Mittwoch Donnerstag
Freitag Samstag Sonnabend Sonntag Januar Jänner Februar März April Mai Juni Juli August September
Oktober November Dezember Angaben Auskunft Ansicht Meinung Worten Ende Anfang Mitte Beginn Platz
Seite Punkt Artikel Absatz Paragraf Nummer Nr Stimmen Menschen Personen Mal Male
"""
)
"""Nouns that stand side by side with another capital without making a name of it."""

CLASS_NOUNS = MappingProxyType(
    dict.fromkeys(
        word_set(
            "Stadt Gemeinde Landkreis Kreis Bundesland Insel Ort Dorf Region Bezirk Stadtteil"
        ),
        "place",
    )
    | dict.fromkeys(
        word_set(
            "Firma Unternehmen Konzern Partei Verein Verband Gewerkschaft Zeitung Magazin Agentur "
            "Bank Hersteller Betreiber Anbieter Sender Stiftung Initiative Bündnis Universität "
            "Nachrichtenagentur Klub Club Band Gruppe Institut Behörde Organisation "
            "Fluggesellschaft"
        ),
        "organization",
    )
)
"""Nouns that say what the name behind them is a name of, to the kind of that name."""

TITLE_ENDINGS = tuple(
    sorted(
        word_set("""
chef chefin meister meisterin minister ministerin kanzler kanzlerin präsident präsidentin rat
rätin sprecher sprecherin leiter leiterin direktor direktorin dezernent dezernentin anwalt
anwältin richter richterin forscher forscherin professor professorin trainer trainerin sekretär
sekretärin vorsitzende vorsitzender vorsitzenden abgeordnete abgeordneter abgeordneten kandidat
kandidatin vorstand experte expertin ökonom ökonomin analyst analystin autor autorin journalist
journalistin politiker politikerin lehrer lehrerin arzt ärztin landrat landrätin beauftragte
beauftragter unternehmer unternehmerin gründer gründerin spieler spielerin stürmer torwart
kapitän general oberst kommissar kommissarin bischof bischöfin papst könig königin prinz
prinzessin herr herrn frau dr prof schauspieler schauspielerin sänger sängerin regisseur
regisseurin schriftsteller schriftstellerin historiker historikerin physiker physikerin chemiker
chemikerin biologe biologin psychologe psychologin soziologe soziologin virologe virologin zeuge
zeugin kläger klägerin angeklagte angeklagter nachbar nachbarin anwohner anwohnerin
geschäftsführer geschäftsführerin manager managerin senator senatorin botschafter botschafterin
gutachter gutachterin
""")
    )
)
"""What a noun that stands before a person's name ends with, lower case."""

BODY_ENDINGS = tuple(
    sorted(
        word_set("""
rat amt ministerium gericht verband fraktion partei gewerkschaft initiative universität
hochschule behörde agentur kommission regierung verwaltung polizei kammer konzern gesellschaft
anwaltschaft feuerwehr bundeswehr bundestag landtag kreistag stiftung institut krankenhaus
klinikum ausschuss parlament präsidium bank kasse zentrale
""")
    )
)
"""What the German noun for a body that acts ends with, lower case."""

BODIES = word_set(
    "Stadtrat Gemeinderat Kreistag Landtag Bundestag Bundesrat Land Bund Verwaltung Polizei Kirche "
    "Opposition Koalition Senat Magistrat Grüne Grünen Linke Linken Union Feuerwehr Justiz"
)
"""Nouns for bodies that act, and parties whose name is a noun."""

NO_BODIES = word_set(
    """
Vorrat Monatsrat Hausrat Verrat Heirat Apparat Quadrat Zitat Format Attentat Datenbank Parkbank
Sandbank Zeitverwaltung Gesellschaft Kasse Abendkasse Zentrale Vermögensverwaltung
"""
)
"""Nouns that end as a body's does and name none."""

_COUNTRIES = """
Deutschland=Germany Österreich=Austria Schweiz=Switzerland Frankreich=France Italien=Italy
Spanien=Spain Polen=Poland Russland=Russia Ukraine=Ukraine Türkei=Turkey Griechenland=Greece
Ungarn=Hungary Tschechien=Czech_Republic Dänemark=Denmark Schweden=Sweden Norwegen=Norway
Finnland=Finland Niederlande=Netherlands Belgien=Belgium Großbritannien=United_Kingdom
Irland=Ireland Portugal=Portugal Rumänien=Romania Bulgarien=Bulgaria Kroatien=Croatia
Serbien=Serbia USA=United_States Kanada=Canada Mexiko=Mexico Brasilien=Brazil
Argentinien=Argentina China=China Japan=Japan Indien=India Israel=Israel Ägypten=Egypt
Syrien=Syria Irak=Iraq Iran=Iran Afghanistan=Afghanistan Australien=Australia
Südkorea=South_Korea Nordkorea=North_Korea
"""
COUNTRIES = MappingProxyType(
    {
        german: english.replace("_", " ")
        for german, english in (pair.split("=") for pair in _COUNTRIES.split())
    }
)
"""German names of countries, to the name this program uses."""
