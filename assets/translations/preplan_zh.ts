<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
    <context>
        <name>AboutDialog</name>
        <message>
            <source>About Preplan Desk</source>
            <translation>关于预案台</translation>
        </message>
        <message>
            <source>Version {number}</source>
            <translation>版本 {number}</translation>
        </message>
        <message>
            <source>Opens a building's pre-plan in seconds, with no network, and stays on this machine: nothing is sent anywhere.</source>
            <translation>几秒钟打开一栋建筑的预案，不需要网络；数据只在本机，不向任何地方发送。</translation>
        </message>
        <message>
            <source>Log: {folder}</source>
            <translation>日志：{folder}</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
    </context>
    <context>
        <name>Beginning</name>
        <message>
            <source>New binder</source>
            <translation>新建预案库</translation>
        </message>
        <message>
            <source>pre-plans</source>
            <translation>辖区预案</translation>
        </message>
        <message>
            <source>Binders (*.binder)</source>
            <translation>预案库 (*.binder)</translation>
        </message>
        <message>
            <source>Building the sample district</source>
            <translation>正在生成示例预案库</translation>
        </message>
    </context>
    <context>
        <name>Bringing</name>
        <message>
            <source>Import files</source>
            <translation>导入文件</translation>
        </message>
        <message>
            <source>Maps, drawings and tables</source>
            <translation>地图、图纸和表格</translation>
        </message>
        <message>
            <source>Other files are being imported. Wait for them, or stop them first.</source>
            <translation>正在导入别的文件，请等其完成，或先停止。</translation>
        </message>
        <message>
            <source>This binder is open for reading only; files cannot be imported.</source>
            <translation>预案库以只读方式打开，不能导入文件。</translation>
        </message>
        <message>
            <source>Importing files</source>
            <translation>正在导入文件</translation>
        </message>
        <message numerus="yes">
            <source>%n record(s) imported.</source>
            <translation>
                <numerusform>已导入 %n 条记录。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n record(s) imported into {where}.</source>
            <translation>
                <numerusform>已导入 %n 条记录，归入{where}。</numerusform>
            </translation>
        </message>
        <message>
            <source>The binder has all of it already.</source>
            <translation>内容库中已有，没有新增。</translation>
        </message>
        <message numerus="yes">
            <source>%n entry(ies) could not be read.</source>
            <translation>
                <numerusform>有 %n 处读不出来。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n place(s)</source>
            <translation>
                <numerusform>%n 处</numerusform>
            </translation>
        </message>
        <message>
            <source>, </source>
            <translation>、</translation>
        </message>
        <message>
            <source>Change unit</source>
            <translation>更改单位</translation>
        </message>
        <message numerus="yes">
            <source>%n assumption(s) to check.</source>
            <translation>
                <numerusform>有 %n 项按推定处理，请核对。</numerusform>
            </translation>
        </message>
        <message>
            <source>Show</source>
            <translation>查看</translation>
        </message>
        <message>
            <source>The import was stopped.</source>
            <translation>导入已停止。</translation>
        </message>
        <message numerus="yes">
            <source>%n file(s) had come in before and stay.</source>
            <translation>
                <numerusform>停止前已导入 %n 个文件，予以保留。</numerusform>
            </translation>
        </message>
        <message>
            <source>Millimetres (mm)</source>
            <translation>毫米（mm）</translation>
        </message>
        <message>
            <source>Centimetres (cm)</source>
            <translation>厘米（cm）</translation>
        </message>
        <message>
            <source>Metres (m)</source>
            <translation>米（m）</translation>
        </message>
        <message>
            <source>Inches (in)</source>
            <translation>英寸（in）</translation>
        </message>
        <message>
            <source>Feet (ft)</source>
            <translation>英尺（ft）</translation>
        </message>
        <message>
            <source>As its titles say</source>
            <translation>按图名分层</translation>
        </message>
        <message>
            <source>Import drawing</source>
            <translation>导入图纸</translation>
        </message>
        <message>
            <source>Which floor does the drawing show? A new label makes a new floor.</source>
            <translation>图纸是哪一层？填新的层号会新建楼层。</translation>
        </message>
        <message>
            <source>In which unit is it drawn?</source>
            <translation>图纸用的是什么单位？</translation>
        </message>
        <message>
            <source>the site</source>
            <translation>总平面</translation>
        </message>
        <message>
            <source>Do these files belong to floor {floor}?</source>
            <translation>这些文件是 {floor} 层的吗？</translation>
        </message>
        <message>
            <source>To floor {floor}</source>
            <translation>导入到 {floor} 层</translation>
        </message>
        <message>
            <source>Where the files say</source>
            <translation>按文件自己的位置</translation>
        </message>
    </context>
    <context>
        <name>Buildings</name>
        <message>
            <source>This binder holds no buildings yet.
Import a table of buildings (CSV) or a map (GeoJSON): File › Import files, or drop them here.</source>
            <translation>这个预案库里还没有建筑。
