"""What a text must have in it for a form of date to be looked for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.facts.dates.forms import Form, forms
from summarizer.facts.dates.words import DATE_WORDS

_FORMS = [form for code in DATE_WORDS for form in forms(code) if form.needs != ("",)]


@pytest.mark.parametrize("form", _FORMS, ids=lambda form: " or ".join(form.needs))
@given(data=st.data())
def test_each_date_of_a_form_has_one_of_the_strings_it_needs(
    form: Form, data: st.DataObject
) -> None:
    text = data.draw(st.from_regex(form.pattern))

    assert any(needed in text for needed in form.needs)
