"""Countries with what they are also called, their people and their capitals; other known places.

Tables of common knowledge, not a gazetteer of the world: the countries a news article names, the
places that stand for a government, and the regions met so often that context is not needed.
"""

from __future__ import annotations

from types import MappingProxyType

# name | also called | adjective and people | capital (the seat of government where they differ)
_COUNTRIES = """
Afghanistan||Afghan,Afghans|Kabul
Albania||Albanian,Albanians|Tirana
Algeria||Algerian,Algerians|Algiers
Andorra||Andorran,Andorrans|
Angola||Angolan,Angolans|Luanda
Argentina||Argentine,Argentinian,Argentines,Argentinians|Buenos Aires
Armenia||Armenian,Armenians|Yerevan
Australia||Australian,Australians,Aussie,Aussies|Canberra
Austria||Austrian,Austrians|Vienna
Azerbaijan||Azerbaijani,Azerbaijanis,Azeri|Baku
Bahamas||Bahamian,Bahamians|Nassau
Bahrain||Bahraini,Bahrainis|Manama
Bangladesh||Bangladeshi,Bangladeshis|Dhaka
Barbados||Barbadian,Barbadians|Bridgetown
Belarus||Belarusian,Belarusians|Minsk
Belgium||Belgian,Belgians|
Belize||Belizean,Belizeans|
Benin||Beninese|
Bhutan||Bhutanese|Thimphu
Bolivia||Bolivian,Bolivians|La Paz
Bosnia|Bosnia and Herzegovina,Bosnia-Herzegovina|Bosnian,Bosnians|Sarajevo
Botswana||Botswanan|Gaborone
Brazil||Brazilian,Brazilians|Brasilia,Brasília
Brunei||Bruneian|
Bulgaria||Bulgarian,Bulgarians|Sofia
Burkina Faso||Burkinabe|Ouagadougou
Burundi||Burundian,Burundians|
Cambodia||Cambodian,Cambodians|Phnom Penh
Cameroon||Cameroonian,Cameroonians|Yaounde,Yaoundé
Canada||Canadian,Canadians|Ottawa
Cape Verde|Cabo Verde|Cape Verdean|
Central African Republic|CAR|Central African|Bangui
Chad||Chadian,Chadians|
Chile||Chilean,Chileans|
China|People's Republic of China,PRC,Mainland China|Chinese|Beijing,Peking
Colombia||Colombian,Colombians|Bogota,Bogotá
Comoros||Comorian|
Costa Rica||Costa Rican,Costa Ricans|
Croatia||Croatian,Croatians,Croat,Croats|Zagreb
Cuba||Cuban,Cubans|Havana
Cyprus||Cypriot,Cypriots|Nicosia
Czech Republic|Czechia|Czech,Czechs|Prague
Democratic Republic of the Congo|Democratic Republic of Congo,DR Congo,DRC|Congolese|Kinshasa
Denmark||Danish,Dane,Danes|Copenhagen
Djibouti||Djiboutian|
Dominican Republic||Dominican,Dominicans|Santo Domingo
East Timor|Timor-Leste|Timorese|Dili
Ecuador||Ecuadorian,Ecuadorians|Quito
Egypt||Egyptian,Egyptians|Cairo
El Salvador||Salvadoran,Salvadorans|San Salvador
Equatorial Guinea||Equatoguinean|
Eritrea||Eritrean,Eritreans|Asmara
Estonia||Estonian,Estonians|Tallinn
Eswatini|Swaziland|Swazi|
Ethiopia||Ethiopian,Ethiopians|Addis Ababa
Fiji||Fijian,Fijians|Suva
Finland||Finnish,Finn,Finns|Helsinki
France||French,Frenchman,Frenchwoman|Paris
Gabon||Gabonese|Libreville
Gambia||Gambian,Gambians|
Georgia||Georgian,Georgians|Tbilisi
Germany|Federal Republic of Germany|German,Germans|Berlin
Ghana||Ghanaian,Ghanaians|Accra
Greece||Greek,Greeks|Athens
Greenland||Greenlandic,Greenlander,Greenlanders|Nuuk
Grenada||Grenadian|
Guatemala||Guatemalan,Guatemalans|
Guinea||Guinean,Guineans|Conakry
Guinea-Bissau|||
Guyana||Guyanese|
Haiti||Haitian,Haitians|Port-au-Prince
Honduras||Honduran,Hondurans|Tegucigalpa
Hong Kong||Hongkonger,Hongkongers|
Hungary||Hungarian,Hungarians|Budapest
Iceland||Icelandic,Icelander,Icelanders|Reykjavik
India||Indian,Indians|New Delhi,Delhi
Indonesia||Indonesian,Indonesians|Jakarta
Iran|Islamic Republic of Iran|Iranian,Iranians|Tehran,Teheran
Iraq||Iraqi,Iraqis|Baghdad
Ireland|Republic of Ireland|Irish,Irishman,Irishwoman|Dublin
Israel||Israeli,Israelis|Tel Aviv
Italy||Italian,Italians|Rome
Ivory Coast|Cote d'Ivoire,Côte d'Ivoire|Ivorian,Ivorians|Yamoussoukro
Jamaica||Jamaican,Jamaicans|
Japan||Japanese|Tokyo
Jordan||Jordanian,Jordanians|Amman
Kazakhstan||Kazakh,Kazakhs,Kazakhstani|Astana
Kenya||Kenyan,Kenyans|Nairobi
Kosovo||Kosovar,Kosovars,Kosovan|Pristina
Kuwait||Kuwaiti,Kuwaitis|
Kyrgyzstan||Kyrgyz|Bishkek
Laos||Laotian,Laotians,Lao|Vientiane
Latvia||Latvian,Latvians|Riga
Lebanon||Lebanese|Beirut
Lesotho||Basotho|
Liberia||Liberian,Liberians|Monrovia
Libya||Libyan,Libyans|Tripoli
Liechtenstein|||Vaduz
Lithuania||Lithuanian,Lithuanians|Vilnius
Luxembourg||Luxembourgish|
Madagascar||Malagasy|Antananarivo
Malawi||Malawian,Malawians|Lilongwe
Malaysia||Malaysian,Malaysians|Kuala Lumpur
Maldives||Maldivian,Maldivians|
Mali||Malian,Malians|Bamako
Malta||Maltese|Valletta
Mauritania||Mauritanian,Mauritanians|
Mauritius||Mauritian,Mauritians|
Mexico||Mexican,Mexicans|Mexico City
Moldova||Moldovan,Moldovans|Chisinau
Monaco||Monegasque|
Mongolia||Mongolian,Mongolians|Ulaanbaatar
Montenegro||Montenegrin,Montenegrins|Podgorica
Morocco||Moroccan,Moroccans|Rabat
Mozambique||Mozambican,Mozambicans|Maputo
Myanmar|Burma|Burmese|Naypyidaw
Namibia||Namibian,Namibians|Windhoek
Nepal||Nepalese,Nepali|Kathmandu
Netherlands|Holland|Dutch,Dutchman|The Hague,Hague
New Zealand||New Zealander,New Zealanders,Kiwi,Kiwis|Wellington
Nicaragua||Nicaraguan,Nicaraguans|Managua
Niger||Nigerien|Niamey
Nigeria||Nigerian,Nigerians|Abuja
North Korea|DPRK,Democratic People's Republic of Korea|North Korean,North Koreans|Pyongyang
North Macedonia|Macedonia|Macedonian,Macedonians|Skopje
Norway||Norwegian,Norwegians|Oslo
Oman||Omani,Omanis|Muscat
Pakistan||Pakistani,Pakistanis|Islamabad
Palestine||Palestinian,Palestinians|Ramallah
Panama||Panamanian,Panamanians|
Papua New Guinea||Papua New Guinean|Port Moresby
Paraguay||Paraguayan,Paraguayans|
Peru||Peruvian,Peruvians|Lima
Philippines||Philippine,Filipino,Filipinos,Filipina|Manila
Poland||Polish,Pole,Poles|Warsaw
Portugal||Portuguese|Lisbon
Qatar||Qatari,Qataris|Doha
Republic of the Congo|Congo-Brazzaville||Brazzaville
Romania||Romanian,Romanians|Bucharest
Russia|Russian Federation|Russian,Russians|Moscow
Rwanda||Rwandan,Rwandans|Kigali
Samoa||Samoan,Samoans|
Saudi Arabia||Saudi,Saudis,Saudi Arabian|Riyadh
Senegal||Senegalese|Dakar
Serbia||Serbian,Serbians,Serb,Serbs|Belgrade
Seychelles||Seychellois|
Sierra Leone||Sierra Leonean|Freetown
Singapore||Singaporean,Singaporeans|
Slovakia||Slovak,Slovaks,Slovakian|Bratislava
Slovenia||Slovenian,Slovenians,Slovene|Ljubljana
Solomon Islands||Solomon Islander|Honiara
Somalia||Somali,Somalis,Somalian|Mogadishu
South Africa||South African,South Africans|Pretoria
South Korea|Republic of Korea,Korea Republic,ROK|South Korean,South Koreans|Seoul
South Sudan||South Sudanese|Juba
Spain||Spanish,Spaniard,Spaniards|Madrid
Sri Lanka||Sri Lankan,Sri Lankans|Colombo
Sudan||Sudanese|Khartoum
Suriname||Surinamese|
Sweden||Swedish,Swede,Swedes|Stockholm
Switzerland||Swiss|Bern,Berne
Syria||Syrian,Syrians|Damascus
Taiwan|Republic of China|Taiwanese|Taipei
Tajikistan||Tajik,Tajiks|Dushanbe
Tanzania||Tanzanian,Tanzanians|Dodoma
Thailand||Thai,Thais|Bangkok
Togo||Togolese|
Tonga||Tongan,Tongans|
Trinidad and Tobago||Trinidadian,Trinidadians|Port of Spain
Tunisia||Tunisian,Tunisians|Tunis
Turkey|Turkiye,Türkiye|Turkish,Turk,Turks|Ankara
Turkmenistan||Turkmen|Ashgabat
Uganda||Ugandan,Ugandans|Kampala
Ukraine||Ukrainian,Ukrainians|Kyiv,Kiev
United Arab Emirates|UAE,U.A.E.,Emirates|Emirati,Emiratis|Abu Dhabi
United Kingdom|UK,U.K.,Britain,Great Britain,GB|British,Briton,Britons,Brits|London
United States|US,U.S.,USA,U.S.A.,United States of America,America|American,Americans|Washington
Uruguay||Uruguayan,Uruguayans|Montevideo
Uzbekistan||Uzbek,Uzbeks|Tashkent
Vanuatu|||
Vatican|Vatican City,Holy See||
Venezuela||Venezuelan,Venezuelans|Caracas
Vietnam||Vietnamese|Hanoi
Yemen||Yemeni,Yemenis|Sanaa,Sana'a
Zambia||Zambian,Zambians|Lusaka
Zimbabwe||Zimbabwean,Zimbabweans|Harare
England||English,Englishman,Englishmen|
Scotland||Scottish,Scot,Scots|Edinburgh
Wales||Welsh,Welshman|Cardiff
Northern Ireland||Northern Irish|Belfast
"""