请导入建筑表格（CSV）或地图（GeoJSON）：“文件 › 导入文件”，或把文件拖到这里。</translation>
        </message>
        <message>
            <source>Buildings</source>
            <translation>建筑</translation>
        </message>
    </context>
    <context>
        <name>Card</name>
        <message>
            <source>Card</source>
            <translation>速览卡</translation>
        </message>
        <message numerus="yes">
            <source>%n more in the program</source>
            <translation>
                <numerusform>另有 %n 项见软件</numerusform>
            </translation>
        </message>
        <message>
            <source>Show what fits (Enter)</source>
            <translation>收起（回车）</translation>
        </message>
        <message numerus="yes">
            <source>%n more: show all (Enter)</source>
            <translation>
                <numerusform>另有 %n 项：全部显示（回车）</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>CardView</name>
        <message numerus="yes">
            <source>%n more below</source>
            <translation>
                <numerusform>下面还有 %n 项</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ChoiceDialog</name>
        <message>
            <source>Import</source>
            <translation>导入</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
    </context>
    <context>
        <name>CommandPalette</name>
        <message>
            <source>All commands</source>
            <translation>全部命令</translation>
        </message>
        <message>
            <source>What do you want to do?</source>
            <translation>想做什么？可输入中文、拼音或英文</translation>
        </message>
        <message>
            <source>Search commands</source>
            <translation>查找命令</translation>
        </message>
        <message>
            <source>Commands</source>
            <translation>命令</translation>
        </message>
        <message>
            <source>No command is called that.</source>
            <translation>没有这个命令。</translation>
        </message>
    </context>
    <context>
        <name>CrashDialog</name>
        <message>
            <source>Something went wrong</source>
            <translation>程序出了问题</translation>
        </message>
        <message>
            <source>This is a fault of the program. Everything saved before is safe. You can go on; if something looks wrong now, quit and start again.</source>
            <translation>这是程序自身的故障，此前已保存的内容都在。可以继续使用；如果画面不对，请退出后重新打开。</translation>
        </message>
        <message>
            <source>Details</source>
            <translation>详情</translation>
        </message>
        <message>
            <source>Copy details</source>
            <translation>复制详情</translation>
        </message>
        <message>
            <source>Open log folder</source>
            <translation>打开日志文件夹</translation>
        </message>
        <message>
            <source>Quit</source>
            <translation>退出</translation>
        </message>
        <message>
            <source>Go on</source>
            <translation>继续使用</translation>
        </message>
    </context>
    <context>
        <name>CrsDialog</name>
        <message>
            <source>Which coordinate system?</source>
            <translation>是哪个坐标系？</translation>
        </message>
        <message>
            <source>Search by code or name: 4546, CGCS2000, UTM</source>
            <translation>按编号或名称查找：4546、CGCS2000、UTM</translation>
        </message>
        <message>
            <source>Coordinate systems</source>
            <translation>坐标系</translation>
        </message>
        <message>
            <source>Those that cover this place come first. The sender of the file knows it.</source>
            <translation>覆盖本地的排在前面。不清楚时请问提供文件的人。</translation>
        </message>
        <message>
            <source>A sketch without a place: keep it, do not draw it</source>
            <translation>只是示意图，没有真实位置：保存，不上图</translation>
        </message>
        <message>
            <source>Leave it out</source>
            <translation>不导入</translation>
        </message>
        <message>
            <source>Import</source>
            <translation>导入</translation>
        </message>
    </context>
    <context>
        <name>Deciding</name>
        <message>
            <source>From GPS, a surveyor or a municipal map</source>
            <translation>来自 GPS、测绘成果或市政地图</translation>
        </message>
        <message>
            <source>Copied from Amap or Tencent maps</source>
            <translation>取自高德、腾讯地图</translation>
        </message>
        <message>
            <source>Copied from Baidu maps</source>
            <translation>取自百度地图</translation>
        </message>
        <message>
            <source>Which datum are the coordinates in?</source>
            <translation>坐标用的是哪种坐标系？</translation>
        </message>
        <message>
            <source>{file} does not say. A wrong datum puts everything some hundred metres off.</source>
            <translation>{file} 没有注明。选错坐标系，位置会偏出几百米。</translation>
        </message>
        <message>
            <source>What does the table hold?</source>
            <translation>这张表里是什么？</translation>
        </message>
        <message>
            <source>It cannot be told from the headings of {file}: {text}</source>
            <translation>从 {file} 的表头看不出来：{text}</translation>
        </message>
        <message>
            <source>Into {building} all the same</source>
            <translation>照样归入{building}</translation>
        </message>
        <message>
            <source>As a new building “{name}”</source>
            <translation>新建建筑“{name}”</translation>
        </message>
        <message>
            <source>Onto the site</source>
            <translation>归入总平面</translation>
        </message>
        <message>
            <source>Not on a floor, but on the map around</source>
            <translation>不放进楼层，放在周边地图上</translation>
        </message>
        <message>
            <source>Into {suits}</source>
            <translation>归入{suits}</translation>
        </message>
        <message>
            <source>That is where it lies</source>
            <translation>图形就在这栋建筑上</translation>
        </message>
        <message>
            <source>This is not {building}</source>
            <translation>图形不在{building}上</translation>
        </message>
        <message>
            <source>{file} lies some {away} from {building}. Where does it belong?</source>
            <translation>{file} 距{building}约 {away}。归入哪里？</translation>
        </message>
        <message>
            <source>Take all of it</source>
            <translation>全部导入</translation>
        </message>
        <message>
            <source>The binder then covers both places</source>
            <translation>预案库将同时包含两地</translation>
        </message>
        <message>
            <source>Leave out what is far away</source>
            <translation>太远的不要</translation>
        </message>
        <message>
            <source>Only what lies near comes in</source>
            <translation>只导入近处的</translation>
        </message>
        <message>
            <source>That is far away</source>
            <translation>位置太远</translation>
        </message>
        <message>
            <source>As a new building “{text}”</source>
            <translation>新建建筑“{text}”</translation>
        </message>
        <message>
            <source>Into {building}</source>
            <translation>归入 {building}</translation>
        </message>
        <message>
            <source>Its floors take what the model has at the same level</source>
            <translation>同一层的内容并入已有楼层</translation>
        </message>
        <message>
            <source>Whose model is this?</source>
            <translation>这是哪栋建筑的模型？</translation>
        </message>
        <message>
            <source>{file} is a model of a whole building. Which one?</source>
            <translation>{file} 是整栋建筑的模型，归哪一栋？</translation>
        </message>
        <message>
            <source>{file} does not name its coordinate system. Its coordinates: {text}</source>
            <translation>{file} 没有写明坐标系。坐标范围：{text}</translation>
        </message>
        <message>
            <source>{file} does not say which building and floor it shows.</source>
            <translation>{file} 没有说明画的是哪栋建筑哪一层。</translation>
        </message>
        <message>
            <source>The same for the other files</source>
            <translation>其余文件同样处理</translation>
        </message>
    </context>
    <context>
        <name>Doing</name>
        <message>
            <source>Align drawing</source>
            <translation>底图对位</translation>
        </message>
        <message>
            <source>Which drawing?</source>
            <translation>哪一张图？</translation>
        </message>
        <message>
            <source>{name} lies anew.</source>
            <translation>“{name}”已重新放好。</translation>
        </message>
        <message>
            <source>The card is on the clipboard.</source>
            <translation>速览卡已复制到剪贴板。</translation>
        </message>
    </context>
    <context>
        <name>FeaturePanel</name>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <source>Close (Esc)</source>
            <translation>关闭（Esc）</translation>
        </message>
        <message>
            <source>The photo “{name}” cannot be shown.</source>
            <translation>照片“{name}”无法显示。</translation>
        </message>
    </context>
    <context>
        <name>Finding</name>
        <message>
            <source>recent</source>
            <translation>最近</translation>
        </message>
        <message>
            <source>{distance} from here</source>
            <translation>距本楼 {distance}</translation>
        </message>
    </context>
    <context>
        <name>FloorDialog</name>
        <message>
            <source>Where does the drawing belong?</source>
            <translation>图纸归入哪里？</translation>
        </message>
        <message>
            <source>Building</source>
            <translation>建筑</translation>
        </message>
        <message>
            <source>Floor</source>
            <translation>楼层</translation>
        </message>
        <message>
            <source>A name or label that is not there yet makes a new one.</source>
            <translation>填写库中没有的名称或楼层，即为新建。</translation>
        </message>
        <message>
            <source>Import</source>
            <translation>导入</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
    </context>
    <context>
        <name>Gaps</name>
        <message>
            <source>of what a plan should hold is recorded</source>
            <translation>的应有内容已记录</translation>
        </message>
    </context>
    <context>
        <name>HelpDialog</name>
        <message>
            <source>Keys, words and symbols</source>
            <translation>快捷键、用语与图例</translation>
        </message>
        <message>
            <source>Search keys, words and symbols</source>
            <translation>查找快捷键、用语、图例</translation>
        </message>
        <message>
            <source>Keys</source>
            <translation>快捷键</translation>
        </message>
        <message>
            <source>Words</source>
            <translation>用语</translation>
        </message>
        <message>
            <source>Symbols</source>
            <translation>图例</translation>
        </message>
        <message>
            <source>Nothing here is called that.</source>
            <translation>这里没有这一项。</translation>
        </message>
    </context>
    <context>
        <name>LayingDialog</name>
        <message>
            <source>Lay {name} on floor {floor}</source>
            <translation>把“{name}”放到 {floor}</translation>
        </message>
        <message>
            <source>Reading page {page}...</source>
            <translation>正在读第 {page} 页……</translation>
        </message>
        <message>
            <source>Its middle lies on the middle of the floor.</source>
            <translation>图的中心对准本层中心。</translation>
        </message>
        <message>
            <source>This floor and the one below are empty: nothing to align with.</source>
            <translation>本层和下一层都是空的，没有可对的点。</translation>
        </message>
        <message>
            <source>Click the same two places on the page and on {floor}: a stair, a lift shaft, two corners of the grid.</source>
            <translation>在图上和{floor}上点同样的两处：楼梯、电梯井或轴网两角。</translation>
        </message>
        <message>
            <source>No scale yet: click A and B on the page.</source>
            <translation>还没有比例：在图上点 A、B 两点。</translation>
        </message>
        <message>
            <source>Now the same two places on {floor}.</source>
            <translation>再到{floor}上点同样的两处。</translation>
        </message>
        <message>
            <source>Type the length between A and B.</source>
            <translation>请填写 A、B 之间的实际长度。</translation>
        </message>
        <message>
            <source>By the two points A–B is {found} m, not {length} m: check them.</source>
            <translation>按两点对位，A–B 是 {found} 米，不是 {length} 米，请核对。</translation>
        </message>
        <message>
            <source>That is the size of the page. Check it with the bar on it.</source>
            <translation>这是整张图的实际尺寸，请用图上的标尺核对。</translation>
        </message>
        <message>
            <source>By the scale written on the page; check it with a length.</source>
            <translation>按图上写的比例，请量一段已知长度核对。</translation>
        </message>
        <message>
            <source>{length} · a door leaf</source>
            <translation>{length} · 一扇门宽</translation>
        </message>
    </context>
    <context>
        <name>LayingPanel</name>
        <message>
            <source>Page</source>
            <translation>页</translation>
        </message>
        <message>
            <source>Turn and crop</source>
            <translation>转正与裁剪</translation>
        </message>
        <message>
            <source>Walls should run straight across.</source>
            <translation>墙线应横平竖直。</translation>
        </message>
        <message>
            <source>Turn left</source>
            <translation>向左转</translation>
        </message>
        <message>
            <source>Turn right</source>
            <translation>向右转</translation>
        </message>
        <message>
            <source>Crop</source>
            <translation>裁剪</translation>
        </message>
        <message>
            <source>Drag a frame on the page round what is kept</source>
            <translation>在图上拖出要保留的范围</translation>
        </message>
        <message>
            <source>Measure</source>
            <translation>量长度</translation>
        </message>
        <message>
            <source>Click the ends A and B of a length you know: a dimension, a bay, a door.</source>
            <translation>在图上点一段已知长度的两端 A、B：标注尺寸、柱距或门宽。</translation>
        </message>
        <message>
            <source>Length between A and B</source>
            <translation>A、B 之间的长度</translation>
        </message>
        <message>
            <source>Length between A and B, metres</source>
            <translation>A、B 之间的长度（米）</translation>
        </message>
        <message>
            <source>Place</source>
            <translation>放置</translation>
        </message>
        <message>
            <source>Middle of the floor</source>
            <translation>居中放置</translation>
        </message>
        <message>
            <source>By two points</source>
            <translation>两点对位</translation>
        </message>
        <message>
            <source>Lay on {floor}</source>
            <translation>放到 {floor}</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
    </context>
    <context>
        <name>Legend</name>
        <message numerus="yes">
            <source>%n more</source>
            <translation>
                <numerusform>另有 %n 项</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>MainWindow</name>
        <message>
            <source>Preplan Desk</source>
            <translation>预案台</translation>
        </message>
    </context>
    <context>
        <name>Opening</name>
        <message>
            <source>Open binder</source>
            <translation>打开预案库</translation>
        </message>
        <message>
            <source>Binders (*.binder);;All files (*)</source>
            <translation>预案库 (*.binder);;所有文件 (*)</translation>
        </message>
        <message>
            <source>This binder is open for reading only; nothing in it can be changed.</source>
            <translation>预案库以只读方式打开，其中内容不能修改。</translation>
        </message>
        <message>
            <source>The backup {name} was restored; the damaged file is kept as {damaged}.</source>
            <translation>已恢复备份 {name}；损坏的文件留存为 {damaged}。</translation>
        </message>
        <message>
            <source>The backup {name} was restored.</source>
            <translation>已恢复备份 {name}。</translation>
        </message>
    </context>
    <context>
        <name>OverPlan</name>
        <message>
            <source>{elevation} m · {height} m high</source>
            <translation>标高 {elevation} m · 层高 {height} m</translation>
        </message>
        <message>
            <source>Site</source>
            <translation>总平面</translation>
        </message>
        <message>
            <source>{count} more {distance} km away</source>
            <translation>另有 {count} 处在 {distance} km 外</translation>
        </message>
        <message>
            <source>typical for {floors}</source>
            <translation>{floors} 标准层</translation>
        </message>
    </context>
    <context>
        <name>People</name>
        <message>
            <source>On duty at {time}</source>
            <translation>{time} 在岗</translation>
        </message>
        <message>
            <source>No stations are recorded. Import a roster (File › Import).</source>
            <translation>还没有记录任何站点。请导入值班表（文件 › 导入文件）。</translation>
        </message>
        <message>
            <source>Nobody is on the roster for now</source>
            <translation>现在无人值班</translation>
        </message>
        <message>
            <source>until {time}</source>
            <translation>至 {time}</translation>
        </message>
        <message>
            <source>In this building</source>
            <translation>就在本建筑</translation>
        </message>
        <message>
            <source>expired</source>
            <translation>已过期</translation>
        </message>
        <message>
            <source>Kit: </source>
            <translation>器材：</translation>
        </message>
    </context>
    <context>
        <name>ProgressPanel</name>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Stopping...</source>
            <translation>正在停止……</translation>
        </message>
    </context>
    <context>
        <name>QAbstractFileIconProvider</name>
        <message>
            <source>Drive</source>
            <translation>磁盘</translation>
        </message>
        <message>
            <source>Folder</source>
            <translation>文件夹</translation>
        </message>
    </context>
    <context>
        <name>QFileDialog</name>
        <message>
            <source>&amp;Look in:</source>
            <translation>位置(&amp;L)：</translation>
        </message>
        <message>
            <source>Files of &amp;type:</source>
            <translation>文件类型(&amp;T)：</translation>
        </message>
    </context>
    <context>
        <name>QPageSetupWidget</name>
        <message>
            <source>Page &amp;order:</source>
            <translation>页面次序(&amp;O)：</translation>
        </message>
        <message>
            <source>Pages &amp;per sheet:</source>
            <translation>每张页数(&amp;P)：</translation>
        </message>
    </context>
    <context>
        <name>QPrintSettingsOutput</name>
        <message>
            <source>Page &amp;Set:</source>
            <translation>页面集(&amp;S)：</translation>
        </message>
    </context>
    <context>
        <name>RecentMenu</name>
        <message>
            <source>Recent binders</source>
            <translation>最近的预案库</translation>
        </message>
        <message>
            <source>None opened yet</source>
            <translation>还没有打开过</translation>
        </message>
    </context>
    <context>
        <name>RecentRow</name>
        <message>
            <source>Not there any more: {path}</source>
            <translation>文件已不在原处：{path}</translation>
        </message>
    </context>
    <context>
        <name>SearchBox</name>
        <message>
            <source>Find a building: name, pinyin, address, code  (Ctrl+K)</source>
            <translation>查找建筑：名称、拼音、地址、编号（Ctrl+K）</translation>
        </message>
        <message>
            <source>Find a building</source>
            <translation>查找建筑</translation>
        </message>
        <message>
            <source>Buildings found</source>
            <translation>找到的建筑</translation>
        </message>
        <message>
            <source>No match for “{typed}”.
