"""The currencies, as tables: nothing here reads a text.

A row of ``CURRENCY_TABLE`` is ``name | signs and codes | words``, of ``PART_TABLE`` (hundredths)
``name | currency | factor | words | signs``; a line that begins with blanks goes on with the row
above. Within a form a blank stands between two tokens. "PS" and "Y =" are how plain-ASCII feeds
write the pound and the yen.
"""

from __future__ import annotations

CURRENCY_TABLE = """
dollar | $, US $, US$, $ US, USD, USD $, U . S . $, ＄, U $ S, US dollars, u $ d | dollar,
    dollars, us dollar, us dollars, u . s . dollar, u . s . dollars, american dollars,
    american dollar, united states dollar, united states dollars, usd, bucks, dólar, dólares,
    dollars américains, us - dollar, us - dollars, dollar us
euro | €, EUR, E U R | euro, euros, eur
pound sterling | £, GBP, ￡, PS | pound sterling, pounds sterling, sterling, british pound,
    british pounds, gbp, pfund sterling, livre sterling, livres sterling, libra esterlina,
    libras esterlinas
japanese yen | ¥, JPY, Y =, ￥, JP ¥ | yen, japanese yen, jpy
chinese yuan | RMB, CNY, CN ¥ | yuan, renminbi, rmb, chinese yuan, cny, yuans
australian dollar | A $, AU $, $ A, AUD, AUD $ | australian dollar, australian dollars, aud,
    aussie dollars
canadian dollar | C $, CA $, CAD, CDN $, CAD $, Can $, $ C | canadian dollar, canadian
    dollars, cad, loonies
hong kong dollar | HK $, HKD, $ HK | hong kong dollar, hong kong dollars, hkd
new zealand dollar | NZ $, NZD, NZD $, $ NZ | new zealand dollar, new zealand dollars, nzd
singapore dollar | S $, SGD, SG $ | singapore dollar, singapore dollars, sgd
new taiwan dollar | NT $, TWD, NTD | new taiwan dollar, taiwan dollars, new taiwan dollars, twd
jamaican dollar | J $, JMD | jamaican dollar, jamaican dollars
indian rupee | ₹, INR, Rs ., Rs, Re | indian rupee, indian rupees, rupee, rupees, inr, rupien,
    roupie, roupies, rupia, rupias
pakistani rupee | PKR | pakistani rupee, pakistani rupees
sri lankan rupee | LKR | sri lankan rupee, sri lankan rupees
indonesian rupiah | IDR, Rp | rupiah, indonesian rupiah, rupiahs
russian rouble | ₽, RUB | rouble, roubles, ruble, rubles, russian rouble, russian roubles,
    rub, rubel, rublo, rublos
ukrainian hryvnia | ₴, UAH | hryvnia, hryvnias, hryvnya, uah
south korean won | ₩, KRW | won, south korean won, krw
north korean won | KPW | north korean won
turkish lira | ₺, TRY | lira, liras, turkish lira, turkish liras
shekel | ₪, ILS, NIS | shekel, shekels, israeli shekel, israeli shekels, ils, nis
swiss franc | CHF, SFr, Fr . | swiss franc, swiss francs, franc, francs, franken, schweizer
    franken, chf, franco suizo, francos suizos
danish krone | DKK | danish krone, danish kroner, danish crown, danish crowns, dkk
swedish krona | SEK | swedish krona, swedish kronor, swedish crown, swedish crowns, sek,
    kronor, krona
norwegian krone | NOK | norwegian krone, norwegian kroner, norwegian crown, norwegian crowns,
    nok
krone | | krone, kroner
crown | | crown, crowns
icelandic krona | ISK | icelandic krona, icelandic kronur
czech koruna | CZK, Kč | koruna, korunas, czech crown, czech crowns, czech koruna, koruny, czk
polish zloty | PLN, zł | zloty, zlotys, złoty, polish zloty, polish zlotys, pln
hungarian forint | HUF | forint, forints, hungarian forint, hungarian forints, huf
romanian leu | RON | lei, leu, romanian lei
bulgarian lev | BGN | lev, leva
croatian kuna | HRK | kuna, kunas, kn
serbian dinar | RSD | serbian dinars, serbian dinar
brazilian real | R $, BRL | real_, reais, reals, brazilian real, brazilian reais, brazilian
    reals, brl
mexican peso | MXN, MX $, Mex $ | mexican peso, mexican pesos, mxn
argentine peso | ARS, AR $ | argentine peso, argentine pesos, argentinian pesos
chilean peso | CLP | chilean peso, chilean pesos
colombian peso | COP | colombian peso, colombian pesos
philippine peso | ₱, PHP | philippine peso, philippine pesos
peso | | peso, pesos
south african rand | ZAR | rand, rands, south african rand, zar
nigerian naira | ₦, NGN | naira, nairas, nigerian naira
kenyan shilling | KES, Ksh, KSh, Sh | kenyan shilling, kenyan shillings, shilling, shillings
ghanaian cedi | GHS, GH ¢, GH ₵ | cedi, cedis
egyptian pound | EGP, LE | egyptian pound, egyptian pounds
saudi riyal | SAR, SR | riyal, riyals, saudi riyal, saudi riyals
qatari riyal | QAR | qatari riyal, qatari riyals
iranian rial | IRR | rial, rials, iranian rial, iranian rials
iraqi dinar | IQD | iraqi dinar, iraqi dinars
kuwaiti dinar | KWD | kuwaiti dinar, kuwaiti dinars
dinar | | dinar, dinars
uae dirham | AED, Dh, Dhs | dirham, dirhams, uae dirhams, aed
malaysian ringgit | RM, MYR | ringgit, ringgits, malaysian ringgit, myr
thai baht | ฿, THB | baht, thai baht, thb
vietnamese dong | ₫, VND | dong, vietnamese dong, vnd
bangladeshi taka | ৳, BDT, Tk | taka, takas
kazakhstani tenge | ₸, KZT | tenge
cambodian riel | KHR | riel, riels
deutsche mark | DM | deutsche mark, deutschmark, deutschmarks, deutsche marks
french franc | FF | french franc, french francs
italian lira | | italian lira, italian lire
bitcoin | ₿, BTC | bitcoin, bitcoins, btc
ether | ETH | ether, ethers
"""

PART_TABLE = """
cent | dollar | 0.01 | cent, cents | ¢, c
euro cent | euro | 0.01 | euro cent, euro cents, céntimo, céntimos, centime, centimes |
penny | pound sterling | 0.01 | pence, penny, pennies, p | p
sen | malaysian ringgit | 0.01 | sen |
paisa | indian rupee | 0.01 | paise, paisa |
kopeck | russian rouble | 0.01 | kopeck, kopecks |
"""
