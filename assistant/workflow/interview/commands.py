"""命令：模型听一段话之后只能给出的几种命令，由代码核对原话后执行。"""

from typing import Literal

from pydantic import BaseModel, Field

Doing = Literal["propose", "correct", "withdraw", "ask", "unknown", "office", "goto"]


class Command(BaseModel):
    """一条命令。quote 须逐字出自话里；数从不由模型给。"""

    do: Doing
    quote: str = ""
    field: str = ""
    year: Literal["本年", "上年", ""] = ""
    office: str = ""
    section: str = ""


class Commands(BaseModel):
    """一段话引出的全部命令。"""

    commands: list[Command] = Field(max_length=60)
