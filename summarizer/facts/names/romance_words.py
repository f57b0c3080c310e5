"""Spanish and French words that open a name and tell what kind of thing it is."""

from __future__ import annotations

from summarizer.facts.words import word_set

ORGANIZATION_STARTS = word_set(
    """
Academia Agencia Asamblea Asociación Atlético Audiencia Ayuntamiento Banco Cámara Caja Centro Club
Colegio Comisión Comité Compañía Confederación Congreso Consejo Consejería Cooperativa Cruz Cuerpo
Delegación Deportivo Diputación Dirección Ejército Escuela Federación Fiscalía Fundación Gobierno
Grupo Guardia Hospital Generalitat Instituto Junta Juventudes Ministerio Observatorio Oficina
Parlamento Partido Plataforma Policía Protección Radio Real Sindicato Sociedad Sporting Televisión
Tribunal Unión Universidad Académie Agence Armée Assemblée Banque Bureau Chambre Comité Commission
Compagnie Confédération Conseil Cour Croix Direction École Fédération Fondation Garde Gendarmerie
Groupe Institut Mairie Ministère Observatoire Olympique Parlement Parquet Parti Police Préfecture
Racing Rassemblement Sénat Société Stade Syndicat Université
"""
)
"""Capitalised words that make the name they open an organization."""

EVENT_STARTS = word_set(
    """
Batalla Campeonato Copa Eurocopa Feria Guerra Ley Liga Mundial Operación Premio Premios Supercopa
Torneo Tratado Bataille Championnat Coupe Fête Festival Guerre Ligue Loi Opération Prix Tournoi
"""
)
"""Capitalised words that make the name they open an event, a law or a prize."""

ARTICLES = word_set("El La Los Las Le Les")
"""Articles that have a capital inside a sentence where they belong to a name."""

BODY_NOUNS = word_set(
    """
agencia asociación banco cadena club compañía diario emisora empresa entidad federación firma
fundación grupo organización partido periódico plataforma revista sindicato universidad
agence association banque chaîne entreprise fédération fondation groupe hebdomadaire journal
magazine parti quotidien société syndicat université
"""
)
"""Nouns that stand before a body's name and say what it is, lower case."""

ROLE_NOUNS = word_set(
    """
abogada abogado actriz alcalde alcaldesa árbitra árbitro arquitecta arquitecto autor autora
capitán capitana central centrocampista científica científico comisario concejal concejala
consejera consejero coordinador coordinadora defensa delantera delantero delegado delegada dirigente
diputada diputado director directora doctor doctora economista entrenador entrenadora escritor
escritora exministra exministro exportavoz fiscal fundador fundadora gerente gobernador gobernadora
hermana hermano hija hijo historiador historiadora ingeniera ingeniero investigador investigadora
jefa jefe jueza juez jugador jugadora líder madre magistrada magistrado médica médico ministra
ministro novelista padre periodista portavoz portera portero presidenta presidente profesor
profesora propietaria propietario rectora rector responsable secretaria secretario senador senadora
suplente técnica técnico testigo vecina vecino vicepresidenta vicepresidente viuda
auteure avocat avocate capitaine chef cheffe chercheur chercheuse conseiller conseillère députée
député directeur directrice docteur économiste écrivain écrivaine enseignant enseignante entraîneur
entraîneuse fils fille fondateur fondatrice gérant gérante gouverneur historien historienne
ingénieur ingénieure journaliste juge maire médecin ministre porte-parole préfet préfète procureur
procureure professeur professeure président présidente propriétaire romancier romancière
sénateur sénatrice sœur frère témoin voisin voisine veuve
"""
)
"""Nouns that say what a person is, lower case."""
