"""Sentences for troubles and reasons that come as codes from `plans`; see `wording`."""

from __future__ import annotations

from typing import Final

Rows = tuple[tuple[str, str, str], ...]

TROUBLES: Final[Rows] = (
    (
        "ambiguous",
        "“{what}”可指 {count} 栋建筑，没有替您选。请写全名称，或用编号。",
        "“{what}” could be any of {count} buildings, so none was taken. Give the whole name or the "
        "code.",
    ),
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
        "binder.exists",
        "“{path}”处已有文件，没有新建，原有文件未动。请换个名称或位置。",
        "There is a file at “{path}” already, so nothing was made and that file is untouched. "
        "Choose another name or place.",
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
        "binder.missing.folder",
        "“{path}”是文件夹，不是预案库文件。请写到里面的 .binder 文件，或另选一个预案库。",
        "“{path}” is a folder, not a binder. Name the .binder file in it or choose another binder.",
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
        "binder.older",
        "预案库“{path}”由旧版预案台写成，要先升级才能读，而现在只能读不能写。请复制到可写的文件夹"
        "再打开；升级前会自动备份。",
        "The binder “{path}” was written by an older Preplan Desk and must be upgraded to be read, "
        "but it may not be written. Copy it to a folder that may be written and open it there; a "
        "backup is kept before the upgrade.",
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
        "input.undecided",
        "文件“{path}”没有导入：{reason}。",
        "The file “{path}” was not imported: {reason}.",
    ),
    (
        "not_found",
        "没有找到“{what}”。请换个名称、拼音、地址或编号再试。",
        "Nothing answers to “{what}”. Try another name, address or code.",
    ),
    (
        "not_found.floor",
        "“{building}”没有楼层“{what}”。现有楼层：{floors}。",
        "“{building}” has no floor “{what}”. Its floors are {floors}.",
    ),
    (
        "not_found.floors",
        "“{building}”还没有楼层，没有“{what}”。请先导入楼层表或图纸。",
        "“{building}” has no floors yet, so no “{what}”. Import a table of floors or a drawing "
        "first.",
    ),
    (
        "not_found.site",
        "“{what}”还没有定位，画不出总平面。请先导入带坐标的建筑表或地图。",
        "“{what}” has no position yet, so there is no site to draw. Import a table or map with its "
        "coordinates first.",
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
    (
        "reason.bad_nodes",
        "有 {text} 个节点坐标无效，未采用",
        "{text} nodes have no valid coordinates and were left out",
    ),
    ("reason.bad_quotes", "引号不成对", "its quotation marks do not match"),
    ("reason.bad_time", "时间认不出来：{text}", "its time cannot be read: {text}"),
    ("reason.binary", "不是文本文件", "it is not a text file"),
    (
        "reason.circular",
        "模型内部引用成环",
        "instances of the model refer to each other in a circle",
    ),
    ("reason.coordinates", "坐标超出范围或不是数字", "coordinates are out of range or not numbers"),
    (
        "reason.crs",
        "坐标系未注明（坐标 {text}）",
        "its coordinate system is not stated (coordinates {text})",
    ),
    ("reason.crs_unknown", "坐标系认不出来：{text}", "its coordinate system is not known: {text}"),
    ("reason.cut_off", "文件不完整", "the file is cut off"),
    (
        "reason.datum",
        "坐标系未注明",
        "the datum of its coordinates is not stated",
    ),
    (
        "reason.drawing",
        "不是可读的 CAD 图（DXF 或 DWG）",
        "it is not a readable CAD drawing (DXF or DWG)",
    ),
    (
        "reason.drawing_repaired",
        "图有 {text} 处错误，已修复",
        "{text} faults in the drawing were repaired",
    ),
    (
        "reason.dwg_version",
        "这个 DWG 的版本（{text}）读不了，请在 CAD 中另存为 AutoCAD 2000–2018 的 DWG，或 DXF",
        "this DWG version ({text}) cannot be read; save it from CAD as DWG 2000–2018 or as DXF",
    ),
    (
        "reason.elsewhere",
        "图形不在“{building}”上，相距约 {away}",
        "it does not lie on “{building}” but some {away} away",
    ),
    (
        "reason.elsewhere_suits",
        "图形不在“{building}”上（相距约 {away}），而在“{suits}”上",
        "it does not lie on “{building}” (some {away} away) but on “{suits}”",
    ),
    ("reason.empty", "文件是空的", "the file is empty"),
    ("reason.empty_drawing", "图中模型空间没有图形", "its model space draws nothing"),
    ("reason.empty_map", "地图里没有任何对象", "the map holds nothing"),
    ("reason.encoding", "文字编码认不出来", "its text encoding is not known"),
    ("reason.endless", "无限长的线未采用：{text}", "endless lines were left out: {text}"),
    ("reason.entity", "有图元读不出来：{text}", "some entities could not be read: {text}"),
    ("reason.far_away", "离图太远的零散点未采用：{text}", "stray points far away left out: {text}"),
    ("reason.folder", "这是文件夹", "it is a folder"),
    ("reason.forbidden", "系统不允许读取", "the system does not allow reading it"),
    ("reason.format", "不是认识的格式：{text}", "its format is not known: {text}"),
    ("reason.headings", "表头里没有认识的列", "none of its column headings is known"),
    ("reason.ifc", "不是可读的 IFC 模型", "it is not a readable IFC model"),
    ("reason.ifc_empty", "模型里没有楼层和构件", "the model holds neither storeys nor products"),
    (
        "reason.ifc_schema",
        "IFC 版本 {text} 读不了，请从建模软件导出 IFC2x3、IFC4 或 IFC4x3",
        "IFC schema {text} cannot be read; export IFC2x3, IFC4 or IFC4x3 from the modelling "
        "program",
    ),
    (
        "reason.ifc_torn",
        "模型在此处损坏，只读出 {text} 个实例，请重新导出",
        "the model is damaged here and only {text} instances could be read; export it again",
    ),
    ("reason.ifc_unit", "模型没有写明长度单位", "the model does not state its unit of length"),
    ("reason.json", "不是有效的 JSON", "it is not valid JSON"),
    ("reason.kept_verified", "已核实的值未被替换", "a verified value was kept"),
    ("reason.lost_nodes", "有 {text} 个节点不在文件里", "{text} of its nodes are not in the file"),
    (
        "reason.lost_parts",
        "有组成部分不在文件里，按现有部分读入",
        "parts of it are not in the file; what is there was read",
    ),
    ("reason.missing", "没有这个文件", "there is no such file"),
    ("reason.missing_columns", "缺少列：{text}", "columns are missing: {text}"),
    ("reason.nested", "嵌套过深", "it is nested too deeply"),
    (
        "reason.network",
        "不是 EPANET 管网文件",
        "it is not an EPANET network",
    ),
    (
        "reason.network_empty",
        "管网里没有节点",
        "the network has no nodes",
    ),
    (
        "reason.network_fault",
        "管网有错：{text}",
        "the network has a fault: {text}",
    ),
    ("reason.no_area", "面的边界合不成面", "its outline encloses nothing"),
    ("reason.no_block", "缺少图块：{text}", "a block is missing: {text}"),
    ("reason.no_body", "形体做不出来，没有画", "its body could not be made; it is not drawn"),
    ("reason.no_building", "没写是哪栋建筑", "it does not say which building"),
    ("reason.no_file", "没写文件名", "it names no file"),
    (
        "reason.no_floor",
        "这个标高上没有房间和门，只是基准线，不作楼层",
        "a level line without rooms or doors, not a floor",
    ),
    ("reason.no_geometry", "没有图形", "it has no geometry"),
    ("reason.no_graphics", "没有可显示图形的图元：{text}", "entities without graphics: {text}"),
    ("reason.no_kind", "看不出是什么", "it cannot be told what it is"),
    ("reason.no_label", "没写楼层", "it does not say which floor"),
    ("reason.no_name", "没写名称", "it has no name"),
    (
        "reason.no_page",
        "没有这一页：{text}",
        "there is no such page: {text}",
    ),
    (
        "reason.no_place",
        "没有坐标，图上不画",
        "it has no coordinates and is not drawn",
    ),
    ("reason.no_position", "没有坐标", "it has no coordinates"),
    ("reason.no_rows", "只有表头，没有内容", "it has headings but no rows"),
    (
        "reason.no_scale",
        "图没有比例尺",
        "it has no scale",
    ),
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
    (
        "reason.not_a_pdf",
        "不是 PDF 文件",
        "it is not a PDF",
    ),
    ("reason.not_a_picture", "不是图片", "it is not a picture"),
    (
        "reason.not_degrees",
        "坐标不是经纬度（{text}），文件又没注明坐标系",
        "its coordinates are not degrees ({text}) and it names no coordinate system",
    ),
    ("reason.not_drawn", "平面图上没有对应的画法，未画", "a plan has no way to draw it"),
    ("reason.not_finite", "坐标是无穷或空值", "its coordinates are infinite or not numbers"),
    ("reason.not_geojson", "是 JSON，但不是 GeoJSON", "it is JSON but not GeoJSON"),
    ("reason.not_osm", "不是可读的 OpenStreetMap 文件", "it is not a readable OpenStreetMap file"),
    ("reason.odd_level", "楼层号认不全", "its level was only partly understood"),
    (
        "reason.odd_value",
        "内容与要素的类型不符，按文字保存",
        "its value does not suit the fact and was kept as text",
    ),
    (
        "reason.other_floor",
        "构件所在高度与所属楼层不符，按高度归层",
        "things stand at another floor's height than the file says; their height was followed",
    ),
    ("reason.out_of_range", "坐标超出经纬度范围", "its coordinates are out of range"),
    ("reason.outside", "引用的外部图片未带来：{text}", "pictures outside the file: {text}"),
    (
        "reason.outside_folder",
        "文件不在表格所在的文件夹里",
        "the file lies outside the table's folder",
    ),
    (
        "reason.password",
        "PDF 有密码保护，请先去掉密码再导入",
        "it is protected by a password; remove that first",
    ),
    (
        "reason.pattern",
        "填充图案以浅色表示：{text}",
        "hatch patterns are shown as a tint: {text}",
    ),
    (
        "reason.picture",
        "不是可读的图片（PNG、JPEG、TIFF、BMP、WebP、GIF）",
        "it is not a readable picture (PNG, JPEG, TIFF, BMP, WebP, GIF)",
    ),
    ("reason.reader_died", "读取程序中途停止", "the reading process stopped"),
    ("reason.recursion", "图块自己套自己：{text}", "a block that holds itself: {text}"),
    ("reason.repaired", "边界自相交，已修复", "its outline crossed itself and was repaired"),
    ("reason.skipped", "未采用的图元：{text}", "entities left out: {text}"),
    ("reason.timeout", "读取时间过长，已中止", "reading took too long and was stopped"),
    ("reason.too_big", "文件过大", "the file is too big"),
    (
        "reason.too_far",
        "共 {total} 处，其中 {n} 处离库中建筑太远：离最近的{building}也有 {km} km"
        "（上限 {limit_km} km）",
        "{n} of {total} entries lie too far from the binder's buildings: {km} km or more from the "
        "nearest, {building} (the limit is {limit_km} km)",
    ),
    (
        "reason.too_few_cells",
        "这一行缺列，缺的按空白处理",
        "the row is short; missing cells were taken as blank",
    ),
    ("reason.too_few_points", "点数太少", "it has too few points"),
    ("reason.too_many", "图块重复太多，未采用：{text}", "a block repeated too often: {text}"),
    ("reason.too_many_cells", "这一行的列比表头多", "the row has more cells than headings"),
    ("reason.too_many_columns", "列数过多", "it has too many columns"),
    (
        "reason.too_many_pixels",
        "图片太大（{text} 像素），请缩小后再导入",
        "it has too many pixels ({text}); make it smaller first",
    ),
    ("reason.too_many_rows", "行数过多", "it has too many rows"),
    ("reason.too_much_memory", "内存不够，已中止", "it needs too much memory and was stopped"),
    ("reason.torn", "坐标损坏的图元未采用：{text}", "left out for damaged coordinates: {text}"),
    (
        "reason.torn_hatch",
        "填充边界不闭合，未采用：{text}",
        "hatches with open edges left out: {text}",
    ),
    (
        "reason.torn_relation",
        "多边形不闭合，或有边界不在文件里",
        "its outline does not close, or is partly outside the file",
    ),
    ("reason.unknown", "原因不明", "the reason is not known"),
    ("reason.unknown_as", "没有“{text}”这种表", "there is no kind of table “{text}”"),
    ("reason.unknown_building", "库里没有建筑“{text}”", "the binder holds no building “{text}”"),
    ("reason.unknown_datum", "坐标系认不出来", "its datum is not known"),
    ("reason.unknown_geometry", "图形类型不认识", "its geometry type is not known"),
    ("reason.unknown_kind", "没有这种类型", "there is no such kind"),
    (
        "reason.unknown_table",
        "看不出这是什么表（表头：{text}）",
        "it cannot be told what the table holds (headings: {text})",
    ),
    (
        "reason.unlike_building",
        "库里没有建筑“{text}”，相近的有：{near}",
        "the binder holds no building “{text}”; these come near: {near}",
    ),
    (
        "reason.which_floor",
        "图纸没说明画的是哪栋建筑哪一层",
        "a drawing does not say which building and floor it shows",
    ),
    ("reason.workbook", "不是可读的 Excel 工作簿", "it is not a readable Excel workbook"),
    ("reason.xml", "不是有效的 XML", "it is not valid XML"),
    (
        "reason.xml_entities",
        "XML 里有实体声明，为安全起见不读",
        "it declares XML entities, which are not read for safety",
    ),
    ("reason.xref", "外部参照未带来：{text}", "an external reference is missing: {text}"),
    ("reason.zip", "压缩包打不开", "the archive cannot be opened"),
    (
        "reason.zip_bomb",
        "压缩包展开后大得反常，已中止",
        "the archive unpacks to an absurd size and was stopped",
    ),
    ("reason.zip_many", "压缩包里文件太多：{text}", "the archive holds too many files: {text}"),
    (
        "reason.zip_one",
        "压缩包里应有一个 .ifc 文件，实有 {text} 个",
        "the archive should hold one .ifc file but holds {text}",
    ),
    (
        "reason.zip_path",
        "压缩包里的路径指向包外，未打开",
        "a path in the archive points outside it; it was not opened",
    ),
)
