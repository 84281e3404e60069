"""读不了的几种缘由，各一句话：哪个文件怎么了，怎么办。"""

from assistant.domain.errors import Unreadable


def broken(name: str) -> Unreadable:
    """文件残缺。"""
    return Unreadable(
        f"{name} 残缺或不是它扩展名所说的格式，打不开",
        "请确认能用 WPS 或 Word 打开，另存一份后再试。",
    )


def encrypted(name: str) -> Unreadable:
    """文件加密。"""
    return Unreadable(f"{name} 加了密码，打不开", "请在 WPS 里去掉打开密码，另存后再试。")


def unsupported(name: str) -> Unreadable:
    """不认得的格式。"""
    return Unreadable(
        f"{name} 不是能读的格式",
        "能读：docx、doc、wps、pdf、xlsx、xls、et、txt、md、html 和图片；请另存为其中一种。",
    )


def declares(name: str) -> Unreadable:
    """XML 里有文档类型声明：外部实体和实体炸弹都要靠它。"""
    return Unreadable(
        f"{name} 里有文档类型声明（可能引用外部文件），没有读",
        "正常的办公文件没有这种内容；请确认来历，或用 WPS 打开后另存一份。",
    )
