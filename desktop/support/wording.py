"""The one table of sentences for codes that come from `plans`; no Qt, so commands speak too.

A row is a code, Chinese, English. Gaps such as `{path}` are filled from the facts that come with
the code; a gap nobody filled is left out. Rows are sorted by code. A trouble's sentence says
what, where, why and what to do.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from desktop.support.importwords import IMPORTS
from desktop.support.reasons import REASONS
from desktop.support.sentences import TROUBLES, Rows
from plans.errors import PlansError

CHANGES: Final[Rows] = (
    ("attachment.add", "添加照片", "Add photo"),
    ("building.add", "新建建筑", "Add building"),
    ("building.describe", "修改建筑要素", "Edit building facts"),
    ("building.place", "调整建筑定位", "Place building"),
    ("feature.describe", "修改标注", "Describe feature"),
    ("feature.draw", "绘制标注", "Draw feature"),
    ("feature.erase", "删除标注", "Erase feature"),
    ("feature.mirror", "镜像标注", "Mirror feature"),
    ("feature.move", "移动标注", "Move feature"),
    ("feature.rotate", "旋转标注", "Rotate feature"),
    ("floor.add", "新建楼层", "Add floor"),
    ("floor.describe", "修改楼层", "Describe floor"),
    ("import", "导入", "Import"),
    ("roster.edit", "修改人员与值班", "Edit roster"),
    ("underlay.align", "底图对位", "Align drawing"),
)

WORDS: Final[Rows] = (
    ("distance.road", "道路距离", "by road"),
    ("distance.straight_line", "直线距离", "straight line"),
    ("distance.walk", "步行距离", "on foot"),
    ("matched.address", "地址", "address"),
    ("matched.alias", "别名", "other name"),
    ("matched.code", "编号", "code"),
    ("matched.english", "英文名", "English name"),
    ("matched.initials", "拼音首字母", "pinyin initials"),
    ("matched.name", "名称", "name"),
    ("matched.old_name", "曾用名", "old name"),
    ("matched.pinyin", "拼音", "pinyin"),
    ("matched.similar", "近似", "similar"),
    ("step.backup", "正在备份", "Backing up"),
    ("step.draw", "正在绘图", "Drawing"),
    ("step.index", "正在建立检索", "Building the search index"),
    ("step.open", "正在打开", "Opening"),
    ("step.read", "正在读取文件", "Reading files"),
    ("step.sheet", "正在绘制图纸", "Drawing sheets"),
    ("step.upgrade", "正在升级预案库", "Upgrading the binder"),
    ("step.write", "正在写入预案库", "Writing to the binder"),
    ("trust.missing", "缺失", "missing"),
    ("trust.stale", "待复核", "due for review"),
    ("trust.unverified", "未核实", "unverified"),
    ("trust.verified", "已核实", "verified"),
    ("unit.person", "人", "persons"),
)

COMMANDS: Final[Rows] = (
    ("find.nothing", "没有找到“{what}”。", "Nothing answers to “{what}”."),
    ("place.column", "第 {n} 列", "column {n}"),
    ("place.feature", "第 {n} 个要素", "feature {n}"),
    ("place.layer", "图层 {n}", "layer {n}"),
    ("place.level", "楼层 {n}", "level {n}"),
    ("place.line", "第 {n} 行", "line {n}"),
    ("place.node", "节点 {n}", "node {n}"),
    ("place.relation", "关系 {n}", "relation {n}"),
    ("place.row", "第 {n} 行", "row {n}"),
    ("place.sheet", "工作表“{n}”", "sheet {n}"),
    ("place.way", "路径 {n}", "way {n}"),
    ("sheet.written", "{name}：{n} 页，已存为 {path}", "{name}: {n} pages in {path}"),
    ("shot.invented", "示例数据，纯属虚构", "invented sample data"),
    ("shot.scale", "1:{n}（96 dpi）", "1:{n} at 96 dpi"),
    ("shot.section", "剖面", "Section"),
    ("shot.site", "总平面", "Site"),
    (
        "shot.underlay_damaged",
        "这一层的底图已损坏，没有画出；请重新导入图纸。",
        "The drawing beneath this floor is damaged and was left out; import it again.",
    ),
    ("shot.written", "{name}：已存为 {path}", "{name}: {path}"),
    ("show.address", "地址", "Address"),
    ("show.code", "编号", "Code"),
    ("show.completeness", "完整度", "Complete"),
    ("show.facts", "要素", "Facts"),
    ("show.floor.count", "标注数", "Features"),
    ("show.floor.elevation", "标高", "Elevation"),
    ("show.floor.height", "层高", "Height"),
    ("show.floor.label", "楼层", "Floor"),
    ("show.floor.use", "用途", "Use"),
    ("show.floors", "楼层", "Floors"),
    ("show.missing", "缺", "Missing"),
    ("show.names", "别名", "Also"),
    ("show.position", "位置", "Position"),
    ("show.stations", "附近站点", "Stations nearby"),
    ("show.use", "性质", "Use"),
    ("step.import.done", "完成", "done"),
    ("step.import.read", "正在读取", "reading"),
    ("step.import.settle", "正在归档", "filing"),
)

_TABLE: Final[Mapping[str, tuple[str, str]]] = {
    code: (zh, en)
    for rows in (TROUBLES, REASONS, CHANGES, WORDS, COMMANDS, IMPORTS)
    for code, zh, en in rows
}


def word(code: str, language: str, **facts: object) -> str:
    """The text of a code in `zh` or `en`; a code without a row is shown as it is."""
    pair = _TABLE.get(code)
    if pair is None:
        return code
    return pair[0 if language == "zh" else 1].format_map(_Gaps(facts))


def unit_in(unit: str, language: str) -> str:
    """A unit of the catalog as it is written in that language; most are the same in both."""
    code = f"unit.{unit}"
    return word(code, language) if code in _TABLE else unit


def sentence(error: PlansError, language: str) -> str:
    """What happened, where, why and what to do, in `zh` or `en`.

    A trouble without its own row speaks with its nearest base's; one that names its `kind` or
    `reason` may have a row for that.
    """
    codes = [kind.code for kind in type(error).__mro__ if issubclass(kind, PlansError)]
    about = error.facts.get("kind") or error.facts.get("reason")
    codes.insert(0, f"{error.code}.{about}")
    code = next((code for code in codes if code in _TABLE), PlansError.code)
    return word(code, language, **_told(error, language))


def _told(error: PlansError, language: str) -> dict[str, object]:
    """The error's facts, its place and reason worded for the language."""
    told = dict(error.facts)
    place = str(told.get("place") or "")
    if place:
        where = place_in(place, language)
        told["place"] = f"（{where}）" if language == "zh" else f" at {where}"
    reason = str(told.get("reason") or error.detail or "reason.unknown")
    code = reason if reason.startswith("reason.") else f"reason.{reason}"
    told["reason"] = word(code, language, **error.facts) if code in _TABLE else reason.rstrip(".。")
    told.setdefault("what", told.get("name") or next(map(str, error.facts.values()), ""))
    return told


def place_in(place: str, language: str) -> str:
    """A place in a file (`row 12`, `line 3, column 7`) in that language."""
    parts = []
    for part in place.split(", "):
        name, _, number = part.partition(" ")
        code = f"place.{name}"
        parts.append(word(code, language, n=number) if code in _TABLE else part)
    return ("" if language == "zh" else ", ").join(parts)


class _Gaps(dict[str, object]):
    """Facts for the gaps of a text; what is not there leaves nothing behind."""

    def __missing__(self, key: str) -> str:
        return ""
