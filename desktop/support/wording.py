"""The one table of sentences for codes that come from `plans`; no Qt, so commands speak too.

A row is a code, Chinese, English. Gaps such as `{path}` are filled from the facts that come with
the code; a gap nobody filled is left out. Rows are sorted by code. A trouble's sentence says
what, where, why and what to do.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from plans.errors import PlansError

Rows = tuple[tuple[str, str, str], ...]

TROUBLES: Final[Rows] = (
    (
        "binder",
        "预案库“{path}”没有打开。请重试；仍不行时，从备份恢复或另选一个预案库。",
        "The binder “{path}” did not open. Try again; if it still does not, restore a backup or "
        "choose another binder.",
    ),
    (
        "binder.damaged",
        "预案库“{path}”已损坏，部分内容读不出来。可从最近的备份恢复；损坏的文件会留在原处备查。",
        "The binder “{path}” is damaged and part of it cannot be read. Restore the last backup; "
        "the damaged file is kept beside it.",
    ),
    (
        "binder.disk_full",
        "磁盘已满，“{path}”没有写入，原有内容未变。请腾出空间后再试一次。",
        "The disk is full: “{path}” was not written and nothing changed. Free some space and try "
        "again.",
    ),
    (
        "binder.forbidden",
        "系统不允许读取“{path}”。请检查文件权限，或另选一个预案库。",
        "The system does not allow reading “{path}”. Check the file's permissions or choose "
        "another binder.",
    ),
    (
        "binder.locked",
        "预案库“{path}”正被另一个程序占用，等待后仍未放开。请稍后重试，或以只读方式打开。",
        "The binder “{path}” is held by another program, which did not let go in time. Try again "
        "shortly, or open it read-only.",
    ),
    (
        "binder.missing",
        "找不到预案库“{path}”：此处没有这个文件。请检查路径，或另选一个预案库。",
        "There is no binder at “{path}”. Check the path or choose another binder.",
    ),
    (
        "binder.newer",
        "预案库“{path}”由更新版本的预案台写成，本版本打不开。请升级预案台，或另选一个预案库。",
        "The binder “{path}” was written by a newer Preplan Desk and this one cannot open it. "
        "Upgrade the program or choose another binder.",
    ),
    (
        "binder.not_a_binder",
        "“{path}”不是预案库，是别的文件或空文件。请另选一个以 .binder 结尾的文件。",
        "“{path}” is not a binder but some other file, or empty. Choose a file that ends in "
        ".binder.",
    ),
    (
        "binder.read_only",
        "预案库“{path}”只能读，不能写，改动没有保存。请检查文件和文件夹的写权限，或复制一份再改。",
        "The binder “{path}” can be read but not written; the change was not saved. Check that "
        "file and folder may be written, or work on a copy.",
    ),
    (
        "conflict",
        "这处内容已被别人改过，您的改动没有保存。请看过新内容后再改一次。",
        "Somebody else changed this in the meantime, so your change was not saved. Look at the "
        "new state and make the change again.",
    ),
    (
        "input",
        "文件“{path}”{place}读不出来：{reason}。请改正后再导入。",
        "The file “{path}” cannot be read{place}: {reason}. Put it right and import it again.",
    ),
    (
        "not_found",
        "没有找到“{what}”。请换个名称、拼音、地址或编号再试。",
        "Nothing answers to “{what}”. Try another name, address or code.",
    ),
    (
        "not_written",
        "“{path}”没有写成。请检查文件夹是否存在、是否可写，或换个位置再试；原有文件未变。",
        "“{path}” could not be written. Check that the folder is there and may be written to, or "
        "choose another place; a file already there is unchanged.",
    ),
    (
        "trouble",
        "没有办成：{reason}。请重试；详情已记入日志。",
        "That did not work: {reason}. Try again; the log has the details.",
    ),
)

REASONS: Final[Rows] = (
    ("reason.bad_coordinates", "坐标不是数字：{text}", "its coordinates are not numbers: {text}"),
    ("reason.bad_quotes", "引号不成对", "its quotation marks do not match"),
    ("reason.bad_time", "时间认不出来：{text}", "its time cannot be read: {text}"),
    ("reason.binary", "不是文本文件", "it is not a text file"),
    ("reason.coordinates", "坐标超出范围或不是数字", "coordinates are out of range or not numbers"),
    ("reason.crs_unknown", "坐标系认不出来：{text}", "its coordinate system is not known: {text}"),
    ("reason.cut_off", "文件不完整", "the file is cut off"),
    (
        "reason.datum",
        "坐标系未注明，请加 --datum wgs84、gcj02 或 bd09",
        "the datum of its coordinates is not stated; add --datum wgs84, gcj02 or bd09",
    ),
    ("reason.empty", "文件是空的", "the file is empty"),
    ("reason.encoding", "文字编码认不出来", "its text encoding is not known"),
    ("reason.folder", "这是文件夹", "it is a folder"),
    ("reason.forbidden", "系统不允许读取", "the system does not allow reading it"),
    ("reason.format", "不是认识的格式：{text}", "its format is not known: {text}"),
    ("reason.headings", "表头里没有认识的列", "none of its column headings is known"),
    ("reason.json", "不是有效的 JSON", "it is not valid JSON"),
    ("reason.kept_verified", "已核实的值未被替换", "a verified value was kept"),
    ("reason.missing", "没有这个文件", "there is no such file"),
    ("reason.missing_columns", "缺少列：{text}", "columns are missing: {text}"),
    ("reason.nested", "嵌套过深", "it is nested too deeply"),
    ("reason.no_area", "面的边界合不成面", "its outline encloses nothing"),
    ("reason.no_building", "没写是哪栋建筑", "it does not say which building"),
    ("reason.no_file", "没写文件名", "it names no file"),
    ("reason.no_geometry", "没有图形", "it has no geometry"),
    ("reason.no_kind", "看不出是什么", "it cannot be told what it is"),
    ("reason.no_label", "没写楼层", "it does not say which floor"),
    ("reason.no_name", "没写名称", "it has no name"),
    ("reason.no_position", "没有坐标", "it has no coordinates"),
    ("reason.no_rows", "只有表头，没有内容", "it has headings but no rows"),
    ("reason.no_station", "没写是哪个站", "it does not say which station"),
    ("reason.no_such_building", "库里没有这栋建筑", "no such building in the binder"),
    ("reason.no_such_floor", "没有这个楼层", "no such floor"),
    ("reason.no_such_owner", "找不到照片所属的建筑或标注", "what the photo shows was not found"),
    ("reason.no_such_person", "没有这个人", "no such person"),
    ("reason.no_such_station", "没有这个站", "no such station"),
    ("reason.no_value", "没有内容", "it has no value"),
    ("reason.not_a_feature", "不是要素对象", "it is not a feature"),
    ("reason.not_a_file", "不是普通文件", "it is not an ordinary file"),
    ("reason.not_a_number", "不是数字", "it is not a number"),
    ("reason.not_a_picture", "不是图片", "it is not a picture"),
    (
        "reason.not_degrees",
        "坐标不是经纬度（{text}），文件又没注明坐标系",
        "its coordinates are not degrees ({text}) and it names no coordinate system",
    ),
    ("reason.not_finite", "坐标是无穷或空值", "its coordinates are infinite or not numbers"),
    ("reason.not_geojson", "是 JSON，但不是 GeoJSON", "it is JSON but not GeoJSON"),
    ("reason.odd_level", "楼层号认不全", "its level was only partly understood"),
    (
        "reason.odd_value",
        "内容与要素的类型不符，按文字保存",
        "its value does not suit the fact and was kept as text",
    ),
    ("reason.out_of_range", "坐标超出经纬度范围", "its coordinates are out of range"),
    (
        "reason.outside_folder",
        "文件不在表格所在的文件夹里",
        "the file lies outside the table's folder",
    ),
    ("reason.reader_died", "读取程序中途停止", "the reading process stopped"),
    ("reason.repaired", "边界自相交，已修复", "its outline crossed itself and was repaired"),
    ("reason.timeout", "读取时间过长，已中止", "reading took too long and was stopped"),
    ("reason.too_big", "文件过大", "the file is too big"),
    (
        "reason.too_few_cells",
        "这一行缺列，缺的按空白处理",
        "the row is short; missing cells were taken as blank",
    ),
    ("reason.too_few_points", "点数太少", "it has too few points"),
    ("reason.too_many_cells", "这一行的列比表头多", "the row has more cells than headings"),
    ("reason.too_many_columns", "列数过多", "it has too many columns"),
    ("reason.too_many_rows", "行数过多", "it has too many rows"),
    ("reason.too_much_memory", "内存不够，已中止", "it needs too much memory and was stopped"),
    ("reason.unknown", "原因不明", "the reason is not known"),
    ("reason.unknown_as", "没有“{text}”这种表", "there is no kind of table “{text}”"),
    ("reason.unknown_datum", "坐标系认不出来", "its datum is not known"),
    ("reason.unknown_geometry", "图形类型不认识", "its geometry type is not known"),
    ("reason.unknown_kind", "没有这种类型", "there is no such kind"),
    (
        "reason.unknown_table",
        "看不出这是什么表（表头：{text}），可用 --as 指明",
        "it cannot be told what the table holds (headings: {text}); say so with --as",
    ),
    ("reason.workbook", "不是可读的 Excel 工作簿", "it is not a readable Excel workbook"),
)

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
    ("import.count.appliance", "{n} 辆车", "appliances: {n}"),
    ("import.count.building", "{n} 栋建筑", "buildings: {n}"),
    ("import.count.fact", "{n} 条要素", "facts: {n}"),
    ("import.count.feature", "{n} 处标注", "features: {n}"),
    ("import.count.floor", "{n} 层", "floors: {n}"),
    ("import.count.kit", "{n} 项器材", "kit items: {n}"),
    ("import.count.person", "{n} 人", "persons: {n}"),
    ("import.count.photo", "{n} 张照片", "photos: {n}"),
    ("import.count.same", "{n} 项已在库中", "already there: {n}"),
    ("import.count.shift", "{n} 个班次", "shifts: {n}"),
    ("import.count.station", "{n} 个站", "stations: {n}"),
    (
        "import.no_files",
        "没有可导入的文件。支持 GeoJSON 和 CSV。",
        "There is no file to import. GeoJSON and CSV can be read.",
    ),
    ("import.noted", "{n} 处有说明", "{n} noted"),
    ("import.nothing", "没有新内容", "nothing new"),
    ("import.unread", "{n} 处未读入", "{n} not read"),
    ("place.column", "第 {n} 列", "column {n}"),
    ("place.feature", "第 {n} 个要素", "feature {n}"),
    ("place.line", "第 {n} 行", "line {n}"),
    ("place.row", "第 {n} 行", "row {n}"),
    ("place.sheet", "工作表“{n}”", "sheet {n}"),
    (
        "question.assumed_height",
        "有楼层没写层高，按 {text} m 计，请核对",
        "Some floors state no height; {text} m was assumed. Please check.",
    ),
    (
        "question.assumed_level",
        "有楼层的层序按次序推定（{text}），请核对",
        "The level of a floor was assumed from its order ({text}). Please check.",
    ),
    (
        "question.crs_unknown",
        "坐标系“{text}”不认识，按 WGS-84 经纬度读入，请核对",
        "The coordinate system “{text}” is not known; WGS-84 degrees were assumed. Please check.",
    ),
    (
        "question.datum_converted",
        "坐标已由 {text} 换算为 WGS-84，位置有数米到数十米误差",
        "Coordinates were converted from {text} to WGS-84; positions are uncertain by metres or "
        "tens of metres.",
    ),
    (
        "question.encoding",
        "文字编码判断为 {text}，如有乱码请另存为 UTF-8",
        "The text encoding was taken to be {text}; if it reads wrong, save it as UTF-8.",
    ),
    ("question.left_out", "未采用的字段：{text}", "Left out: {text}"),
    (
        "question.new_building",
        "新建了建筑“{text}”，请补全资料",
        "The building “{text}” was made; please complete it.",
    ),
    (
        "question.no_level",
        "有标注没写楼层，归入 {text}，请核对",
        "Some features name no floor and went to {text}. Please check.",
    ),
    (
        "question.placed_here",
        "建筑“{text}”原无定位，按图形中心定位，请核对",
        "The building “{text}” had no position and was placed at the middle of the drawing. "
        "Please check.",
    ),
    (
        "question.unknown_facts",
        "要素表里没有的项目，照原名保存：{text}",
        "Facts the catalog does not know were kept under their own names: {text}",
    ),
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
    for rows in (TROUBLES, REASONS, CHANGES, WORDS, COMMANDS)
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

    A trouble without its own row speaks with its nearest base's.
    """
    codes = [kind.code for kind in type(error).__mro__ if issubclass(kind, PlansError)]
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
