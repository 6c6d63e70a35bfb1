"""XML from strangers, looked through before a library of ours sees it."""

from __future__ import annotations

from pathlib import Path
from xml.parsers import expat

from plans.errors import InputError

_MOST_NESTING = 200


def guarded(path: Path, data: bytes, root: str, reason: str) -> set[str]:
    """The names of all elements. Raises `InputError`: `reason` when the outermost is not `root`,
    `xml` with line and column, `xml_entities` for a document type or entity, `nested`."""
    names: set[str] = set()
    depth = 0

    def begin(name: str, _: dict[str, str]) -> None:
        nonlocal depth
        name = name.rpartition(":")[2]
        if not names and name != root:
            raise InputError(path, reason=reason)
        names.add(name)
        depth += 1
        if depth > _MOST_NESTING:
            raise InputError(path, reason="nested")

    def end(_: str) -> None:
        nonlocal depth
        depth -= 1

    def refuse(*_: object) -> None:
        raise InputError(path, reason="xml_entities")

    parser = expat.ParserCreate()
    parser.StartElementHandler, parser.EndElementHandler = begin, end
    parser.EntityDeclHandler = parser.StartDoctypeDeclHandler = refuse
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        place = f"line {error.lineno}, column {error.offset + 1}"
        said = "xml" if names else reason
        raise InputError(path, place=place, reason=said, detail=str(error)) from error
    except (ValueError, LookupError) as error:  # an encoding expat cannot do
        raise InputError(path, reason="encoding", detail=str(error)) from error
    return names
