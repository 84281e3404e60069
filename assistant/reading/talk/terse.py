"""一个字的名称：“编18 在17 退9”。单独一个字不算，成串、个个带着数才算。"""

import re
from collections.abc import Iterator

from assistant.domain.findings import Span

_NAMES = {"编": "编制", "在": "在职", "退": "退休"}
_ONE = r"[编在退][ \t:：]?\d{1,5}(?:人|名|个)?(?![\d.年月日号点])"
_RUN = re.compile(rf"(?<![\u4e00-\u9fff\w]){_ONE}(?:[\s，,、/；;]*{_ONE})+")


def terse_names(text: str) -> Iterator[tuple[str, Span]]:
    """每个单字名称的全名和它的位置。"""
    for run in _RUN.finditer(text):
        for match in re.finditer(_ONE, run[0]):
            at = run.start() + match.start()
            yield _NAMES[match[0][0]], Span(at, at + 1)
