"""文字·标点：半角括号、半角标点、多余的空格、区间的百分号。每种只在头一处提一次。"""

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from assistant.checks.columns import is_columned
from assistant.checks.dossier import Dossier
from assistant.checks.rule import HINT, rule
from assistant.checks.texts import fault_at, hits
from assistant.domain.findings import Fault, Span

_HAN = r"\u4e00-\u9fff"
_HALF_BRACKET = re.compile(rf"\([{_HAN}][^()\n（）]{{0,30}}\)")
_FULL_BRACKET = re.compile(rf"（[{_HAN}][^()\n（）]{{0,30}}）")
_HALF_MARK = re.compile(rf"[,;:](?<=[{_HAN}”》）].)(?=[{_HAN}“《\s]|$)", re.MULTILINE)
_SPACED = re.compile(rf" (?:(?<=[{_HAN}].)(?=\d)|(?<=\d.)(?=[{_HAN}]))")
_CLOSE = re.compile(rf"\d(?:(?<=[{_HAN}].)|(?=[{_HAN}]))")
_RANGE = re.compile(r"(?<![\d.%])\d{1,3}(?:\.\d+)?[～~—–](?=\d{1,3}(?:\.\d+)?%)")
_BETWEEN_TITLES = re.compile(r"》[，、](?=《)")
_AFTER_ORDINAL = re.compile(r"(?:^|(?<=[。；：]))[一二三四五六七八九十]是，")


def _places(dossier: Dossier, pattern: re.Pattern[str]) -> list[Span]:
    return [Span(*match.span()) for match in pattern.finditer(dossier.document.text)]


def _once(dossier: Dossier, places: Sequence[Span], message: str) -> Iterator[Fault]:
    """只在头一处提，并说一共几处。"""
    if places:
        more = f"全文共{len(places)}处。" if len(places) > 1 else ""
        yield Fault(
            where=places[0], found=dossier.document.quote(places[0]), message=f"{message}{more}"
        )


def _printed(dossier: Dossier) -> bool:
    """由版面还原的文字，空格和标点未必是原有的。"""
    return bool(dossier.document.pages) or dossier.document.recognised


@rule("TXT301", "mixed-brackets", HINT)
def mixed_brackets(dossier: Dossier) -> Iterator[Fault]:
    """全角、半角括号混用。

    依据：GB/T 15834：中文里用全角括号；同一份文件写法一致。
    错例：
        （一）提出工业发展战略。
        (二)组织实施行业规划。
    正例：
        （一）提出工业发展战略。
        （二）组织实施行业规划。
    """
    half = _places(dossier, _HALF_BRACKET)
    if half and _FULL_BRACKET.search(dossier.document.text):
        yield from _once(dossier, half, "这里用了半角括号，别处用全角，请统一用全角“（）”。")


@rule("TXT302", "half-width-marks", HINT)
def half_width_marks(dossier: Dossier) -> Iterator[Fault]:
    """中文里用了半角的逗号、冒号、分号。

    依据：GB/T 15834：中文用全角标点。
    错例：
        统筹推进创新体系建设,会同有关部门健全激励机制。
    正例：
        统筹推进创新体系建设，会同有关部门健全激励机制，上午9:30开会。
    """
    if not _printed(dossier):
        yield from _once(dossier, _places(dossier, _HALF_MARK), "这里用了半角标点，应改为全角。")


@rule("TXT303", "spaces-around-numbers", HINT)
def spaces_around_numbers(dossier: Dossier) -> Iterator[Fault]:
    """数字与汉字之间有的空格、有的不空。

    依据：GB/T 15835：数字与汉字之间不留空格；同一份文件写法一致。
    错例：
        2023 年固定资产为 45.37 万元。2022年为40.00万元。
    正例：
        2023年固定资产为45.37万元。2022年为40.00万元。
        301 办公支出 27.60 年末结余 8.15
    """
    spaced = [] if _printed(dossier) else [*_slipped(dossier)]
    least = len(spaced) // 6 + 1
    close = islice(_CLOSE.finditer(dossier.document.text), least) if spaced else ()
    if sum(1 for _ in close) == least:
        wider = [Span(max(0, s.start - 2), s.end + 2) for s in spaced]
        yield from _once(dossier, wider, "数字与汉字之间多了空格，应去掉。")


def _slipped(dossier: Dossier) -> Iterator[Span]:
    """汉字与数字之间的空格，分栏的除外。"""
    text = dossier.document.text
    for place in _places(dossier, _SPACED):
        start = text.rfind("\n", 0, place.start) + 1
        end = text.find("\n", place.start)
        line = text[start : end if end >= 0 else None]
        if not is_columned(line, place.start - start):
            yield place


@rule("TXT304", "percent-on-one-side", HINT)
def percent_on_one_side(dossier: Dossier) -> Iterator[Fault]:
    """百分数的区间只有后面一个带百分号。

    依据：GB/T 15835：区间两边的数都带百分号，如 63%～68%。
    错例：
        各项目执行率在63～68%之间。
    正例：
        各项目执行率在63%～68%之间。
    """
    for hit in hits(dossier, _RANGE, *"～~—–"):
        yield fault_at(hit, f"“{hit.match.group()}”前一个数也要带百分号。")


@rule("TXT305", "comma-after-ordinal", HINT)
def comma_after_ordinal(dossier: Dossier) -> Iterator[Fault]:
    """“一是”后面不用逗号。

    依据：公文用语习惯：“一是”直接接内容。
    错例：
        一是，加强领导；二是，明确责任。
    正例：
        一是加强领导；二是明确责任。
    """
    found = [hit.span for hit in hits(dossier, _AFTER_ORDINAL, "是，")]
    yield from _once(dossier, found, "序数“一是”后面不加逗号。")


@rule("TXT306", "mark-between-titles", HINT)
def mark_between_titles(dossier: Dossier) -> Iterator[Fault]:
    """并列的书名号之间不用逗号、顿号。

    依据：GB/T 15834：标有书名号的并列成分之间通常不用顿号。
    错例：
        学习《预算法》，《政府会计制度》等规定。
    正例：
        学习《预算法》《政府会计制度》等规定。
    """
    found = [hit.span for hit in hits(dossier, _BETWEEN_TITLES, "》，", "》、")]
    yield from _once(dossier, found, "并列的书名号之间不用逗号或顿号。")
