"""隐去：往年报告只留写法。数、姓名、号码、单位、地名、文件名都换成一个词，换不回来。"""

import re
from collections.abc import Iterator, Sequence

from assistant.domain.document import Document
from assistant.reading.privacy.masking import spots
from assistant.reading.privacy.names import name_list, names_in

_ENDS = "局|厅|部|委|办|会|院|校|所|站|队|处|中心|学校|医院|委员会|办公室|人民政府|街道|镇|乡|集团"
_TITLE = re.compile(
    rf"(?P<name>[\u4e00-\u9fff]{{3,40}}?(?:{_ENDS}))(?:[（(]本级[）)])?(?=关于|(?:19|20)\d\d|二[〇○零]|部门|整体|单位)"
    r"[^。]{0,40}?(?:绩效|自评|决算|预算|总结)"
)
_FRONT = re.compile(r"^(?:第[一二三四五六]部分|附件\d*|关于|中共)+")
_REGION = re.compile(r"[\u4e00-\u9fff]{2,4}?(?:自治区|自治州|自治县|[省市县区州镇乡])")
_FILED = re.compile(r"《[^《》\n]{2,80}》")
_NUMBERED = re.compile(
    r"[\u4e00-\u9fff]{1,10}\s*[〔\[(（【]\s*(?:19|20)\d\d\s*[〕\])）】]\s*第?\s*\d{1,5}\s*号"
)
_ORGAN = re.compile(
    r"[\u4e00-\u9fffA-Za-z（）]{2,24}?(?:有限责任公司|有限公司|公司|集团|委员会|管理局|(?<![布格全大结])局(?!限|势|面|部)|厅|研究院|研究所|大学|学院|学校|小学|"
    r"中学|医院|协会|商会|合作社|银行|事务所|人民政府|管委会|开发区|园区|街道办事处|服务中心|[\u4e00-\u9fff]{2}中心)(?:[（(]本级[）)])?"
)
_LEAD = re.compile(
    r"^.*(?:[由与和及在向对经被为是了将把从到以等据按的：:]|有(?!限)|联合|会同|组织|配合|根据|通过|支持|指导|协助|成立|委托|聘请)"
    r"(?=[\u4e00-\u9fff]{3})"
)
_GENERIC = re.compile(
    r"^(?:各|有关|相关|上级|下属|所属|基层|全县|本|我|该|其他|多家|部分|财政|人社|审计|统计|税务|主管|县级?|市级?|省级?|国家)*"
    r"(?:局|厅|委员会|公司|集团|学校|协会|商会|银行|园区|开发区|人民政府|党委政府|事务所)$"
)
_COMMON = (
    "全我本该各外的了在和与及为对由或等个种类型些被把将从按照到其实施进成责动织用筹展导究出级部门要做好抓促推统负组"
    "完创新先首再又也并于入向农业城社园景小地辖校灾片牧山林库场商股都大多这那每某主支持市县区镇乡村省以至"
)
_PLACE = re.compile(
    rf"(?:(?![{_COMMON}])[\u4e00-\u9fff]){{2,3}}?(?:省|自治区|自治州|自治县|市|县|区|镇|乡|村|街道)"
    r"(?![级域直情场办委里内民企财])"
)
_DIGIT = re.compile(r"[0-9０-９]+(?:[.,，:：年月日/-]?[0-9０-９]+)*|[①-⑳⑴-⒇⒈-⒛㈠-㈩Ⅰ-Ⅻ]")
_MARK = "〔{}〕"


def own_names(document: Document) -> tuple[str, ...]:
    """报告是谁的：标题里的单位名、去掉地名的简称和其中的地名；长的在前。"""
    head = "".join(document.text[:600].split())
    found: dict[str, None] = {}
    for match in _TITLE.finditer(head):
        name = _FRONT.sub("", match["name"])
        regions = list(_REGION.finditer(name[:-1]))
        tail = name[regions[-1].end() :] if regions else ""
        parts = [name, tail, *(region[0] for region in regions)]
        found |= dict.fromkeys(part for part in parts if len(part) > 2)
    return tuple(sorted(found, key=len, reverse=True))


def people(document: Document) -> tuple[str, ...]:
    """表里姓名一列的人名。"""
    found: dict[str, None] = {}
    for table in document.tables:
        heads = {c.column for c in table.cells if "".join(c.text.split()) in ("姓名", "人员姓名")}
        names = ("".join(c.text.split()) for c in table.cells if c.column in heads)
        found |= dict.fromkeys(n for n in names if 2 <= len(n) <= 4 and n != "姓名")
    return tuple(found)


def hidden(text: str, own: Sequence[str] = (), names: Sequence[str] = ()) -> str:
    """隐去之后的文字；剩下的没有一个数字。"""
    for pattern, word in ((_FILED, "文件"), (_NUMBERED, "文号")):
        text = pattern.sub(_MARK.format(word), text)
    for name in own:
        word = "地名" if _REGION.fullmatch(name) else "单位"
        text = re.sub(r"\s*".join(map(re.escape, name)), _MARK.format(word), text)
    text = _cut(text, [*_persons(text, names), *_figures(text)])
    text = _ORGAN.sub(_organ, text)
    text = _PLACE.sub(_MARK.format("地名"), text)
    return _DIGIT.sub("×", text)


def _persons(text: str, names: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    for span, _ in names_in(text, names):
        yield span.start, span.end, "姓名"
    for span in name_list(text):
        yield span.start, span.end, "姓名"


def _figures(text: str) -> Iterator[tuple[int, int, str]]:
    for spot in spots(text):
        yield spot.span.start, spot.span.end, spot.kind


def _cut(text: str, places: Sequence[tuple[int, int, str]]) -> str:
    """各处换成一个词；互相重叠的取在前的。"""
    out, at = [], 0
    for start, end, word in sorted(places):
        if start >= at:
            out += [text[at:start], _MARK.format(word)]
            at = end
    return "".join([*out, text[at:]])


def _organ(match: re.Match[str]) -> str:
    lead = _LEAD.match(match[0])
    kept = lead[0] if lead else ""
    name = match[0][len(kept) :]
    return match[0] if _GENERIC.match(name) else kept + _MARK.format("单位")
