"""Tests of photos and scans: upright, in plain colours, bounded; broken ones told."""

from __future__ import annotations

import io
import random
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageStat

from plans.errors import InputError
from plans.importing.asked import Asked, Limits, Reader
from plans.importing.parsed import PictureRow
from plans.importing.pictures import crop_box, pyramid, read
from plans.importing.rules import Rules
from plans.model import pyramid as pyramids
from plans.model.catalog import Catalog
from plans.model.pyramid import TILE_PX, Pyramid

Read = Callable[..., PictureRow]


def encoded(image: Image.Image, sort: str = "PNG", **more: object) -> bytes:
    out = io.BytesIO()
    image.save(out, sort, **more)  # type: ignore[arg-type]
    return out.getvalue()


@pytest.fixture
def pictured(catalog: Catalog, rules: Rules, tmp_path: Path) -> Read:
    def made(data: bytes, pixels: int = 10_000_000, **asked: object) -> PictureRow:
        path = tmp_path / "墙上 平面图📷.png"
        path.write_bytes(data)
        reader = Reader(catalog, rules, Limits(pixels=pixels))
        [row] = read(path, Asked(path=str(path), **asked), reader).rows  # type: ignore[arg-type]
        assert isinstance(row, PictureRow)
        return row

    return made


def whole(one: Pyramid, level: int = 0) -> Image.Image:
    """A level put together again."""
    size = one.levels[level]
    image = Image.new("RGB", (size.width, size.height))
    for row in range(size.rows):
        for column in range(size.columns):
            tile = Image.open(io.BytesIO(one.tile(level, column, row)))
            image.paste(tile.convert("RGB"), (column * TILE_PX, row * TILE_PX))
    return image


@pytest.mark.corpus
def test_the_picture_of_an_office(corpus: Path, catalog: Catalog, rules: Rules) -> None:
    path = corpus / "raster/wrld_office_cad_image.png"
    reader = Reader(catalog, rules, Limits())
    measure = (0.0, 0.0, 1368.0, 0.0, 60.0)
    [row] = read(path, Asked(path=str(path), measure=measure), reader).rows
    assert isinstance(row, PictureRow)
    assert (row.width_px, row.height_px, row.pages) == (1368, 687, 1)
    assert row.metres == pytest.approx(60 / 1368)
    made = pyramids.decoded(row.pyramid)
    off = ImageChops.difference(whole(made), Image.open(path).convert("RGB"))
    assert max(ImageStat.Stat(off).mean) < 2.0
    assert made.lightness < 0.55  # drawn on a dark ground


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "CMYK", "I;16", "I", "F"])
def test_every_sort_of_colour_becomes_plain(pictured: Read, mode: str) -> None:
    image = Image.new(mode, (40, 30))
    sort = {"CMYK": "TIFF", "F": "TIFF", "I": "TIFF"}.get(mode, "PNG")
    made = pyramids.decoded(pictured(encoded(image, sort)).pyramid)
    assert (made.width, made.height) == (40, 30)
    assert whole(made).size == (40, 30)


def test_what_is_seen_through_is_white(pictured: Read) -> None:
    clear = Image.new("RGBA", (20, 20), (0, 0, 0, 0))
    made = pyramids.decoded(pictured(encoded(clear)).pyramid)
    assert whole(made).getpixel((3, 3)) == (255, 255, 255)


def test_sixteen_bits_use_the_whole_range(pictured: Read) -> None:
    deep = Image.new("I;16", (20, 20), 1000)
    deep.putpixel((0, 0), 3000)
    made = whole(pyramids.decoded(pictured(encoded(deep)).pyramid))
    assert (made.getpixel((0, 0)), made.getpixel((5, 5))) == ((255,) * 3, (0,) * 3)


def test_a_photo_lies_as_the_camera_was_held(pictured: Read) -> None:
    image = Image.new("RGB", (60, 40))
    exif = image.getexif()
    exif[0x0112] = 6  # turned to the right
    row = pictured(encoded(image, "JPEG", exif=exif))
    assert (row.width_px, row.height_px) == (40, 60)


def test_pages_of_a_scan(pictured: Read) -> None:
    pages = [Image.new("L", (10 * at, 10)) for at in (1, 2, 3)]
    data = encoded(pages[0], "TIFF", save_all=True, append_images=pages[1:])
    row = pictured(data, page=3)
    assert (row.width_px, row.page, row.pages) == (30, 3, 3)
    assert row.name.endswith("· 3")
    with pytest.raises(InputError) as caught:
        pictured(data, page=4)
    assert caught.value.facts["reason"] == "no_page"


def test_a_crop_keeps_its_place_on_the_page(pictured: Read) -> None:
    row = pictured(encoded(Image.new("L", (100, 200))), crop=(0.1, 0.25, 0.6, 0.5))
    assert (row.width_px, row.height_px, row.left, row.bottom) == (50, 50, 10, 100)


def test_a_crop_is_at_least_a_pixel() -> None:
    assert crop_box(10, 10, (1.0, 1.0, 1.0, 1.0)) == (9, 9, 10, 10)
    assert crop_box(10, 20, None) == (0, 0, 10, 20)


def test_levels_halve_down_to_one_tile() -> None:
    made = pyramid(Image.new("RGB", (2_100, 700), "white"))
    assert [(one.width, one.height) for one in made.levels] == [
        (2_100, 700), (1_050, 350), (525, 175), (262, 87),
    ]  # fmt: skip
    assert made.lightness == 1.0


@pytest.mark.fault
def test_too_many_pixels_are_refused_before_they_are_unpacked(pictured: Read) -> None:
    """20,000 x 20,000 pixels of one colour in some hundred kilobytes."""
    with pytest.raises(InputError) as caught:
        pictured(encoded(Image.new("1", (20_000, 20_000))))
    assert caught.value.facts["reason"] == "too_many_pixels"


@pytest.mark.fault
@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"no picture", "picture"),
        (b"", "empty"),
        (encoded(Image.effect_noise((80, 80), 60))[:600], "cut_off"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "picture"),
    ],
)
def test_what_is_no_picture_is_told(pictured: Read, data: bytes, reason: str) -> None:
    with pytest.raises(InputError) as caught:
        pictured(data)
    assert caught.value.facts["reason"] == reason


@pytest.mark.fault
@pytest.mark.parametrize("sort", ["PNG", "JPEG", "TIFF", "BMP", "WEBP", "GIF"])
def test_torn_pictures_end_in_a_result_or_a_sentence(pictured: Read, sort: str) -> None:
    good = encoded(Image.effect_noise((60, 40), 60), sort)
    dice = random.Random(3)
    for _ in range(60):
        data = bytearray(good)
        for _ in range(dice.randint(1, 8)):
            data[dice.randrange(len(data))] = dice.randrange(256)
        try:
            pictured(bytes(data[: dice.randint(4, len(data))]))
        except InputError as error:
            assert error.facts["reason"]
