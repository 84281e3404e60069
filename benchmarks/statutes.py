"""法律文本目录：每部一个 .md，切成条。与产品的切分各写各的，这样查得出产品编造的条文。"""

import re
from pathlib import Path

_ARTICLE = re.compile(r"(第[零〇一二三四五六七八九十百]+条(?:之[一二三四五六七八九十])?)\s*(.*)")
_HEAD_ENDS = "<!-- INFO END -->"

Statutes = dict[str, dict[str, str]]


def read_statutes(folder: Path) -> Statutes:
    """名称（不带“中华人民共和国”，即文件名）→ 条号 → 条文。"""
    return {path.stem: _articles(path.read_text("utf-8")) for path in sorted(folder.glob("*.md"))}


def _articles(text: str) -> dict[str, str]:
    found: dict[str, list[str]] = {}
    current = ""
    for line in map(str.strip, text.partition(_HEAD_ENDS)[2].splitlines()):
        start = _ARTICLE.match(line)
        if line.startswith("#"):
            current = ""
        elif start and start[1] not in found:
            current = start[1]
            found[current] = [start[2]]
        elif current and line:
            found[current].append(line)
    return {number: "\n".join(lines) for number, lines in found.items()}
