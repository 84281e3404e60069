"""引语：数字前面那几个字说的是哪一项、哪一年、预算还是决算。

只认完整的叫法：去掉年份、单位名、系词以后须整个就是科目表里的一个名称；差一个字也不算。
"""

import re
from typing import NamedTuple

from assistant.domain.accounts import FINAL, Line
from assistant.reading.accounts.names import Names, parsed

_COPULA = re.compile(
    r"(?:分别|(?<![平人户])均|各(?![项类])|合计|共计|累计|总共|共|约)?(?:为|是|有|达到|达|：)?(?:人民币)?$"
)
_NUMBERED = re.compile(r"[一二三四五六七八九十]{1,3}、(?=20\d\d年)")
_FRONT = re.compile(
    r"^(?:其中|截至|截止|经核定|经统计|经自评|上述|全局|全系统|全年(?!预算|执行|支出数|收入数|调整)|核定|实有|追加后|本次(?:调查|问卷调查|自评)?(?=共|发|收|回)|调整后(?=你)|"
    r"(?:你|贵)(?:部门|单位|局|委|办|中心)|年末共有|年末|期末|共有|现有|"
    r"(?:我|本)(?:部门|单位|局|委|办|中心|机关)(?:整体)?(?:的)?|年度|当年|全年度|决算(?=年|收|支|本)|共|有|，|：|、)"
)
_BUREAU = re.compile(
    r"^.{2,24}(?:局|委员会|委|办公室|办|院|中心|部|会|厅|处|站|队|所|街道|镇|乡)(?=(?:19|20)\d\d年)"
)
_YEAR = re.compile(
    r"^(?:(?P<full>(?:19|20)\d\d)年度?|(?P<last>上年度?|去年|上一年度?)|本年度)(?:末|底)?"
)
_SUFFIX = re.compile(
    r"(?:财政拨款)?(?P<stage>年初预算|全年预算|调整预算|调整后预算|预算|支出决算|决算|执行)(?:数|金额|总额)?$"
)
_STAGES = {
    "年初预算": "initial", "预算": "initial", "全年预算": "adjusted", "调整预算": "adjusted",
    "调整后预算": "adjusted", "支出决算": FINAL, "决算": FINAL, "执行": FINAL,
}  # fmt: skip
_ONLY_STAGE = re.compile(
    r"(?:支出|收入)?(?P<stage>年初预算|全年预算|调整预算|预算|决算|执行)(?:数|金额|支出)?|实际(?:支出|执行)数?"
)
_PAIR = re.compile(r"收入?(?:和|与|及|、)?支出?(?:决算)?(?P<what>总计|合计)")
_PAIRS = {
    "总计": ("final.income", "final.expenditure"),
    "合计": ("final.income.current", "final.expenditure.current"),
}
_INITIAL_PAIR = re.compile(
    r"(?:年初)?预算(?:收入(?:和|与|及|、)?支出|收支)(?:总计|数)?|年初(?:收支|收入支出)预算数?"
)
_BUDGET = re.compile(
    r"(?:年?初)?(?:部门)?(?:预算(?P<a>收入|支出)|(?P<b>收入|支出)总?预算)(?:总额|总计|合计|总数|数|金额)?"
)
_ADJUSTED = re.compile(
    r"(?:全年|年度)(?:调整|调整后|（调整）)?(?:支出)?预算(?:总额|总数|数|金额)?|(?:调整|追加)后(?:的)?(?:全年)?预算(?:总额|总数|数|金额)?"
)
_JOINED = re.compile(r"[、和及与]")


class Lead(NamedTuple):
    """引语的意思。

    lines  多于一个是成对的说法；空为只说了阶段（支出决算为），承前一项
    stage  预算、决算阶段；空为没说
    skip   名称前面有几个字（年份、单位名），引文从名称起
    """

    lines: tuple[Line, ...]
    stage: str
    year: int
    skip: int


def lead(text: str, year: int, names: Names, bureau: str = "", kind: str = "") -> Lead | None:
    """由紧挨在数字前的一段（到上一个标点或数为止）看出；认不出为 None。year 是文档的年度。

    kind 是说到的事属于哪种表（问卷），短的叫法只在其中才认。
    """
    body = _COPULA.sub("", text.replace("“”", "").rstrip())
    numbered = _NUMBERED.match(body)
    at = numbered.end() if numbered else 0
    at += len(bureau) if bureau and body.startswith(bureau, at) else 0
    if match := _BUREAU.match(body):
        at = match.end()
    while at < len(body):
        at += len(body[at:]) - len(body[at:].lstrip("、，：,: "))
        if (found := _named(body[at:], names, kind)) is not None:
            return Lead(*found, year, at)
        when = _YEAR.match(body[at:])
        front = when or _FRONT.match(body[at:])
        if front is None:
            return None
        if when is not None:
            year = int(when["full"]) if when["full"] else year - 1 if when["last"] else year
        at += front.end()
    return None


def _named(text: str, names: Names, kind: str = "") -> tuple[tuple[Line, ...], str] | None:
    """一个完整的叫法：项和阶段。资金口径由读句子的一方另记。"""
    if (budget := _budget(text, names)) is not None:
        return (budget,), "initial" if budget.key.startswith("initial.") else ""
    for candidate, stage in _forms(text):
        if (line := _line(candidate, names, kind)) is not None:
            return (line,), stage
        if pair := _pair(candidate, names):
            return pair, stage
    for scope in names.chart.scopes:
        rest = text.removeprefix(scope.label)
        if rest != text and (found := _named("本年支出合计" if rest == "支出" else rest, names)):
            return found if all(line.side for line in found[0]) else None
    if only := _ONLY_STAGE.fullmatch(text):
        return (), _STAGES.get(only["stage"] or "", FINAL)
    joined = [names.line(parsed(part).name) for part in _JOINED.split(text)]
    both = tuple(line for line in joined if line is not None)
    return (both, "") if len(both) == len(joined) == 2 else None


def _budget(text: str, names: Names) -> Line | None:
    """年初预算收入（支出）总额、全年预算数。"""
    if match := _BUDGET.fullmatch(text):
        side = "income" if "收入" in (match["a"] or match["b"]) else "expenditure"
        return names.lines.get(f"initial.{side}")
    return names.lines.get("adjusted.expenditure") if _ADJUSTED.fullmatch(text) else None


def _line(text: str, names: Names, kind: str) -> Line | None:
    name = parsed(text).name
    return names.line(name, kind) if len(name) > 1 else None


def _forms(text: str) -> list[tuple[str, str]]:
    """原样，和去掉“年初预算”“决算数”词尾的样子。"""
    suffix = _SUFFIX.search(text)
    if suffix is None:
        return [(text, ""), (text.removesuffix("支出"), "")]
    bare, stage = text[: suffix.start()], _STAGES[suffix["stage"]]
    return [(text, ""), (bare, stage), (f"{bare}支出", stage)]


def _pair(text: str, names: Names) -> tuple[Line, ...]:
    """收、支总计；年初预算收支。"""
    plain = parsed(text).name
    if match := _PAIR.fullmatch(plain.removeprefix("决算")):
        return tuple(names.lines[key] for key in _PAIRS[match["what"]])
    if _INITIAL_PAIR.fullmatch(plain) and "initial.income" in names.lines:
        return (names.lines["initial.income"], names.lines["initial.expenditure"])
    return ()
