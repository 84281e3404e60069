"""依据·文件：文号与名称对不对得上，当时有没有效，库里有没有。"""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from functools import lru_cache

from assistant.checks.dossier import Dossier
from assistant.checks.law.cited import Cited, fault_of, known_names
from assistant.checks.rule import DOUBT, HINT, rule
from assistant.checks.texts import year_of
from assistant.domain.evidence import Source, bare_title
from assistant.domain.findings import Fault

_STATE = re.compile(r"^(?:中华人民共和国)|(?<!办)(?:法|法典|条例)(?:[（(].*[）)])?$")
_LOCAL = re.compile(r"[省市县区州盟旗镇乡]|自治")
_CENTRAL = re.compile(
    r"^(?:财[预库会办监资社行教农建综税绩金]|国发|国办发|中发|中办发|厅字|国管|国令|国务院令|财政部令|主席令)"
)
_OTHER = re.compile(r"关于|通知|意见|补充|实施|解释|办法|决定|修改")
_CLOSE = 0.86
_GENERIC = 4


@rule("LAW104", "document-number-mismatch", DOUBT)
def document_number_mismatch(dossier: Dossier) -> Iterator[Fault]:
    """文号与文件名称对不上。

    依据：一份文件只有一个文号；库里记着这份文件的文号，或这个文号是另一份文件的。
    错例：
        根据《项目支出绩效评价管理办法》（财预〔2020〕16号）开展评价。

        依据《部门支出考核办法》（财预〔2020〕10号）。
    正例：
        根据《项目支出绩效评价管理办法》（财预〔2020〕10号）开展评价。

        依据《财政部关于印发〈项目支出绩效评价管理办法〉的通知》（财预〔2020〕10号）。
    """
    for cited in dossier.cited:
        number, title = cited.reference.document_number, bare_title(cited.reference.title)
        if not number or not title:
            continue
        known = {s.document_number for s in cited.sources if s.document_number}
        if known and number not in known and _same_kind(number, known):
            shown = "、".join(sorted(known))
            yield fault_of(cited, f"库里{cited.name}的文号是{shown}，文中写{number}：请核对文号。")
        owners = cited.shelf.numbered(number)
        if owners and not cited.sources and not any(_tells(title, owner) for owner in owners):
            yield fault_of(
                cited, f"库里{number}是《{owners[0].name}》，文中写{cited.name}：请核对。"
            )


def _same_kind(number: str, known: set[str]) -> bool:
    """令号会随修订公布换成新的，只拿〔〕文号相比；令对〔〕也不比。"""
    return "〔" in number and all("〔" in each for each in known)


def _tells(title: str, owner: Source) -> bool:
    """名称里含着那份文件的名称（印发通知、加了机关名），或是它的简称。"""
    core = re.sub(r"[〈〉《》（）]|中共中央|国务院|财政部|关于", "", owner.name)
    plain = re.sub(r"[〈〉《》（）]|中共中央|国务院|财政部|关于", "", title)
    aliases = (bare_title(alias) for alias in owner.aliases)
    return core in plain or plain in core or any(alias in plain for alias in aliases)


@rule("LAW105", "out-of-force", DOUBT)
def out_of_force(dossier: Dossier) -> Iterator[Fault]:
    """所引的文件在报告年度没有效力：早已失效，或那时还没有施行。

    依据：引用的依据应在评价年度或写报告时有效；库里记着各份文件的施行和失效日期。
    错例：
        云岭县科技和工业信息化局2023年度部门整体支出绩效自评报告
        根据《财政支出绩效评价管理暂行办法》（财预〔2011〕285号）开展自评。

        云岭县科技和工业信息化局2023年度部门整体支出绩效自评报告
        按照《保障中小企业款项支付条例》（国务院令第802号）及时付款。
    正例：
        云岭县科技和工业信息化局2023年度部门整体支出绩效自评报告
        根据《项目支出绩效评价管理办法》（财预〔2020〕10号）开展自评。

        云岭县科技和工业信息化局2023年度部门整体支出绩效自评报告
        按照《保障中小企业款项支付条例》（国务院令第728号）及时付款。
    """
    year = year_of(dossier)
    for cited in dossier.cited if year else ():
        if said := _not_then(cited, year):
            yield fault_of(cited, said)
        later = None if cited.sources else cited.replaced
        if later and later.effective_from and later.effective_from.year <= year:
            yield fault_of(
                cited,
                f"{cited.name}已由《{later.name}》（{later.effective_from}起施行）废止，"
                f"{year}年度的报告不宜再引：请改引现行的文件。",
            )


