"""Photos and scans of plans (PNG, JPEG, TIFF, BMP, WebP, GIF) as underlays: pyramids of tiles."""

from __future__ import annotations

import io
import warnings
from pathlib import Path
from typing import TYPE_CHECKING

from plans.errors import InputError
from plans.importing.asked import Asked, Reader
from plans.importing.parsed import Parsed, PictureRow, Seen
from plans.model.pyramid import TILE_PX, Pyramid, pyramid_of
from plans.progress import Progress, silent

if TYPE_CHECKING:
    from PIL.Image import Image

FORMATS = ("PNG", "JPEG", "TIFF", "BMP", "WEBP", "GIF")
"""What is tried; Pillow knows many more formats, and strangers' files need not reach those."""
_FEW_COLOURS = 4_096
"""A tile of at most so many colours was drawn, not photographed: it is kept without loss."""
_QUALITY = 88
_MOST_BYTES_A_PIXEL = 0.5
"""Noise of a scan makes a PNG larger than this; then a JPEG serves."""


def read(path: Path, asked: Asked, reader: Reader, progress: Progress = silent) -> Parsed:
    """Read a picture, one page of it. Raises `InputError`."""
    data = reader.bytes_of(path)
    image, pages = _opened(path, data, asked.page, reader.limits.pixels)
    name = path.name if pages == 1 else f"{path.name} · {asked.page}"
    row = picture_row(name, image, asked, 1.0, pages, progress)
    return Parsed(
        source=path.name, table="picture", rows=(row,), seen=Seen(unit_m=asked.metres or None)
    )


def picture_row(
    name: str, image: Image, asked: Asked, pixel: float, pages: int, progress: Progress = silent
) -> PictureRow:
    """A page's picture, cropped as asked; `pixel` is how many units of the page a pixel spans."""
    x0, y0, x1, y1 = crop_box(image.width, image.height, asked.crop)
    kept = image.crop((x0, y0, x1, y1))
    return PictureRow(
        name=name,
        pyramid=pyramid(kept, progress).encoded(),
        width_px=kept.width,
        height_px=kept.height,
        pixel=pixel,
        left=x0 * pixel,
        bottom=(image.height - y1) * pixel,
        metres=asked.metres,
        page=asked.page,
        pages=pages,
    )


def _opened(path: Path, data: bytes, page: int, most_pixels: int) -> tuple[Image, int]:
    """The page upright in plain colours, and how many pages there are."""
    from PIL import Image, ImageOps, UnidentifiedImageError

    Image.MAX_IMAGE_PIXELS = None  # bounded below, in our own words
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            image = Image.open(io.BytesIO(data), formats=FORMATS)
            pages = int(getattr(image, "n_frames", 1))
            if not 1 <= page <= pages:
                raise InputError(path, reason="no_page", text=f"{page} / {pages}")
            if page > 1:
                image.seek(page - 1)
            if image.width * image.height > most_pixels:
                raise InputError(
                    path, reason="too_many_pixels", text=f"{image.width} × {image.height}"
                )
            image.load()
            return _plain(ImageOps.exif_transpose(image)), pages
    except UnidentifiedImageError as error:
        raise InputError(path, reason="picture", detail=str(error)) from error
    except InputError:
        raise
    except Exception as error:  # decoders of strangers' pictures may raise anything
        detail = f"{type(error).__name__}: {error}"
        raise InputError(path, reason="cut_off", detail=detail) from error


def _plain(image: Image) -> Image:
    """Eight bits a colour, on white where it was see-through."""
    from PIL import Image

    if image.mode.startswith(("I", "F")):  # 16 or 32 bits: the range that is used becomes 0..255
        low, high = image.getextrema()
        span = float(high) - float(low) or 1.0  # type: ignore[arg-type]
        floats = image.convert("F").point(lambda v: (v - float(low)) * (255.0 / span))  # type: ignore[arg-type]
        return floats.convert("L")
    if "A" in image.getbands() or "transparency" in image.info:
        clear = image.convert("RGBA")
        paper = Image.new("RGBA", clear.size, "white")
        paper.alpha_composite(clear)
        return paper.convert("RGB")
    if image.mode in ("L", "RGB"):
        return image
    return image.convert("L" if image.mode == "1" else "RGB")


def crop_box(
    width: int, height: int, crop: tuple[float, float, float, float] | None
) -> tuple[int, int, int, int]:
    """Left, top, right, bottom in pixels of the part between those shares; at least one pixel."""
    left, top, right, bottom = (min(max(share, 0.0), 1.0) for share in crop or (0, 0, 1, 1))
    x0, y0 = min(int(left * width), width - 1), min(int(top * height), height - 1)
    return x0, y0, max(round(right * width), x0 + 1), max(round(bottom * height), y0 + 1)


def pyramid(image: Image, progress: Progress = silent) -> Pyramid:
    """The tiles of a picture at its size, a half, a quarter … down to one tile."""
    from PIL import Image, ImageStat

    levels: list[tuple[int, int, list[bytes]]] = []
    total = max(1, (max(image.size) // TILE_PX).bit_length() + 1)
    small = image.reduce(max(1, max(image.size) // 256)).convert("L")
    lightness = ImageStat.Stat(small).mean[0] / 255.0
    while True:
        progress(len(levels), total, "import.read")
        levels.append((image.width, image.height, _tiles(image)))
        if max(image.size) <= TILE_PX:
            break
        half = (max(1, image.width // 2), max(1, image.height // 2))
        image = image.resize(half, Image.Resampling.BOX)
    return pyramid_of(lightness, levels)


def _tiles(image: Image) -> list[bytes]:
    made = []
    for y in range(0, image.height, TILE_PX):
        for x in range(0, image.width, TILE_PX):
            box = (x, y, min(x + TILE_PX, image.width), min(y + TILE_PX, image.height))
            made.append(_encoded(image.crop(box)))
    return made


def _encoded(tile: Image) -> bytes:
    if tile.getcolors(_FEW_COLOURS) is not None:
        drawn = io.BytesIO()
        tile.save(drawn, "PNG", compress_level=3)
        if drawn.tell() <= _MOST_BYTES_A_PIXEL * tile.width * tile.height + 1_000:
            return drawn.getvalue()
    photo = io.BytesIO()
    tile.save(photo, "JPEG", quality=_QUALITY, subsampling=0)
    return photo.getvalue()
