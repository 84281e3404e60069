"""说法：对号时看的几类词。“也一样”“不是A”“应为B”“合起来”。"""

import re

AND = re.compile(r"(?:人数|人员|总数|总额|金额|支出|费用|费|数)?[\s、和与及以,，/]*")
ALSO = re.compile(r"\s*(?:、|和|与|及|以及|或|,)\s*")
LISTED = re.compile(r"[\s、和与及,，/]*(?:一个)?")
OUTCOME = re.compile(
    r"决算数?|实际支出|(?:全年|实际)?执行(?:数|金额)?|全年(?:实际)?支出数?|实际执行|最终支出"
)
BUDGETARY = re.compile("预算|决算|执行")
ACTUALLY = re.compile("实际|真正|最终|最后|正确的|准数")
EACH = re.compile(r"均|都|各|皆|同为|一样|相同|同样")
SAME = re.compile(
    r"(?:数|总计|合计)?[嘛呢啊]?(?:也|都)?(?:是|为|跟|和|与)?(?:它|收入|前面|上面|上述)?"
    r"(?:一样|相同|同样|同数|同额|等额|一致|同上|这个数|这么多|同(?=[，,。；;\n]|$))"
)
THIS = re.compile(
    r"[，,]?(?:那|就|都|也)*(?:填|是|用|按|报|写)(?:成|为)?(?:这个数?|它|那个数?|上面那个)"
)
SHARE = re.compile(r"的?(?:比例|比重|份额)?(?:约?为|是|达到?)?\s?(?:[\d.]+\s?[%％]|百分之)")
EQUALS_NAME = re.compile(r"\s*=\s*[\u4e00-\u9fff\d]")
FIXED = re.compile(r"\s?(?:[这那]个(?:数)?)?(?:为准|为正确|算数|才对|才是对的|是对的)")
WHOLLY = re.compile(r"[，,、\s]*(?:而且|并且)?(?:全部|全都|全|都|均)(?:是|为|用于)?")
OPERAND = re.compile(r"\s*[+×*÷/]\s*\d")
WORTH = re.compile("值|账面")
ELLIPTIC = re.compile(r"年度?的(?:才|就)?是\s?$")
TOTAL = re.compile(r"(?:合起来|加起来|加总|合计|总共|一共|共计|拢共)(?:是|有|为)?$")
SEMICOLON = re.compile("[;；。]")
CLAUSE_BREAK = re.compile(r"[，,；;。！!？?\n]")
OPENS = re.compile(r"[，,；;。！!？?\n(]")
CLAUSE_END = re.compile(r"(?:的?(?:支出|费用|情况))?(?:[，,。；;、！!\n)]|$)")
POINTED = re.compile(r"[，,]?(?:这|那)?个?(?:就|才|都|全|全部)?是(?:我们|本年|全年|今年)?的?")
STATED = re.compile(r"(?:是|为|却|显示|写着|写的|报的)\s?$")
NEGATED = re.compile(
    r"(?:不是(?:[^，,。；;\d]{1,6}的)?|并非|而非|不再是|(?:错|误)?(?:写|报|填|说|打|看|记|输|录)成了?|误[写报填记]为|不该是|不应为|不应该是)\s?$"
)
DENIED = re.compile(r"(?:没有?|不是|并非|别|不要)(?:说|报|写|填|记)(?:过)?$")
REVISING = re.compile(
    r"应该?[是为]|应当[是为]|改[为成一到]|更正|修正|纠正|不对|错了|错成|口误|笔误|[哦啊呃]不(?!知|晓|懂)|不不|[，,]不[，,]|[敲填抄写打输看记报][反错串漏]了|而是|有误|[…—。，,]等等|准数|为准|还是|仍[是为]|重新|查到|核实|确认|定了|出来了|更新"
)


def is_total(text: str, start: int, raw: str) -> bool:
    """“合起来在职31人”：名称前面、或小句开头是合计的话。start 是名称的位置，raw 是数前面的话。"""
    before = text[max(0, start - 6) : start]
    return bool(TOTAL.search(before) or TOTAL.match(CLAUSE_BREAK.split(raw)[-1]))


def last_clause(text: str) -> str:
    """最后一个逗号后面的半句。"""
    return CLAUSE_BREAK.split(text)[-1]
