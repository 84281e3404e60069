"""编造：事实里没有的文件、文号、条款、单位、人名、带引号的名目。"""

import re
from collections.abc import Iterator

from assistant.checks.drafts.allowed import Allowed
from assistant.domain.findings import Fault, Span
from assistant.reading.law.citations import find
from assistant.reading.privacy.names import names_in

_BODY = re.compile(
    r"[\u4e00-\u9fff]{2,14}?(?:局|委员会|办公室|公司|集团|中心|研究院|研究所|大学|学院|学校|医院|协会|商会|银行|"
    r"合作社|街道|开发区|园区|实验室|工作站|基地)"
)
_LEAD = re.compile(
    r"^.*(?:[由与和及在向对经被为是有了将把从到以等据按的]|联合|会同|组织|配合|根据|通过|支持|指导|建设|建成|引进|依托|"
    r"成立|认定|培育|走访|服务|帮助|委托|聘请|邀请|推荐|新增|分别)(?=[\u4e00-\u9fff]{2})"
)
_GENERIC = re.compile(
    r"^(?:各|有关|相关|上级|下属|所属|基层|县级?|市级?|省级?|全县|本|我|该|其他|多家|部分)*"
    r"(?:局|委员会|办公室|公司|集团|中心|学校|医院|协会|商会|银行|合作社|街道|园区|基地|企业|重点实验室|技术中心|"
    r"研发中心|技术创新中心|开发区)$"
)
_OFFICE = re.compile(
    r"(?:国家|中央|(?<![园景社城地牧辖])[省市州县区])[\u4e00-\u9fff]{0,6}?(?:厅|委(?!托|派)|政府|党委|人大|政协|领导)|"
    r"(?:书记|[省市县区]长|局长|主任|领导)(?=带领|率队|批示|指示|亲自|主持|高度)"
)
_QUOTED = re.compile(r"[“《「]([^”》」\n]{2,30})[”》」]")


def invented_faults(text: str, allowed: Allowed) -> Iterator[Fault]:
    """事实里没有的，一律算编的。"""
    for start, said, what in _named(text, allowed):
        if said not in allowed.source:
            yield _fault(start, said, what)


def _named(text: str, allowed: Allowed) -> Iterator[tuple[int, str, str]]:
    """提到的各样：位置、写法、不收时的话。"""
    for reference in find(text):
        said = text[reference.start : reference.end]
        yield reference.start, said, "是事实里没有的文件或条款，请删去。"
    for match in _QUOTED.finditer(text):
        yield match.start(1), match[1], "是事实里没有的名目，请删去。"
    for match in _BODY.finditer(text):
        name = _LEAD.sub("", match[0])
        if not (name in allowed.words.bodies or _GENERIC.match(name)):
            yield match.end() - len(name), name, "是事实里没有的单位，请删去。"
    for match in _OFFICE.finditer(text):
        if match[0] not in allowed.words.bodies:
            yield match.start(), match[0], "是事实里没有的机关或领导，请删去。"
    for span, _ in names_in(text, ()):
        yield span.start, text[span.start : span.end], "像是事实里没有的人名，请删去。"


def _fault(at: int, said: str, message: str) -> Fault:
    return Fault(where=Span(at, at + len(said)), found=said, message=f"“{said}”{message}")
