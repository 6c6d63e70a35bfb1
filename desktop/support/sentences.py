"""Sentences for troubles that come as codes from `plans`; see `wording`."""

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
        "预案库“{path}”已损坏，部分内容读不出来。文件没有改动；请用备份，或另选一个预案库。",
        "The binder “{path}” is damaged and part of it cannot be read. The file is unchanged; use "
        "a backup or choose another binder.",
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
