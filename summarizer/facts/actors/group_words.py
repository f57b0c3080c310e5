"""Nouns that name many people acting as one: troops, police, officials, students."""

from __future__ import annotations

from summarizer.facts.words import word_set

GROUP_NOUNS = word_set(
    """
activists advocates aides allies analysts astronauts athletes attackers authorities bankers boys
bystanders campaigners candidates children citizens civilians clerics coaches companies commuters
consumers contractors creditors crew crews critics customers dealers defectors defendants
demonstrators detainees developers diplomats directors dissidents doctors drivers economists
educators employees employers engineers executives experts families fans farmers fighters
firefighters firms fishermen forces gamers girls guards guerrillas gunmen hackers homeowners
hostages immigrants inmates inspectors insurgents intruders investigators investors islanders
jihadists journalists judges jurors kidnappers lawmakers lawyers leaders legislators managers
manufacturers marines medics men merchants migrants militants militia militiamen militias miners
ministers monks motorists mourners municipalities negotiators neighbors neighbours nurses
observers officers officials operators opponents organisers organizers owners pilgrims paramedics
parents participants parishioners passengers patients peacekeepers pensioners pilots pirates
players police policemen politicians prisoners producers professors prosecutors protesters pupils
rebels reformers refugees regulators relatives reporters representatives rescuers researchers
residents respondents retailers rioters runners sailors schools scientists separatists settlers
shareholders shoppers smugglers soldiers spectators sponsors staff strikers students supporters
surgeons survivors suspects taxpayers teachers teenagers terrorists thieves tourists traders
traffickers travellers travelers troops universities users vendors veterans victims villagers
visitors volunteers voters witnesses women workers worshippers writers youths hospitals banks
airlines unions insurers suppliers lenders brokers utilities team squad crew gang jury government
military opposition coalition parliament crowds youth refugees mob regime
"""
)
"""Plural or collective nouns of people and bodies, lower case."""

GROUP_MODIFIERS = word_set(
    """
all-girl all-male allied ambulance anti-government armed army banned black british catholic church
city civil coalition combat college company county court defence defense disabled drug elderly
elite ethnic emergency enemy factory federal female fellow female fire foreign former free
frontline government health high homeland homeless hospital human illegal immigrant independent
indigenous infected injured intelligence international islamist jewish junior justice labor labour
law leading legal local lone male masked medical military minority mounted municipal muslim native
national naval navy nuclear older online opposition peaceful plainclothes pregnant primary prison
private pro-government public rebel regional religious retail retired rescue riot riot-clad rival
road rural school secondary secret security senior ship sick skilled special state striking
student tax teenage trade traffic transport tribal truck undercover undocumented unarmed uniformed
union university urban veteran volunteer war western white wounded young younger
"""
)
"""Words that stand before a group noun and say which group, lower case."""
