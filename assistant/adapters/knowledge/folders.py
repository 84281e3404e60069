"""书架：依据的文件放在哪里。入库往这里写，索引只从这里派生。"""

from pathlib import Path
from typing import NamedTuple

REGULATIONS = Path("library/regulations")
REPORTS = Path("library/reports")
INDEX = Path("index")


class Shelves(NamedTuple):
    """三个文件夹，写法都同 knowledge/regulations/README.md。

    cards        随本系统发布的要点卡片
    regulations  入库的正式文本（verbatim: true）
    reports      入库的往年报告（kind: report）
    """

    cards: Path
    regulations: Path
    reports: Path


def shelves(knowledge: Path, data_dir: Path) -> Shelves:
    """由知识目录和数据目录定书架。"""
    return Shelves(knowledge / "regulations", data_dir / REGULATIONS, data_dir / REPORTS)
