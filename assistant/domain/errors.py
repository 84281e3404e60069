"""异常。办事人员的差错是值（Fault、Rejection）；这里只有管理员或环境的差错。

JigaoError
├── BadInput          给的参数、文件、数据不合要求
│   ├── BadData       知识文件缺失或写坏（大纲、口径、地区、卡片、提示词）
│   ├── Unreadable    文件打不开、不支持、过大、加密
│   ├── NotFound      没有这份报告、事实、问题
│   └── Answered      这段话已由另一个窗口答过
├── Conflict          另一个窗口刚写过
├── Refused           不许做的事（带必改导出、接受数字必改）
└── Unavailable       外部服务不可用（模型、向量服务）
    └── Withheld      没有送出：有不宜出本机的字样或拿不准之处，要人看过
"""


class JigaoError(Exception):
    """where：哪里；todo：怎么办。两句都直接给人看。"""

    def __init__(self, where: str, todo: str = "") -> None:
        super().__init__(where)
        self.where = where
        self.todo = todo

    @property
    def words(self) -> str:
        """连成一句的话：哪里，怎么办。"""
        return f"{self.where}。{self.todo}"


class BadInput(JigaoError):
    """输入不合要求。"""


class BadData(BadInput):
    """知识文件缺失或写坏。"""


class Unreadable(BadInput):
    """文件读不了。"""


class NotFound(BadInput):
    """没有所指的东西。"""


class Answered(BadInput):
    """这段话已由另一个窗口或命令答过；话和答复都在。"""


class Conflict(JigaoError):
    """别的窗口或命令刚写过同一份报告。"""


class Refused(JigaoError):
    """规定不许做。"""


class Unavailable(JigaoError):
    """外部服务不可用。"""


class Withheld(Unavailable):
    """没有送出本机：话里有涉密字样，或有拿不准该不该遮的地方。人看过同意后可再送。

    shown 是遮过的样子，给人看的就是要送的。
    """

    def __init__(self, where: str, todo: str = "", shown: str = "") -> None:
        super().__init__(where, todo)
        self.shown = shown
