"""The names in a line that says who wrote an article; none in any other line."""

from __future__ import annotations

import pytest

from summarizer.document.readers.bylines import read_byline

LINES = {
    "By Ida Berg": ("Ida Berg",),
    "By Ida Berg and Tom Ash": ("Ida Berg", "Tom Ash"),
    "By Ida Berg, Tom Ash and Lena van der Ostrow in Kell": (),
    "By Ida Berg, Tom Ash and Lena van der Ostrow": ("Ida Berg", "Tom Ash", "Lena van der Ostrow"),
    "By Ida Berg | 7 May 2024": ("Ida Berg",),
    "By IDA BERG · 4 min": ("IDA BERG",),
    "Von Jürgen Groß, 7. Mai 2024": ("Jürgen Groß",),
    "Von Jürgen Groß und Anna Löwe": ("Jürgen Groß", "Anna Löwe"),
    "Par Étienne Dufour et Zoé Çelik (à Brême)": ("Étienne Dufour", "Zoé Çelik"),
    "Por Begoña Núñez": ("Begoña Núñez",),
    "Di Anna D'Amico e Marco Dell’Orto": ("Anna D'Amico", "Marco Dell’Orto"),
    "Autorin: Anna Löwe": ("Anna Löwe",),
    "By Monday Kell had shipped 1,200 tonnes.": (),
    "By Tom": (),
    "Por la mañana llegaron nueve barcos.": (),
    "Bypass Road Kell": (),
    "Von Kell nach Bremen": (),
    "By Ida Berg " + "and more " * 20: (),
    "": (),
}


@pytest.mark.parametrize("line", LINES)
def test_a_byline_names_its_authors(line: str) -> None:
    assert read_byline(line) == LINES[line]
