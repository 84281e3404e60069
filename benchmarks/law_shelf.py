"""评测用的依据库：卡片，另可加上一个目录的法律文本。"""

import os
import re
import subprocess
import sys
from pathlib import Path

from assistant.adapters.knowledge.corpus import Library
from assistant.adapters.knowledge.encoder import EmbeddedEncoder
from assistant.adapters.knowledge.evidence import Evidence
from assistant.adapters.knowledge.folders import INDEX, shelves
from assistant.adapters.knowledge.index_folder import IndexFolder
from assistant.adapters.knowledge.library_files import LibraryFiles
from assistant.adapters.knowledge.vector_shelves import FolderShelf
from assistant.adapters.knowledge.vectors import Vectors
from assistant.adapters.knowledge.ways import Ways

KNOWLEDGE = Path(__file__).parent.parent / "knowledge"


def open_shelf(folder: Path, ways: Ways, encoder: EmbeddedEncoder) -> Evidence:
    """文件夹里的依据库：cards 子文件夹是卡片，其余同数据目录。"""
    vectors = Vectors(FolderShelf(folder / INDEX), encoder)
    places = shelves(KNOWLEDGE, folder)._replace(cards=folder / "cards")
    return Evidence(
        Library(LibraryFiles(places), ways.asked),
        IndexFolder(folder / INDEX, vectors),
        vectors,
        ways,
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
    """法律文本照 `jigao knowledge add` 入库。"""
    command = [sys.executable, "-m", "assistant", "knowledge", "add", str(laws)]
    environment = os.environ | {"JIGAO_DATA_DIR": str(folder)}
    subprocess.run(command, check=True, env=environment, stdout=subprocess.DEVNULL)
