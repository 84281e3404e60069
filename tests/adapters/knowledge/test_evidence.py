from datetime import date
from pathlib import Path

import pytest

from assistant.domain.evidence import Query, Retrieval
from tests.adapters.knowledge.bookcase import Bookcase
from tests.fakes import LetterEmbedder

ON = date(2024, 12, 31)


@pytest.fixture
def bookcase(tmp_path: Path) -> Bookcase:
    case = Bookcase(tmp_path)
    case.card("vehicle", "车辆管理办法", "公车每月末报送里程", phrases="公车里程什么时候报")
    case.card("paper", "用纸管理办法", "打印纸由办公室统一领发", phrases="打印纸找谁领")
    return case


def first(found: Retrieval) -> str:
    return found.hits[0].passage.id


def test_the_right_provision_stands_first(bookcase: Bookcase) -> None:
    evidence = bookcase.evidence()
    evidence.rebuild()
    found = evidence.search(Query(question="打印纸归谁领发", on=ON))
    assert first(found) == "paper#第一条"
    assert found.notice == ""


def test_words_alone_answer_until_the_index_is_built(bookcase: Bookcase) -> None:
    found = bookcase.evidence().search(Query(question="打印纸归谁领发", on=ON))
    assert first(found) == "paper#第一条"
    assert "向量索引还没有建好" in found.notice


def test_card_and_official_text_are_one_hit_and_the_official_text_is_shown(
    bookcase: Bookcase,
) -> None:
    bookcase.official("paper-text", "用纸管理办法", "打印纸由局办公室统一采购、登记、领发。")
    evidence = bookcase.evidence()
    evidence.rebuild()
    hits = evidence.search(Query(question="打印纸找谁领", on=ON)).hits
    assert [hit.passage.id for hit in hits if hit.passage.source.name.endswith("用纸管理办法")] == [
        "paper-text#第一条"
    ]
    assert hits[0].card is not None
    assert hits[0].card.id == "paper#第一条"
    assert evidence.passage("paper#第一条") == hits[0].card


@pytest.mark.parametrize(
    ("on", "expected"), [("2019-06-01", "old#第一条"), ("2021-06-01", "new#第一条")]
)
def test_two_versions_stand_side_by_side_and_the_date_chooses(
    tmp_path: Path, on: str, expected: str
) -> None:
    case = Bookcase(tmp_path)
    case.card("old", "用纸办法", "打印纸每人每月一包", since="2018-01-01", until="2019-12-31")
    case.card("new", "用纸办法", "打印纸每人每月两包")
    evidence = case.evidence()
    evidence.rebuild()
    hits = evidence.search(Query(question="打印纸每人几包", on=date.fromisoformat(on))).hits
    assert [hit.passage.id for hit in hits] == [expected]


def test_a_local_rule_is_only_for_its_locality(tmp_path: Path) -> None:
    case = Bookcase(tmp_path)
    case.card("local", "用纸办法", "打印纸每人每月一包", locality="hebei")
    evidence = case.evidence()
    evidence.rebuild()
    asked = Query(question="打印纸每人几包", on=ON)
    assert evidence.search(asked).hits == ()
    assert evidence.search(asked.model_copy(update={"locality": "guangxi"})).hits == ()
    assert evidence.search(asked.model_copy(update={"locality": "hebei-shenze"})).hits


def test_only_changed_passages_are_encoded_again(bookcase: Bookcase) -> None:
    bookcase.evidence().rebuild()
    bookcase.card("paper", "用纸管理办法", "打印纸由办公室统一领发", phrases="打印纸归谁管")
    assert bookcase.evidence().rebuild().fresh == 1
    assert bookcase.evidence().rebuild().fresh == 0


def test_an_index_deleted_while_running_is_said_and_rebuilt(bookcase: Bookcase) -> None:
    evidence = bookcase.evidence()
    evidence.rebuild()
    evidence.search(Query(question="打印纸找谁领", on=ON))
    for path in sorted(bookcase.index.rglob("*"), reverse=True):
        path.unlink() if path.is_file() else path.rmdir()
    found = evidence.search(Query(question="打印纸找谁领", on=ON))
    assert first(found) == "paper#第一条"
    assert found.notice
    assert evidence.rebuild().fresh == 4
    assert evidence.search(Query(question="打印纸找谁领", on=ON)).notice == ""


def test_another_process_that_rebuilt_is_followed(bookcase: Bookcase) -> None:
    reader = bookcase.evidence()
    reader.rebuild()
    bookcase.card("stamp", "印章管理办法", "印章由专人保管", phrases="公章谁保管")
    bookcase.evidence().rebuild()
    found = reader.search(Query(question="公章谁保管", on=ON))
    assert first(found) == "stamp#第一条"
    assert found.notice == ""


