"""法规文件的写出：与 source_files 读入的写法相同，写出再读入一字不差。"""

from collections.abc import Iterable, Sequence

import yaml

from assistant.domain.evidence import Passage, Source

_SPECIAL = ("#", "\\")


def written(source: Source, passages: Sequence[Passage]) -> str:
    """一份文件的全文。"""
    data = source.model_dump(mode="json", exclude_defaults=True) | {
        "id": source.id,
        "verbatim": source.verbatim,
    }
    head = yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=1000)
    return f"---\n{head}---\n" + "\n".join(_body(passages)) + "\n"


def _body(passages: Sequence[Passage]) -> Iterable[str]:
    heading = ""
    for passage in passages:
        if passage.heading != heading:
            heading = passage.heading
            yield f"\n# {heading}"
        yield f"\n## {passage.provision}\n"
        yield from map(escaped, passage.text.split("\n"))


def escaped(line: str) -> str:
    """行首的 # 和反斜线前加一道反斜线，读入时去掉。"""
    return f"\\{line}" if line.startswith(_SPECIAL) else line
