"""恶意答复进不了导出的 Word：每一类取一条，真的起草、真的导出，与不用模型的逐字相同。

全部两百多条各导出一次的，见 python -m benchmarks.adversary。
"""

from pathlib import Path

import pytest

from tests.adversary.cases import FACT, replies
from tests.adversary.office import Office
from tests.fake_openai import FakeOpenAI

BAD = dict(replies("drafts.txt"))
GOOD = "全年预算数{{adjusted.expenditure}}，全年执行数{{executed.total}}。走访企业36家次。"


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> str:
    return Office(tmp_path_factory.mktemp("plain") / "data", "http://127.0.0.1:9/v1").exported()


def test_a_proper_reply_does_reach_the_docx(tmp_path: Path, plain: str) -> None:
    with FakeOpenAI(lambda _: GOOD) as server:
        office = Office(tmp_path / "data", server.url)
        assert office.drafted() == "demo"
        text = office.exported()
    assert text != plain
    assert "走访企业36家次。" in text


def test_no_bad_reply_of_any_kind_reaches_the_docx(tmp_path: Path, plain: str) -> None:
    assert FACT in plain
    assert len(BAD) >= 15
    with FakeOpenAI() as server:
        office = Office(tmp_path / "data", server.url)
        for kind, reply in BAD.items():
            server.mind = lambda _, reply=reply: reply  # type: ignore[misc]
            assert office.drafted() == "", (kind, reply)
            assert office.exported() == plain, (kind, reply)
