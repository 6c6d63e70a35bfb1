"""Where a fact comes from, in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.support.wording import word
from plans.model.fact import Fact, Trust


def trust_text(trust: Trust, language: str) -> str:
    """The trust in a word."""
    return word(f"trust.{trust.value}", language)


def trust_story(fact: Fact | None, trust: Trust, language: str) -> str:
    """Trust, who checked it and when, and its source, in one or two lines."""
    first = [trust_text(trust, language)]
    if fact is not None and fact.verified_by and fact.verified_on:
        first.append(f"{fact.verified_by}, {fact.verified_on}")
    lines = [" · ".join(first)]
    if fact is not None and fact.source:
        source = QCoreApplication.translate("trust", "Source: {source}")
        lines.append(source.format(source=fact.source))
    return "\n".join(lines)
