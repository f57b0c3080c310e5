"""Who says what in one sentence: cues, the phrases beside them, quotations, speakers."""
