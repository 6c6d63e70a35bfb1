"""What an English reader is shown of each Chinese free text in the buildings' facts."""

from __future__ import annotations

import re

CHINESE = re.compile(r"[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]")
"""A Chinese character or a full-width mark: a text with one needs its English."""

_WHO = {
    "示例区（虚构）": "Sample District (invented)",
    "示例商业管理公司（虚构）": "Sample Retail Management (invented)",
    "示例物业服务公司（虚构）": "Sample Property Services (invented)",
    "示例消防技术公司（虚构）": "Sample Fire Engineering (invented)",
    "周示例": "Zhou Sample",
    "吴示例": "Wu Sample",
    "郑示例": "Zheng Sample",
    "钱示例": "Qian Sample",
    "冯示例": "Feng Sample",
    "陈示例": "Chen Sample",
    "褚示例": "Chu Sample",
    "卫示例": "Wei Sample",
    "蒋示例": "Jiang Sample",
    "沈示例": "Shen Sample",
    "韩示例": "Han Sample",
    "杨示例": "Yang Sample",
}

_ACCESS = {
    "环裙房一周，西、北、南三处接市政路": (
        "Loop round podium; meets public roads on west, north, south"
    ),
    "东南匝道连廊限高 3.8 m；南广场顶板限载 20 t": "SE bridge 3.8 m; S plaza max 20 t",
    "西门升降杆 24 h 值守，其余门 23:00 后上锁": (
        "West gate barrier manned 24 h; other gates locked after 23:00"
    ),
    "东侧消防控制室外墙": "East side, outside wall of fire control room",
    "北门 P-ST6 旁消防电梯厅；地下火灾走 P-ST1、P-ST6": "N gate, P-ST6; below: P-ST1, P-ST6",
    "北侧 A 座大堂，A-FL1、A-FL2": "N, Tower A lobby: A-FL1, A-FL2",
    "北侧 B 座大堂，B-FL1、B-FL2": "N, Tower B lobby: B-FL1, B-FL2",
    "南校门，直达庭院": "South school gate, into courtyard",
    "西侧门诊入口，电梯厅 FL-1": "W outpatient door, lift lobby FL-1",
    "北侧穿堂月台": "North dock, via loading hall",
    "南侧五个装卸口": "Five loading doors, south side",
    "填充街口铺水带，约 90 m": "Hose from Hatch Street, about 90 m",
    "南侧单元门": "South entrance door",
    "南侧大堂，雨篷限高 3.6 m": "South lobby; canopy 3.6 m clear",
    "西门、东门": "West and east gates",
    "北门": "North gate",
    "上下学时段门前拥堵": "Gate congested at school run",
    "南登高场地长期停车": "S aerial site always parked up",
    "牌坊限高 3.2 m，巷宽 3 m": "Archway 3.2 m clear; lane 3 m wide",
    "东侧车道被私家车占用": "East lane blocked by parked cars",
    "早市占道，05:00–10:00": "Market stalls in road 05:00–10:00",
    "南面为地下室顶板，登高车勿停": "South is basement roof: no aerials",
    "西场地夜间货车临停": "Lorries on west site at night",
    "北侧行道树 4.5 m，勿越": "N street trees 4.5 m: do not cross",
    "救护车、私家车停放": "Ambulances and cars parked",
    "宽度不足 10 m": "Less than 10 m wide",
    "西门广场": "West gate plaza",
    "南为示例大道，东为示例酒店": "Sample Avenue to the south, Sample Hotel to the east",
    "东、南连裙房": "Joins podium on east and south",
}

