"""自检的一项：好不好、什么情形、怎么办。"""

from typing import NamedTuple


class Check(NamedTuple):
    """一项检查的结果。fine 为假是要改的；optional：没有也照样能用，只是说明。"""

    name: str
    fine: bool
    words: str
    todo: str = ""
    optional: bool = False
