"""Tests of what is looked for in a model's text before a library opens it."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from plans.errors import InputError
from plans.importing.ifc_step import Step, decoder_of, read_step

PATH = Path("model.ifc")
MOST = 10_000_000


def text_of(*lines: str, schema: str = "IFC4") -> bytes:
    head = f"ISO-10303-21;\nHEADER;\nFILE_SCHEMA(('{schema}'));\nENDSEC;\nDATA;\n"
    return (head + "\n".join(lines) + "\nENDSEC;\nEND-ISO-10303-21;\n").encode("utf-8")


def looked(data: bytes) -> Step:
    return read_step(PATH, data, MOST)


def reason(data: bytes, most: int = MOST) -> tuple[str, str]:
    with pytest.raises(InputError) as caught:
        read_step(PATH, data, most)
    return str(caught.value.facts["reason"]), str(caught.value.facts.get("place", ""))


def zipped(members: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return out.getvalue()


def test_instances_are_counted_outside_texts_and_comments() -> None:
    step = looked(text_of("#1=A('#9=B(','it''s');", "/* #8=C(); */", "#12= D(#1,(#1));"))
    assert list(step.numbers) == [1, 12]
    assert step.instances == 2
    assert step.first_missing({1}) == 12
    assert step.first_missing({1, 12}) == 0


def test_an_escape_takes_a_quote_with_it() -> None:
    assert list(looked(text_of(r"#1=A('\X\93\S\'\X\96');", "#2=B(#1);")).numbers) == [1, 2]


@pytest.mark.parametrize(
    ("written", "known"),
    [("IFC2X3", "IFC2X3"), ("IFC4", "IFC4"), ("ifc4_add2", "IFC4"), ("IFC4X3", "IFC4X3_ADD2"),
     ("IFC4X3_ADD2", "IFC4X3_ADD2")],
)  # fmt: skip
def test_schemas_go_by_the_name_the_library_knows(written: str, known: str) -> None:
    step = looked(text_of("#1=A();", schema=written))
    assert f"FILE_SCHEMA(('{known}'))" in step.text
    assert step.schema == written.upper()


@pytest.mark.parametrize("schema", ["IFC4X1", "IFC2X2_FINAL", "AP203", ""])
def test_other_schemas_are_refused(schema: str) -> None:
    assert reason(text_of("#1=A();", schema=schema))[0] == "ifc_schema"


def test_characters_beyond_ascii_become_the_escapes_of_the_standard() -> None:
    step = looked(text_of("#1=A('1階');"))
    assert r"'1\X2\968E\X0\'" in step.text
    assert step.encoding == "utf-8"
    assert r"\X4\0001F600\X0" in looked(text_of("#1=A('😀');")).text


def test_code_pages_of_east_asia_are_recognised() -> None:
    for words, encoding in (("首层平面 消防电梯前室", "gb18030"), ("一階平面図のドア", "cp932")):
        data = text_of("#1=A('@');").replace(b"@", words.encode(encoding))
        step = looked(data)
        assert step.encoding == encoding
        assert "".join(f"{ord(char):04X}" for char in words[:2]) in step.text


def test_names_that_carry_bytes_are_made_readable_and_sound_ones_left() -> None:
    japanese = decoder_of(["1\x8aK", "2\x8aK", "\x89®\x8dª"])
    assert (japanese("1\x8aK"), japanese("\x89®\x8dª")) == ("1階", "屋根")
    german = decoder_of(["Küche", "Erdgeschoß"])
    assert german("Küche") == "Küche"
    assert decoder_of(["1階"])("1階") == "1階"


def test_half_a_file_is_told_wherever_it_ends() -> None:
    whole = text_of("#1=A('x');", "#2=B(#1);")
    for end in range(14, len(whole) - 20, 7):
        assert reason(whole[:end])[0] == "cut_off"


def test_references_in_a_circle_are_found_and_the_deepest_chain_is_bounded() -> None:
    assert reason(text_of("#1=A(#2);", "#2=B(#3);", "#3=C(#1);"))[0] == "circular"
    assert reason(text_of("#1=A(#1);")) == ("circular", "#1")
    chain = [f"#{n}=A(#{n + 1});" for n in range(1, 900)]
    assert reason(text_of(*chain))[0] == "nested"
    looked(text_of(*(f"#{n}=A(#{n + 1},#999);" for n in range(1, 60))))


def test_a_number_given_twice_is_refused() -> None:
    assert reason(text_of("#1=A();", "#2=B(#1);", "#1=C();")) == ("ifc_double", "#1")


def test_absurd_numbers_become_ones_that_are_left_out() -> None:
    text = looked(text_of("#1=A(1.E308,-2.5E+16,1.5E-300,12.5E003,1.E12);")).text
    assert "#1=A(1.E15,-1.E15,1.5E-300,12.5E003,1.E12);" in text


def test_archives_are_opened_in_memory_and_refused_when_they_are_traps() -> None:
    good = text_of("#1=A();")
    assert looked(zipped({"deep/inside/a.IFC": good, "readme.txt": b"x"})).instances == 1
    assert reason(zipped({"../a.ifc": good})) == ("zip_path", "../a.ifc")
    assert reason(zipped({"/etc/a.ifc": good}))[0] == "zip_path"
    assert reason(zipped({"a.ifc": good, "b.ifc": good}))[0] == "zip_one"
    assert reason(zipped({"a.txt": good}))[0] == "zip_one"
    assert reason(zipped({"a.ifc": good}), most=10)[0] == "too_big"
    assert reason(zipped({f"{n}.txt": b"" for n in range(1_001)}))[0] == "zip_many"
    assert reason(zipped({"a.ifc": b" " * 9_000_000}))[0] == "zip_bomb"
    assert reason(zipped({"a.ifc": good})[:-30])[0] == "zip"


def test_an_archive_that_lies_about_its_size_is_stopped() -> None:
    data = bytearray(zipped({"a.ifc": b" " * 9_000_000}))
    at = data.rindex(b"PK\x01\x02")
    data[at + 24 : at + 28] = (100).to_bytes(4, "little")
    assert reason(bytes(data))[0] in ("zip", "zip_bomb", "ifc", "cut_off")