_WATER = {
    "B3 东北，经 P-ST6 或 B-ST2 下": "B3 north-east, down P-ST6 or B-ST2",
    "南侧 430 m 示例河取水码头": "Sample River drafting wharf, 430 m south",
    "南侧示例河，滨河路取水口 4.6 m": "Sample River to south; Riverside Road draft point, 4.6 m",
    "北侧外墙，A、B 座之间": "North wall, between Towers A and B",
    "北侧外墙，A 座大堂东 25 m": "N wall, 25 m E of Tower A lobby",
    "北侧外墙东端": "North wall, east end",
    "北侧外墙": "North wall",
    "北侧东端": "North side, east end",
    "南侧登高场地边": "South side, by aerial site",
    "裙房与地下为低区": "Podium and basements are low zone",
    "1F–11F 低区，12F 以上高区": "1F–11F low zone, 12F up high zone",
    "1F–12F 低区，13F 以上高区": "1F–12F low zone, 13F up high zone",
    "B3 泵房、B1 后勤走道": "B3 pump room, B1 service corridor",
    "B3 泵房、11F 转输泵房": "B3 pump room, 11F transfer pump room",
    "B3 生活水泵房": "B3 domestic water pump room",
    "无": "None",
}

_INSIDE = {
    "P-FL1 北门东侧；P-FL2 西侧": "P-FL1 east of N gate; P-FL2 west",
    "核心筒东北 A-FL1、西南 A-FL2": "Core: A-FL1 NE, A-FL2 SW",
    "西、东两核心筒": "West and east cores",
    "中部电梯厅": "Central lift lobby",
    "核心筒前室": "Core lobby",
    "P-ST1、ST3、ST5、ST6、ST7": "P-ST1, ST3, ST5, ST6, ST7",
    "A-ST1、A-ST2": "A-ST1, A-ST2",
    "B-ST1、B-ST2": "B-ST1, B-ST2",
    "11F、22F": "11F, 22F",
    "无；5F 可上屋面": "None; roof reached from 5F",
    "无避难层；6F 架空层": "No refuge floor; 6F open deck",
    "每层两间避难间": "Two refuge rooms on every floor",
    "每层 5 个，中庭周边卷帘；地下每层 4 个": (
        "5 a floor, shutters round atrium; 4 a basement level"
    ),
    "标准层 1 个；避难层 2 个": "1 a typical floor; 2 a refuge floor",
    "每层 1 个，走道 42 m": "1 a floor; corridor 42 m",
    "1F–5F 贯通，采光顶设排烟窗 4 组": "Open 1F–5F; 4 sets of smoke vents in glazed roof",
    "裙房 1F 东侧，直通室外": "Podium 1F east, door to outside",
    "1F 北侧，直通室外": "1F north side, door to outside",
    "1F 西南门卫": "1F south-west gatehouse",
    "1F 北楼东": "1F north block, east end",
    "1F 物业值班室": "1F property duty room",
    "裙房 1F 消防控制室": "Podium 1F fire control room",
    "西南外墙、屋面北侧": "South-west wall; roof, north side",
    "11F、22F 东侧，屋面东侧": "11F and 22F east side; roof, east side",
    "消防控制室分层播报": "Floor-by-floor announcement from fire control room",
    "西南广场、东北绿地": "South-west plaza; north-east green",
    "北操场": "North playground",
}

_UTILITIES = {
    "裙房东侧室外，卸货区北": "Outside podium E, N of loading bay",
    "1F 厨房外墙": "1F, outside kitchen wall",
    "B1 厨房": "B1 kitchen",
    "1F 厨房": "1F kitchen",
    "B2 变配电室；东侧室外总配电箱": "B2 switch room; main box outside E",
    "1F 西侧配电间": "1F west switch room",
    "1F 北楼变配电室": "1F north block switch room",
    "1F 东北配电间": "1F north-east switch room",
    "1F 北侧配电间": "1F north switch room",
    "1F 门厅": "1F entrance hall",
    "B3 柴油发电机 1600 kW，油箱 1 m³": "B3 diesel generator 1600 kW, fuel tank 1 m³",
    "B3 柴油发电机 1600 kW": "B3 diesel generator 1600 kW",
    "室外箱式 800 kW": "Outdoor container set, 800 kW",
}

