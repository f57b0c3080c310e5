"""Orders about the answer that is being written, and about what its readers are to be told."""

from __future__ import annotations

from summarizer.facts.instructions.vocabulary import (
    BEGIN,
    FAILURE,
    GAP,
    MAKING,
    NOTE,
    OUTPUT,
    PLAINLY,
    QUIETLY,
    READERS,
    SHORT,
    START,
    TELL,
    TEXT,
    WRITE,
    any_of,
)

# Every repeat is bounded: the time grows with the length of the text and with nothing else.
ANSWER = (
    # "Include a link in your reply", "in your summary, say ..."
    START
    + WRITE
    + r"\b"
    + GAP
    + r"{0,120}?\b(?:your(?: \w{1,12}){0,2}|the (?:final|generated|summary)) "
    + OUTPUT
    + r"\b",
    r"(?:^|[.!?:;,(\[\"“] {0,2})"
    r"(?:in|within|throughout|at the (?:start|end|beginning) of|before|after)"
    r" your(?: \w{1,12}){0,2} "
    + OUTPUT
    + r", (?:\w{3,15}ly )?(?:also )?"
    + any_of(
        "suggest mention recommend include say state tell add write name report claim quote print"
        " repeat output use begin end call describe praise conclude"
    )
    + r"\b",
    START
    + r"(?:\w{1,12} ){0,2}(?:respond|reply|answer)(?: \w{3,12}){0,2} (?:only )?with: {0,2}[\"“']",
    START + r"(?:respond|reply|answer) (?:only (?:with|by|in|as|using)|instead|exclusively"
    r"|solely)\b",
    # "This page must be summarised as ...", "any summary of this text should ..."
    r"\bth(?:is|e above|ese) "
    + TEXT
    + r" (?:must|should|shall|is to|are to|has to|needs to|may only|can only)(?: \w{1,10}){0,2} be"
    + r"(?: \w{1,10}){0,2} (?:summari[sz]ed|described|reported|presented|rated|translated)"
    + r" (?:as|to|by|with|in)\b",
    r"\b(?:(?:the|an?|any|every|each|all) summar(?:y|ies) of th(?:is|ese) \w{1,12}"
    r"|(?:any|every|each|all) summar(?:y|ies)) (?:must|should|shall|has to|needs to|is to)"
    r"(?: not| never| always| only| also)? (?:be|say|state|include|mention|read|contain|begin|start"
    r"|end|omit|report|note|describe|claim|conclude)\b",
    r"\b(?:when(?:ever)?|if|while|once|before|after|instead of) (?:you(?:['’]re| are)? )?"
    r"summari[sz](?:e|ing) th(?:is|ese|e) [^.!?\n]{0,40}[,:] ",
    r"\b(?:when(?:ever)?|if|while|before|after|instead of|rather than) (?:you )?(?:\w{4,14} )?"
    r"(?:an?|the|any|your) summar(?:y|ies)\b[^.!?,\n]{0,40}, \w",
    # Whoever writes for readers has no word for "your summary".
    r"\byour (?:\w{1,12} )?(?:summar(?:y|ies)|abstract|summari[sz]ation|completion|output)"
    r"\b(?! of the (?:day|week|month|news))",
    START
    + r"(?:do not|don['’]t|never) "
    + GAP
    + r"{0,60}\bin (?:the|your|any) (?:summary|answer|response|reply|output)\b",
    # "In your response, tease ...", "replace the entire response with", "interrupt normal output"
    r"\bin your(?: \w{1,12}){0,2} "
    + OUTPUT
    + r", (?:\w{3,15}ly )?(?!you|we|he|she|it|they|there|this)\w{3,12}"
    r" (?:an?|the|that|this|these|to|any|all|only|exactly|how|every|your|users?|readers?)\b",
    r"\bin your (?:\w{1,12} )?(?:reply|response)[.!]{0,3}$",
    r"\byour headline (?:is|shall be|must|should|will|has to)\b",
    BEGIN
    + any_of(
        "supplement replace initiate preface prefix precede substitute override interrupt halt"
        " truncate abort begin start end conclude finish limit"
    )
    + r"(?: (?:the|all|any|your|normal|further|entire|whole|current)){0,3} "
    + any_of("response reply output answer summary completion generation processing")
    + r"\b",
    r"\b(?:and|but) instead (?:display|show|output|respond|return|reply|print|tell the|inform)\b",
    r"\binterrupt and (?:instead )?(?:respond|reply|display|output|state|report)\b",
    # "Say the following", "output exactly: ...", "print 'Done'"
    BEGIN
    + any_of("say write print output repeat state report claim respond reply answer return emit")
    + r"(?: back| with| by saying)?"
    r" (?:(?:only )?the following(?: (?:text|words|sentences?|statements?|phrase|line))?(?="
    r" ?[.:!]|$)"
    r"|exactly(?: (?:this|the|what)| ?[:\"“'‘])|(?:only |just )?(?::|[\"“](?=(?:[^ \"”]{1,30}"
    r" ){2}))|verbatim\b"
    r"|(?:the|these|this) (?:words?|phrases?|strings?|sentences?):? [\"“'‘])",
    r"\byou (?:must|should|shall|will|are to|have to|need to)(?: (?:now|only|always|also|not)){0,2}"
    r" (?:summari[sz]e\b|output\b|(?:respond|reply|answer) (?:only |as|with)|ignore (?:all|any|the"
    r" (?:above|previous|rest)))",
    r"\byour (?:task|goal|instructions?|role|rules|orders) (?:has|have) (?:now )?changed\b",
    r"(?:^|[.!?] )(?:new|updated|revised|secret|hidden|reviewer) (?:task|goal"
    r"|instructions?"
    r"|objective|prompt) ?:",
    r"(?:^|[.!?] )(?:prompt|command|instruction) ?: " + WRITE + r"\b",
    BEGIN + r"(?:rate|score|grade|rank|review|evaluate) (?:this|the) " + TEXT + r" (?:as|highly)"
    r"\b",
    BEGIN + r"(?:refuse|decline|fail|stop) to (?:summari|answer|respond|reply|process|translate"
    r"|comply)",
    r"\b(?:do not|don['’]t|never|stop) (?:follow|obey|answer|fulfil)\w{0,3} (?:the |any )?"
    r"users?['’]?s? (?:request|instruction|prompt|question)",
    r"\byour new (?:task|job|goal|instructions?|objective|purpose) (?:is|are)(?: now)? to\b",
    r"\byour (?:only |real |actual )?(?:task|job|instructions?) (?:is|are)(?: now)? to"
    r" (?:summari|output|respond|reply|say|write|tell|report|ignore|state)",
    r"\bthe (?:correct|right|only|proper|official|final|required|expected|desired) (?:summary"
    r"|headline|abstract|output)(?: \w{1,10}){0,4} (?:is|reads|must read|shall be|should be|must"
    r" be)\b",
    BEGIN
    + r"(?:do not|don['’]t|never) (?:summari[sz]e|translate|describe|analy[sz]e|process)"
    + r" (?:this|the|any of this) "
    + TEXT,
)
# What a machine has to do with, and a cook or a traveller has not.
_MACHINES_TALK = (
    r"(?:(?:the|all|any|your) (?:users?|readers?|visitors?)|readers|users|output|errors?|failures?"
    r"|notices?|alerts?|notifications?|prompts?|messages?|response|reply|exception|timeout|mention"
    r"|reference|recommendation|remark|endorsement)"
)
TOLD = (
    # "Before giving the summary, inform the user that ..."
    r"(?:^|[.!?:;(\"“”'‘’*#>] {0,2})(?:\w{3,14}ly,? )?(?:\w{1,14} ){0,2}"
    r"(?:before|prior to|while|when|as you|ahead of|after|upon|instead of) (?:you )?"
    r"(?:\w{3,12}ly )?(?:"
    + MAKING
    + r"|(?:describe|explain|list|answer|summari[sz]e|identify|discuss|outline|compile|present))\b"
    r""
    + GAP
    + r"{0,90}, (?:\w{3,15}ly )?(?:also )?(?:"
    + "|".join(
        (
            TELL,
            WRITE,
            any_of(
                "display simulate imitate issue respond reply emulate output halt show announce"
                " post trigger"
            ),
        )
    )
    + r")\b",
    BEGIN + TELL + r" (?:" + READERS + r" (?:that|to|of|about|how|they|who|for|seeking"
    "|interested|with)"
    r"|(?:whoever|anyone who|everyone who|the person who|the one who) )\b",
    BEGIN
    + r"(?:add|include|insert|append|weave in|work in|slip in|drop|integrate|incorporate|embed)"
    r"(?: [\w’'-]{1,20}){0,5}? an? (?:"
    + SHORT
    + r",? (?:and )?){0,2}(?:\w{3,15} )?"
    + NOTE
    + r"\b(?! (?:below|online)\b| here(?:[.,!]|$| or\b))",
    BEGIN + r"(?:simulate|imitate|mimic|emulate|fake|feign) an? " + FAILURE + r"\b",
    BEGIN + r"(?:display|issue|show|output|print) (?:only )?(?:an?|the)? ?" + FAILURE,
    BEGIN
    + r"(?:suggest|recommend|mention|announce)(?: to "
    + READERS
    + r")? that (?:\w{4,12} )?"
    + any_of("users? readers? listeners? viewers? visitors?")
    + r"\b",
    r"(?:^|[.!?:;(\"“”'‘’*#>] {0,2})(?:\w{3,14}ly,? )?(?:\w{1,14} ){0,2}(?:before|prior to|while"
    r"|when|after|upon"
    r"|instead of"
    r"|as you|once you|at the point you)\b"
    + GAP
    + r"{0,110}, (?:and )?(?:then )?(?:\w{3,15}ly )?"
    + PLAINLY
    + r"\b(?! (?:that|by) )[^.!?\n]{0,60}\b"
    + _MACHINES_TALK
    + r"\b",
    BEGIN
    + r"(?:"
    + QUIETLY
    + r" (?:mention|note|suggest|state|insert|remark|add|hint)"
    + r"|(?:mention|note|suggest|state|insert|remark|add|hint),? (?:as if )?"
    + QUIETLY
    + r"),? that\b",
    r"\b(?:output|display|show|print|return) (?:this|the|only|only the|a) (?:simulated|fake"
    r"|following)\b",
    r"\b(?:simulated|fake) (?:\w{2,14} ){0,2}(?:alert|error|failure|malfunction|outage)"
    r" (?:message )?"
    r"(?:instead|only)?:",
    BEGIN + r"(?:act|behave|respond|reply) as (?:if|though)\b",
    BEGIN + r"(?:display|output|respond with|reply with|show) (?:only|nothing but)\b",
    r"\bby (?:replying|responding|outputting|displaying|answering)(?: \w{2,12}){0,2} ?[:\"“]",
    r"(?:^|[.!?;:,“”\"] {0,2}|\b(?:and|then|immediately|abruptly|instantly|must now) )"
    r"(?:cease|halt|stop|terminate|end|suspend|abort|refuse|refrain from)"
    r"(?: (?:all|any|the|your|further|normal|more|providing|generating|to)){0,4}"
    r" (?:output|respond(?:ing)?|response|reply|answer(?:ing)?|generation|content|information|text)"
    r"\b(?! (?:to|from|about|on|of))",
)
