"""Tuples of values as JSON text in one column, and back, checked against their type."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import msgspec

from plans.model.fact import Facts

T = TypeVar("T")

_encode = msgspec.json.Encoder().encode
_decode_facts = msgspec.json.Decoder(Facts).decode


def dump(values: tuple[Any, ...]) -> str:
    """The values as JSON. Raises `ValueError` for a fact that is no finite number."""
    if not values:
        return "[]"
    text = _encode(values).decode()
    if '"value":null' in text:
        raise ValueError("a fact's value is not a finite number")
    return text


def loader(kind: type[T]) -> Callable[[str], T]:
    """The function that reads such a column; raises `msgspec.DecodeError`."""
    return msgspec.json.Decoder(kind).decode


def load_facts(text: str) -> Facts:
    """Facts from their column; the empty one is common and quick."""
    return () if text == "[]" else _decode_facts(text)
