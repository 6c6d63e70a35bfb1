"""Trust in words: the state, who checked it and when, and the source."""

from __future__ import annotations

import datetime as dt

import pytest

from desktop.docks.trust import trust_story, trust_text
from desktop.support.look import Look
from plans.model.fact import Fact, Trust

FACT = Fact(key="k", value=1, source="竣工图", verified_by="某甲", verified_on=dt.date(2026, 3, 1))


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_state_has_its_own_word(language: str) -> None:
    words = [trust_text(trust, language) for trust in Trust]
    assert len(set(words)) == 4
    assert all(word and "." not in word for word in words)


def test_story(look: Look) -> None:
    story = trust_story(FACT, Trust.VERIFIED, "en").split("\n")
    assert story[0].endswith("某甲, 2026-03-01")
    assert story[1] == "Source: 竣工图"
    assert trust_story(None, Trust.MISSING, "en") == trust_text(Trust.MISSING, "en")
    assert look.language == "en"
