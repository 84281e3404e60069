"""读回话：这段话是推辞、提问，还是对上一问的文字回答。纯函数，不判断数字。"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from assistant.domain.facts import FieldKind, FieldSpec, Rows

_OFFICE = re.compile(
    r"(?:让|由|请|找|转|交给|问|问问)\s*(?P<office>[\u4e00-\u9fa5]{1,8}?(?:股|科|室|处|中心|站|办|局))"
    r"(?:的?(?:人|同志))?来?(?:答|填|报|提供|说|补|给|定|吧|$|[，。；！\n])"
)
_UNKNOWN = re.compile(
    r"不知道|不清楚|不了解|不掌握|没数|不好说|说不好|说不准|暂无|还没有数|没查到|查不到|手头没有|不晓得|记不清"
)
_SKIP = re.compile(
    r"跳过|先不填|先不答|下一[个题项]|以后再[说填]|暂不填|先放[着一]|不填了|pass", re.I
)
_QUESTION = re.compile(
    r"[？?]|吗[。！\s]*$|呢[。！\s]*$|怎么[办写算填认]|如何|是不是|能不能|可不可以|要不要|算不算|该不该|"
    r"有没有规定|依据是?什么|什么意思|哪[条部个]|多少合适|是什么"
)
_NUMBERING = re.compile(
    r"^\s*(?:[（(]?[一二三四五六七八九十]+[）)、.．是]|[（(]?\d{1,2}[）)、.．](?!\d))\s*[，、]?"
)
_BETWEEN = re.compile(r"\t|\||｜|，|,|；|;")


class Refusal(NamedTuple):
    """推辞：不知道、跳过，或让某股室答。"""

    how: str
    office: str = ""


_GOING = re.compile(
    r"(?:跳到|转到|回到|先写|先填|去写|去填|看看?|打开)[“\"《]?(?P<name>[\u4e00-\u9fff（）、]{2,24}?)[”\"》]?"
    r"(?:这|那)?一?(?:部分|节|章)"
)


def section_in(text: str) -> str:
    """话里要去的章节：“跳到存在的问题那一节”。没有为空。"""
    match = _GOING.search(text)
    return match["name"] if match else ""


def refusal_in(text: str) -> Refusal | None:
    """这段话是不是推辞。"""
    if match := _OFFICE.search(text):
        return Refusal("office", match["office"])
    if _SKIP.search(text):
        return Refusal("skip")
    if _UNKNOWN.search(text):
        return Refusal("unknown")
    return None


def questions_in(text: str) -> tuple[str, ...]:
    """话里的提问，一句一个。"""
    sentences = re.findall(r"[^。！？?；\n]+[。！？?；]?", text)
    return tuple(s.strip() for s in sentences if _QUESTION.search(s.strip()))


def named_fields(text: str, fields: Sequence[FieldSpec]) -> tuple[FieldSpec, ...]:
    """话里提到的字段，按最长的叫法认；被更长叫法盖住的不算。"""
    taken = list(text)
    found: list[tuple[int, FieldSpec]] = []
    names = sorted(
        ((name, field) for field in fields for name in (field.label, *field.aliases)),
        key=lambda pair: -len(pair[0]),
    )
    for name, field in names:
        at = "".join(taken).find(name)
        if at >= 0 and len(name) > 1:
            taken[at : at + len(name)] = "\0" * len(name)
            found.append((at, field))
    unique = {field.key: field for _, field in sorted(found, key=lambda pair: pair[0])}
    return tuple(unique.values())


class Labelled(NamedTuple):
    """点名回答的一段：字段，和名称之后的内容。"""

    field: FieldSpec
    body: str


def labelled_parts(text: str, fields: Sequence[FieldSpec]) -> tuple[str, tuple[Labelled, ...]]:
    """一段话里行首点名的各段（部门职责：……），和它们之前没有点名的话。"""
    names = {name: field for field in fields for name in (field.label, *field.aliases)}
    longest_first = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    heads = list(
        re.finditer(rf"(?m)^[ \t]*(?:我们的|本单位的?)?({longest_first})[ \t]*[：:]", text)
    )
    ends = [*(head.start() for head in heads), len(text)][1:]
    parts = (
        Labelled(names[head[1]], text[head.end() : end].strip())
        for head, end in zip(heads, ends, strict=True)
    )
    before = text[: heads[0].start()] if heads else text
    return before, tuple(part for part in parts if part.body)


def text_value(text: str, field: FieldSpec) -> str | Rows | None:
    """把一段话读成文字字段或表格字段的值；读不成则为 None。"""
    if field.kind is FieldKind.ROWS:
        return rows_in(text, len(field.columns)) or None
    if field.pattern:
        match = re.search(field.pattern, text)
        return match[1] if match else None
    return text.strip() or None


def rows_in(text: str, columns: int) -> Rows:
    """一行一条；列间用制表符、竖线、逗号或分号。行首的编号去掉，缺的格留空，多的并入末格。"""
    rows = []
    for line in _lines(text, columns):
        body = _NUMBERING.sub("", line).strip().rstrip("。；;")
        cells = [body] if columns == 1 else [c.strip() for c in _BETWEEN.split(body, columns - 1)]
        cells = [cell.rstrip("。；;") for cell in cells]
        if any(cells):
            rows.append(tuple(cells + [""] * (columns - len(cells))))
    return tuple(rows)


def _lines(text: str, columns: int) -> list[str]:
    lines = [line for line in text.splitlines() if line.strip()]
    if len(lines) > 1 or columns > 1:
        return lines
    parts = re.split(r"(?<=[。；;])(?=\s*(?:[一二三四五六七八九十]是|[（(]?\d))", text)
    return [part for part in parts if part.strip()]