# Houses, streets and capitals that a text names when it means a government.
_SEATS = """
Kremlin=Russia; White House=United States; Oval Office=United States; Capitol Hill=United States
Pentagon=United States; Foggy Bottom=United States; Downing Street=United Kingdom
Number 10=United Kingdom; No. 10=United Kingdom; Whitehall=United Kingdom
Westminster=United Kingdom; Elysee=France; Élysée=France; Elysee Palace=France
Élysée Palace=France; Blue House=South Korea; Bankova=Ukraine; Brussels=European Union
Washington D.C.=United States; Washington, D.C.=United States; Washington DC=United States
Zhongnanhai=China; Casa Rosada=Argentina; Quai d'Orsay=France; Sublime Porte=Turkey
"""

_PLACES = """
Africa Asia Europe Antarctica Oceania Eurasia Arctic Caribbean Scandinavia Balkans Crimea Donbas
Donetsk Luhansk Kherson Kharkiv Odesa Mariupol Gaza Jerusalem Kashmir Tibet Xinjiang Siberia
Chechnya Catalonia Bavaria Tuscany Lombardy Sicily Normandy Brittany Provence Andalusia Anatolia
Alabama Alaska Arizona Arkansas California Colorado Connecticut Delaware Florida Hawaii Idaho
Illinois Indiana Iowa Kansas Kentucky Louisiana Maine Maryland Massachusetts Michigan Minnesota
Mississippi Missouri Montana Nebraska Nevada Ohio Oklahoma Oregon Pennsylvania Tennessee Texas Utah
Vermont Virginia Wisconsin Wyoming Quebec Ontario Alberta Manitoba Saskatchewan Queensland
Tasmania Victoria Chicago Houston Dallas Austin Boston Philadelphia Phoenix Seattle Denver Detroit
Atlanta Miami Baltimore Cleveland Pittsburgh Minneapolis Milwaukee Sacramento Oakland Brooklyn
Manhattan Queens Bronx Harlem Hollywood Portland Memphis Nashville Orlando Tampa Honolulu
Toronto Montreal Vancouver Calgary Sydney Melbourne Brisbane Perth Adelaide Auckland Christchurch
Manchester Birmingham Liverpool Leeds Sheffield Glasgow Bristol Oxford Cambridge Newcastle
Munich Hamburg Frankfurt Cologne Stuttgart Dresden Leipzig Düsseldorf Marseille Lyon Nice Toulouse
Bordeaux Strasbourg Barcelona Valencia Seville Milan Naples Turin Venice Florence Palermo Genoa
Geneva Zurich Basel Amsterdam Rotterdam Antwerp Istanbul Izmir Mumbai Kolkata Chennai Bangalore
Bengaluru Hyderabad Karachi Lahore Peshawar Kandahar Herat Basra Mosul Aleppo Homs Idlib Gdansk
Krakow Salzburg Shanghai Shenzhen Guangzhou Wuhan Tianjin Chongqing Nanjing Osaka Kyoto Hiroshima
Nagasaki Fukushima Okinawa Busan Incheon Johannesburg Durban Lagos Kano Mombasa Casablanca
Alexandria Benghazi Dubai Jeddah Mecca Medina Haifa Kursk Belgorod Bryansk Rostov Vladivostok
Petersburg Volgograd Lviv Dnipro Zaporizhzhia Bakhmut Guadalajara Tijuana Monterrey Medellin Cali
"""
_LONG_PLACES = """
Middle East; South America; North America; Latin America; Central America; Southeast Asia
East Asia; South Asia; Central Asia; Eastern Europe; Western Europe; West Africa; East Africa
North Africa; Southern Africa; Sub-Saharan Africa; Horn of Africa; West Bank; Gaza Strip
Golan Heights; Persian Gulf; Red Sea; Black Sea; South China Sea; Baltic Sea; Caspian Sea
Mediterranean Sea; Korean Peninsula; Crimean Peninsula; Atlantic Ocean; Pacific Ocean
Indian Ocean; Arctic Ocean; English Channel; Gulf of Mexico; New York; New York City; Los Angeles
San Francisco; San Diego; San Jose; San Antonio; Las Vegas; New Orleans; New Jersey; New Mexico
New Hampshire; New England; North Carolina; South Carolina; North Dakota; South Dakota
West Virginia; Rhode Island; Puerto Rico; British Columbia; Nova Scotia; New South Wales
Rio de Janeiro; Sao Paulo; São Paulo; Cape Town; Ho Chi Minh City; St. Petersburg; Silicon Valley
Wall Street; Puget Sound; Long Island; Staten Island; Mountain View; Tiananmen Square
Times Square; Salt Lake City; Kansas City; Oklahoma City; Washington State; Strait of Hormuz
Suez Canal; Panama Canal; Santa Monica; Santa Barbara; Santa Fe; El Paso; Fort Worth
"""
# Adjectives and peoples that belong to no one country.
_PEOPLES = """
European Europeans African Africans Asian Asians Arab Arabs Arabic Western Westerners Latin Nordic
Scandinavian Balkan Baltic Slavic Soviet Kurdish Kurd Kurds Tibetan Tibetans Uyghur Uyghurs Uighur
Uighurs Rohingya Chechen Chechens Tatar Tatars Hispanic Hispanics Latino Latinos Latina Jewish Jew
Jews Muslim Muslims Christian Christians Catholic Catholics Protestant Protestants Orthodox Sunni
Sunnis Shia Shias Shiite Shiites Hindu Hindus Buddhist Buddhists Sikh Sikhs Mormon Mormons Islamic
Islamist Islamists Anglican Anglicans Korean Koreans Democrat Democrats Democratic Republican
Republicans Conservative Conservatives Labour Communist Communists Socialist Socialists Nazi Nazis
Taliban Texan Texans Californian Californians Londoner Londoners Parisian Parisians Catalan Catalans
Basque Basques Flemish Bavarian Crimean Roman Olympic Caribbean Mediterranean Arctic Atlantic
Pacific Hebrew Persian Mandarin Cantonese Hellenic Victorian Aboriginal Indigenous
"""

