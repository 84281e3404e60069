"""纯文本：文字原样，一个字符不动；〔第n页〕和换页符给出页。"""

import re

from assistant.adapters.documents.composer import MAX_CHARACTERS
from assistant.domain.document import Document, plain
from assistant.domain.errors import Unreadable

_MARK = re.compile(r"〔第(\d{1,4})页〕|\f")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f]")
_DIRECTION = re.compile("[\u202a-\u202e\u2066-\u2069]")
_BOMS = (("utf-8-sig", b"\xef\xbb\xbf"), ("utf-16", b"\xff\xfe"), ("utf-16", b"\xfe\xff"))
_LAST_CHARACTER = 3


def read(name: str, content: bytes) -> Document:
    """读一份纯文本。"""
    text, notes = decoded(name, content)
    return plain(name, text)._replace(pages=pages(text), notes=notes)


def decoded(name: str, content: bytes) -> tuple[str, tuple[str, ...]]:
    """解码：UTF-8（有无 BOM）、UTF-16（有 BOM）、GB18030。解不开或是二进制抛 Unreadable。"""
    text, notes = _decode(name, content)
    if len(_CONTROL.findall(text[:100_000])) > len(text[:100_000]) // 100:
        raise _binary(name)
    if len(text) > MAX_CHARACTERS:
        raise Unreadable(
            f"{name} 的文字超过 {MAX_CHARACTERS // 10_000} 万字，没有读", "请拆成几份分别检查。"
        )
    return text, notes


def _decode(name: str, content: bytes) -> tuple[str, tuple[str, ...]]:
    for encoding, mark in _BOMS:
        if content.startswith(mark):
            return content.decode(encoding, errors="replace"), ()
    try:
        return content.decode("utf-8"), ()
    except UnicodeDecodeError as error:
        if error.start >= len(content) - _LAST_CHARACTER and error.start:
            return content[: error.start].decode("utf-8"), ("文件末尾残缺，最后一个字没有读出。",)
    try:
        return content.decode("gb18030"), ()
    except UnicodeDecodeError as error:
        raise _binary(name) from error


def _binary(name: str) -> Unreadable:
    return Unreadable(
        f"{name} 不是文字，或编码认不出来", "请用记事本或 WPS 打开，另存为 UTF-8 文本后再试。"
    )


def pages(text: str) -> tuple[int, ...]:
    """各页的起点。跳过的页也占一个位次，使页码与标记一致。"""
    starts: list[int] = []
    for mark in _MARK.finditer(text):
        if mark[1] is None:
            starts = starts or [0]
            starts.append(mark.end())
        elif int(mark[1]) > len(starts):
            missing = int(mark[1]) - len(starts) - 1
            starts += [mark.start() if starts else 0] * missing + [mark.start()]
    return tuple(starts)


def direction_marks(text: str) -> bool:
    """有没有改变书写方向的控制符：它们能使显示的数字与实际不同。"""
    return bool(_DIRECTION.search(text))
