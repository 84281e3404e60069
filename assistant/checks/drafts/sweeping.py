"""说满：事实里没有的名次、荣誉、“全部”“无一”，和目标、预算比高低。"""

import re
from collections.abc import Iterator

from assistant.checks.drafts.allowed import Allowed
from assistant.domain.findings import Fault, Span

_KINDS = (
    (
        re.compile(
            r"(?:居|位居|位列|排名|名列|跻身)[^，。；\n]{0,8}|[全本][省市县区](?:第[一二三]|前[列茅三五十])|"
            r"创[^，。；\n]{0,4}新[高低]"
        ),
        "是事实里没有的名次，请删去。",
    ),
    (
        re.compile(
            r"(?:荣获|获得|获评|获|被评为|被授予|评为)[^，。；\n]{0,16}?(?:奖(?!补|励资金)|称号|先进|优秀|示范|表彰|一等|二等|肯定)|"
            r"(?:受到|得到|获得)[^，。；\n]{0,10}?(?:肯定|好评|认可|表扬|赞扬)"
        ),
        "是事实里没有的荣誉，请删去。",
    ),
    (
        re.compile(
            r"(?:全部|全都|一律|均已?|都已?|各项[^，。；\n]{0,4}均)[^，。；\n]{0,8}?"
            r"(?:完成|办结|到位|落实|解决|完毕|达标|达到|实现|按时)|无一[^，。；\n]{1,4}|零[投差违事]\S"
        ),
        "把话说满了，事实里没有这样说，请照事实写。",
    ),
    (
        re.compile(
            r"(?:高于|低于|超过|超出|超额|优于|达到|符合|好于)[^，。；\n{]{0,6}?(?:目标|预期|计划|预算|标准|要求|指标)值?|"
            r"(?:控制在|在)[^，。；\n{]{0,4}?(?:预算|限额|标准|目标)(?:以内|之内|内)"
        ),
        "拿目标、预算比了高低，事实里没有这样说，请删去。",
    ),
    (
        re.compile(
            r"相差[^，。；\n{]{0,4}|(?:占比|比重|比例|占)[^，。；\n{]{0,3}(?:较?[大小高低]|主要|多数|大头)"
        ),
        "没有数就比了大小，请删去。",
    ),
)


def sweeping_faults(text: str, allowed: Allowed) -> Iterator[Fault]:
    """逐处找出；事实里原样有的不算。"""
    for pattern, why in _KINDS:
        for match in pattern.finditer(text):
            if match[0] not in allowed.source:
                yield Fault(where=Span(*match.span()), found=match[0], message=f"“{match[0]}”{why}")
