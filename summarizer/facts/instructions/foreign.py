"""Orders to a model in other languages than English: German, French and Spanish as in ``orders``;
in Italian, Portuguese, Dutch, Russian, Chinese and Japanese only those to drop other orders.

The polite "you" of German and Spanish is also "her" and "his": there an order is taken for one only
where its verb can be nothing else.
"""

from __future__ import annotations

from summarizer.facts.instructions.vocabulary import GAP, MODEL, any_of

FOREIGN_BEGIN = r"(?:^|[.!?:;,(\[\"“„«»*#>–-] {0,2})(?:bitte |por favor,? |s['’]il vous plaît,? )?"
_WHATEVER = GAP + r"{0,80}?\b"

_DE_OUTPUT = "(?:zusammenfassung|antwort|ausgabe|übersicht|schlagzeile|überschrift)"
_FR_OUTPUT = "(?:résumé|réponse|synthèse|sortie)"
_ES_OUTPUT = "(?:resumen|respuesta|salida|titular)"
_DE_DU = any_of(
    "schreibe? sage? erwähne? nenne füge gib antworte behaupte empfiehl berichte beginne beende"
    " fasse? lasse? ergänze verwende"
)
_DE_SIE = any_of(
    "schreiben sagen erwähnen nennen fügen geben antworten behaupten empfehlen berichten beginnen"
    " beenden fassen lassen ergänzen verwenden"
)
_FR_VOUS = any_of(
    "dis dites écri[st]? écrivez mentionnez mentionne ajoutez ajoute incluez inclus indiquez"
    " indique"
    " affirmez affirme recommandez recommande répondez réponds commencez commence terminez termine"
    " résumez résume insérez insère"
)
_ES_TU = any_of(
    "di escribe menciona añade incluye indica afirma recomienda responde empieza termina agrega"
    " resume inserta"
)
_ES_USTED = any_of(
    "diga escriba mencione añada incluya indique afirme recomiende responda empiece termine agregue"
    " resuma inserte"
)

