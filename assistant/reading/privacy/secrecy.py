"""涉密字样：出现了就先问人，再送出本机。"""

import re

from pydantic import Field

from assistant.domain.facts import Frozen


class Secrecy(Frozen):
    """字样表。allowed 里的说法（内部控制、保密工作）不算。"""

    words: tuple[str, ...]
    allowed: tuple[str, ...] = Field((), alias="except")

    def found(self, text: str) -> tuple[str, ...]:
        """文字里出现的字样，各一次。"""
        for phrase in self.allowed:
            text = text.replace(phrase, "")
        spaced = re.sub(r"[\s·.]", "", text)
        return tuple(word for word in self.words if word in spaced)
