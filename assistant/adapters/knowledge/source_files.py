"""法规文件：要点卡片和正式文本同一种写法，一个文件一份文件的一个版本。

写法见 knowledge/regulations/README.md。读入时核对，错处指明文件与行。
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import yaml
from pydantic import ValidationError

from assistant.adapters.data_files import read_text
from assistant.domain.errors import BadData
from assistant.domain.evidence import Passage, Source

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_ARTICLE = re.compile(r"第[零〇一二三四五六七八九十百千]+条(之[一二三四五六七八九十]+)?$")
_HEADING = re.compile(r"#{1,2}(?:\s|$)")
_LISTED = {"topics": re.compile(r"[、,，;；\s]+"), "phrases": re.compile(r"[;；]")}
_HOW = "写法见 knowledge/regulations/README.md。"


def read_folder(folder: Path) -> tuple[Passage, ...]:
    """一个文件夹里全部法规文件的段落，按文件名排列；文件夹不存在则为空。"""
    files = sorted(path for path in folder.glob("*.md") if path.name != "README.md")
    return tuple(passage for path in files for passage in read_file(path))


def read_file(path: Path) -> tuple[Passage, ...]:
    """一个文件的段落，先后次序同文件。"""
    head, body, first = _split(path, read_text(path))
    source = _source(path, head)
    passages = tuple(_passages(path, source, body, first))
    if not passages:
        raise _bad(path, first, "没有一条规定", "每条规定以“## 第…条”开头。")
    _unique(path, passages)
    return passages


def _bad(path: Path, line: int, what: str, todo: str = "") -> BadData:
    return BadData(f"{path} 第{line}行：{what}", todo + _HOW)


def _split(path: Path, text: str) -> tuple[str, list[str], int]:
    lines = text.lstrip("\ufeff").splitlines()
    if not lines or lines[0].strip() != "---" or "---" not in lines[1:]:
        raise _bad(path, 1, "缺少文件头", "文件头写在两行 --- 之间。")
    end = lines.index("---", 1)
    return "\n".join(lines[1:end]), lines[end + 1 :], end + 2


def _source(path: Path, head: str) -> Source:
    try:
        source = Source.model_validate(yaml.load(head, _LOADER) or {})  # noqa: S506 两个都是安全装载器
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        raise _bad(path, mark.line + 2 if mark else 1, "文件头不是正确的 YAML") from error
    except ValidationError as error:
        first = error.errors()[0]
        key = ".".join(str(part) for part in first["loc"]) or "文件头"
        raise _bad(path, 1, f"文件头的 {key} 不对：{first['msg']}") from error
    if source.id != path.stem:
        raise _bad(path, 1, f"id 是 {source.id}，与文件名 {path.stem} 不同")
    return source


def _passages(path: Path, source: Source, lines: list[str], first: int) -> Iterator[Passage]:
    chapter = ""
    for number, title, body in _blocks(lines, first):
        name = title.lstrip("#").strip()
        if title.startswith("##"):
            yield _passage(path, source, number, name, body, chapter)
        else:
            chapter = name


def _blocks(lines: list[str], first: int) -> Iterator[tuple[int, str, list[str]]]:
    """(行号, 标题行, 其下各行)，标题为 # 章 或 ## 条。"""
    heads = [i for i, line in enumerate(lines) if line.startswith("#") and _HEADING.match(line)]
    for here, there in pairwise([*heads, len(lines)]):
        yield first + here, lines[here], lines[here + 1 : there]


def _passage(
    path: Path, source: Source, line: int, name: str, body: list[str], chapter: str
) -> Passage:
    provision, _, caption = name.partition(" ")
    _check_name(path, source, line, provision)
    card = source.kind == "regulation" and not source.verbatim
    listed: dict[str, list[str]] = {key: [] for key in _LISTED}
    rows: list[str] = []
    for row in filter(None, map(str.strip, body)):
        key, _, said = row.partition(":") if card else ("", "", "")
        if key in _LISTED and row != key:
            listed[key] += filter(None, map(str.strip, _LISTED[key].split(said)))
        else:
            rows.append(row.removeprefix("\\"))
    text = "\n".join(rows)
    if not text:
        raise _bad(path, line, f"{provision} 没有正文")
    if card and not (listed["topics"] and listed["phrases"]):
        raise _bad(path, line, f"{provision} 缺少 topics 或 phrases", "要点卡片两样都要写。")
    return Passage(
        id=f"{source.id}#{provision}",
        source=source,
        provision=provision,
        heading=f"{chapter} {caption}".strip(),
        text=text,
        topics=tuple(listed["topics"]),
        phrases=tuple(listed["phrases"]),
    )


def _check_name(path: Path, source: Source, line: int, provision: str) -> None:
    article = bool(_ARTICLE.match(provision))
    if article and not source.verified:
        raise _bad(path, line, f"待核文件不得写条号 {provision}", "没看过原文的，标题写要点名称。")


def _unique(path: Path, passages: tuple[Passage, ...]) -> None:
    seen: set[str] = set()
    for passage in passages:
        if passage.id in seen:
            raise _bad(path, 1, f"{passage.provision} 写了两次", "同一条合写在一个标题下。")
        seen.add(passage.id)