def test_a_broken_library_file_costs_only_itself(bookcase: Bookcase) -> None:
    (bookcase.shelves.regulations / "broken.md").write_text("没有文件头", "utf-8")
    evidence = bookcase.evidence()
    state = evidence.rebuild()
    assert state.provisions == 2
    assert "broken.md" in state.faults[0]


def test_a_lead_in_front_does_not_hide_the_provision_that_answers(bookcase: Bookcase) -> None:
    said = {"verified": "false", "caption": "口径", "phrases": "公车里程每月末什么时候报送"}
    bookcase.card("lead", "里程口径", "公车里程每月末报送，口径待核", **said)
    evidence = bookcase.evidence()
    evidence.rebuild()
    found = evidence.search(Query(question="公车里程每月末什么时候报送", on=ON))
    assert found.grounded
    assert first(found) == "vehicle#第一条"
    assert [hit.passage.id for hit in found.leads] == ["lead#口径"]


def test_a_question_about_the_lead_itself_is_not_answered_with_something_else(
    bookcase: Bookcase,
) -> None:
    said = {"verified": "false", "caption": "口径", "phrases": "印章由谁保管"}
    bookcase.card("lead", "印章口径", "印章由谁保管，口径待核", **said)
    evidence = bookcase.evidence()
    evidence.rebuild()
    found = evidence.search(Query(question="印章由谁保管", on=ON))
    assert not found.grounded
    assert found.why.startswith("库中只有待核的线索")
    assert all(hit.passage.source.verified for hit in found.hits)


def test_a_library_without_a_single_phrase_still_answers(tmp_path: Path) -> None:
    case = Bookcase(tmp_path)
    case.official("paper-text", "用纸管理办法", "打印纸由局办公室统一采购、登记、领发。")
    evidence = case.evidence()
    evidence.rebuild()
    found = evidence.search(Query(question="打印纸归谁领发", on=ON))
    assert first(found) == "paper-text#第一条"


def test_the_index_is_prepared_in_the_background(bookcase: Bookcase) -> None:
    evidence = bookcase.evidence()
    evidence.prepare()
    evidence._preparing.wait()
    assert evidence.search(Query(question="打印纸归谁领发", on=ON)).notice == ""


def test_what_is_being_encoded_is_said(bookcase: Bookcase) -> None:
    evidence = bookcase.evidence()
    evidence._vectors.encoding = "1,000/3,000 段"
    found = evidence.search(Query(question="打印纸归谁领发", on=ON))
    assert "已编 1,000/3,000 段" in found.notice
    assert first(found) == "paper#第一条"


@pytest.mark.parametrize("question", ["", "  ", "？？？", "🙂🙂", "a" * 10_000, "预" * 10_000])
def test_odd_questions_have_no_basis_and_a_reason(bookcase: Bookcase, question: str) -> None:
    evidence = bookcase.evidence()
    evidence.rebuild()
    found = evidence.search(Query(question=question, on=ON))
    assert not found.grounded
    assert found.why


def test_a_doubtful_local_text_is_not_said_to_be_missing(bookcase: Bookcase) -> None:
    """自己导入的文件排在头里，拿不准就说拿不准，不说“库中没有”。"""
    bookcase.official("quota", "车辆定额办法", "每辆车年度运行维护费不超过四万元。")
    evidence = bookcase.evidence()
    evidence.rebuild()
    found = evidence.search(Query(question="一辆车一年封顶几个钱", on=ON))
    assert first(found) == "quota#第一条"
    assert not found.grounded
    assert "拿不准" in found.why


def test_a_question_taken_for_a_following_one_says_so(bookcase: Bookcase) -> None:
    evidence = bookcase.evidence()
    evidence.rebuild()
    alone = Query(question="打印纸归谁领发", on=ON)
    after = alone.model_copy(update={"question": "找谁领", "history": ("打印纸用完了怎么办",)})
    assert "接着上一问" not in evidence.search(alone).notice
    assert "接着上一问" in evidence.search(after).notice


def test_embedder_is_not_asked_again_for_known_texts(bookcase: Bookcase) -> None:
    embedder = LetterEmbedder()
    bookcase.embedder = embedder
    bookcase.evidence().rebuild()
    before = embedder.asked
    bookcase.card("stamp", "印章管理办法", "印章由专人保管", phrases="公章谁保管")
    bookcase.evidence().rebuild()
    assert embedder.asked == before + 2
