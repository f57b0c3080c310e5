"""Words inside a name that tell an organization, a place or an event; known organizations."""

from __future__ import annotations

from types import MappingProxyType

from summarizer.facts.words import word_set

ORGANIZATION_WORDS = word_set("""
Academy Administration Agency Airlines Airways Alliance Army Assembly Associates Association
Authority Authorities Bank Bloc Board Broadcasting Brigade Bureau Business Cabinet Campaign
Capital Center Centre Centers Chamber Chamber Charity Church Club Coalition College Command
Commission Committee Communications Cooperation Community Company Conference Confederation
Congress Consortium Constabulary Corp Corporation Corps Council Court Courts Defence Defense
Department Departments Directorate Division Electric Electronics Embassy Energy Enterprises
Exchange FC Faculty Federation Fellowship Financial Firm Force Forces Forum Foundation Front Fund
Gazette Government Group Guard Guards Guild Herald Holdings Homeland Hospital House Inc Industries
Inspectorate Institute Institution Institutes Insurance Intelligence International Investments
Investigation Journal Jihad Knesset Laboratories Laboratory League Legion Limited Llc Ltd Magazine
Mafia Mail Media Militia Ministry Mirror Mission Motor Motors Movement Museum Nations Navy Network
News Newspaper Observatory Observer Office Opera Orchestra Order Org Organisation Organization PLC
Panel Parliament Partners Partnership Party Patrol Petroleum Pharmaceuticals Police Post Press
Prosecutors Project Publishing Radio Railways Rangers Records Registry Reserve Resistance
Resources Review SA SE School Schools Secretariat Security Senate Service Services Society
Solutions Squad Staff Studios Sun Survey Syndicate Systems Tabernacle Taskforce Team Technologies
Technology Telecom Telegraph Telegram Television Theater Theatre Times Tribunal Tribune Troupe
Treasury Trust Union United University Utilities Ventures Watch Watchdog Works Workers Wire
Bancorp Brands Foods Labs Pharma Software Semiconductor AG GmbH NV SpA Co Bros Chargers Dodgers
Lakers Yankees Giants Patriots Warriors Bulls Celtics Athletic Rovers Wanderers City Albion
Hotspur Lines Ferries Securities Mutual Hydro Logistics Chemicals Mining Shipping Freight Cruises
Breweries Textiles Robotics Analytics Biotech Outfitters Builders Carmakers Distillery Brewery
""")
"""Capitalised words that make the name they close (or open) an organization."""

PLACE_WORDS = word_set("""
Airport Alps Archipelago Avenue Bay Basin Beach Bluffs Boulevard Bridge Building Canal Canyon Cape
Castle Cathedral Cave Cemetery Channel Circle City Cliff Coast Cove County Creek Dam Desert District
Drive Estate Falls Fields Forest Fort Garden Gardens Glacier Gulf Hall Harbor Harbour Heights
Highway Hill Hills Hotel Island Islands Isle Isles Lake Lakes Lane Lighthouse Lodge Mall Manor Marsh
Memorial Mosque Mount Mountain Mountains Oblast Ocean Palace Park Pass Peak Peninsula Plains Plateau
Plaza Point Pond Port Prefecture Prison Province Quay Raion Ranch Range Reef Region Reservoir Ridge
River Road Rock Route Ruins Sea Shore Shrine Springs Square Stadium State States Station Strait
Street Suburb Synagogue Temple Terminal Territory Tower Town Township Trail Tunnel Valley Village
Volcano Ward Waterfront Wharf Woods Zone Arena Downtown Centre Center
""")
"""Capitalised words that make the name they close (or open) a place."""

BODY_NOUNS = word_set("""
agency airline association authority bank board broadcaster broker brewer bureau builder carmaker
chain charity club coalition commission committee company conglomerate consortium consultancy
cooperative council developer distributor employer federation firm foundation fund giant group
hospital insurer institute institution journal lender label league magazine maker manufacturer
ministry movement museum network newspaper office operator orchestra organisation organization
outlet parliament party platform producer provider publisher refiner regulator retailer school
service site society startup start-up station studio supermarket supplier team thinktank
think-tank tribunal trust union university utility vendor watchdog website
""")
"""Lower-case nouns that say what a body is."""

EVENT_WORDS = word_set("""
Act Accord Accords Agreement Attack Award Awards Battle Bill Bowl Brexit Carnival Ceremony
Challenge Championship Championships Christmas Code Competition Constitution Convention Cup
Cyclone Day Deal Declaration Derby Disaster Easter Eclipse Election Elections Epidemic Era Eve
Exhibition Expo Fair Fest Festival Final Finals Games Grammy Grammys Grand Halloween Hearing
Holocaust Hurricane Incident Inquiry Intifada Law League Marathon March Massacre Masters Medal
Night Olympiad Olympics Open Operation Oscar Oscars Pact Pandemic Parade Plan Playoffs Primary
Prix Prize Program Protocol Race Rally Ramadan Referendum Reformation Resolution Revolution Riots
Sabbath Season Series Storm Summit Super Thanksgiving Tour Tournament Treaty Trial Trials Typhoon
Uprising Visit War Wars Week Year Amendment Section Article Chapter Volume Movie Show Song Album
Browser Edition
""")
"""Capitalised words that make the name an event, a law, a prize or a work: no actor."""

