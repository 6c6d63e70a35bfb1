"""A page of a PDF as an underlay: its vectors where it has them, else a picture of it."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from plans.errors import InputError
from plans.importing.asked import Asked, Reader
from plans.importing.draft import Question
from plans.importing.parsed import DrawingRow, Parsed, Seen
from plans.importing.pdf_shapes import PageShapes, linework_of
from plans.importing.pictures import picture_row
from plans.progress import Progress, silent

if TYPE_CHECKING:
    from PIL.Image import Image

POINT_M = 0.0254 / 72
"""A PDF point on paper, in metres."""
_VECTORS = 150
"""A page with fewer lines is a picture with a frame round it."""
_PICTURE_DPI = 200
_MOST_PIXELS = 80_000_000
_SCALE = re.compile(r"(?:^|[^\d.:/])1\s*[:：∶]\s*(\d{2,4})(?!\s*[:：∶\d])")
_SCALES = (20, 5_000)
"""Denominators a floor plan is drawn at."""


def read(path: Path, asked: Asked, reader: Reader, progress: Progress = silent) -> Parsed:
    """Read one page. Raises `InputError`."""
    import pypdfium2

    data = reader.bytes_of(path)
    if b"%PDF-" not in data[:1024]:
        raise InputError(path, reason="not_a_pdf")
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        is_locked = "password" in str(error).casefold()
        reason = "password" if is_locked else "cut_off"
        raise InputError(path, reason=reason, detail=str(error)) from error
    pages = len(document)
    if not 1 <= asked.page <= pages:
        raise InputError(path, reason="no_page", text=f"{asked.page} / {pages}")
    name = path.name if pages == 1 else f"{path.name} · {asked.page}"
    try:
        page = document[asked.page - 1]
        shapes = PageShapes(page, asked.crop, progress)
        if shapes.lines < _VECTORS:
            return _as_picture(path, page, asked, name, pages, progress)
        return _as_vectors(path, shapes, asked, name, pages, reader.drawings.role_of)
    except pypdfium2.PdfiumError as error:
        raise InputError(path, place=f"page {asked.page}", reason="cut_off",
                         detail=str(error)) from error  # fmt: skip


def _as_vectors(
    path: Path,
    shapes: PageShapes,
    asked: Asked,
    name: str,
    pages: int,
    role_of: Callable[[str], str],
) -> Parsed:
    metres, questions = asked.metres, []
    if not metres:
        written = _written_scale(shapes)
        if written:
            metres = POINT_M * written
            questions.append(Question("paper_scale", f"1:{written}"))
    linework = linework_of(shapes, role_of)
    box = linework.bounds() or (0.0, 0.0, 0.0, 0.0)
    row = DrawingRow(
        name=name,
        linework=linework.encoded(),
        unit="pt",
        certain=bool(asked.metres),
        metres=metres,
        entities=shapes.counts(),
        layers=len(linework.layers),
        width_m=(box[2] - box[0]) * metres,
        height_m=(box[3] - box[1]) * metres,
        page_size=shapes.size,
        page=asked.page,
        pages=pages,
    )
    seen = Seen(
        unit_m=metres or None,
        layers=tuple((layer.name, layer.role, 0) for layer in linework.layers),
        entities=sum(row.entities.values()),
        texts=len(linework.texts),
        extents_m=(box[0] * metres, box[1] * metres, box[2] * metres, box[3] * metres)
        if metres
        else None,
    )
    return Parsed(source=path.name, table="pdf", rows=(row,), questions=tuple(questions), seen=seen)


def _as_picture(
    path: Path, page: Any, asked: Asked, name: str, pages: int, progress: Progress
) -> Parsed:
    wide, high = page.get_size()
    if min(wide, high) <= 0:
        raise InputError(path, place=f"page {asked.page}", reason="empty_drawing")
    scale = min(_PICTURE_DPI / 72, (_MOST_PIXELS / (wide * high)) ** 0.5, 30_000 / max(wide, high))
    image: Image = page.render(scale=scale).to_pil().convert("RGB")
    row = picture_row(name, image, asked, 1 / scale, pages, progress)
    return Parsed(
        source=path.name, table="pdf", rows=(row,), seen=Seen(unit_m=asked.metres or None)
    )


def _written_scale(shapes: PageShapes) -> int:
    """The one denominator written on the page (`1:100`), 0 when there is none or several."""
    found = {
        int(match[1]) for text in shapes.texts for match in _SCALE.finditer(text.text)
        if _SCALES[0] <= int(match[1]) <= _SCALES[1]
    }  # fmt: skip
    return found.pop() if len(found) == 1 else 0
