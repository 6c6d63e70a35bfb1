"""Every way of writing a text to translate is found; ways that cannot work are faults."""

from __future__ import annotations

import pytest

from desktop.support.extraction import Text, texts_of


@pytest.mark.parametrize(
    ("code", "context", "source"),
    [
        ("class A:\n def f(self): self.tr('Open')", "A", "Open"),
        ("class A:\n def f(self): return f'{self.tr(\"In\")} x'", "A", "In"),
        ("class A:\n class B:\n  def f(self): self.tr('Deep')", "B", "Deep"),
        ("class A:\n def f(self): self.tr('%n of', '', len(self.x))", "A", "%n of"),
        ("QCoreApplication.translate('C', 'One' ' two')", "C", "One two"),
        ("QCoreApplication.translate('C', '%n', '', count)", "C", "%n"),
        ("ROWS = (Row(text=QT_TRANSLATE_NOOP('rows', 'First')),)", "rows", "First"),
    ],
)
def test_found(code: str, context: str, source: str) -> None:
    assert texts_of(code, "a.py").texts == (Text(context, source),)


def test_shorthand_is_learnt() -> None:
    code = "def _tr(text):\n return QCoreApplication.translate('Sheets', text)\nx = _tr('Legend')"
    assert texts_of(code, "a.py").texts == (Text("Sheets", "Legend"),)


def test_comment_sets_texts_apart() -> None:
    code = "QCoreApplication.translate('C', 'Open', 'a door')"
    assert texts_of(code, "a.py").texts == (Text("C", "Open", "a door"),)


@pytest.mark.parametrize(
    "code",
    [
        "class A:\n def f(self): self.window.tr('Open')",
        "class A:\n def f(self): self.tr(text)",
        "class A:\n def f(self): self.tr(f'Open {x}')",
    ],
)
def test_faults(code: str) -> None:
    found = texts_of(code, "a.py")
    assert not found.texts
    assert found.faults[0].startswith("a.py:2: ")


def test_a_painter_may_translate() -> None:
    found = texts_of("painter.translate(3, 4)\ntranslate(_CONTEXT, text)", "a.py")
    assert found.texts == found.faults == ()


def test_counts() -> None:
    assert Text("A", "%n floors").counts
    assert not Text("A", "floors").counts