Try pinyin, an old name or an address.</source>
            <translation>没有找到“{typed}”。
试试拼音、旧名或地址。</translation>
        </message>
    </context>
    <context>
        <name>SectionPanel</name>
        <message>
            <source>Section · heights to scale</source>
            <translation>剖面 · 高度按比例</translation>
        </message>
        <message>
            <source>Buildings</source>
            <translation>建筑</translation>
        </message>
    </context>
    <context>
        <name>SectionView</name>
        <message>
            <source>Section</source>
            <translation>剖面</translation>
        </message>
        <message>
            <source>see {building}</source>
            <translation>见{building}</translation>
        </message>
        <message>
            <source>roof plant</source>
            <translation>机房顶</translation>
        </message>
        <message>
            <source>roof</source>
            <translation>屋面</translation>
        </message>
        <message>
            <source>{label} · {use}
{elevation} m, {height} m high</source>
            <translation>{label} · {use}
标高 {elevation} m，层高 {height} m</translation>
        </message>
        <message>
            <source>Refuge floor</source>
            <translation>避难层</translation>
        </message>
        <message>
            <source>Drawn in the plan of {building}: click to open it there</source>
            <translation>画在“{building}”的预案里，点击打开</translation>
        </message>
    </context>
    <context>
        <name>SettingsDialog</name>
        <message>
            <source>Undo: settings as before</source>
            <translation>撤销：设置照旧</translation>
        </message>
        <message>
            <source>Back to defaults</source>
            <translation>恢复默认</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>设置</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
    </context>
    <context>
        <name>Sheets</name>
        <message>
            <source>The building is not placed on the map.</source>
            <translation>本建筑尚未在地图上定位。</translation>
        </message>
        <message>
            <source>The building on one page</source>
            <translation>一页建筑概览</translation>
        </message>
        <message>
            <source>Site, section and first-sixty-seconds card</source>
            <translation>总平面、剖面与头六十秒速览卡</translation>
        </message>
        <message>
            <source>{elevation} m, {height} m high</source>
            <translation>标高 {elevation} m，层高 {height} m</translation>
        </message>
        <message numerus="yes">
            <source>typical floor, drawn once for %n floor(s)</source>
            <translation>
                <numerusform>标准层，%n 层共用一图</numerusform>
            </translation>
        </message>
        <message>
            <source>Invented sample, not a real place.</source>
            <translation>虚构示例，非真实地点。</translation>
        </message>
        <message>
            <source>Scale (A3)</source>
            <translation>比例（A3）</translation>
        </message>
        <message>
            <source>Revision {date}</source>
            <translation>版本日期 {date}</translation>
        </message>
        <message>
            <source>Printed {date}</source>
            <translation>打印日期 {date}</translation>
        </message>
        <message>
            <source>Legend</source>
            <translation>图例</translation>
        </message>
        <message>
            <source>Print sheets</source>
            <translation>打印图纸</translation>
        </message>
        <message>
            <source>The printer {name} did not take the sheets. Is it switched on?</source>
            <translation>打印机 {name} 没有接收图纸，请检查是否开机、联机。</translation>
        </message>
        <message>
            <source>Save sheets as PDF</source>
            <translation>图纸存为 PDF</translation>
        </message>
        <message>
            <source>The sheets were saved as {name}.</source>
            <translation>图纸已存为 {name}。</translation>
        </message>
        <message>
            <source>Sheets</source>
            <translation>图纸</translation>
        </message>
    </context>
    <context>
        <name>SheetsDialog</name>
        <message>
            <source>Sheets · {building}</source>
            <translation>图纸 · {building}</translation>
        </message>
        <message>
            <source>Pages</source>
            <translation>页面</translation>
        </message>
        <message>
            <source>Smaller</source>
            <translation>缩小</translation>
        </message>
        <message>
            <source>Larger</source>
            <translation>放大</translation>
        </message>
        <message>
            <source>Page width</source>
            <translation>适合页宽</translation>
        </message>
        <message>
            <source>Whole page</source>
            <translation>整页</translation>
        </message>
        <message>
            <source>Save PDF…</source>
            <translation>存为 PDF…</translation>
        </message>
        <message>
            <source>Print…</source>
            <translation>打印…</translation>
        </message>
        <message>
            <source>Page {page} of {count} · A3</source>
            <translation>第 {page} 页，共 {count} 页 · A3</translation>
        </message>
    </context>
    <context>
        <name>Showing</name>
        <message>
            <source>Nothing is drawn on this floor yet.
