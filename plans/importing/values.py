"""Words in a file as values: numbers with units, yes and no, dates, choices."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata

from plans.model.catalog import FactRow
from plans.model.fact import FactValue

_NUMBER = re.compile(r"^(?:DN|Φ|φ|ø)?\s*([+-]?(?:\d[\d.,' ]*|\.\d+))\s*([^\d].*)?$", re.IGNORECASE)

_UNITS: dict[str, tuple[str, float]] = {
    "m": ("m", 1.0), "米": ("m", 1.0), "meter": ("m", 1.0), "metre": ("m", 1.0),
    "meters": ("m", 1.0), "metres": ("m", 1.0), "mm": ("m", 0.001), "毫米": ("m", 0.001),
    "cm": ("m", 0.01), "厘米": ("m", 0.01), "km": ("m", 1000.0), "公里": ("m", 1000.0),
    "ft": ("m", 0.3048), "'": ("m", 0.3048), "feet": ("m", 0.3048), "foot": ("m", 0.3048),
    "in": ("m", 0.0254), '"': ("m", 0.0254), "inch": ("m", 0.0254), "inches": ("m", 0.0254),
    "m²": ("m²", 1.0), "m2": ("m²", 1.0), "sqm": ("m²", 1.0), "平方米": ("m²", 1.0),
    "平米": ("m²", 1.0), "㎡": ("m²", 1.0), "sqft": ("m²", 0.09290304),
    "万平方米": ("m²", 1e4), "ha": ("m²", 1e4), "公顷": ("m²", 1e4),
    "m³": ("m³", 1.0), "m3": ("m³", 1.0), "立方米": ("m³", 1.0), "立方": ("m³", 1.0),
    "方": ("m³", 1.0), "l": ("m³", 0.001), "升": ("m³", 0.001),
    "l/s": ("L/s", 1.0), "lps": ("L/s", 1.0), "升/秒": ("L/s", 1.0), "l/min": ("L/s", 1 / 60),
    "lpm": ("L/s", 1 / 60), "m3/h": ("L/s", 1 / 3.6), "m³/h": ("L/s", 1 / 3.6),
    "gpm": ("L/s", 0.0630901964),
    "mpa": ("MPa", 1.0), "kpa": ("MPa", 0.001), "bar": ("MPa", 0.1), "psi": ("MPa", 0.00689475729),
    "kg": ("kg", 1.0), "公斤": ("kg", 1.0), "千克": ("kg", 1.0), "t": ("kg", 1000.0),
    "吨": ("kg", 1000.0), "lb": ("kg", 0.45359237),
    "kw": ("kW", 1.0), "千瓦": ("kW", 1.0), "kwh": ("kWh", 1.0), "度": ("kWh", 1.0),
    "kv": ("kV", 1.0), "千伏": ("kV", 1.0), "v": ("kV", 0.001), "kn": ("kN", 1.0),
    "m/s": ("m/s", 1.0), "米/秒": ("m/s", 1.0), "km/h": ("m/s", 1 / 3.6),
    "min": ("min", 1.0), "分钟": ("min", 1.0), "分": ("min", 1.0), "h": ("min", 60.0),
    "小时": ("min", 60.0), "s": ("min", 1 / 60), "秒": ("min", 1 / 60),
    "%": ("%", 1.0), "person": ("person", 1.0), "persons": ("person", 1.0), "人": ("person", 1.0),
    "名": ("person", 1.0),
}  # fmt: skip
_COUNTERS = frozenset("层台部个处座户辆套只具根条间栋幢次年把件双盘瓶支顶") | {
    "storeys",
    "floors",
    "pcs",
}
_YES = frozenset({"yes", "y", "true", "1", "是", "有", "√", "✓", "对"})
_NO = frozenset({"no", "n", "false", "0", "否", "无", "没有", "×", "x", "不"})
_CLOCK = r"(?:[ T]*(?P<hour>\d{1,2})[:时](?P<minute>\d{2})?(?:[:分](?P<second>\d{2})?)?[分秒]?)?$"
_DATES = (
    re.compile(r"^(?P<year>\d{4})[-/.年](?P<month>\d{1,2})[-/.月](?P<day>\d{1,2})日?" + _CLOCK),
    re.compile(r"^(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})" + _CLOCK),
    re.compile(r"^(?P<day>\d{1,2})[./](?P<month>\d{1,2})[./](?P<year>\d{4})" + _CLOCK),
)


def clean(value: object) -> str:
    """A cell or property as text, as it was written, without spaces at its ends."""
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).strip()


def folded(value: object) -> str:
    """The same for comparing and counting: full-width digits, letters and brackets made plain."""
    return unicodedata.normalize("NFKC", clean(value)).strip()


def plain_number(text: str) -> float | None:
    """`1,200`, `1 200`, `2.5`, `12,5` (decimal comma) as a number; None when it is none."""
    digits = text.replace(" ", "").replace("'", "").rstrip(".,")
    if "," in digits and "." in digits:
        thousands = "." if digits.rfind(",") > digits.rfind(".") else ","
        digits = digits.replace(thousands, "").replace(",", ".")
    elif "," in digits:
        whole = re.fullmatch(r"[+-]?\d{1,3}(,\d{3})+", digits)
        digits = digits.replace(",", "" if whole else ".")
    try:
        number = float(digits)
    except ValueError:
        return None
    return number if abs(number) < 1e15 else None


def number(value: object, unit: str = "") -> float | None:
    """A number in `unit`, from a number or a text such as `4 m`, `1,200`, `30ft`, `DN150`.

    Without a unit in the text the number is taken as it stands. None when it is no number, or
    in a unit that does not measure the same thing.
    """
    if isinstance(value, bool):
        return None
    if isinstance(value, (int, float)):
        return float(value) if abs(value) < 1e15 else None
    match = _NUMBER.match(folded(value))
    if match is None:
        return None
    found = plain_number(match[1])
    written = (match[2] or "").strip().rstrip(".").replace(" ", "")
    if found is None or not written or written == unit or written in _COUNTERS:
        return found
    return _converted(found, written.lower(), unit)


def _converted(number: float, written: str, unit: str) -> float | None:
    source = _UNITS.get(written)
    target = _UNITS.get(unit.lower())
    if source is None or target is None or source[0] != target[0]:
        return None
    return number * source[1] / target[1]


def yes_or_no(value: object) -> bool | None:
    """Whether it says yes; None when it says neither."""
    if isinstance(value, bool):
        return value
    word = folded(value).lower()
    return True if word in _YES else False if word in _NO else None


def date(value: object) -> dt.date | None:
    """A calendar day in one of the usual forms (day first only with a four-digit year last)."""
    moment = moment_of(value)
    return moment.date() if moment else None


def moment_of(value: object) -> dt.datetime | None:
    """A day and time of day, local; midnight when only a day is given."""
    text = folded(value)
    match = next((found for form in _DATES if (found := form.match(text))), None)
    if match is None:
        return None
    year, month, day, hour, minute, second = (
        int(match[part] or 0) for part in ("year", "month", "day", "hour", "minute", "second")
    )
    try:
        return dt.datetime(year, month, day, hour, minute, second)  # local time by design
    except ValueError:  # the 31st of June
        return None


def fact_value(row: FactRow | None, value: object) -> FactValue | None:
    """The value as the catalog wants it; as text when it cannot be that; None when blank.

    Choices are stored by id when a choice's id or text matches.
    """
    text = clean(value)
    if not text:
        return None
    if row is None:
        if isinstance(value, (bool, int, float)):
            return value
        return text
    if row.type in ("number", "integer"):
        found = number(value, row.unit)
        if found is None:
            return text
        return round(found) if row.type == "integer" else round(found, 6)
    if row.type == "boolean":
        said = yes_or_no(value)
        return text if said is None else said
    if row.type == "date":
        day = date(value)
        return day.isoformat() if day else text
    if row.type == "choices":
        return tuple(_choice(row, part) for part in _parts(value))
    return _choice(row, text) if row.type == "choice" else text


def is_as_wanted(row: FactRow, value: FactValue) -> bool:
    """Whether a value has the type its row asks for."""
    if row.type in ("number", "integer"):
        return isinstance(value, (int, float)) and not isinstance(value, bool)
    return isinstance(value, bool) if row.type == "boolean" else True


def _parts(value: object) -> list[str]:
    if isinstance(value, (list, tuple)):
        return [clean(part) for part in value if clean(part)]
    return split(clean(value))


def _choice(row: FactRow, text: str) -> str:
    wanted = folded(text).casefold()
    for choice in row.choices:
        if wanted in (choice.id.casefold(), folded(choice.zh).casefold(), choice.en.casefold()):
            return choice.id
    return text


def split(text: str) -> list[str]:
    """A list written in one cell: `a; b`, `甲、乙`, `a|b`."""
    return [part.strip() for part in re.split(r"[;；、|]", text) if part.strip()]
