"""The units of measure, as a table: nothing here reads a text.

A row is ``name | dimension | factor | words | signs``; a line that begins with blanks goes on with
the row above. Words are in small letters (English plurals are added by rule), signs in the case
they are written in; within a form a blank stands between two tokens. Factors lead to the base unit
of the dimension and are the exact definitions of the International System (BIPM, SI brochure, 9th
edition) and of the international yard and pound (1959).
"""

from __future__ import annotations

UNIT_TABLE = """
percentage | percent | 1 | percent, per cent, percentage, pct, pc, prozent, pour cent, por
    ciento, por cien | %, ％
percentage point | point | 1 | percentage point, percent point, prozentpunkt, prozentpunkte,
    prozentpunkten, point de pourcentage, points de pourcentage, punto porcentual, puntos
    porcentuales, pp | ppt
basis point | point | 0.01 | basis point, bp, bps, basispunkt, basispunkte, basispunkten,
    point de base, points de base, punto básico, puntos básicos |
per mille | percent | 0.1 | per mille, promille, per mil | ‰
second | time | 1 | second, sec, secs, sekunde, sekunden, seconde, secondes, segundo, segundos
    | s
millisecond | time | 0.001 | millisecond, millisekunde, millisekunden | ms
minute | time | 60 | minute, min, mins, minuten, minuto, minutos | min
hour | time | 3600 | hour, hr, hrs, stunde, stunden, heure, heures, hora, horas | h
day | time | 86400 | day, tag, tage, tagen, jour, jours, día, días, dia, dias | d_
night | night | 1 | night |
weekend | weekend | 1 | weekend |
week | time | 604800 | week, wk, wks, woche, wochen, semaine, semaines, semana, semanas |
fortnight | time | 1209600 | fortnight |
month | month | 1 | month, monat, monate, monaten, mois, mes, meses | mo
quarter | month | 3 | quarter, quartal, quartale, trimestre, trimestres |
year | month | 12 | year, yr, yrs, jahr, jahre, jahren, an, ans, année, années, año, años |
decade | month | 120 | decade, jahrzehnt, jahrzehnte, jahrzehnten, décennie, décennies,
    década, décadas |
century | month | 1200 | century, centuries, jahrhundert, jahrhunderte, jahrhunderten, siècle,
    siècles, siglo, siglos |
millennium | month | 12000 | millennium, millennia, millenniums |
metre | length | 1 | metre, meter, mètre, mètres, metern, metro, metros | m
kilometre | length | 1000 | kilometre, kilometer, kilomètre, kilomètres, kilometern,
    kilómetro, kilómetros, km, kms | km
centimetre | length | 0.01 | centimetre, centimeter, centimètre, centimètres, zentimeter,
    zentimetern, centímetro, centímetros | cm
millimetre | length | 0.001 | millimetre, millimeter, millimètre, millimètres, milímetro,
    milímetros | mm
micrometre | length | 1e-6 | micrometre, micrometer, micron | μm, µm
nanometre | length | 1e-9 | nanometre, nanometer | nm
mile | length | 1609.344 | mile, meile, meilen, milla, millas | mi
nautical mile | length | 1852 | nautical mile | nmi
yard | length | 0.9144 | yard, yds | yd
foot | length | 0.3048 | foot, feet, ft, fuß, pied, pieds, pie, pies | ft, ′
inch | length | 0.0254 | inch, inches, zoll, pouce, pouces, pulgada, pulgadas | ″, "
light year | length | 9460730472580800 | light year, light - year |
square metre | area | 1 | square metre, square meter, sq m, sq metre, sq meter, sqm,
    quadratmeter, quadratmetern, mètre carré, mètres carrés, metro cuadrado, metros cuadrados
    | m², m2, m 2
square kilometre | area | 1000000 | square kilometre, square kilometer, sq km,
    quadratkilometer, quadratkilometern, kilomètre carré, kilomètres carrés, kilómetro
    cuadrado, kilómetros cuadrados | km², km 2
square mile | area | 2589988.110336 | square mile, sq mile, sq mi |
square foot | area | 0.09290304 | square foot, square feet, sq ft, sq feet, sq foot, sqft | ft²
square yard | area | 0.83612736 | square yard, sq yard |
square inch | area | 0.00064516 | square inch, square inches, sq in |
acre | area | 4046.8564224 | acre |
hectare | area | 10000 | hectare, hektar, hectárea, hectáreas | ha
cubic metre | volume | 1000 | cubic metre, cubic meter, kubikmeter, kubikmetern, mètre cube,
    mètres cubes, metro cúbico, metros cúbicos | m³, m3, m 3
cubic foot | volume | 28.316846592 | cubic foot, cubic feet, cu ft |
cubic centimetre | volume | 0.001 | cubic centimetre, cubic centimeter, cc | cm³
litre | volume | 1 | litre, liter, litern, litro, litros | l, L, ℓ
millilitre | volume | 0.001 | millilitre, milliliter, milliliter, mililitro, mililitros | ml, mL
gallon | volume | 3.785411784 | gallon, gal |
pint | volume | 0.473176473 | pint |
quart | volume | 0.946352946 | quart |
ounce | mass | 0.028349523125 | ounce, oz | oz
fluid ounce | volume | 0.0295735295625 | fluid ounce, fl oz |
barrel | volume | 158.987294928 | barrel, bbl, bbls, barril, barriles, baril, barils |
bushel | volume | 35.23907016688 | bushel |
kilogram | mass | 1 | kilogram, kilogramme, kilo, kilogramm, kilogrammes, kilogramo,
    kilogramos | kg, Kg
gram | mass | 0.001 | gram, gramme, gramm, gramo, gramos | g
milligram | mass | 1e-6 | milligram, milligramm, miligramo, miligramos | mg
microgram | mass | 1e-9 | microgram | μg, µg, mcg
tonne | mass | 1000 | tonne, metric ton, metric tonne, tonnen, tonelada, toneladas, mt | t
ton | mass | 907.18474 | ton |
kilotonne | mass | 1000000 | kilotonne, kiloton | kt
pound-mass | mass | 0.45359237 | pound, lb, lbs, pfund | lb, lbs
stone | mass | 6.35029318 | stone |
carat | mass | 0.0002 | carat, karat | ct
mile per hour | speed | 0.44704 | mile per hour, miles per hour, miles an hour, mile an hour,
    mph |
kilometre per hour | speed | 0.2777777777777777777777777778 | kilometre per hour, kilometres
    per hour, kilometer per hour, kilometers per hour, kilometres an hour, kilometers an hour,
    km / h, km / hr, kmh, kmph, kph, km h, kilomètres - heure, kilomètre - heure,
    stundenkilometer, stundenkilometern, kilómetros por hora |
metre per second | speed | 1 | metre per second, metres per second, meter per second, meters
    per second, m / s |
foot per second | speed | 0.3048 | feet per second, foot per second, ft / s |
knot | speed | 0.5144444444444444444444444444 | knot, kt |
mile per gallon | economy | 1 | mile per gallon, miles per gallon, miles to the gallon, mpg |
celsius | temperature | 1 | degree celsius, degrees celsius, degree centigrade, degrees
    centigrade, celsius, centigrade, grad celsius, degré celsius, degrés celsius, grado
    celsius, grados celsius, degrees c, degree c, deg c | °C, ° C, ℃, C
fahrenheit | fahrenheit | 1 | degree fahrenheit, degrees fahrenheit, fahrenheit, degrees f,
    degree f, deg f | °F, ° F, ℉
kelvin | kelvin | 1 | kelvin |
degree | degree | 1 | degree, deg, grad, degré, grado, degrés, grados | °
watt | power | 1 | watt | W
kilowatt | power | 1000 | kilowatt, kilovatio, kilovatios | kW, KW
megawatt | power | 1e6 | megawatt, megavatio, megavatios, mégawatt, mégawatts | MW
gigawatt | power | 1e9 | gigawatt, gigavatio, gigavatios | GW
terawatt | power | 1e12 | terawatt | TW
horsepower | horsepower | 1 | horsepower, hp, ps, metric horsepower, chevaux, caballos de
    potencia | hp, PS, cv
brake horsepower | horsepower | 1 | brake horsepower, bhp |
watt hour | energy | 1 | watt hour, watt - hour | Wh
kilowatt hour | energy | 1000 | kilowatt hour, kilowatt - hour, kilowattstunde,
    kilowattstunden | kWh, KWh
megawatt hour | energy | 1e6 | megawatt hour, megawatt - hour | MWh
gigawatt hour | energy | 1e9 | gigawatt hour, gigawatt - hour | GWh
terawatt hour | energy | 1e12 | terawatt hour, terawatt - hour | TWh
joule | joule | 1 | joule | J
kilojoule | joule | 1000 | kilojoule | kJ
megajoule | joule | 1e6 | megajoule | MJ
mega british thermal unit | btu | 1e6 | million british thermal units, mmbtu |
british thermal unit | btu | 1 | british thermal unit, btu |
calorie | calorie | 1 | calorie, kilocalorie | kcal, cal
volt | voltage | 1 | volt | V
kilovolt | voltage | 1000 | kilovolt | kV
ampere | current | 1 | ampere, amp | A
milliampere-hour | charge | 1 | milliampere hour, milliamp hour | mAh
ampere per square centimetre | density | 1 | | A / cm 2, A / cm²
ohm | resistance | 1 | ohm | Ω
farad | capacitance | 1 | farad | F
hertz | frequency | 1 | hertz | Hz, HZ
kilohertz | frequency | 1000 | kilohertz | kHz
megahertz | frequency | 1e6 | megahertz | MHz
gigahertz | frequency | 1e9 | gigahertz | GHz
revolutions per minute | rotation | 1 | revolutions per minute, revolution per minute, rpm |
beat per minute | heartbeat | 1 | beats per minute, bpm |
newton | force | 1 | newton | N
newton metre | torque | 1 | newton metre, newton meter | Nm
foot pound-force | torque | 1.3558179483314004 | foot pound, foot - pound, lb - ft, lb ft, ft
    - lb, ft lb |
pound-foot | torque | 1.3558179483314004 | pound - foot, pound - feet, pound foot, pound feet,
    pounds - feet |
pascal | pressure | 1 | pascal | Pa
kilopascal | pressure | 1000 | kilopascal | kPa
megapascal | pressure | 1e6 | megapascal | MPa
gigapascal | pressure | 1e9 | gigapascal | GPa
hectopascal | pressure | 100 | hectopascal | hPa
bar | pressure | 100000 | | bar
millibar | pressure | 100 | millibar | mbar
pound-force per square inch | pressure | 6894.757293168361 | pounds per square inch, pound per
    square inch, psi |
decibel | sound | 1 | decibel | dB
bit | data | 1 | bit | b
kilobit per second | datarate | 1000 | kilobits per second | kbps, Kbps
megabit per second | datarate | 1e6 | megabits per second, megabit per second | Mbps, mbps
gigabit per second | datarate | 1e9 | gigabits per second, gigabit per second | Gbps, gbps
byte | data | 8 | byte |
kilobyte | data | 8e3 | kilobyte | KB, kB
megabyte | data | 8e6 | megabyte | MB
gigabyte | data | 8e9 | gigabyte, gb | GB
terabyte | data | 8e12 | terabyte, tb | TB
petabyte | data | 8e15 | petabyte | PB
megapixel | pixels | 1 | megapixel | MP
pixel | pixels | 1e-6 | pixel | px
parts-per-million | fraction | 1e-6 | parts per million, part per million, ppm |
parts-per-billion | fraction | 1e-9 | parts per billion, part per billion, ppb |
becquerel | activity | 1 | becquerel | Bq
sievert | dose | 1 | sievert | Sv
millisievert | dose | 0.001 | millisievert | mSv
lumen | light | 1 | lumen | lm
lux | lux | 1 | lux |
"""