KNOWN_ORGANIZATIONS = word_set("""
Google Facebook Twitter Microsoft Apple Amazon Tesla Netflix YouTube Instagram Telegram WhatsApp
TikTok Reuters Bloomberg Interpol Europol Hamas Hezbollah Taliban Boeing Airbus Toyota Honda
Nissan Ford Volkswagen Siemens Samsung Sony Intel Nokia Uber Airbnb Walmart Starbucks McDonald's
Nike Adidas Pfizer Moderna AstraZeneca Novartis Roche Bayer Shell Chevron Exxon ExxonMobil Gazprom
Rosneft Wikipedia Wikileaks WikiLeaks Greenpeace Oxfam Amnesty Xinhua Tass Huawei Alibaba Tencent
Barclays Citigroup Goldman Nasdaq Congress Parliament Senate Bundestag Knesset Duma Arsenal
Chelsea Everton Barcelona Juventus Mossad Fatah Houthis Houthi Scientology Kremlin Pentagon
Vodafone Verizon Comcast Disney Pixar Nvidia OpenAI Anthropic SpaceX NASA FIFA UEFA OPEC NATO
UNICEF UNESCO Mozilla Wikinews Medicare Medicaid Spotify PayPal Visa Mastercard eBay Oracle
Lufthansa Ryanair Tesco Sainsbury's Lloyd's Sotheby's Christie's Moody's Macy's Kohl's Wendy's
Domino's
""")
"""Single words that are organizations wherever they stand in the news."""

KNOWN_LONG_ORGANIZATIONS = frozenset(
    name.strip()
    for name in """
Al Jazeera; Al Qaeda; Al-Qaeda; Al Shabaab; Al-Shabaab; Islamic State; Boko Haram; Red Cross
Red Crescent; Sinn Fein; Sinn Féin; Scotland Yard; Wells Fargo; Goldman Sachs; Morgan Stanley
JP Morgan; JPMorgan Chase; Credit Suisse; Deutsche Bank; Standard & Poor; Rolls-Royce; Sky News
Agence France-Presse; Der Spiegel; Die Welt; Le Monde; El Pais; El País; La Repubblica
Human Rights Watch; Amnesty International; Save the Children; Black Lives Matter; Dow Jones
Home Office; Foreign Office; State Department; White House; Air Force; Coast Guard; Sky News
World Health Organization; Liberal Democrats; Real Madrid; Bayern Munich; Borussia Dortmund
Aston Villa; Crystal Palace; West Ham; Stoke City; General Motors; General Electric
Warner Bros; Procter & Gamble; Johnson & Johnson; Marks & Spencer; Rolling Stone; USA Today
""".replace("\n", ";").split(";")
    if name.strip()
)
"""Names of several words whose head does not tell that they are organizations."""

EXPANSIONS = MappingProxyType(
    {
        "UN": "United Nations",
        "EU": "European Union",
        "NATO": "North Atlantic Treaty Organization",
        "WHO": "World Health Organization",
        "WTO": "World Trade Organization",
        "IMF": "International Monetary Fund",
        "FBI": "Federal Bureau of Investigation",
        "CIA": "Central Intelligence Agency",
        "NSA": "National Security Agency",
        "EPA": "Environmental Protection Agency",
        "FDA": "Food and Drug Administration",
        "CDC": "Centers for Disease Control and Prevention",
        "SEC": "Securities and Exchange Commission",
        "DOJ": "Department of Justice",
        "DHS": "Department of Homeland Security",
        "IAEA": "International Atomic Energy Agency",
        "ICC": "International Criminal Court",
        "ICJ": "International Court of Justice",
        "ECB": "European Central Bank",
        "OECD": "Organisation for Economic Co-operation and Development",
        "OPEC": "Organization of the Petroleum Exporting Countries",
        "OSCE": "Organization for Security and Co-operation in Europe",
        "BBC": "British Broadcasting Corporation",
        "NHS": "National Health Service",
        "AP": "Associated Press",
        "AFP": "Agence France-Presse",
        "LA": "Los Angeles",
        "NYC": "New York City",
        "DC": "District of Columbia",
        "IS": "Islamic State",
        "ISIS": "Islamic State",
        "ISIL": "Islamic State",
        "IRS": "Internal Revenue Service",
        "NASA": "National Aeronautics and Space Administration",
        "FIFA": "Fédération Internationale de Football Association",
        "MoD": "Ministry of Defence",
        "MOD": "Ministry of Defence",
    }
)
"""Acronyms that news writes without their expansion, to the expansion."""

CORPORATE_SUFFIXES = word_set(
    """
inc incorporated corp corporation co company ltd limited llc plc group holdings ag sa se nv gmbh
spa bros
"""
)
"""Last words that a company's name is often written without."""

OWN_POSSESSIVE = word_set(
    "McDonald's Lloyd's Sotheby's Christie's Moody's Macy's Kohl's Wendy's Domino's Sainsbury's "
    "Levi's Kellogg's Lowe's Claire's Denny's Sana'a"
)
"""Names whose ``'s`` is a part of them."""

POSSESSIVE_INSIDE = word_set(
    "Men's Women's People's Children's Veterans' Workers' Farmers' Players' Teachers' Mother's "
    "Father's Valentine's Queen's King's"
)
"""Words that stay in a name with their ``'s`` when a capital follows: ``People's Republic``."""
