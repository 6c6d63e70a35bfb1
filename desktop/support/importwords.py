"""What is said of an import: what came in, what was assumed, which option helps; see `wording`."""

from __future__ import annotations

from typing import Final

from desktop.support.sentences import Rows

IMPORTS: Final[Rows] = (
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
        "import.hint.crs",
        "用 --crs 写明坐标系，如 EPSG:4546；只是示意图则写 --crs none",
        "Name it with --crs, such as EPSG:4546; --crs none for a sketch",
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
    (
        "import.no_files",
        "没有可导入的文件。支持 GeoJSON、Shapefile、GeoPackage、KML、CSV、XLSX、DXF 和 DWG 等。",
        "There is no file to import. GeoJSON, Shapefile, GeoPackage, KML, CSV, XLSX, DXF, DWG and "
        "others can be read.",
    ),
    ("import.noted", "{n} 处有说明", "{n} noted"),
    ("import.nothing", "没有新内容", "nothing new"),
    ("import.unread", "{n} 处未读入", "{n} not read"),
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
        "question.crs",
        "坐标系未注明（坐标 {text}），导入时需指定",
        "The coordinate system is not stated (coordinates {text}); name it when importing",
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
        "question.floors_matched",
        "模型楼层按层序并入已有楼层（{text}），请核对",
        "Storeys of the model went to the floors there at the same level ({text}). Please check.",
    ),
    (
        "question.floors_unaligned",
        "各层没有足够的共同轴号可对齐，请用两点对齐：{text}",
        "Too few common axis numbers to lay floors on each other; align by two points: {text}",
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
        "question.lowered",
        "模型标高不从首层起算，已减去 {text} m，请核对",
        "The model counts heights from elsewhere; {text} m were taken off. Please check.",
    ),
    (
        "question.moved_near",
        "图纸用的是远处的测量坐标（{text}），已移到楼层原点附近",
        "The drawing is in survey coordinates far away ({text}); "
        "it was moved near the floor's origin.",
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
        "question.no_scale",
        "图没有比例尺，导入时需量一段已知长度",
        "It has no scale; measure a known length on it when importing",
    ),
    (
        "question.no_storeys",
        "模型没有楼层，全部归入 1F，请核对",
        "The model has no storeys; everything went to 1F. Please check.",
    ),
    (
        "question.no_unit",
        "模型没有写明长度单位，按米计，请核对房间大小",
        "The model does not state its unit of length; metres were assumed. Check the size of "
        "a room.",
    ),
    (
        "question.paper_scale",
        "按图上写的比例 {text} 放置，请用一段已知长度核对",
        "Laid at the scale written on the page, {text}; check it with a known length",
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
)
