"""Finds the texts to translate in the desktop's code.

Qt's own lupdate (6.11) misses Python texts whose count is a call, takes a count that is a
name for an encoding, and knows no local shorthand for `translate`; hence these few rules:

- `self.tr("text")` is a text of the class around it;
- `QCoreApplication.translate("context", "text")` and `QT_TRANSLATE_NOOP("context", "text")`;
- a module's function that only passes its text on to `translate("context", ...)` is such a
  shorthand, and calls of it are texts of that context;
- a text with `%n` in it counts something.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Text:
    """One text to translate."""

    context: str
    source: str
    comment: str = ""

    @property
    def counts(self) -> bool:
        """Whether it needs a form for one and a form for many."""
        return "%n" in self.source


@dataclass(frozen=True, slots=True)
class Found:
    """The texts of some code, in order of appearance, and calls that cannot work."""

    texts: tuple[Text, ...]
    faults: tuple[str, ...]


def find_texts(folder: Path) -> Found:
    """All texts of the Python files in a folder, each once."""
    texts: dict[Text, None] = {}
    faults: list[str] = []
    for path in sorted(folder.rglob("*.py")):
        found = texts_of(path.read_text(encoding="utf-8"), path.relative_to(folder).as_posix())
        texts |= dict.fromkeys(found.texts)
        faults += found.faults
    return Found(tuple(texts), tuple(faults))


def texts_of(code: str, name: str) -> Found:
    """The texts of one file; `name` says where in a fault."""
    tree = ast.parse(code)
    texts: list[Text] = []
    faults: list[str] = []
    shorthands = dict(_shorthands(tree))
    for call, owner in _calls(tree, ""):
        try:
            text = _text_of(call, owner, shorthands)
        except ValueError as fault:
            faults.append(f"{name}:{call.lineno}: {fault}")
        else:
            if text is not None:
                texts.append(text)
    return Found(tuple(texts), tuple(faults))


def _calls(node: ast.AST, owner: str) -> Iterator[tuple[ast.Call, str]]:
    """Every call in order, with the class around it."""
    for child in ast.iter_child_nodes(node):
        inside = child.name if isinstance(child, ast.ClassDef) else owner
        if isinstance(child, ast.Call):
            yield child, owner
        yield from _calls(child, inside)


def _shorthands(tree: ast.Module) -> Iterator[tuple[str, str]]:
    """Function name → context, for functions that hand their first argument to translate."""
    for function in tree.body:
        if not isinstance(function, ast.FunctionDef) or not function.args.args:
            continue
        for call, _ in _calls(function, ""):
            if _name(call) == "translate" and len(call.args) > 1:
                context, source = _constant(call.args[0]), call.args[1]
                first = function.args.args[0].arg
                if context and isinstance(source, ast.Name) and source.id == first:
                    yield function.name, context


def _text_of(call: ast.Call, owner: str, shorthands: dict[str, str]) -> Text | None:
    name, constants = _name(call), [_constant(argument) for argument in call.args]
    if name == "tr" and isinstance(call.func, ast.Attribute):
        if not (isinstance(call.func.value, ast.Name) and call.func.value.id == "self" and owner):
            raise ValueError("tr must be called on self: its context is the class around it")
        return _made(owner, constants)
    if name in ("translate", "QT_TRANSLATE_NOOP") and len(constants) > 1 and constants[0]:
        return _made(constants[0], constants[1:]) if constants[1] is not None else None
    if isinstance(call.func, ast.Name) and name in shorthands:
        return _made(shorthands[name], constants[:1])
    return None


def _made(context: str, constants: list[str | None]) -> Text:
    if not constants or constants[0] is None:
        raise ValueError("a text to translate must be written out")
    return Text(context, constants[0], (constants[1] if len(constants) > 1 else "") or "")


def _name(call: ast.Call) -> str:
    if isinstance(call.func, ast.Attribute):
        return call.func.attr
    return call.func.id if isinstance(call.func, ast.Name) else ""


def _constant(node: ast.expr) -> str | None:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None
