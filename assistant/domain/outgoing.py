"""外发：一次送出本机的记录。只有名目和数目，没有内容。"""

from assistant.domain.facts import Frozen


class Dispatch(Frozen):
    """送往一个端点的一次。

    report    为哪份报告；与报告无关的为空
    what      送了什么（提示词的用途）；prompt 是它的名称和版本
    hidden    遮住的数、姓名、号码各多少，如 {"金额": 3, "姓名": 1}
    outcome   结果：好；否则是那句失败的话
    """

    at: str
    endpoint: str
    model: str
    report: str = ""
    what: str
    prompt: str
    hidden: dict[str, int] = {}  # noqa: RUF012 冻结的值，从不就地修改
    seconds: float = 0
    first_token: float = 0
    tokens_in: int = 0
    tokens_out: int = 0
    outcome: str = "好"
