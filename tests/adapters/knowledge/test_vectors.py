"""向量库与逐条精算相比；筛掉大半以后仍取得够。"""

from datetime import date
from pathlib import Path

import numpy as np

from assistant.adapters.knowledge.vector_shelves import FolderShelf
from assistant.adapters.knowledge.vectors import Vectors, key_of
from assistant.domain.evidence import Query
from tests.adapters.knowledge.bookcase import Bookcase
from tests.fakes import LetterEmbedder

TEXTS = [chr(0x4E00 + (i * 37) % 3000) + chr(0x4E00 + i % 997) + f"{i}号" for i in range(900)]


def test_nearest_are_those_of_exact_arithmetic(tmp_path: Path) -> None:
    embedder = LetterEmbedder()
    vectors = Vectors(FolderShelf(tmp_path), embedder)
    vectors.build("d", TEXTS)
    (tmp_path / "d.part").rename(tmp_path / "d")
    matrix = np.array(embedder.embed(TEXTS), np.float32)
    for asked in TEXTS[::90]:
        vector = embedder.question(asked)
        near = vectors.near("d", vector, 300)
        exact = np.sort(matrix @ np.array(vector, np.float32))[::-1]
        assert np.allclose([one.cosine for one in near[:10]], exact[:10], atol=1e-4)
        assert near[0].key == key_of(asked)


def test_when_most_are_filtered_away_more_is_fetched(tmp_path: Path) -> None:
    case = Bookcase(tmp_path)
    for i in range(400):
        until = "2019-12-31" if i else ""
        case.card(
            f"c{i}", f"用纸办法{i}", f"打印纸第{i}种由办公室领发", until=until, since="2018-01-01"
        )
    evidence = case.evidence()
    evidence.rebuild()
    found = evidence.search(Query(question="打印纸由办公室领发", on=date(2024, 12, 31)))
    assert [hit.passage.id for hit in found.hits] == ["c0#第一条"]
    assert found.notice == ""
