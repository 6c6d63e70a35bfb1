"""Identities sort by birth."""

from __future__ import annotations

import uuid

from plans.model.ids import SITE, new_id


def test_new_ids_are_version_7_and_sort_by_birth() -> None:
    made = [new_id() for _ in range(200)]
    assert made == sorted(made)
    assert len(set(made)) == 200
    assert {uuid.UUID(one).version for one in made} == {7}


def test_no_id_is_the_site() -> None:
    assert len(SITE) != len(new_id())
