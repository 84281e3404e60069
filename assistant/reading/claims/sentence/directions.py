"""增减用词：说增的、说减的、只说有变动的，以及它们与数字之间可以夹的字。"""

import re

UP = (
    "(?:增加|增长|提高|上升|上涨|增多|扩大|提升|增收|增支|上浮|攀升|多支|多收|超支|超收|增幅|增速|上调"
    "|增产|净增|递增|多增|增值|增投|涨幅|升幅|增拨|多花|多用|增率)"
)
DOWN = (
    "(?:减少|下降|降低|下滑|压减|压缩|缩减|节约|节省|减支|减收|回落|下浮|降幅|减幅|少支|少收|下调|负增长"
    "|减产|递减|缩小|收窄|削减|净减|跌幅|短收|节支|减值|少花|少用|减率)"
)
FLAT = "(?:增减变动|增减变化|增减|变动|变化|升降)"
UP_SHORT, DOWN_SHORT = "[增升涨多高超]", "[减降少低缩]"
UP_TO, DOWN_TO = f"(?:{UP}|[增升涨提])", f"(?:{DOWN}|[减降跌])"

TAIL = (
    "(?:了|的(?:比例|幅度|数额|金额)|额|数|额度|数额|金额|幅度|比例|比率|百分比|速度|率|幅|量)?(?:分别|均|各|都)?"
    "(?:为|达到|达|是|约|共|仅|有|：)*"
)
WHEN = r"(?:(?:(?:19|20)\d\d年度?|今年|本年度?|当年|年末|期末|年底|现在|目前)的?)?"

_OPPOSITES = (
    "增加 减少|增长 下降|提高 降低|上升 下降|上涨 下跌|提升 降低|扩大 缩小|增收 减收|增支 减支"
    "|多支 少支|多花 少花|多用 少用|增幅 降幅|涨幅 跌幅|上浮 下浮|上调 下调|增产 减产"
    "|净增 净减|增 减|升 降|涨 跌|多 少|高 低|大于 小于|高于 低于|多于 少于|快于 慢于|超过 低于"
)
_OPPOSITE = {
    word: other
    for pair in reversed(_OPPOSITES.split("|"))
    for word, other in (pair.split(), pair.split()[::-1])
}
_DIRECTION = re.compile("|".join(sorted(_OPPOSITE, key=len, reverse=True)))


def opposite(word: str) -> str:
    """反过来的增减用词；没有为空。"""
    return _OPPOSITE.get(word, "")


def last_direction(text: str) -> tuple[int, str]:
    """一段字里最后一个增减用词的位置和写法；没有为 (0, "")。"""
    found = list(_DIRECTION.finditer(text))
    return (found[-1].start(), found[-1].group()) if found else (0, "")
