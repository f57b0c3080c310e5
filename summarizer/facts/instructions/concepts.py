"""The words of an order to a model by what they stand for, a table for each language.

A word list of whole phrases knows the orders that its writer thought of. What all of them have is
that a few kinds of words meet in one sentence: a machine, its answer, its orders, a "you", a verb
of saying at the head of a clause, a duty. ``signs`` tells which of them must meet.

English is the fullest; the others hold the forms in which one speaks to a machine.
"""

from __future__ import annotations

from collections.abc import Mapping

# machine: who is spoken to ("machine?": or something else). answer, reply: what it writes. orders:
# what it goes by. you: speaking to it; your: of its own. drop: commands to set something aside;
# void: what is then so. say, tell: commands to put something into words. must: a duty, and abroad
# tell: what it is the duty to do. text: what is being read. all, above: words between the others.
# if, are: "if you are". to, dear: in an address.
_TABLES: Mapping[str, Mapping[str, str]] = {
    "en": {
        "machine": "ai ais llm llms gpt chatgpt chatbot chatbots copilot summariser summarizer"
        " summarisers summarizers ai-generated machine-generated ai-written",
        "machine?": "assistant assistants bot bots robot robots model models machine machines"
        " automated agent agents system systems engine engines tool tools",
        "answer": "recap synopsis rundown summary summaries digest digests tldr output abstract"
        " summarise summarize"
        " summarising summarizing summarisation summarization takeaway sum",
        "orders": "instructions instruction guidelines directions directives prompt prompts task"
        " rules guidance administrator who message orders order commands programming developer"
        " override",
        "you": "you your yours yourself you're",
        "drop": "ignore disregard forget cancel abandon neglect erase skip override bypass discard"
        " drop delete dismiss overlook void suspend",
        "tell": "output repeat say state announce declare write affirm claim report tell mention"
        " print asked"
        " always respond each every reporting",
        "say": "say state write claim announce mention name credit attribute conclude assert affirm"
        " declare insert include omit leave praise recommend advertise promote pretend report"
        " describe call add use end begin close start replace change present tell append multiply"
        " respond reply",
        "reply": "answer response reply sure certainly when text",
        "must": "must should shall requested required asked obliged forbidden prohibited instructed"
        " agree agrees allowed permitted ordered expected",
        "void": "void cancelled canceled outdated invalid revoked superseded replaced obsolete"
        " suspended changed",
        "text": "article page text story piece report document interview passage post website"
        " sentences paragraphs paragraph line everything",
    },
    "de": {
        "machine": "ki kis sprachmodell sprachmodelle sprachmodellen chatbot chatbots ki-systeme"
        " ki-systemen ki-system ki-assistent ki-assistenten ki-modelle ki-modellen ki-modell llm",
        "answer": "zusammenfassung zusammenfassen kurzfassung ausgabe antwort zusammenfassungen",
        "orders": "anweisungen anweisung befehle vorgaben instruktionen prompt",
        "your": "deine deiner deinem deinen dein",
        "drop": "ignoriere ignorier vergiss missachte verwirf übergehe streiche",
        "say": "schreib schreibe sag sage erwähne erwähn nenne behaupte melde berichte füge lobe"
        " empfiehl antworte wiederhole",
        "all": "alle die den das deine deinen bitte sämtliche bisherigen vorherigen alten früheren",
        "above": "obigen obige obigem vorstehenden",
        "text": "artikel artikels text textes seite beitrag beitrags",
        "if": "falls wenn",
        "are": "bist",
        "to": "an für",
        "dear": "liebe lieber hallo",
        "must": "müssen muss sollen soll",
        "tell": "angeben mitteilen erwähnen berichten behaupten schreiben sagen",
    },
    "fr": {
        "machine": "ia chatbot chatbots llm modèle modèles",
        "answer": "résumé résumés synthèse",
        "orders": "consignes instructions directives",
        "your": "tes ton ta vos votre",
        "drop": "oublie oubliez ignore ignorez",
        "say": "dis dites écris écrivez mentionnez citez ajoutez répondez",
        "all": "toutes tous tes vos les ces",
        "above": "ci-dessus",
        "text": "article texte page",
        "if": "si",
        "are": "es",
        "to": "à aux",
        "dear": "chère cher bonjour",
        "must": "doit doivent devra devront",
    },
    "es": {
        "machine": "ia chatbot chatbots llm modelo modelos asistente asistentes",
        "answer": "resumen resúmenes",
        "orders": "instrucciones órdenes indicaciones directrices",
        "your": "tus tu",
        "drop": "olvida olvide ignora ignore descarta",
        "say": "di diga escriba mencione añade añada",
        "all": "todas las tus sus estas el la",
        "above": "anterior",
        "text": "artículo texto página",
        "must": "debe deben deberá deberán",
        "if": "si",
        "are": "eres",
        "to": "a para",
        "dear": "querida querido hola",
    },
    "it": {
        "machine": "ia chatbot llm modello modelli",
        "answer": "riassunto riepilogo",
        "orders": "istruzioni indicazioni",
        "your": "tuo tua tue tuoi",
        "drop": "dimentica ignora ignorate dimenticate",
        "say": "scrivi scrivete dite",
        "all": "tutte le tue queste",
        "if": "se",
        "are": "sei",
        "to": "ai",
        "dear": "cara caro",
        "must": "deve devono",
        "tell": "scrivere dire affermare",
    },
    "pt": {
        "machine": "ia chatbot llm modelo modelos",
        "answer": "resumo",
        "orders": "instruções",
        "your": "teu tua seu",
        "drop": "ignore ignora esqueça esquece",
        "say": "diga escreva mencione",
        "all": "todas as suas tuas",
        "if": "se",
        "are": "é és",
        "to": "aos",
        "dear": "cara caro querida",
        "must": "deve devem",
        "tell": "escrever dizer afirmar",
    },
    "nl": {
        "machine": "taalmodel taalmodellen chatbot chatbots ai-assistenten ai-assistent",
        "answer": "samenvatting",
        "orders": "instructies opdrachten aanwijzingen",
        "your": "je jouw uw",
        "drop": "negeer vergeet",
        "say": "schrijf zeg vermeld noem",
        "all": "alle de je jouw uw vorige eerdere",
        "if": "als",
        "are": "je",
        "to": "aan",
        "dear": "beste hallo",
        "must": "moet moeten",
        "tell": "schrijven zeggen vermelden",
    },
    "pl": {
        "machine": "ai chatbot chatboty",
        "answer": "streszczeniu podsumowaniu",
        "orders": "instrukcje polecenia",
        "your": "swoim twoim",
        "drop": "zignoruj ignoruj zapomnij pomiń",
        "say": "napisz powiedz wspomnij dodaj",
        "all": "wszystkie poprzednie swoje te",
        "if": "jeśli",
        "are": "jesteś",
        "to": "do dla",
        "dear": "droga drogi",
        "must": "muszą powinny",
        "tell": "napisać powiedzieć podać",
    },
    "tr": {
        "drop": "önceki",
        "all": "tüm bütün",
        "orders": "talimatları",
    },
    "ru": {
        "machine": "ии нейросеть нейросети чат-бот чат-боты ии-ассистенты ии-ассистентам модель"
        " модели моделей ии-системы ии-модели llm",
        "answer": "резюме пересказе саммари сводке ответе",
        "orders": "инструкции указания команды",
        "your": "твоём твоем своём своем вашем",
        "drop": "игнорируй игнорируйте забудь забудьте проигнорируй проигнорируйте отбрось",
        "say": "напиши напишите скажи скажите укажи укажите добавь добавьте упомяни упомяните"
        " сообщи сообщите",
        "all": "все свои твои предыдущие прежние эти",
        "if": "если",
        "are": "ты",
        "to": "для примечание",
        "dear": "уважаемая уважаемый дорогая",
        "must": "должны должен должна обязаны",
        "tell": "сообщить написать сказать указать утверждать",
    },
    "uk": {
        "machine": "ші чат-бот чат-боти модель моделі моделей",
        "answer": "підсумку переказі",
        "orders": "інструкції вказівки",
        "your": "твоєму своєму",
        "drop": "ігноруй ігноруйте забудь забудьте",
        "say": "напиши напишіть скажи скажіть додай",
        "all": "всі усі попередні свої твої",
        "if": "якщо",
        "are": "ти",
        "to": "для",
        "dear": "шановна шановний",
        "must": "повинні мусять",
        "tell": "повідомити написати сказати",
    },
    "ar": {
        "machine": "نموذج نموذجًا الاصطناعي",
        "answer": "ملخصك تلخيصك",
        "orders": "التعليمات تعليماتك الأوامر تعليمات",
        "your": "في",
        "drop": "تجاهل تجاهلي انسَ انس",
        "say": "قل وقل اكتب واكتب اذكر فاذكر",
        "all": "جميع كل هذه",
        "if": "إذا",
        "are": "كنت",
        "to": "ملاحظة إلى",
    },
}


def _by_word() -> dict[str, tuple[tuple[str, frozenset[str]], ...]]:
    table: dict[str, dict[str, set[str]]] = {}
    for language, kinds in _TABLES.items():
        for kind, words in kinds.items():
            for word in words.split():
                table.setdefault(word, {}).setdefault(language, set()).add(kind)
    return {
        w: tuple((name, frozenset(kinds)) for name, kinds in ls.items()) for w, ls in table.items()
    }


CONCEPTS = _by_word()
"""Each word in lower case, with the kinds that it has in each language."""
