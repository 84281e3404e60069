"""文字·个人信息：公开的报告里不该有证件号、手机号、银行卡号。"""

import re
from collections.abc import Iterator

from assistant.checks.dossier import Dossier
from assistant.checks.rule import DOUBT, MUST, rule
from assistant.domain.findings import Fault, Span

_IDENTITY = re.compile(
    r"[1-9](?<!\d.)\d{5}(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?!\d)"
)
_MOBILE = re.compile(r"1(?<!\d.)[3-9]\d[- ]?\d{4}[- ]?\d{4}(?!\d)")
_CARD = re.compile(r"62(?<![\d.]..)\d{14,17}(?![\d.])")
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECKS = "10X98765432"


@rule("TXT501", "identity-number", MUST)
def identity_number(dossier: Dossier) -> Iterator[Fault]:
    """文中有身份证号码。

    依据：《政府信息公开条例》第十五条：涉及个人隐私的不得公开；姓名、单位、职务之外的个人信息应删去。
    错例：
        补助对象身份证号为11010119900307109X。
    正例：
        补助对象身份证号为110101********109X，项目编码110101199003071090。
    """
    for match in _IDENTITY.finditer(dossier.document.text):
        if _valid(match.group()):
            yield _fault(match, "身份证号码")


def _valid(number: str) -> bool:
    """校验码对得上的才是。"""
    total = sum(int(d) * w for d, w in zip(number[:17], _WEIGHTS, strict=True))
    return _CHECKS[total % 11] == number[-1].upper()


@rule("TXT502", "personal-number", DOUBT)
def personal_number(dossier: Dossier) -> Iterator[Fault]:
    """文中有手机号码或银行卡号。

    依据：《政府信息公开条例》第十五条；公开的报告留办公电话，不留个人手机号、银行卡号。
    错例：
        联系人手机：13800138000。
    正例：
        联系电话：0300-5550126。
    """
    for pattern, what in ((_MOBILE, "手机号码"), (_CARD, "银行卡号")):
        for match in pattern.finditer(dossier.document.text):
            yield _fault(match, what)


def _fault(match: re.Match[str], what: str) -> Fault:
    shown = match.group()[:3] + "…" + match.group()[-2:]
    return Fault(
        where=Span(*match.span()),
        found=shown,
        message=f"这里像是{what}（{shown}），公开的报告应删去或遮去中间几位。",
    )
