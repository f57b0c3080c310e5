"""Claims with their evidence: which are supported, and what is wrong with those that are not.

A new mistake of ``check_claim`` is a new row here.
"""

from __future__ import annotations

VOTE = "The council of Varna voted by 5 to 4 on Monday to keep the port in public hands."

# (claim, evidence)
SUPPORTED: list[tuple[str, str | list[str]]] = [
    # two clauses, both told
    (
        "The port was closed, and two ships were sent back.",
        "The port was closed on Monday. Harbour staff sent back two ships.",
    ),
    # the same, shortened
    (
        "The port of Varna was closed on Monday.",
        "The port of Varna was closed on Monday after a crane fell into the harbour basin.",
    ),
    (
        "Two dockers were injured.",
        "Two dockers were injured when the crane fell, the harbour master said.",
    ),
    (
        "The bakery chain Kornblum will close 12 shops.",
        "The bakery chain Kornblum, founded in 1921, will close 12 of its shops in the spring.",
    ),
    ("Rain flooded the old mill.", "Heavy rain flooded the old mill and the road beside it."),
    # verbs and general words in other words
    (
        "The airline announced that it would buy 30 planes.",
        "The airline said it would purchase 30 aircraft.",
    ),
    ("Police arrested a man in Leeds.", "Officers detained a man in Leeds late on Friday."),
    (
        "Three people were killed in the blast.",
        "Three people died in the explosion, according to the fire service.",
    ),
    ("The company hired 40 workers.", "The firm hired 40 employees last month."),
    ("The strike began in March.", "The strike started in March."),
    ("Unemployment increased to 6.2 percent.", "Unemployment rose to 6.2 % in October."),
    ("Sales fell by 4%.", "Sales dropped 4 percent over the quarter."),
    # active and passive
    ("Hackers attacked the hospital.", "The hospital was attacked by hackers."),
    ("The bill was rejected by the Senate.", "The Senate rejected the bill on Tuesday."),
    # numbers in other forms
    ("The town lost 12,000 residents.", "The town lost 12 thousand residents."),
    ("Seven houses burned down.", "In all, 7 houses burned down."),
    ("The bridge cost 1.5 billion euros.", "The bridge cost €1.5 billion."),
    ("Half of the pupils stayed at home.", "50 percent of the pupils stayed at home."),
    # negation kept, in the same or other words
    ("The minister did not resign.", "The minister didn't resign."),
    ("The bank failed to pay its staff.", "The bank did not pay its staff."),
    ("The mayor denied the accusations.", "The mayor denied the accusations on Wednesday."),
    (
        "Seoul could not confirm the report.",
        "Seoul said it could not confirm the report at this stage.",
    ),
    ("No one was hurt.", "The roof collapsed, but no one was hurt."),
    # modality kept
    ("The river could burst its banks.", "Forecasters said the river may burst its banks."),
    ("The plant is expected to reopen in June.", "The plant is likely to reopen in June."),
    ("The firm plans to cut 500 jobs.", "The firm intends to cut 500 jobs by Easter."),
    ("Rebels reportedly took the town.", "Rebels have allegedly taken the town."),
    # names under another form
    ("Zelenskyy met the pope.", "President Volodymyr Zelenskyy met the pope on Thursday."),
    ("The EU approved the plan.", "The European Union approved the plan."),
    ("Mr Okafor left the party.", "Chidi Okafor left the party in May."),
    ("Moldova's president thanked Romania.", "The president of Moldova thanked Romania."),
    ("Dr Ines Prado criticised the ban.", "Ines Prado criticised the ban."),
    # who says it
    (
        "Mayor Lena Voss said the tunnel was safe.",
        '"The tunnel is safe," Mayor Lena Voss said on Tuesday.',
    ),
    (
        "The ministry said 300 people were evacuated.",
        "300 people were evacuated, according to the ministry.",
    ),
    # what a short summary leaves out
    (
        "Around 60 miners may be trapped, the rescue service says.",
        "The rescue service said on Sunday night that around 60 miners may still be trapped "
        "in the lower galleries of the Altberg pit.",
    ),
    (
        "Norland and Southmark signed a fishing treaty.",
        "After two years of talks, Norland and Southmark on Friday signed a treaty on fishing "
        "in the strait that divides them.",
    ),
    (
        "The agency hopes the satellite will be repaired.",
        "The agency is hopeful that the satellite may be repaired in orbit.",
    ),
    # several sentences of evidence
    (
        "The tunnel reopened after six weeks of repairs.",
        ["The tunnel reopened on Friday.", "Repairs had taken six weeks."],
    ),
    # a doubt that is kept, in the same place or in other words
    (
        "Growers fear that the frost may cost them the harvest.",
        "Growers fear that the frost may cost them the harvest.",
    ),
    ("The dyke may give way.", "There are fears that the dyke will give way."),
    ("The firm may close.", "It is possible that the firm will close."),
    (
        "The old mill in Varna is expected to close.",
        "It is likely that the old mill in Varna will close.",
    ),
    # "said" is no word that counts
    ("Lena Voss spoke on Friday.", "The ferry is safe, Lena Voss said on Friday."),
]

