"""对得上的词：问题和条文共有的最长的几段字，供标出，让人一眼看出为什么找到它。"""

import re

_WORD = re.compile(r"[\u4e00-\u9fffA-Za-z0-9]+")
_EMPTY = re.compile(
    r"^(?:什么|怎么|怎样|如何|哪些|哪个|哪里|几天|多少|是不是|要不要|能不能|可以|需要|应当|应该|必须|我们|你们|他们|"
    r"规定|有关|关于|进行|以及|或者|的|了|和|与|及|在|是|有|不|要|吗|呢|吧|到|给|由|为|对|等|一|这|那|个)+$"
)
_EDGE = "的了和与及在是有不要吗呢吧到给由为对等"
_SHORTEST = 2


def matched(question: str, text: str) -> tuple[str, ...]:
    """两边都有的词，长的在前，互不包含。"""
    found: dict[str, None] = {}
    for run in _WORD.findall(question):
        at = 0
        while at < len(run):
            size = _longest(run, at, text)
            word = run[at : at + size].strip(_EDGE)
            if len(word) >= _SHORTEST and not _EMPTY.match(word):
                found[word] = None
            at += max(size, 1)
    words = sorted(found, key=len, reverse=True)
    return tuple(w for n, w in enumerate(words) if not any(w in longer for longer in words[:n]))


def _longest(run: str, at: int, text: str) -> int:
    """从 at 起，在 text 里也有的最长的一段。"""
    size = 0
    while at + size < len(run) and run[at : at + size + 1] in text:
        size += 1
    return size
