"""Bring the .ts catalogues up to date with the code, or check that they are.

`python -m desktop.support.translations` rewrites them (work for whoever adds a text: fill in
what it prints); `--check` changes nothing, prints what is wrong and answers 1 if there is any.
The files are Qt's format, so Qt Linguist opens them.
"""

from __future__ import annotations

import itertools
import sys
from pathlib import Path
from typing import Final
from xml.etree import ElementTree

from desktop.support import assets
from desktop.support.extraction import Found, Text, find_texts
from desktop.support.i18n import LANGUAGES, read_catalogue

_CODE: Final = Path(__file__).resolve().parent.parent
_CODES: Final = {"zh": "zh_CN", "en": "en_GB"}
_FORMS: Final = {"zh": 1, "en": 2}
_HEAD: Final = '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n'


def catalogue(folder: Path, language: str) -> Path:
    """The file of a language."""
    return folder / f"preplan_{language}.ts"


def wanted(found: Found, language: str) -> tuple[Text, ...]:
    """The texts a language's catalogue holds: English is the source and needs only its counts."""
    return tuple(text for text in found.texts if language != "en" or text.counts)


def written(found: Found, language: str, folder: Path) -> str:
    """The catalogue as it should be: what is translated stays, what is new is unfinished."""
    path = catalogue(folder, language)
    known = read_catalogue(path) if path.exists() else {}
    root = ElementTree.Element(
        "TS", {"version": "2.1", "language": _CODES[language], "sourcelanguage": "en"}
    )
    texts = sorted(wanted(found, language), key=lambda text: text.context)
    for context, group in itertools.groupby(texts, key=lambda text: text.context):
        node = ElementTree.SubElement(root, "context")
        ElementTree.SubElement(node, "name").text = context
        for text in group:
            forms = known.get((text.context, text.source, text.comment), ())
            node.append(_message(text, forms, _FORMS[language]))
    ElementTree.indent(root, "    ")
    return _HEAD + ElementTree.tostring(root, encoding="unicode") + "\n"


def _message(text: Text, forms: tuple[str, ...], count: int) -> ElementTree.Element:
    message = ElementTree.Element("message", {"numerus": "yes"} if text.counts else {})
    ElementTree.SubElement(message, "source").text = text.source
    if text.comment:
        ElementTree.SubElement(message, "comment").text = text.comment
    count = count if text.counts else 1
    done = len(forms) == count
    translation = ElementTree.SubElement(
        message, "translation", {} if done else {"type": "unfinished"}
    )
    texts = forms if done else ("",) * count
    if text.counts:
        for form in texts:
            ElementTree.SubElement(translation, "numerusform").text = form
    else:
        translation.text = texts[0]
    return message


def unfinished(found: Found, language: str, folder: Path) -> list[Text]:
    """The texts a language still lacks."""
    path = catalogue(folder, language)
    known = read_catalogue(path) if path.exists() else {}
    keys = {text: (text.context, text.source, text.comment) for text in wanted(found, language)}
    return [text for text, key in keys.items() if key not in known]


def troubles(folder: Path, code: Path = _CODE) -> list[str]:
    """What is wrong with the catalogues of a folder, as lines; empty when all is well."""
    found = find_texts(code)
    said = list(found.faults)
    for language in LANGUAGES:
        path = catalogue(folder, language)
        if path.read_text(encoding="utf-8") != written(found, language, folder):
            said.append(f"{path.name} is stale: run python -m desktop.support.translations")
        for text in unfinished(found, language, folder):
            said.append(f"{path.name} lacks {text.context}: {text.source}")
    return said


def update(folder: Path, code: Path = _CODE) -> None:
    """Rewrite the catalogues of a folder for some code."""
    found = find_texts(code)
    for language in LANGUAGES:
        text = written(found, language, folder)
        catalogue(folder, language).write_text(text, encoding="utf-8", newline="\n")


def main(arguments: list[str]) -> int:
    """The command; see the module's sentence."""
    if "--check" not in arguments:
        update(assets.translations())
    said = troubles(assets.translations())
    print("\n".join(said) or "translations: complete")
    return 1 if said else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