CALLED = (
    r"(?:如果|若|假如)(?:你|您)(?:是|为)(?:一个|一名)?(?:人工智能|ai|语言模型|大模型|机器人|聊天机器人|助手)",
    r"(?:致|给|告)(?:所有|各位|全部)?(?:的)?(?:人工智能|ai|语言模型|大模型|聊天机器人)"
    r"(?:模型|助手|系统|们){0,2} ?[:：,，]",
    r"あなたが(?:ai|人工知能|言語モデル)(?:なら|である|の場合)",
    MODEL
    + r"\b"
    + GAP
    + r"{0,60}\b(?:müssen|sollen|sollten|deben?|deberán|doivent|doit)\b"
    + GAP
    + r"{0,80}\b(?:zusammenfass|artikel|text\b|resum|artículo|résum|article|(?:dire|affirmer|écrire"
    r"|indiquer|decir|afirmar|escribir|indicar) (?:que|qu['’])|(?:schreiben|sagen|behaupten),?"
    r" dass)",
    r"\b(?:wenn|falls) (?:du|sie) (?:ein|eine) (?:ki|sprachmodell|chatbot|künstliche intelligenz)\b"
    r"(?! (?:\w{1,12} ){0,3}?(?:\w{0,3}nutz|verwend|einsetz|hab|frag))",
    r"\b(?:du bist|sie sind) (?:jetzt|nun|ab sofort|ab jetzt) (?:ein|eine) (?:\w{1,14} ){0,2}"
    r"(?:ki|assistent|sprachmodell|modell)",
    r"\bals (?:ki|sprachmodell|assistent)[\w-]{0,12} (?:\w{1,12} ){0,2}(?:musst|sollst|müssen"
    r"|sollen|darfst)"
    r" (?:du|sie)\b",
    r"\ben tant qu['’e] ?(?:une? )?(?:ia|assistant|modèle|intelligence"
    r" artificielle)\b[^.!?\n]{0,30}"
    r"\b(?:tu|vous)\b",
    r"\bcomo (?:una? )?(?:ia|asistente|modelo de lenguaje)\b[^.!?\n]{0,20}\b(?:debes?|tienes|has"
    r" de)\b",
    r"\bsi (?:tu es|vous êtes) une? (?:ia\b|modèle de langage|assistant|intelligence artificielle)",
    r"\b(?:tu es|vous êtes) (?:maintenant|désormais|à présent) une? (?:\w{1,14} ){0,2}"
    r"(?:ia\b|assistant|modèle)",
    r"\bsi (?:eres|usted es|es usted) una? (?:ia\b|modelo de lenguaje|asistente|inteligencia)",
    r"\b(?:ahora eres|eres ahora|a partir de ahora eres) una? (?:\w{1,14} ){0,2}"
    r"(?:ia\b|asistente|modelo)",
)
DROPPED = (
    r"\bne (?:tenez|tiens) pas compte (?:du|de ce) (?:texte|article|contenu)",
    r"(?:^|[.!?] )(?:systemnachricht|systemmeldung|systemanweisung|message système|mensaje del"
    r" sistema"
    r"|системное сообщение|messaggio di sistema) ?:",
    r"\b(?:ignorier|missacht|vergiss|vergess|verw[ie]rf|beacht)\w{0,4}"
    r"(?: (?:sie|bitte|alle|die|deine|ihre|sämtliche|nicht)){0,4} "
    r"(?:vor|bis|ob|früh|ander|eigentlich)\w{1,14} "
    r"(?:anweisung|befehl|vorgabe|instruktion|regel|hinweis)\w{0,4}",
    r"\b(?:vergiss|vergessen sie|ignoriere?|ignorieren sie) alles,? (?:was )?"
    r"(?:davor|vorher|bisher|oben|darüber)",
    r"\b(?:ignore[rz]?|oublie[rz]?|néglige[rz]?|ne (?:tenez|tiens) pas compte)"
    r"(?: (?:toutes|tous|les|vos|tes|ces|de|des)){0,4} (?:instructions|consignes|directives|ordres"
    r"|règles|indications)(?: (?:qui )?(?:précéd|antérieur|ci-dessus|initial|du système))",
    r"\b(?:oublie|oubliez|ignore|ignorez) tout ce qui précède",
    r"\b(?:ignora|ignore[nz]?|ignorar|olvid[ae]n?|olvidar|descart[ae]n?|haz caso omiso"
    r"|haga caso omiso|no tengas en cuenta)(?: (?:de|a|todas|las|tus|sus|estas)){0,4}"
    r" (?:instrucciones"
    r"|órdenes|indicaciones|reglas|directrices) (?:anterior|previa|de arriba|inicial|precedente)",
    r"\b(?:olvida|olvide|ignora|ignore) todo lo anterior",
    r"\bignora(?:te)? (?:tutte )?le (?:istruzioni|indicazioni) (?:precedenti|di cui sopra)",
    r"\bignor[ea] (?:todas )?as instruções anteriores",
    r"\bnegeer (?:alle )?(?:vorige|eerdere|voorgaande|bovenstaande) (?:instructies|opdrachten)",
    r"игнорируй(?:те)? (?:все )?(?:предыдущие|прежние) (?:инструкции|указания)",
    r"(?:忽略|无视|無視|忘记|忘掉)(?:掉)?(?:你)?(?:之前|以上|上面|先前|前面|上述|所有|一切|的){1,4}(?:指令|指示|说明|提示|要求|内容|文章)",
    r"(?:忽略|无视|無視)(?:掉)?(?:你)?(?:之前|以上|先前|前面|上述|所有|一切|的){1,4}(?:指令|指示|说明|提示|要求)",
    r"(?:以前|これまで|上記|前)の(?:すべての)?(?:指示|命令)を(?:すべて)?(?:無視|忘れ)",
)
ANSWER = (
    r"\b(?:die|jede) zusammenfassung (?:soll|muss) (?:mit den worten|so beginnen|lauten)\b|\bbeim"
    r" zusammenfassen (?:dieses|des) (?:artikels|textes|beitrags)\b",
    r"(?:在)?(?:你的|您的)(?:总结|摘要|概要|回答|回复|输出)(?:里|中|里面)?[,，]?(?:请|必须|要|应)",
    r"(?:只|仅)(?:回答|输出|回复)[:：“\"]|(?:あなたの)?要約(?:に|で)は?[^。]{0,30}(?:書いて|述べて|入れて)ください",
    r"\b(?:deine[rmns]?|eure[rmns]?) (?:\w{1,14} )?zusammenfassung",
    r"\b(?:votre|ton) (?:résumé|synthèse)\b",
    r"\btus? res[uú]men(?:es)?\b",
    FOREIGN_BEGIN + _DE_DU + r"\b" + _WHATEVER + r"deine[rmns]? (?:\w{1,14} )?" + _DE_OUTPUT,
    FOREIGN_BEGIN + _DE_SIE + r" sie\b" + _WHATEVER + r"ihre[rmns]? (?:\w{1,14} )?" + _DE_OUTPUT,
    r"\b(?:deine|eure) (?:\w{1,14} )?" + _DE_OUTPUT + r" (?:muss|soll|darf|beginnt|lautet|endet)\b",
    r"\b(?:jede|die) zusammenfassung (?:dieses|des) (?:textes|artikels|beitrags) (?:muss|soll"
    r"|darf)\b",
    FOREIGN_BEGIN
    + r"(?:(?:sage?|schreibe?|wiederhole|antworte)|(?:sagen|schreiben|wiederholen|antworten) sie)"
    r" (?:(?:nur|genau|ausschließlich)(?: mit| dies\w{0,2})?|folgende[sn](?: \w{1,12})?) ?[:.\"„“]",
    FOREIGN_BEGIN
    + _FR_VOUS
    + r"\b"
    + _WHATEVER
    + r"(?:votre|ton|ta|vos|tes) (?:\w{1,14} )?"
    + _FR_OUTPUT,
    r"\b(?:dans|à la fin de|au début de) (?:votre|ton|ta) " + _FR_OUTPUT + ", " + _FR_VOUS + r"\b",
    r"\b(?:votre|ton|ta) " + _FR_OUTPUT + r" (?:doit|devra|ne doit)\b",
    r"\btout résumé de (?:ce texte|cet article|cette page) (?:doit|devra)\b",
    FOREIGN_BEGIN
    + r"(?:dis|dites|écri[st]?|écrivez|répète|répétez|répond[sez]{1,2}) (?:seulement|uniquement"
    r"|exactement|ceci|ce qui suit)(?: par)? ?[:.\"«“]",
    FOREIGN_BEGIN + _ES_TU + r"\b" + _WHATEVER + r"tus? (?:\w{1,14} )?" + _ES_OUTPUT,
    FOREIGN_BEGIN + _ES_USTED + r"\b" + _WHATEVER + r"sus? (?:\w{1,14} )?" + _ES_OUTPUT,
    r"\ben (?:tu|su) " + _ES_OUTPUT + r", (?:" + _ES_TU + "|" + _ES_USTED + r")\b",
    r"\btu " + _ES_OUTPUT + r" (?:debe|tiene que|deberá)\b",
    r"\b(?:todo|cualquier) resumen de (?:este texto|este artículo|esta página) (?:debe|deberá"
    r"|tiene)\b",
    FOREIGN_BEGIN
    + r"(?:di|diga|escrib[ea]|repit[ea]|respond[ea]) (?:solo|sólo|únicamente|exactamente|esto"
    r"|lo siguiente)(?: con)? ?[:.\"«“]",
)
TOLD = (
    FOREIGN_BEGIN
    + r"(?:informier|teil|weis)\w{0,2}(?: sie)?(?: (?:die|den|alle|allen|deine[nr]?|ihre[nr]?))?"
    r" (?:be)?(?:nutzer|leser|anwender)\w{0,5}(?: mit| darauf hin)?,? (?:dass|über|zu)\b",
    FOREIGN_BEGIN + r"(?:informe|avise|invite|encourage|préviens|prévenez|dites|dis)[rz]?"
    r"(?: (?:les|vos|tes|aux|à|l['’]))? ?(?:utilisateurs?|lecteurs?) (?:que|qu['’]|de|à)\b",
    FOREIGN_BEGIN
    + r"(?:informa|informe|avisa|avise|di|diga|invita|invite) (?:a|al|a los|a tus|a sus)"
    r" (?:usuarios?|lector(?:es)?) (?:que|de|a)\b",
)
