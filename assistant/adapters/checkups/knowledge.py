"""自检知识：大纲、口径、方案、词表、提示词逐个读一遍；法规检索试查一问。"""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import partial
from pathlib import Path

from assistant.adapters.catalogue import FileCatalogue
from assistant.adapters.data_files import load
from assistant.adapters.prompt_files import PromptFiles
from assistant.domain.checkup import Check
from assistant.domain.errors import JigaoError
from assistant.domain.evidence import Query
from assistant.ports import EvidenceStore
from assistant.reading.privacy.secrecy import Secrecy

_QUESTION = "预算执行率怎么算"


def checks(knowledge: Path, locality: str) -> Iterator[Check]:
    """知识文件和提示词。"""
    found = FileCatalogue(knowledge)
    outlines = sorted(path.stem for path in (knowledge / "outlines").glob("*.yaml"))
    prompts = PromptFiles(knowledge.parent / "prompts")
    yield from _each("大纲", found.outline, outlines)
    yield _read("地区口径", found.localities)
    yield _read("缺省地区", lambda: (found.locality(locality),))
    yield _read("评分方案", found.schemes)
    yield _read("科目表", lambda: (found.chart(),))
    yield _read("示例报告", lambda: (found.example(),))
    yield _read("起草词表", lambda: (found.draft_words(),))
    yield _read("涉密字样", lambda: (load(knowledge / "secrecy.yaml", Secrecy),))
    yield from _each("提示词", prompts.prompt, prompts.names())


def _each(name: str, reader: Callable[[str], object], files: Sequence[str]) -> Iterator[Check]:
    """逐个读；都读得通并成一项，读不通的各一项。"""
    if not files:
        yield Check(name, False, "一个也没有", "请从发布包恢复。")
        return
    results = [_read(name, partial(_single, reader, file)) for file in files]
    bad = [check for check in results if not check.fine]
    yield from bad or [Check(name, True, f"{len(files)} 个都读得通")]


def _single(reader: Callable[[str], object], file: str) -> tuple[object]:
    return (reader(file),)


def _read(name: str, reader: Callable[[], tuple[object, ...]]) -> Check:
    try:
        count = len(reader())
    except JigaoError as error:
        return Check(name, False, error.where, error.todo)
    return Check(name, bool(count), f"{count} 个都读得通" if count else "一个也没有")


def retrieval(evidence: EvidenceStore, today: date) -> Iterator[Check]:
    """法规检索：查得到吗，向量索引建好没有。"""
    name = "法规检索"
    try:
        found = evidence.search(Query(question=_QUESTION, on=today))
        sources = len(evidence.sources())
    except JigaoError as error:
        yield Check(name, False, error.where, error.todo)
        return
    if not found.hits:
        yield Check(
            name, False, f"藏书 {sources} 部，试查一问什么也没有", "请看 knowledge/ 下的文件。"
        )
        return
    yield Check(name, True, f"藏书 {sources} 部，试查一问查得到")
    if found.notice:
        todo = "请运行 jigao knowledge rebuild。"
        yield Check("向量索引", False, found.notice, todo, optional=True)
    else:
        yield Check("向量索引", True, "建好了，与藏书一致")
