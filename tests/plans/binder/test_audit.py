"""The log says who did what when, from where, and keeps the records."""

from __future__ import annotations

from plans.binder import Binder
from plans.model.change import added


def test_lines_newest_first(any_binder: Binder, make) -> None:
    first, second = added("building.add", make.building()), added("import", make.building())
    any_binder.drafting.commit(first)
    any_binder.who = "another"
    any_binder.drafting.commit(second)
    any_binder.drafting.undo()
    rows = any_binder.audit()
    assert [(row.who, row.step, row.label, row.count) for row in rows] == [
        ("another", "undo", "import", 1),
        ("another", "do", "import", 1),
        ("tester", "do", "building.add", 1),
    ]
    assert {row.origin for row in rows} == {any_binder.id}
    assert len({row.window for row in rows}) == 1
    assert [row.at for row in rows] == sorted((row.at for row in rows), reverse=True)
    assert any_binder.audit(1) == rows[:1]
    assert any_binder.audit.change(rows[1].seq) == second
    assert any_binder.audit.change(rows[0].seq) == second.inverted()
    assert any_binder.audit.change(99) is None
