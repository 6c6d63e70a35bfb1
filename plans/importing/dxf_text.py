"""Texts of a drawing whose bytes are in another code page than the drawing says.

Chinese programs write GBK into files that must be UTF-8 (R2007 and later) or that declare
ANSI_1252. A byte that does not fit the page was kept by the reader as a lone surrogate; a byte
that does fit reads as a wrong letter (`房间` as `·¿¼ä`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

_STRAY = re.compile("[\ud800-\udfff]")
_ESCAPE = re.compile(r"\\U\+([0-9A-Fa-f]{4})")
_FIT = 0.8
"""A page is taken when so large a share of the different texts reads in it."""
_CJK = frozenset({"gbk", "gb18030", "cp936", "cp949", "cp932", "cp950", "big5", "johab", "cp1361"})
_TEXTS = frozenset({"TEXT", "MTEXT", "ATTRIB", "ATTDEF"})


class Mender:
    """Sets texts right. `page` is the codec they were read by, `declared` the file's own word;
    `other` is the codec their bytes are really in, "" when nothing is wrong."""

    def __init__(self, texts: Iterable[str], page: str, declared: str) -> None:
        self._page = page
        odd = {text for text in texts if not text.isascii()}
        self._is_wide = page.replace("-", "").lower() == "utf8"
        self.other = self._judged(odd, declared.lower())
        if self._is_wide and not self.other and _looks_gbk([_narrow(text) for text in odd]):
            self._page, self.other, self._is_wide = "cp1252", "gbk", False

    def _judged(self, odd: set[str], declared: str) -> str:
        if self._is_wide:
            torn = [_raw(text, self._page) for text in odd if _STRAY.search(text)]
            pages = [page for page in (declared, "gbk") if page in _CJK]
            fitting = [page for page in pages if _share(torn, page) >= _FIT]
            return (fitting or ["gbk"])[0] if torn else ""
        raws = [_raw(text, self._page) for text in odd]
        is_cjk = self._page.lower() in _CJK
        if _looks_utf8(raws, only_wide=is_cjk):
            return "utf-8"
        return "gbk" if not is_cjk and _looks_gbk(raws) else ""

    def __call__(self, text: str) -> str:
        """The text as it was meant; it never holds what cannot be encoded."""
        if "\\U+" in text:
            text = _ESCAPE.sub(lambda code: chr(int(code[1], 16)), text)
        if text.isascii():
            return text
        is_torn = _STRAY.search(text) is not None
        raw = _raw(text, self._page) if is_torn or not self._is_wide else None
        if self.other and raw is not None:
            try:
                return raw.decode(self.other)
            except UnicodeDecodeError:
                if is_torn:
                    return raw.decode(self.other, "replace")
        if is_torn:
            text = re.sub("[\udc80-\udcff]+", lambda run: _run(run[0]), text)
            return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        return text


def mender_of(doc: Any) -> Mender:
    """The mender of an ezdxf document."""
    page = "utf-8" if doc.dxfversion >= "AC1021" else str(doc.encoding)
    return Mender(_texts(doc), page, str(doc.encoding))


def _texts(doc: Any) -> Iterator[str]:
    for layer in doc.layers:
        yield str(layer.dxf.name)
    for block in doc.blocks:
        yield str(block.name)
    for entity in doc.entitydb.values():
        kind = entity.dxftype()
        if kind in _TEXTS:
            yield str(entity.text if kind == "MTEXT" else entity.dxf.get("text", ""))


def _raw(text: str, page: str) -> bytes | None:
    """The bytes a text was read from; None when it holds letters that page has not."""
    try:
        return text.encode(page, "surrogateescape")
    except UnicodeEncodeError:
        return None


def _narrow(text: str) -> bytes | None:
    return _raw(text, "cp1252")


def _run(run: str) -> str:
    """Bytes left as surrogates among letters of another page."""
    return run.encode("ascii", "surrogateescape").decode("gbk", "replace")


def _share(raws: list[bytes | None], page: str) -> float:
    return sum(_reads(raw, page) for raw in raws) / len(raws) if raws else 0.0


def _reads(raw: bytes | None, page: str) -> bool:
    try:
        return bool((raw or b"").decode(page))
    except (UnicodeDecodeError, LookupError):
        return False


def _looks_utf8(raws: list[bytes | None], *, only_wide: bool) -> bool:
    """Nearly all read as UTF-8, which letters of another page hardly do by chance; against a page
    of two-byte letters only letters of three bytes count."""
    if not raws or _share(raws, "utf-8") < _FIT:
        return False
    pattern = rb"[\xe1-\xef][\x80-\xbf]{2}" if only_wide else rb"[\xc3-\xef][\x80-\xbf]"
    return sum(len(re.findall(pattern, raw or b"")) for raw in raws) >= 2


def _looks_gbk(raws: list[bytes | None]) -> bool:
    """Nearly all read as GB 2312, most of it its first level: the common characters."""
    fitting = [letters for raw in raws if (letters := _hanzi(raw))]
    different = {letter for letters in fitting for letter in letters}
    return len(fitting) >= _FIT * len(raws) and len(different) >= 2


def _hanzi(raw: bytes | None) -> list[str]:
    """The common characters of a text that reads as GB 2312 and is mostly such; else none."""
    try:
        letters = [letter for letter in (raw or b"").decode("gb2312") if ord(letter) > 127]
    except UnicodeDecodeError:
        return []
    leads = [letter.encode("gb2312")[0] for letter in letters]
    common = [letter for letter, lead in zip(letters, leads, strict=True) if 0xB0 <= lead <= 0xD7]
    signs = sum(0xA1 <= lead <= 0xA9 for lead in leads)
    return common if 3 * (len(common) + signs) >= 2 * len(letters) else []
