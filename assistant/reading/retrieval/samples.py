"""写法的样子：往年报告里标题最相近的几节。"""

import re
from collections.abc import Iterable

from assistant.domain.evidence import Passage

_NUMBERING = re.compile(
    r"^(?:第?[一二三四五六七八九十×]+(?:部分|[、.．])|[（(][^）)]{1,3}[）)]|×+[.．、])\s*"
)
_TITLE = 24
_ALIKE = 0.5


def closest(title: str, sections: Iterable[Passage], top: int) -> tuple[Passage, ...]:
    """标题相同的双字占短的一个的一半以上，最像的在前；没有就是空的。"""
    wanted = _pairs(plain_heading(title))
    scored = [(_likeness(wanted, _pairs(plain_heading(s.provision))), s) for s in sections]
    kept = sorted((item for item in scored if item[0] >= _ALIKE), key=lambda item: -item[0])
    return tuple(section for _, section in kept[:top])


def plain_heading(title: str) -> str:
    """去掉序号和空白的标题。"""
    bare = "".join(title.split())
    return (_NUMBERING.sub("", bare) or bare)[:_TITLE]


def _pairs(text: str) -> frozenset[str]:
    return frozenset(text[i : i + 2] for i in range(len(text) - 1))


def _likeness(one: frozenset[str], other: frozenset[str]) -> float:
    shorter = min(len(one), len(other))
    return len(one & other) / shorter if shorter else 0.0
