"""一年的滚动：年初数，加追加、减收回，得全年数；年初结转，加收入、减支出，得年末结转。

上年末债务余额10亿元，新增2亿元，偿还1亿元，年末余额11亿元。
"""

import re
from collections.abc import Collection, Sequence

from assistant.reading.claims.changes.flows import OPERANDS, balance_claim, earlier, less
from assistant.reading.claims.judging.judging import Claim
from assistant.reading.claims.sentence.cues import Role
from assistant.reading.claims.sentence.items import Paragraph
from assistant.reading.claims.sentence.kinds import same_unit

_IN = re.compile(
    "发行|追加|调增|增加|新增|补充|下达|增拨|调入|新进|招录|招聘|转入|划入|迁入|接收|新购|购置|上年结转"
    "|核增|纳入|列入|^(?:，|、)?(?:今年|本年|当年|全年|年内)?新"
)
_OUT = re.compile(
    "收回|调减|核减|压减|减少|削减|统筹|调出|退休|辞职|转出|划出|报废|处置|偿还|还本(?!付息)|归还|化解|注销|退出|减"
    "|迁出|消除|取消|撤销|清退|剔除|销号|核销|死亡|拆除|离职|辞退|撤并|流失"
)
_OPENING = re.compile("年初|期初|上年末|原有|原")
_YEAR_END = re.compile(r"((?:19|20)\d\d)年?(?:[年末底]|12月)")
_UNTIL = re.compile("截[至止]([^，。；]{2,12}[末底])，$")
_CARRIED_IN = re.compile("上年结[转余]")
_CLOSING = re.compile("年末|期末|年底|现有|现存|现为|目前|调整后|最终|实有|全年")
_SPENT = re.compile("全年(?!预算|安排)[^，。；预]{0,6}(?:支出|支付|执行|收入)")
_NET = re.compile("净|相抵|合计|共")
_GROUND = ("基础上", "的基础上")
_CARRIED = re.compile("结转|结余|结存|余额")
_ALL_IN = re.compile("收入总[计额]")
_AGAIN = "再融资"
_NEAR = 3
_SIGNED = re.compile("([加减])：")


def chain(
    paragraph: Paragraph, at: int, lead: str, skipped: Collection[int] = frozenset()
) -> Claim | None:
    """年初数，加追加、减收回，得全年数；年初结转，加收入、减支出，得年末结转。

    结转只说了支出没说收入的（收入或在前面另说）、债务有再融资的，不能断定。
    """
    if not is_closing(paragraph, at):
        return None
    lead = _when(paragraph, at) + lead
    flowing = bool(_CARRIED.search(lead))
    added: list[int] = []
    taken: list[int] = []
    for index in earlier(paragraph, at, Role.CHANGE, skipped=skipped) or _sentences_before(
        paragraph, at
    ):
        said = _headed(paragraph, index) + paragraph.lead(index)
        if _is_aside(paragraph, index):
            continue
        if _opens(paragraph, index, at, flowing=flowing):
            used = [*added, *taken]
            return _claim(paragraph, at, index, added, taken, flowing=flowing) if used else None
        if taken and _ALL_IN.search(said):  # 总计里已经有了结转
            way = less(paragraph, index, (), taken[::-1])
            return balance_claim(paragraph, at, [way], (index,), sure=True)
        if _OUT.search(said) or said.startswith("减") or (flowing and "支出" in said):
            taken.append(index)
        elif _IN.search(said) or said.startswith("加") or (flowing and "收入" in said):
            added.append(index)
        else:
            return None
    return None


def _claim(
    paragraph: Paragraph,
    at: int,
    opening: int,
    added: Sequence[int],
    taken: Sequence[int],
    *,
    flowing: bool,
) -> Claim:
    """年初数加减之后的数；债务另有核销、置换，只存疑。"""
    owed = "债" in paragraph.lead(at) + paragraph.lead(opening)
    way = less(paragraph, opening, added[::-1], taken[::-1])
    both = flowing or _two_ends(paragraph, opening, at)  # 只写着两个年末的，进出都说了才断定
    sure = not both or bool(added and taken)
    sure = sure and not (owed and _AGAIN in paragraph.text)
    return balance_claim(paragraph, at, [way], (opening,), sure=sure, certain=not owed)


def _two_ends(paragraph: Paragraph, index: int, at: int) -> bool:
    """2022年末……2023年末：写着年份、相差一年的两个年末。"""
    one, other = (_YEAR_END.search(_when(paragraph, i) + paragraph.lead(i)) for i in (index, at))
    return one is not None and other is not None and int(one[1]) == int(other[1]) - 1


def _opens(paragraph: Paragraph, index: int, at: int, *, flowing: bool) -> bool:
    """一年开头的数：写着年初、上年末，或写着上一年的年末（2022年末，对2023年末来说是年初）。"""
    if paragraph.items[index].role is Role.CHANGE:
        return False
    if paragraph.after(index).startswith(_GROUND):
        return True
    said = _headed(paragraph, index) + paragraph.lead(index)
    if _two_ends(paragraph, index, at):
        return True
    opening = _OPENING.search(said) or (flowing and _CARRIED_IN.search(said))
    return paragraph.subjects[index].basis == "opening" or bool(opening)


def _is_aside(paragraph: Paragraph, at: int) -> bool:
    """与上年比的增减、几笔相抵之后的净增，不再加减一遍；在……基础上增加的要加。"""
    item = paragraph.items[at]
    if item.role is not Role.CHANGE:
        return False
    ground = paragraph.after(max(item.operand, 0)).startswith(_GROUND)
    return (item.against is not None and not ground) or bool(_NET.search(paragraph.lead(at)))


def is_closing(paragraph: Paragraph, at: int) -> bool:
    """说的是年末、调整后还有多少，不是全年支出了多少。"""
    lead = _when(paragraph, at) + paragraph.lead(at)
    closing = paragraph.subjects[at].basis == "adjusted" or _CLOSING.search(lead)
    return bool(closing) and not _SPENT.search(lead)


def _when(paragraph: Paragraph, at: int) -> str:
    """截至2023年末，债务余额……：数前面自成一个分句的时点；没有为空。"""
    end = paragraph.items[at].at - len(paragraph.lead(at))
    until = "截" in paragraph.frame
    found = _UNTIL.search(paragraph.frame, max(0, end - 16), end) if until else None
    return found[1] if found else ""


def _headed(paragraph: Paragraph, at: int) -> str:
    """加：本年拨入甲，减：本年支出乙、缴回财政丙：这个数归在加还是减的名下；没有为空。"""
    start = paragraph.frame.rfind("，", 0, paragraph.items[at].at)
    found = _SIGNED.match(paragraph.frame, start + 1)
    return found[1] if found else ""


def _sentences_before(paragraph: Paragraph, at: int) -> list[int]:
    """债务余额另起一句的，看前几句：上年末余额……。本年新增……，偿还……。年末余额……。"""
    items, item = paragraph.items, paragraph.items[at]
    if "债" not in item.lead:
        return []
    return [
        i
        for i in paragraph.back(at - 1)
        if item.sentence - items[i].sentence <= _NEAR
        and items[i].role in OPERANDS
        and items[i].depth == item.depth
        and same_unit(items[i], item)
    ]