def _not_then(cited: Cited, year: int) -> str:
    """当时没有效力的说法；更早的版本库里没有收，只凭名称说不了“还没有施行”。"""
    if not cited.sources or cited.versions(year):
        return ""
    ends = [s.effective_to for s in cited.sources if s.effective_to and s.effective_to.year < year]
    if len(ends) == len(cited.sources):
        return f"{cited.name}已于{max(ends)}失效，{year}年度的报告不宜再引：请改引现行的文件。"
    number = cited.reference.document_number
    for source in cited.sources:
        if number and source.document_number == number:
            start = source.effective_from
            return f"{cited.name}（{number}）自{start}起施行，{year}年度还没有效：请核对。"
    return ""


@rule("LAW106", "not-in-the-library", HINT)
def not_in_the_library(dossier: Dossier) -> Iterator[Fault]:
    """引了库里没有的国家法律、法规或中央文件，没有核对。

    依据：引用的依据应能查到原文；库里没有的，名称、文号和条文都没有核对过。
    错例：
        依据《中华人民共和国绩效管理法》第十二条开展自评。
    正例：
        依据《中华人民共和国预算法》第五十七条开展自评。

        按照《云岭县示范资金管理办法》执行。
    """
    seen: set[str] = set()
    for cited in dossier.cited:
        name = bare_title(cited.reference.title) or cited.reference.document_number
        if not cited.sources and name not in seen and _central(cited) and not _misnamed(cited):
            seen.add(name)
            yield fault_of(
                cited,
                f"库里没有{cited.name}，没有核对：请核对名称、文号和条文，或把正式文本导入资料库。",
            )


def _central(cited: Cited) -> bool:
    title, number = bare_title(cited.reference.title), cited.reference.document_number
    if cited.replaced:
        return False
    if title:
        stated = len(title) > _GENERIC or cited.reference.title.startswith("中华人民共和国")
        return stated and bool(_STATE.search(cited.reference.title)) and not _LOCAL.search(title)
    return bool(_CENTRAL.match(number))


@rule("LAW107", "misnamed", HINT)
def misnamed(dossier: Dossier) -> Iterator[Fault]:
    """文件名称与库里的只差一两个字，像是写错了。

    依据：引用文件应写全称，一字不差。
    错例：
        根据《中华人民共和国政府采购发》第六条。

        依据《行政事业性国有资产管理条列》。
    正例：
        根据《中华人民共和国政府采购法》第六条。

        依据《云岭省行政事业性国有资产管理条例》。
    """
    for cited in dossier.cited:
        near = "" if cited.sources else _misnamed(cited)
        if near:
            yield fault_of(
                cited, f"文中写{cited.name}，库里有《{near}》，只差一两个字：请核对名称。"
            )


def _misnamed(cited: Cited) -> str:
    """最像的一个名称；另有地名、另是一类文件（实施办法、补充规定）的不算写错。"""
    title = bare_title(cited.reference.title)
    if len(title) < _GENERIC or cited.shelf.numbered(cited.reference.document_number):
        return ""
    return _nearest(title, known_names(cited.shelf))


@lru_cache(maxsize=256)
def _nearest(title: str, names: tuple[str, ...]) -> str:
    for name in names:
        if abs(len(name) - len(title)) <= 1 and _alike(title, name):
            return name
    return ""


def _alike(title: str, name: str) -> bool:
    matcher = SequenceMatcher(None, title, name, autojunk=False)
    if matcher.quick_ratio() < _CLOSE or matcher.ratio() < _CLOSE:
        return len(name) == len(title) <= 6 and _one_letter(title, name)
    added = "".join(title[i:j] for tag, i, j, *_ in matcher.get_opcodes() if tag != "equal")
    return not _LOCAL.search(added) and not _OTHER.search(added)


def _one_letter(title: str, name: str) -> bool:
    """同长而只错一个字，错的不在最前面（最前面一字之差多是另一部法）。"""
    differing = [i for i, (a, b) in enumerate(zip(title, name, strict=True)) if a != b]
    return len(differing) == 1 and differing[0] > 1