_rows = [line.split("|") for line in _COUNTRIES.strip().splitlines()]


def _listed(cell: str) -> list[str]:
    return [piece for piece in cell.split(",") if piece]


#: Every name of a country, to the name this program uses: ``"U.S." -> "United States"``.
COUNTRY_NAMES = MappingProxyType(
    {name: row[0] for row in _rows for name in (row[0], *_listed(row[1]))}
)
#: Adjectives and people of a country, to that country: ``"Dutch" -> "Netherlands"``.
DEMONYMS = MappingProxyType({word: row[0] for row in _rows for word in _listed(row[2])})
#: Adjectives and peoples that belong to no one country.
PEOPLES = frozenset(_PEOPLES.split())
#: Capitals, to their country.
CAPITALS = MappingProxyType({city: row[0] for row in _rows for city in _listed(row[3])})
_seats = (pair.split("=", 1) for line in _SEATS.strip().splitlines() for pair in line.split(";"))
#: Capitals and seats of government, to the country (or union) they are named for.
SEATS = MappingProxyType({**CAPITALS, **{seat.strip(): land.strip() for seat, land in _seats}})
#: Well-known places that are no country.
PLACES = frozenset(_PLACES.split()) | frozenset(
    name.strip() for line in _LONG_PLACES.strip().splitlines() for name in line.split(";")
)
