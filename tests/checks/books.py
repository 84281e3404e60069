"""规则例文用的书架：随系统发布的卡片，加一部虚构条例的正式文本。"""

from datetime import date

from assistant.adapters.knowledge.source_files import read_folder
from assistant.domain.evidence import Source
from assistant.domain.shelf import Shelf
from assistant.reading.law.statutes import split
from assistant.workflow.library.describing import shelved
from tests.needs import ROOT

_TEXT = """云岭示范条例
第一条 为了规范示范活动，制定本条例。
第二条 各单位应当每年组织一次示范活动，包括：
（一）讲解；
（二）演练。
县人民政府可以作出具体规定。
第三条 示范报告应当在三十日内公开。
"""
DEMO = Source(
    id="demo-text",
    title="云岭示范条例",
    effective_from=date(2020, 1, 1),
    articles=3,
    verbatim=True,
)
SHELF = Shelf(
    (*read_folder(ROOT / "knowledge" / "regulations"), *shelved(DEMO, split(_TEXT).provisions))
)
