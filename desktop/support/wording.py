"""The one table of sentences for codes that come from `plans`; no Qt, so commands speak too.

A row is a code, Chinese, English. Gaps such as `{path}` are filled from the facts that come with
the code; a gap nobody filled is left out. Rows are sorted by code. A trouble's sentence says
what, where, why and what to do.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from desktop.support.sentences import REASONS, TROUBLES, Rows
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
    (
        "question.no_scale",
        "图没有比例尺，导入时需量一段已知长度",
        "It has no scale; measure a known length on it when importing",
    ),
    (
        "question.paper_scale",
        "按图上写的比例 {text} 放置，请用一段已知长度核对",
        "Laid at the scale written on the page, {text}; check it with a known length",
    ),
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
    ("import.count.underlay", "{n} 张底图", "underlays: {n}"),
    (
        "import.no_files",
        "没有可导入的文件。支持 GeoJSON、CSV、XLSX、DXF 和 DWG。",
        "There is no file to import. GeoJSON, CSV, XLSX, DXF and DWG can be read.",
    ),
    (
        "import.hint.datum",
        "请加 --datum wgs84（GPS、测绘）、gcj02（高德、腾讯）或 bd09（百度）。",
        "Add --datum wgs84 (GPS, surveyors), gcj02 (Amap, Tencent) or bd09 (Baidu).",
    ),
    (
        "import.hint.elsewhere",
        "不写 --building 就按文件自己的说明归入；--new-building NAME 新建建筑；--site 归入总平面；"
        "--anyway 照样归入这栋建筑。",
        "Leave out --building to file it where it says; --new-building NAME makes a building; "
        "--site puts it on the site; --anyway takes it into this building all the same.",
    ),
    (
        "import.hint.elsewhere_suits",
        "请改用 --building {suits}；--new-building NAME 新建建筑；--site 归入总平面；"
        "--anyway 照样归入这栋建筑。",
        "Use --building {suits}; --new-building NAME makes a building; --site puts it on the site; "
        "--anyway takes it into this building all the same.",
    ),
    (
        "import.hint.no_scale",
        "请用 --measure 给出，或在窗口中导入并标定。",
        "Give it with --measure, or import it in the window and measure it there.",
    ),
    (
        "import.hint.too_far",
        "确实要导入请加 --anyway；只要近处的请加 --leave-far。",
        "To take all of it add --anyway; to leave out what is far add --leave-far.",
    ),
    (
        "import.hint.unknown_building",
        "要新建请加 --new-building {text}。",
        "To make it, add --new-building {text}.",
    ),
    (
        "import.hint.unknown_table",
        "请用 --as 指明：{tables}。",
        "Say what it is with --as: {tables}.",
    ),
    (
        "import.hint.unlike_building",
        "请改正 --building；要新建请加 --new-building {text}。",
        "Put --building right, or make a new one with --new-building {text}.",
    ),
    (
        "import.hint.which_floor",
        "请用 --building 和 --floor 指明；建筑还没有的用 --new-building NAME。",
        "Give --building and --floor; a building that is not there yet: --new-building NAME.",
    ),
    ("import.new_binder", "要新建预案库，请加 --new。", "To make a new binder, add --new."),
    ("import.noted", "{n} 处有说明", "{n} noted"),
    ("import.nothing", "没有新内容", "nothing new"),
    ("import.unread", "{n} 处未读入", "{n} not read"),
    ("place.column", "第 {n} 列", "column {n}"),
    ("place.feature", "第 {n} 个要素", "feature {n}"),
    ("place.line", "第 {n} 行", "line {n}"),
    ("place.node", "节点 {n}", "node {n}"),
    ("place.relation", "关系 {n}", "relation {n}"),
    ("place.row", "第 {n} 行", "row {n}"),
    ("place.sheet", "工作表“{n}”", "sheet {n}"),
    ("place.way", "路径 {n}", "way {n}"),
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
    (
        "question.floor_like",
        "图中两层同图，未改动原有楼层，请核对：{text}",
        "The drawing shows floors as alike; the floor there was left as it is: {text}",
    ),
    (
        "question.floors_doubtful",
        "楼层数法有两种（英式、美式），现按 {text}，请核对",
        "“First floor” may be the ground floor or the one above; taken as {text}. Please check.",
    ),
    (
        "question.floors_found",
        "一张图里有多层，已按图名拆分：{text}，请核对",
        "The drawing shows several floors, cut apart by their titles: {text}. Please check.",
    ),
    (
        "question.floors_unaligned",
        "各层没有足够的共同轴号可对齐，请用两点对齐：{text}",
        "Too few common axis numbers to lay floors on each other; align by two points: {text}",
    ),
    (
        "question.floors_matched",
        "模型楼层按层序并入已有楼层（{text}），请核对",
        "Storeys of the model went to the floors there at the same level ({text}). Please check.",
    ),
    (
        "question.kept_place",
        "“{text}”已有定位，未用模型里的位置；请核对朝向",
        "“{text}” keeps its place on the map; the model's was not taken. Please check how it "
        "is turned.",
    ),
    (
        "question.lane_width",
        "有道路只写了车道数，按每车道 {text} m 估算路宽，请核对",
        "Some roads give lanes and no width; {text} m a lane was assumed. Please check.",
    ),
    ("question.left_out", "未采用的字段：{text}", "Left out: {text}"),
    (
        "question.moved_near",
        "图纸用的是远处的测量坐标（{text}），已移到楼层原点附近",
        "The drawing is in survey coordinates far away ({text}); "
        "it was moved near the floor's origin.",
    ),
    (
        "question.lowered",
        "模型标高不从首层起算，已减去 {text} m，请核对",
        "The model counts heights from elsewhere; {text} m were taken off. Please check.",
    ),
    (
        "question.new_building",
        "新建了建筑“{text}”，请补全资料",
        "The building “{text}” was made; please complete it.",
    ),
    (
        "question.new_floor",
        "新建了楼层 {text}，层高和标高是估计的，请核对",
        "Floor {text} was made; its height and level are assumed, check them",
    ),
    (
        "question.no_level",
        "有标注没写楼层，归入 {text}，请核对",
        "Some features name no floor and went to {text}. Please check.",
    ),
    (
        "question.no_storeys",
        "模型没有楼层，全部归入 1F，请核对",
        "The model has no storeys; everything went to 1F. Please check.",
    ),
    (
        "question.place_coarse",
        "模型只写了大概位置（{text}），未定位，请在总平面上放置",
        "The model gives a town, not a place ({text}); put the building on the site map.",
    ),
    (
        "question.place_far",
        "模型写的位置（{text}）离本库地图太远，未定位，请核对",
        "The model's place ({text}) is far from this binder's map and was not taken. Please check.",
    ),
    (
        "question.place_from_file",
        "位置取自模型（{text}），请在总平面上核对",
        "The place is the model's ({text}); check it on the site map.",
    ),
    (
        "question.place_from_map",
        "位置按模型的地图坐标（{text}）换算，请在总平面上核对",
        "The place is from the model's map coordinates ({text}); check it on the site map.",
    ),
    (
        "question.place_template",
        "模型的位置是软件默认值（{text}），未定位，请在总平面上放置",
        "The model's place is its program's default ({text}); put the building on the site map.",
    ),
    (
        "question.place_unknown",
        "模型没写位置，请在总平面上放置",
        "The model states no place; put the building on the site map.",
    ),
    (
        "question.placed_here",
        "建筑“{text}”原无定位，按图形中心定位，请核对",
        "The building “{text}” had no position and was placed at the middle of the drawing. "
        "Please check.",
    ),
    (
        "question.proposed",
        "按图块、门弧和文字推测出 {text} 处标注，请逐项核对",
        "{text} features were guessed from blocks, door swings and texts; check each",
    ),
    (
        "question.several_floors",
        "图中有多层（{text}），现整图放在一层；不指明楼层再导入可自动拆分",
        "The drawing shows several floors ({text}) and lies whole beneath one; import it without "
        "naming a floor to cut it apart",
    ),
    (
        "question.sprinklers",
        "模型里有 {text} 个喷头，请填写喷淋保护范围",
        "The model has {text} sprinkler heads; record what the sprinklers cover.",
    ),
    (
        "question.stair_kinds",
        "楼梯只画了梯段，请标明敞开、封闭或防烟楼梯间",
        "Stairs are drawn as flights; mark which are open, enclosed or smoke-proof.",
    ),
    (
        "question.unit",
        "图纸单位存疑，按 {text} 处理；不对时用 --unit 指明再导入一次",
        "The drawing's unit is in doubt, taken as {text}; if wrong, import again with --unit",
    ),
    (
        "question.unknown_facts",
        "要素表里没有的项目，照原名保存：{text}",
        "Facts the catalog does not know were kept under their own names: {text}",
    ),
    (
        "question.which_floor",
        "图纸没有写明是哪栋建筑哪一层，导入时需指定",
        "The drawing does not say which building and floor it shows; name them when importing",
    ),
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
