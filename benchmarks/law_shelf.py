"""评测用的依据库：卡片，另可加上一个目录的法律文本，切分后照入库的写法放上书架。"""

import re
import shutil
from pathlib import Path

from assistant.adapters.knowledge.corpus import Library
from assistant.adapters.knowledge.encoder import EmbeddedEncoder
from assistant.adapters.knowledge.evidence import Evidence
from assistant.adapters.knowledge.folders import INDEX, Shelves, shelves
from assistant.adapters.knowledge.index_folder import IndexFolder
from assistant.adapters.knowledge.vectors import FolderShelf, Vectors
from assistant.adapters.knowledge.library_files import LibraryFiles
from assistant.adapters.knowledge.ways import Ways
from assistant.reading.law.statutes import split

KNOWLEDGE = Path(__file__).parent.parent / "knowledge"


def open_shelf(folder: Path, ways: Ways, encoder: EmbeddedEncoder) -> Evidence:
    """文件夹里的依据库：cards 子文件夹是卡片，其余同数据目录。"""
    vectors = Vectors(FolderShelf(folder / INDEX), encoder)
    places = shelves(KNOWLEDGE, folder)._replace(cards=folder / "cards")
    return Evidence(
        Library(LibraryFiles(places), ways.asked), IndexFolder(folder / INDEX, vectors), vectors, ways
    )


def put_cards(folder: Path, without: frozenset[str] = frozenset()) -> None:
    """抄一份卡片，去掉 without 里的问法。"""
    target = folder / "cards"
    target.mkdir(parents=True, exist_ok=True)
    for path in sorted((KNOWLEDGE / "regulations").glob("*.md")):
        lines = path.read_text("utf-8").splitlines()
        kept = [_line(line, without) for line in lines]
        (target / path.name).write_text("\n".join(kept) + "\n", "utf-8")


def _line(line: str, without: frozenset[str]) -> str:
    if not line.startswith("phrases:"):
        return line
    said = [part.strip() for part in re.split("[;；]", line.removeprefix("phrases:"))]
    kept = [part for part in said if part and part not in without] or said
    return "phrases: " + "；".join(kept)


def put_laws(folder: Path, laws: Path) -> None:
    """法律文本按条切分，写成入库的文件。"""
    place: Shelves = shelves(KNOWLEDGE, folder)
    shutil.rmtree(place.regulations, ignore_errors=True)
    place.regulations.mkdir(parents=True)
    for number, path in enumerate(sorted(laws.glob("*.md")), 1):
        statute = split(path.read_text("utf-8"), path.stem)
        head = [
            "---",
            f"id: law-{number}",
            f"title: {statute.title}",
            f'document_number: "{statute.document_number or ""}"',
            f"effective_from: {statute.effective_from or ''}",
            "verbatim: true",
            "---",
        ]
        body = [f"# {p.chapter}\n\n## {p.number}\n\n{p.text}\n" for p in statute.provisions]
        (place.regulations / f"law-{number}.md").write_text("\n".join([*head, *body]), "utf-8")
