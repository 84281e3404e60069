"""数字：可以印进报告的一个数，连同它是报来的还是算出来的、怎样算的。"""

from decimal import Decimal

from assistant.domain.facts import Frozen
from assistant.domain.quantities import Quantity


class Figure(Frozen):
    """数字。

    key       含派生后缀的地址，如 final.income.change_rate
    quantity  印出的数量（已四舍五入到印刷位数）
    exact     未取舍的值，以基本单位计（元、1 的几分之几 …）
    given     由办事人员或材料直接给出（否则由公式算出）
    formula   算式，中文；given 时为空
    basis     公式或来源的依据
    facts     所依据的事实编号
    """

    key: str
    label: str
    quantity: Quantity
    exact: Decimal
    given: bool
    formula: str = ""
    basis: str = ""
    facts: tuple[str, ...] = ()


class Contradiction(Frozen):
    """报来的与推算的不一致。

    certain  仅凭这些事实就能断定有错；为假时可能只是有未报的项
    facts    牵涉的事实编号，被核的一条在前
    """

    key: str
    label: str
    stated: str
    expected: str
    formula: str
    basis: str
    cause: str = ""
    certain: bool = True
    facts: tuple[str, ...] = ()
