"""文件头：名称、文号、发文机关、层级，看正文以前的各行和落款。"""

import re
from collections.abc import Iterable, Sequence

from assistant.domain.evidence import Level
from assistant.reading.law.dates import days
from assistant.reading.law.ordinals import COUNT, read

_KINDS = (
    "法|法典|条例|办法|规定|规则|细则|实施细则|准则|制度|规程|规范|指引|指南|意见|方案|通则|决定|通知|纲要|标准|框架|"
    "章程|要点|公约|解释|批复|函|公告|通告|通报|报告|目录|清单|计划|规划|措施"
)
_KIND = re.compile(rf"(?:{_KINDS})(?:[（(](?:试行|暂行|修订|草案|参考|征求意见稿)[^）)]*[）)])?$")
_ISSUING = re.compile(r"(?:印发|发布|公布|转发|下发)[〈《<]?(.*?)[〉》>]?的?(?:通知|决定|公告|令)$")
_NUMBERED = re.compile(
    r"(?P<prefix>[\u4e00-\u9fff]{1,12})\s*[〔\[［（(【]\s*(?P<year>(?:19|20)\d\d)\s*[〕\]］）)】]\s*"
    r"第?\s*(?P<serial>\d{1,5})\s*号"
)
_ORDER = re.compile(
    rf"(?P<organ>国务院|主席|[\u4e00-\u9fff]{{2,14}}(?:部|委员会|总局|局|署|总署|银行|人民政府|政府))"
    rf"\s*令\s*(?:\d{{4}}\s*年\s*)?第?\s*(?P<order>{COUNT})\s*号"
)
_VERSION = re.compile(
    r"[（(](?:\d{4}\s*年?)?(?:第[一二三四五六七八九十]+次)?(?:修正|修订|修改)(?:版|本)?[）)]$"
)
_FILE_DATE = re.compile(r"[（(]\d{4}[-./]\d{1,2}[-./]\d{1,2}[）)]$|[_\s]*\d{8}$")
_ORGAN = re.compile(
    r"(?:[\u4e00-\u9fff 、，,]{1,40})"
    r"(?:部|委|委员会|局|厅|院|政府|银行|署|办公厅|办公室|党委|法院|检察院|大会)$"
)
_ADDRESS = re.compile(r"^(?:各|省|市|县|本|有关|中央|党中央|国务院)[^。]{2,160}[：:]$")
_BY_STATE = re.compile(r"(?:条例|办法|规定|细则)$")
_NATION = "中华人民共和国"
LONGEST = 80
_PROSE = 400


def title(head: Sequence[str], name: str) -> str:
    """名称：印发通知所印的那份，或最前面像名称的一行；没有就用文件名。"""
    lines = [(i, _plain(line)) for i, line in enumerate(head)]
    titled = [(i, line) for i, line in lines if _titled(line)]
    for i, line in titled:
        inner = _ISSUING.search(line)
        within = _plain(inner[1]) if inner else ""
        for j, other in titled:
            if within and j > i and other.removeprefix(_NATION) in within:
                return other
    wrapped = (_wrapped(head, i) for i, _ in lines[:6])
    found = next((line for _, line in titled), "") or next((w for w in wrapped if w), "")
    return found or _plain(_FILE_DATE.sub("", name))


def document_number(head: Sequence[str]) -> str:
    """文号或令号，最后公布的一个；写法统一成 财预〔2020〕10号、国务院令第712号。"""
    found = [said for line in _joined_orders(head) if (said := number_in(line))]
    return found[-1] if found else ""


def number_in(line: str) -> str:
    """一行里自己的文号；《…》之后括号里的是别的文件的，不算。"""
    if len(line) > _PROSE:
        return ""
    own = re.sub(r"《[^》]*》\s*[（(][^）)]*号[）)]", "", line)
    if "。" in own and "现予" not in own:
        return ""
    orders = list(_ORDER.finditer(own))
    if orders:
        organ = orders[-1]["organ"].removeprefix(_NATION)
        return f"{organ}令第{read(orders[-1]['order'])}号"
    match = _NUMBERED.search(own)
    return f"{match['prefix']}〔{match['year']}〕{int(match['serial'])}号" if match else ""


def issuer(head: Sequence[str], tail: Sequence[str], number: str) -> str:
    """发文机关：令号、通过的会议或落款里写的。"""
    text = "\n".join(line for line in head if "。" not in line or "现予" in line)
    organ = number.partition("令")[0] if "令" in number else ""
    congress = re.findall(r"全国人民代表大会(?:常务委员会)?第?[^《\n]*?(?:通过|修订|《)", text)
    if organ == "主席" or congress:
        latest = congress[-1] if congress else "常务委员会"
        return "全国人民代表大会" + ("常务委员会" if "常务委员会" in latest else "")
    if organ or re.search(r"国务院(?:第\d+次常务会议)?(?:批准|发布|公布|通过|修订)", text):
        return organ or "国务院"
    return _signature(tail) or _signature(head)


def level(title_: str, issuer_: str, number: str) -> Level | None:
    """层级；看不准的不填。"""
    if issuer_.startswith("全国人民代表大会") or (title_.startswith(_NATION) and _is_law(title_)):
        return "法律" if _is_law(title_) else "规范性文件"
    if number.startswith("国务院令") or (issuer_ == "国务院" and _BY_STATE.search(title_)):
        return "行政法规"
    if "人民代表大会" in issuer_:
        return "地方性法规"
    if re.match(r"(?:中|中办|厅)发|中办", number):
        return "党内法规" if title_.endswith(("条例", "规定", "规则")) else "规范性文件"
    if re.search(r"(?:部|委员会|总局|局|署|银行)令", number):
        return "部门规章"
    return "规范性文件" if number else None


def is_address(line: str) -> bool:
    """抬头：各省、自治区、直辖市财政厅（局）："""
    return bool(_ADDRESS.match(line))


def _is_law(title_: str) -> bool:
    return bool(re.search(r"(?<!办)(?:法|法典)(?:[（(].*[）)])?$", title_))


def _titled(line: str) -> bool:
    return (
        3 <= len(line) <= LONGEST
        and bool(_KIND.search(line))
        and not re.search(r"[。；，：:]", line)
    )


def _wrapped(head: Sequence[str], at: int) -> str:
    """折成两三行的名称。"""
    for count in (2, 3):
        lines = head[at : at + count]
        joined = _plain("".join(lines))
        if len(lines) == count and _titled(joined) and not any(map(number_in, lines)):
            return joined
    return ""


def _plain(line: str) -> str:
    bare = "".join(line.split()).removeprefix("《")
    bare = _VERSION.sub("", bare)
    return bare[:-1] if bare.endswith("》") and "《" not in bare else bare


def _joined_orders(head: Sequence[str]) -> Iterable[str]:
    """“国务院令”与“第712号”分在两行的，接成一行。"""
    for i, line in enumerate(head):
        follows = head[i + 1] if i + 1 < len(head) else ""
        split = line.endswith("令") and re.match(r"第?\s*\d+\s*号", follows)
        yield f"{line} {follows}" if split else line


def _signature(lines: Sequence[str]) -> str:
    """落款：紧挨在日期上面的一行机关名。"""
    for i in range(len(lines) - 1, 0, -1):
        if len(lines[i]) <= 14 and any(days(lines[i])):
            names = [n for n in lines[max(0, i - 3) : i] if _ORGAN.match(n) and len(n) <= 40]
            if names:
                return "、".join(" ".join(n.split()) for n in names)
    return ""
