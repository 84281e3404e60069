"""主语：一个数说的是本单位，还是别的单位、全县。别的单位的数不记入本单位的报告。"""

import re
from typing import NamedTuple

from assistant.domain.findings import Span

_OWN_WORDS = "局 委 办 单位 部门 中心 科 处 机关 这边 这里 这儿 自己".split()
_OURS = "|".join(_OWN_WORDS)
_OWN = (
    rf"(?:我们?|咱们?|俺们?)(?:{_OURS})?|本(?:{_OURS}|级)|局里|全局|全单位|"
    rf"全部门|整个(?:部门|局|单位)|部门(?=合计|总计|加起来|一共|总共)|局机关|机关本级|自己"
)
_KINDS = r"""
局 委员会 委(?![托员派会]) 厅 馆 中心 公司 学校 医院 研究所 协会 集团 街道办? 办事处
乡政府 镇政府 镇(?=的|政府) 乡(?=的|政府)
开发区 园区 (?:所属|下属|二级|兄弟|其他|别的|外)(?:事业)?单位 事业单位 股室
(?:邻|外|兄弟|隔壁|别的|其他)(?:县|市|区|局|单位)
""".split()
_THEY = "他们 她们 人家 对方 全系统 系统内 全行业 全县 全市 全省 全国 县里 市里 省里 县级".split()
_NAME = "(?![我本咱俺你您他她那这全的年度是有在了由])[\u4e00-\u9fff]"
_OTHER = re.compile(
    rf"(?P<own>{_OWN})|(?P<other>{'|'.join(_THEY)}|"
    rf"(?:{_NAME}{{0,10}}?(?:{'|'.join(_KINDS)}))(?:他们|那边|那里)?)"
)
_SOURCE_VERBS = """
批复 批准 下达 核定 审核 审定 拨 给 说 要求 通知 反馈 认定 公布 印发 文件 口径 让 叫 定 发
统一 系统 报 来 对 已 长 党组 领导 班子 属 里
""".split()
_OWN_TAIL = re.compile(r"(?:全|本|我|咱)(?:局|委|厅|馆|中心|单位)$")
_ALTOGETHER = re.compile(r"(?<=[，,；;、。])(?:合起来|加起来|加总|合计|总共|一共|共计)")
_RANK = re.compile(r"(?:二级|下属|所属|事业)(?:事业|预算)?单位$")
_NOT_SUBJECT = re.compile(rf"[^\S\n]*(?:{'|'.join(_SOURCE_VERBS)})")
_NOT_AGENT = re.compile(
    r"(?:按照?|根据|依据|经|由|向|从|找|问|跟|和|与|同|给|让|请|据|以|报|到|在|受|被|替|代)$"
)


_PROJECT = re.compile(
    r"(?:^|[，,。；;：:\n])"
    r"(?P<name>(?:(?![我本咱全各个自评申参纳有的等共整部所项总年])[\u4e00-\u9fff]){2,10}(?:项目|工程|专项))"
    r"(?=(?:年初|全年)?(?:预算|资金|投资)|(?:实际)?执行|得分|[ \t]?\d[\d.]*[ \t]?[万亿元])"
)


class Owner(NamedTuple):
    """话里出现的一个主语。name 为空是本单位；project：是一个项目。"""

    name: str
    span: Span
    project: bool = False


def owners(text: str, bureau: str) -> tuple[Owner, ...]:
    """text（已 fold）里的主语，由前到后。bureau 是本单位全称，简称按字序认出。"""
    found = []
    for match in _OTHER.finditer(text):
        span = Span(match.start(), match.end())
        if match["own"]:
            found.append(Owner("", span))
        elif name := _trim(match["other"]):
            span = Span(match.end() - len(name), match.end())
            own = bool(_OWN_TAIL.search(name)) or (bool(bureau) and _abbreviates(name, bureau))
            if own or not _is_source(text, span):
                found.append(Owner("" if own else name, span))
    projects = (Owner(m["name"], Span(*m.span("name")), True) for m in _PROJECT.finditer(text))
    found += projects
    return tuple(sorted([*found, *_together(text, found)], key=lambda owner: owner.span))


def _together(text: str, found: list[Owner]) -> list[Owner]:
    """几家分着说完，“合计”说的是本单位的总数。"""
    marks = (Span(*match.span()) for match in _ALTOGETHER.finditer(text))
    return [
        Owner("", span)
        for span in marks
        if len({owner.name for owner in found if owner.span.end <= span.start}) > 1
    ]


def _trim(name: str) -> str:
    """去掉名称前面沾上的虚词：“那个县商务局” → “县商务局”。"""
    return re.sub(
        r"^.*(?:[是有的和与及在而但了，按由经据向问报]|那个|这个|不像|不是|其中|包括)(?=.{2,})",
        "",
        name,
    )


def _is_source(text: str, span: Span) -> bool:
    """“财政局批复的”“报财政局”：是来源或对象；“我们是二级单位”：是身份。都不是主语。"""
    before = text[max(0, span.start - 2) : span.start]
    if before.endswith(("是", "属", "于", "为")) and _RANK.search(text[span.start : span.end]):
        return True
    return bool(_NOT_SUBJECT.match(text, span.end) or _NOT_AGENT.search(before))


def _abbreviates(name: str, bureau: str) -> bool:
    """Name 的每个字依次出现在全称里，如 科工局 之于 云岭县科技和工业信息化局。"""
    marks = iter(bureau)
    return len(name) > 1 and all(mark in marks for mark in name)