_HAZARDS = {
    "中庭烟气蔓延；4F 集中厨房；B2 地铁连通": "Atrium smoke; 4F kitchen; B2 metro",
    "登高只到 14F；高区靠内攻和固定设施": "No aerial above 14F: attack inside",
    "夜间人多；外墙 B1 级保温": "Full at night; class B1 insulation",
    "儿童多，下楼拥挤": "Many children; crowded stairs",
    "卧床病人多；液氧": "Many bed patients; liquid oxygen",
    "氨 4.2 t；聚氨酯保温阴燃": "Ammonia 4.2 t; smouldering PU foam",
    "高架 9.6 m；轻钢屋面易塌": "Racks 9.6 m; light roof may fail",
    "连片砖木、屋架贯通、液化气瓶": "Timber row, open roof void, LPG",
    "电动自行车入户；前室堆物": "E-bikes in flats; blocked lobbies",
    "夜间住客不熟悉疏散路线": "Night guests do not know exits",
    "2F 液化气灶；摊位无分隔": "2F LPG stoves; stalls undivided",
    "无；餐饮固体酒精约 20 kg": "None; about 20 kg solid alcohol fuel in restaurants",
    "液氧 10 m³，酒精 200 L": "Liquid oxygen 10 m³, alcohol 200 L",
    "液氨 4.2 t": "Liquid ammonia 4.2 t",
    "酒精、清洗剂 0.8 t": "Alcohol and cleaning agents 0.8 t",
    "B2 地铁接口、4F 厨房、5F 影院": "B2 metro interface, 4F kitchens, 5F cinema",
    "重症监护、手术部、液氧站": "Intensive care, theatres, liquid oxygen plant",
    "东侧室外，距外墙 25 m": "Outside east, 25 m from wall",
    "巷口充电桩；仍有入户充电": "Chargers at lane mouth; some still charge indoors",
    "1、2 号车棚": "Sheds 1 and 2",
    "B2 西南，两道特级卷帘，须与车控室会商后落下": (
        "B2 SW, two special-grade shutters; agree with metro control before closing"
    ),
    "3F 东商街卷帘 2 樘故障，10 月 30 日前修复": "3F E: 2 shutters out till 30 Oct",
    "周末 11:00–21:00": "Weekends 11:00–21:00",
    "工作日 09:00–18:00": "Weekdays 09:00–18:00",
}

_TACTICS = {
    "北侧占位；确认卷帘、排烟；沿 P-ST6 内攻，着火层下一层集结": (
        "Park north; confirm shutters, smoke vents; attack by P-ST6, stage one below fire"
    ),
    "A-FL1 到着火层下两层；由高区接合器加压；11F、22F 收拢人员": (
        "A-FL1 to two below fire; boost high-zone FD connection; muster at 11F, 22F"
    ),
    "北侧登高救人；沿前室内攻，逐户敲门": (
        "Aerial rescue on north; attack by the lobbies, knock at every flat"
    ),
    "上风向集结；先停机关阀，水幕稀释": (
        "Stage upwind; stop plant and shut valves first, dilute with water curtains"
    ),
    "两翼设防，先断屋架": "Hold both flanks; cut the roof line first",
    "中庭玻璃坠落；卷帘落下后勿翻越": "Falling atrium glass; do not cross once shutters are down",
    "幕墙玻璃坠落区 30 m": "Curtain wall glass falls within 30 m",
    "裙房屋面 6F 可作平台": "Podium roof at 6F can serve as a platform",
    "进入须重型防化": "Heavy chemical suits to enter",
    "燃烧 15 min 后勿入库内": "Do not enter after 15 min of burning",
    "B2、B3 西区盲区，设中继": "Dead spots in B2, B3 west; set up a repeater",
    "核心筒内信号弱": "Weak signal inside the core",
    "首批 2 站 9 车": "First alarm: 2 stations, 9 appliances",
    "首批 3 站 12 车": "First alarm: 3 stations, 12 appliances",
    "首批 2 站 7 车": "First alarm: 2 stations, 7 appliances",
}

ENGLISH = {**_WHO, **_ACCESS, **_WATER, **_INSIDE, **_UTILITIES, **_HAZARDS, **_TACTICS}


def english_of(value: object) -> str:
    """The English of a Chinese free text, "" for any other value; ValueError if it is not here."""
    if not isinstance(value, str) or not CHINESE.search(value):
        return ""
    if value not in ENGLISH:
        raise ValueError(f"no English in english.py: {value}")
    return ENGLISH[value]
