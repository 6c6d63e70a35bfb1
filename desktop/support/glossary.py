"""The words of the program in both languages, one meaning each: rows for the help."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Word:
    """A word, its reading, and what it is, in Chinese and English."""

    zh: str
    en: str
    pinyin: str
    means_zh: str
    means_en: str


WORDS: Final = (
    Word("预案库", "Binder", "yu an ku",
         "一个装着建筑预案的文件，打开即可用，不需要网络。",
         "One file full of building pre-plans; open it and work, no network needed."),
    Word("台面", "Desk", "tai mian",
         "眼前摊开的内容：哪栋建筑、哪一层、选中了什么。",
         "What lies open in front of you: building, floor, selection."),
    Word("建筑", "Building", "jian zhu",
         "有自己预案的一栋楼，由楼层组成。",
         "One building with a plan of its own, made of floors."),
    Word("楼层", "Floor", "lou ceng",
         "建筑的一层；标准层画一次，多层共用。",
         "One storey; typical floors are drawn once and shared."),
    Word("总平面", "Site", "zong ping mian",
         "建筑周围的地图：道路、水源、登高操作场地。",
         "The map around the buildings: roads, water, aerial operation sites."),
    Word("定位", "Placing", "ding wei",
         "把楼层图和地图对上的位置、转角和坐标系。",
         "Position, rotation and datum that tie a floor to the map."),
    Word("要素", "Fact", "yao su",
         "记录下来的一项数据，带单位、来源、核实人和日期。",
         "One recorded value with its unit, source, verifier and date."),
    Word("标注", "Feature", "biao zhu",
         "图上的一样东西：消火栓、楼梯、门……",
         "One thing on the plan: a hydrant, a stair, a door."),
    Word("类型", "Kind", "lei xing",
         "标注属于哪一类，决定符号和要填的要素。",
         "What sort of thing a feature is; gives its symbol and its facts."),
    Word("剖面", "Section", "pou mian",
         "从侧面看建筑，点哪层就打开哪层。",
         "The building from the side; choose a floor there to open it."),
    Word("速览卡", "Card", "su lan ka",
         "到场头六十秒要知道的，都在一屏上。",
         "What the first sixty seconds need, on one screen."),
    Word("图纸", "Sheet", "tu zhi",
         "打印出来的 A3 页：一页讲清建筑，再每层一页。",
         "The printed A3 page: the building on one, then one for each floor."),
    Word("变更", "Change", "bian geng",
         "一次修改前后的内容，可以撤销，也留有记录。",
         "What an edit did, before and after; it can be undone and is on record."),
    Word("站", "Station", "zhan",
         "消防站或微型消防站（总站、执勤点、器材存放点）。",
         "A fire station, or a micro-station's main station, duty point or equipment cache."),
    Word("值班", "Shift", "zhi ban",
         "谁在什么时间在哪个站当班。",
         "Who is on duty, where, from when to when."),
    Word("人员", "Person", "ren yuan",
         "值班表上的人，带岗位和电话。",
         "Somebody on a roster, with post and telephone."),
    Word("车辆", "Appliance", "che liang",
         "消防车，带类别和各项数据。",
         "A fire appliance with its class and figures."),
    Word("导入稿", "Draft", "dao ru gao",
         "从文件读出、等待确认的内容。",
         "What was read from a file and waits for approval."),
    Word("已核实", "Verified", "yi he shi",
         "有人核实过，且没有过复核期。",
         "Checked by somebody, and not yet due for review."),
    Word("待复核", "Due for review", "dai fu he",
         "核实过，但已超过复核期，可能变了。",
         "Checked once, but so long ago that it may have changed."),
    Word("未核实", "Unverified", "wei he shi",
         "有记录，但没有人核实过：用时要留心。",
         "Recorded, but nobody has checked it: use with care."),
    Word("缺失", "Missing", "que shi",
         "应当有而没有记录。",
         "Should be recorded and is not."),
    Word("直线距离", "Straight line", "zhi xian ju li",
         "地图上两点之间的距离，不是行车距离。",
         "The distance between two points on the map, not the way by road."),
)  # fmt: skip
