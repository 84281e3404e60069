"""断言：成文里的一句话所声称的数量关系，读出来、还没有判断。"""

from typing import NamedTuple

from assistant.domain.findings import Span
from assistant.domain.quantities import Quantity
from assistant.domain.words import Words


class Relationship(Words):
    """断言声称的关系。"""

    YOY_AMOUNT = "yoy_amount"
    YOY_PERCENT = "yoy_percent"
    SUM = "sum"
    DIFFERENCE = "difference"
    RATIO = "ratio"
    EXECUTION_RATE = "execution_rate"
    SCORE_SUM = "score_sum"
    AVERAGE = "average"
    COUNT = "count"
    GRADE = "grade"
    SAME_AS = "same_as"
    OTHER = "other"


class Verdict(Words):
    """判断。"""

    CONSISTENT = "consistent"
    INCONSISTENT = "inconsistent"
    UNVERIFIABLE = "unverifiable"


class Cause(Words):
    """错因：不一致的数是怎样错的。值直接给人看。"""

    NONE = ""
    WRONG_BASE = "以本年数为基数"
    UNIT = "元与万元差一万倍"
    NEIGHBOUR = "串行或串年"
    DIGITS = "数字换位或漏位"
    POINTS = "百分点当百分比"
    SIGN = "正负或增减用词反"
    OMITTED = "漏项"
    TRUNCATED = "截尾"
    LAST_YEAR = "上年数照抄"
    STALE = "合计未更新"
    LAST_DIGIT = "末位差"
    ZERO_BASE = "基数为零"
    BASE_LABEL = "基数名称不对"
    ROWS = "串行"
    COLUMNS = "串列"
    YEARS = "串年"
    OPENING = "分母用错"
    YEAR = "比较的年份不对"


class FigureStatus(Words):
    """一个数的着落：经过验算、只有出处、无从核对。"""

    VERIFIED = "verified"
    SOURCED = "sourced"
    UNCHECKED = "unchecked"


class Mention(NamedTuple):
    """文中出现的一个数量。

    approximate：近、约、余、左右 之类使它不精确；qualifier 是那个词，也可能是界限（以上、不足）。
    span 含符号、数字和单位，不含约数词。
    """

    quantity: Quantity
    span: Span
    approximate: bool = False
    qualifier: str = ""


class Operand(NamedTuple):
    """断言的一个运算数。role：current、prior、change、part、whole、budget、actual …

    text 非空时是不成数的所称（如等级“优秀”），quantity 则是它所依据的数。
    """

    role: str
    quantity: Quantity
    span: Span
    text: str = ""


class Mend(NamedTuple):
    """一处改动：哪个数，改成什么字；turn 为真表示只把它前面的增减用词反过来。"""

    operand: Operand
    text: str
    turn: bool = False


class Statement(NamedTuple):
    """一条断言。

    span 是断言所在的文字，stated 是所声称的结果；expected 是照运算数应有的写法；
    formula 是算式（给人看）；certain 为假表示运算数是从上下文推定的，或列举未必齐全；
    culprit 是最可能写错的那个数，mended 是它应有的写法，pinned 表示有两条以上断言指着它；
    mends 是改好这句话的各处改动（一处以上，或要改用词）；
    echo 为真表示它不成立是别处同一个错的连带，那个错另有一条断言报告。
    """

    relationship: Relationship
    operands: tuple[Operand, ...]
    stated: Operand
    span: Span
    verdict: Verdict
    expected: str = ""
    cause: Cause = Cause.NONE
    certain: bool = True
    formula: str = ""
    culprit: Operand | None = None
    mended: str = ""
    pinned: bool = False
    echo: bool = False
    mends: tuple[Mend, ...] = ()


class CheckedFigure(NamedTuple):
    """文中的一个数和它的着落。"""

    mention: Mention
    status: FigureStatus