Import a drawing (DXF, DWG) or a GeoJSON of the floor: File › Import files, or drop it here.</source>
            <translation>这一层还没有内容。
请导入本层图纸（DXF、DWG）或 GeoJSON：“文件 › 导入文件”，或把文件拖到这里。</translation>
        </message>
        <message>
            <source>The drawing beneath this floor is damaged. Import it again.</source>
            <translation>本层底图已损坏，请重新导入。</translation>
        </message>
        <message>
            <source>No map is recorded yet.
Import a GeoJSON of roads, footprints and hydrants: File › Import files, or drop it here.</source>
            <translation>还没有地图。
请导入道路、建筑轮廓和消火栓的 GeoJSON：“文件 › 导入文件”，或把文件拖到这里。</translation>
        </message>
    </context>
    <context>
        <name>SidePanel</name>
        <message>
            <source>Revision {number}</source>
            <translation>版本 {number}</translation>
        </message>
        <message>
            <source>Card</source>
            <translation>速览卡</translation>
        </message>
        <message>
            <source>The first sixty seconds</source>
            <translation>到场头六十秒</translation>
        </message>
        <message>
            <source>People</source>
            <translation>人员</translation>
        </message>
        <message>
            <source>Who is near and on duty now</source>
            <translation>附近有谁、谁在岗</translation>
        </message>
        <message>
            <source>Gaps</source>
            <translation>缺项</translation>
        </message>
        <message>
            <source>What the plan still lacks</source>
            <translation>预案还缺什么</translation>
        </message>
        <message>
            <source>Complete {percent} %</source>
            <translation>完整度 {percent} %</translation>
        </message>
        <message numerus="yes">
            <source>%n fact(s) to see to</source>
            <translation>
                <numerusform>%n 项要素待处理</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>TopBar</name>
        <message>
            <source>Menu (F10)</source>
            <translation>菜单（F10）</translation>
        </message>
        <message>
            <source>Switch to English</source>
            <translation>切换到英文</translation>
        </message>
        <message>
            <source>Switch to Chinese</source>
            <translation>切换到中文</translation>
        </message>
        <message>
            <source>Day or night</source>
            <translation>日间或夜间</translation>
        </message>
        <message>
            <source>Time</source>
            <translation>时间</translation>
        </message>
    </context>
    <context>
        <name>TroubleDialog</name>
        <message>
            <source>The binder did not open</source>
            <translation>预案库没有打开</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message numerus="yes">
            <source>%n newer backup(s) cannot be used.</source>
            <translation>
                <numerusform>有 %n 份更新的备份不能用。</numerusform>
            </translation>
        </message>
        <message>
            <source>Backup of {when}, whole, buildings: {count}.</source>
            <translation>{when} 的备份完好，有 {count} 栋建筑。</translation>
        </message>
        <message>
            <source>What was written after it is not in it.</source>
            <translation>此后写入的内容不在其中。</translation>
        </message>
        <message>
            <source>The damaged file stays in its folder, under a name with its date.</source>
            <translation>损坏的文件改名（带日期）留在原文件夹。</translation>
        </message>
        <message>
            <source>There is no backup that can be used in {folder}.</source>
            <translation>在 {folder} 没有找到可用的备份。</translation>
        </message>
        <message>
            <source>Its buildings can still be read.</source>
            <translation>其中的建筑资料仍可读出。</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>重试</translation>
        </message>
        <message>
            <source>Open read-only</source>
            <translation>以只读方式打开</translation>
        </message>
        <message>
            <source>Restore backup of {when}</source>
            <translation>恢复 {when} 的备份</translation>
        </message>
        <message>
            <source>Choose another binder...</source>
            <translation>另选预案库…</translation>
        </message>
    </context>
    <context>
        <name>Undoing</name>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
        <message>
            <source>Taken back: {what}</source>
            <translation>已撤销：{what}</translation>
        </message>
        <message>
            <source>Made again: {what}</source>
            <translation>已恢复：{what}</translation>
        </message>
    </context>
    <context>
        <name>Welcome</name>
        <message>
            <source>No binder is open</source>
            <translation>还没有打开预案库</translation>
        </message>
        <message>
            <source>Buildings are found in a binder. Open one first, then search.</source>
            <translation>查找要在预案库里进行。请先打开一个预案库，再查找。</translation>
        </message>
        <message>
            <source>A binder holds the pre-plans of a district in one file.</source>
            <translation>一个预案库文件存放一个辖区的全部预案。</translation>
        </message>
        <message>
            <source>A .binder file can also be dropped here.</source>
            <translation>也可把 .binder 文件拖到这里。</translation>
        </message>
        <message>
            <source>Opened lately</source>
            <translation>最近打开</translation>
        </message>
    </context>
    <context>
        <name>_Strip</name>
        <message>
            <source>Close</source>
            <translation>关闭</translation>
        </message>
    </context>
    <context>
        <name>actions</name>
        <message>
            <source>&amp;File</source>
            <translation>文件(&amp;F)</translation>
        </message>
        <message>
            <source>&amp;Edit</source>
            <translation>编辑(&amp;E)</translation>
        </message>
        <message>
            <source>&amp;View</source>
            <translation>视图(&amp;V)</translation>
        </message>
        <message>
            <source>&amp;Go</source>
            <translation>前往(&amp;G)</translation>
        </message>
        <message>
            <source>&amp;Help</source>
            <translation>帮助(&amp;H)</translation>
        </message>
        <message>
            <source>{action}: {what}</source>
            <translation>{action}：{what}</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
        <message>
            <source>Take back the last change of this window</source>
            <translation>撤销本窗口最后一次改动</translation>
        </message>
        <message>
            <source>Redo</source>
            <translation>恢复</translation>
        </message>
        <message>
            <source>Make the change again that was taken back last</source>
            <translation>恢复刚撤销的改动</translation>
        </message>
        <message>
            <source>Align drawing...</source>
            <translation>底图对位…</translation>
        </message>
        <message>
            <source>Scale, turn and move the drawing beneath this floor by points you know</source>
            <translation>按已知的点缩放、转正、移动本层的底图</translation>
        </message>
        <message>
            <source>Open binder...</source>
            <translation>打开预案库…</translation>
        </message>
        <message>
            <source>New binder...</source>
            <translation>新建预案库...</translation>
        </message>
        <message>
            <source>Make an empty binder and open it</source>
            <translation>新建一个空预案库并打开</translation>
        </message>
        <message>
            <source>Sample district</source>
            <translation>示例预案库</translation>
        </message>
        <message>
            <source>Open a binder of invented buildings to try things on</source>
            <translation>打开一个虚构的预案库，供试用和练习</translation>
        </message>
        <message>
            <source>New window</source>
            <translation>新建窗口</translation>
        </message>
        <message>
            <source>Import files...</source>
            <translation>导入文件…</translation>
        </message>
        <message>
            <source>Bring maps, tables and drawings into the binder</source>
            <translation>把地图、表格、图纸导入预案库</translation>
        </message>
        <message>
            <source>Print sheets...</source>
            <translation>打印图纸…</translation>
        </message>
        <message>
            <source>Preview and print the building's A3 sheets</source>
            <translation>预览并打印这栋建筑的 A3 图纸</translation>
        </message>
        <message>
            <source>Save sheets as PDF...</source>
            <translation>图纸存为 PDF…</translation>
        </message>
        <message>
            <source>Settings...</source>
            <translation>设置…</translation>
        </message>
        <message>
            <source>Close binder</source>
            <translation>关闭预案库</translation>
        </message>
        <message>
            <source>Quit</source>
            <translation>退出</translation>
        </message>
        <message>
            <source>Find a building</source>
            <translation>查找建筑</translation>
        </message>
        <message>
            <source>By name, pinyin, address or code</source>
            <translation>按名称、拼音、地址或编号</translation>
        </message>
        <message>
            <source>Step back</source>
            <translation>返回一步</translation>
        </message>
        <message>
            <source>One floor up</source>
            <translation>上一层</translation>
        </message>
        <message>
            <source>One floor down</source>
            <translation>下一层</translation>
        </message>
        <message>
            <source>First floor</source>
            <translation>首层</translation>
        </message>
        <message>
            <source>Site</source>
            <translation>总平面</translation>
        </message>
        <message>
            <source>Next symbol</source>
            <translation>下一个标注</translation>
        </message>
        <message>
            <source>Enter opens its details, Esc lets go</source>
            <translation>回车看详情，Esc 放开</translation>
        </message>
        <message>
            <source>Previous symbol</source>
            <translation>上一个标注</translation>
        </message>
        <message>
            <source>Section</source>
            <translation>剖面</translation>
        </message>
        <message>
            <source>The building from the side: choose a floor there</source>
            <translation>从侧面看建筑，在这里选楼层</translation>
        </message>
        <message>
            <source>Card</source>
            <translation>速览卡</translation>
        </message>
        <message>
            <source>The first sixty seconds on one screen</source>
            <translation>到场头六十秒，一屏看完</translation>
        </message>
        <message>
            <source>People on duty</source>
            <translation>在岗人员</translation>
        </message>
        <message>
            <source>Gaps in the plan</source>
            <translation>预案缺项</translation>
        </message>
        <message>
            <source>What is missing, stale or unverified</source>
            <translation>缺失、过期和未核实的要素</translation>
        </message>
        <message>
            <source>Copy the card as text</source>
            <translation>复制速览卡文字</translation>
        </message>
        <message>
            <source>All commands...</source>
            <translation>全部命令…</translation>
        </message>
        <message>
            <source>Type what you want to do</source>
            <translation>输入想做的事</translation>
        </message>
        <message>
            <source>Keys and words</source>
            <translation>快捷键与用语</translation>
        </message>
        <message>
            <source>Open the log folder</source>
            <translation>打开日志文件夹</translation>
        </message>
        <message>
            <source>About Preplan Desk</source>
            <translation>关于预案台</translation>
        </message>
        <message>
            <source>Fit to window</source>
            <translation>适合窗口</translation>
        </message>
        <message>
            <source>Show all</source>
            <translation>显示全部</translation>
        </message>
        <message>
            <source>Zoom in</source>
            <translation>放大</translation>
        </message>
        <message>
            <source>Zoom out</source>
            <translation>缩小</translation>
        </message>
        <message>
            <source>North up</source>
            <translation>北朝上</translation>
        </message>
        <message>
            <source>Align with the building</source>
            <translation>对齐建筑</translation>
        </message>
        <message>
            <source>Floor below, faintly</source>
            <translation>淡显下层</translation>
        </message>
        <message>
            <source>Legend</source>
            <translation>图例</translation>
        </message>
        <message>
            <source>Layers</source>
            <translation>图层</translation>
        </message>
        <message>
            <source>Section panel</source>
            <translation>剖面栏</translation>
        </message>
        <message>
            <source>Card panel</source>
            <translation>速览卡栏</translation>
        </message>
        <message>
            <source>Full screen</source>
            <translation>全屏</translation>
        </message>
        <message>
            <source>Reset the window layout</source>
            <translation>恢复窗口布局</translation>
        </message>
        <message>
            <source>Night colours</source>
            <translation>夜间配色</translation>
        </message>
        <message>
            <source>Chinese / English</source>
            <translation>中文 / 英文</translation>
        </message>
    </context>
    <context>
        <name>settings</name>
        <message>
            <source>Appearance</source>
            <translation>外观</translation>
        </message>
        <message>
            <source>Plan</source>
            <translation>图面</translation>
        </message>
        <message>
            <source>Person</source>
            <translation>使用者</translation>
        </message>
        <message>
            <source>Start</source>
            <translation>启动</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>语言</translation>
        </message>
        <message>
            <source>As the system</source>
            <translation>跟随系统</translation>
        </message>
        <message>
            <source>Theme</source>
            <translation>主题</translation>
        </message>
        <message>
            <source>Day</source>
            <translation>日间</translation>
        </message>
        <message>
            <source>Night</source>
            <translation>夜间</translation>
        </message>
        <message>
            <source>Night is made for a dark cab.</source>
            <translation>夜间主题为黑暗的驾驶室准备。</translation>
        </message>
        <message>
            <source>Text size</source>
            <translation>文字大小</translation>
        </message>
        <message>
            <source>Symbol size</source>
            <translation>符号大小</translation>
        </message>
        <message>
            <source>The size close by; farther away symbols shrink, then become dots.</source>
            <translation>近看时的大小；拉远时符号逐渐变小，再远成为圆点。</translation>
        </message>
        <message>
            <source>Show the floor below faintly</source>
            <translation>淡显下一层</translation>
        </message>
        <message>
            <source>Show the legend</source>
            <translation>显示图例</translation>
        </message>
        <message>
            <source>Your name</source>
            <translation>您的姓名</translation>
        </message>
        <message>
            <source>Written beside every change you make.</source>
            <translation>记在您做的每一处变更旁边。</translation>
        </message>
        <message>
            <source>Open the last binder at start</source>
            <translation>启动时打开上次的预案库</translation>
        </message>
    </context>
    <context>
        <name>trust</name>
        <message>
            <source>Source: {source}</source>
            <translation>来源：{source}</translation>
        </message>
    </context>
</TS>