# (claim, evidence, the kind of problem that must be among those found)
REFUSED = [
    # an invented clause behind a long true one
    *(
        (
            f"The council of Varna voted by 5 to 4 on Monday to keep the port, {added}",
            VOTE,
            "content",
        )
        for added in (
            "and the vote was unanimous.",
            "and the vote was stolen.",
            "but the ferry sank.",
            "and it was illegal.",
            "and 港口已经出售。",
        )
    ),
    # a digit, a scale
    ("The town lost 12,000 residents.", "The town lost 10,000 residents.", "number"),
    ("The bridge cost 1.5 billion euros.", "The bridge cost 1.5 million euros.", "unit"),
    ("Seven houses burned down.", "Nine houses burned down.", "number"),
    ("The court sat in 2019.", "The court sat in 2018.", "number"),
    ("Sales fell by 4%.", "Sales fell by 4.5 %.", "number"),
    ("The fire broke out on Tuesday.", "The fire broke out on Thursday.", "number"),
    ("She finished third.", "She finished second.", "number"),
    # a unit
    ("The pipe is 40 miles long.", "The pipe is 40 kilometres long.", "unit"),
    ("The fine was 200 euros.", "The fine was 200 dollars.", "unit"),
    ("The talks lasted three weeks.", "The talks lasted three days.", "unit"),
    # figures that changed places
    (
        "300 soldiers and 12 tanks arrived.",
        "12 soldiers and 300 tanks arrived.",
        "number",
    ),
    (
        "The ministry counted 12,000 refugees.",
        "The ministry counted 9,000 refugees and fed 12,000 soldiers.",
        "number",
    ),
    ("3,000 shops had no electricity.", "3,000 homes had no electricity.", "number"),
    # bounds
    ("Up to 500 men took part.", "At least 500 men took part.", "number"),
    # negation
    ("The minister resigned.", "The minister did not resign.", "negation"),
    ("The minister did not resign.", "The minister resigned.", "negation"),
    ("The bank paid its staff.", "The bank failed to pay its staff.", "negation"),
    ("The dam isn't safe.", "The dam is safe, engineers said.", "negation"),
    ("He left without his passport.", "He left with his passport.", "negation"),
    ("She never met the banker.", "She met the banker twice.", "negation"),
    (
        "The union accepted the offer but did not end the strike.",
        "The union did not accept the offer but ended the strike.",
        "negation",
    ),
    # modality
    ("The river will burst its banks.", "The river could burst its banks.", "modality"),
    ("The river burst its banks.", "The river may burst its banks.", "modality"),
    ("Rebels took the town.", "Rebels reportedly took the town.", "modality"),
    ("The firm cut 500 jobs.", "The firm plans to cut 500 jobs.", "modality"),
    ("The plant reopened in June.", "The plant is expected to reopen in June.", "modality"),
    ("The firm closed its plant.", "The firm will close its plant.", "modality"),
    ("Around 60 miners died.", "Around 60 miners may have lost their lives.", "modality"),
    (
        "Growers fear that the frost will cost them the harvest.",
        "Growers fear that the frost may cost them the harvest.",
        "modality",
    ),
    ("Investors hope the talks will resume.", "Investors hope the talks may resume.", "modality"),
    (
        "The reform is likely to fail, and it will cost jobs.",
        "The reform is likely to fail, and it may cost jobs.",
        "modality",
    ),
    (
        "There are fears that the dyke will give way.",
        "There are fears that the dyke may give way.",
        "modality",
    ),
    ("The dyke will give way.", "There are fears that the dyke will give way.", "modality"),
    ("The firm will close.", "It is possible that the firm will close.", "modality"),
    # direction and opposites
    ("Sales fell by 4%.", "Sales rose by 4%.", "direction"),
    ("Inflation is up.", "Inflation is down, the bureau said.", "direction"),
    ("Profit rose and costs fell.", "Profit fell and costs rose.", "direction"),
    ("The vote took place before the speech.", "The vote took place after the speech.", "content"),
    ("The club lost the final.", "The club won the final.", "content"),
    ("She injured her knee.", "She injured her shoulder.", "content"),
    # names
    ("Moldova approved the plan.", "Romania approved the plan.", "name"),
    ("Lena Voss opened the tunnel.", "Petra Hahn opened the tunnel.", "name"),
    ("The NATO council met in Riga.", "The council met in Riga.", "name"),
    ("South Korean troops crossed the river.", "North Korean troops crossed the river.", "name"),
    # roles
    ("Iran attacked Israel.", "Israel attacked Iran.", "role"),
    ("Hackers were attacked by the hospital.", "Hackers attacked the hospital.", "role"),
    ("Voss accused Hahn of lying.", "Hahn accused Voss of lying.", "role"),
    ("Police attacked protesters.", "Protesters attacked police.", "role"),
    (
        "Norland sent 40 tanks to Southmark.",
        "40 tanks from Southmark have been sent to Norland.",
        "role",
    ),
    # who says it
    (
        "The ministry said 300 people were evacuated.",
        "The Red Cross said 300 people were evacuated. The ministry gave no figure.",
        "attribution",
    ),
    (
        "Lena Voss said the tunnel was safe.",
        'Lena Voss opened the meeting. "The tunnel is safe," Petra Hahn said.',
        "attribution",
    ),
    # invention
    (
        "The spy smuggled diamonds through the embassy's greenhouse.",
        "The embassy said on Monday that its visa office would stay shut.",
        "content",
    ),
    *(
        (
            claim,
            "The town will spend 2 million euros on the ferry, mayor Lena Voss said on Friday.",
            "content",
        )
        for claim in (
            "Mayor Lena Voss has resigned.",
            "Lena Voss died.",
            "Mayor Lena Voss was arrested on Friday.",
            "The ferry sank.",
            "The town has been sued.",
            "The town will capitulate.",
        )
    ),
]
