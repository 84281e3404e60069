"""记分：名次、拒答、编造的条文、错用的版本。"""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from benchmarks.question_overlap import share
from benchmarks.questions import Article, Question
from benchmarks.retrieval_questions import ask
from benchmarks.retrieval_scores import (
    Asked,
    Citation,
    Ranks,
    Reply,
    invented,
    out_of_force,
    rank,
    ranks,
)
from benchmarks.statutes import read_statutes

FIRST, SECOND = (Article(source="云岭县车辆办法", provision=p) for p in ("第一条", "第二条"))
STATUTES = {"云岭县车辆办法": {"第一条": "车辆\n应当登记。", "第二条": "登记每年核对。"}}


def question(**values: object) -> Question:
    given = {"id": "q", "question": "车要登记吗", "gold": (FIRST,), "kind": "plain"}
    return Question.model_validate(given | {"split": "dev"} | values)


def reply(*citations: Citation, answered: bool = True, answer: str = "") -> Reply:
    ranked = [Article(source=c.source, provision=c.provision) for c in citations]
    return Reply(answered=answered, answer=answer, citations=list(citations), ranked=ranked)


def cite(provision: str, text: str = "", **values: object) -> Citation:
    given = {"source": "云岭县车辆办法", "provision": provision, "text": text}
    return Citation.model_validate(given | values)


def test_any_acceptable_article_counts() -> None:
    either = question(gold=(FIRST, SECOND))
    assert rank(Asked(either, reply(cite("第三条"), cite("第二条")), 0.0)) == 2
    assert rank(Asked(question(), reply(cite("第二条")), 0.0)) is None


def test_ranks_of_a_hit_a_late_hit_and_a_refusal() -> None:
    late = reply(*(cite("第二条") for _ in range(5)), cite("第一条"))
    answers = [
        Asked(question(), reply(cite("第一条")), 0.0),
        Asked(question(), late, 0.0),
        Asked(question(), reply(answered=False), 0.0),
        Asked(question(may_refuse=True), reply(answered=False), 0.0),
    ]
    assert ranks(answers) == Ranks(3, 1 / 3, 1 / 3, (1 + 1 / 6) / 3, 1 / 3)


def test_invented_are_unknown_numbers_altered_quotes_and_numbers_in_the_answer() -> None:
    found = reply(
        cite("第一条", "第一条 车辆应当登记。", verbatim=True),
        cite("第二条", "登记每两年核对。", verbatim=True),
        cite("第三条"),
        cite("第九条", effective_to="2020-12-31"),
        answer="见《云岭县车辆办法》第一条、《云岭县车辆办法》第五条和《别的办法》第七条。",
    )
    names = invented(Asked(question(), found, 0.0), STATUTES)
    assert names == [f"《云岭县车辆办法》{n}" for n in ("第二条", "第三条", "第五条")]


def test_a_version_must_be_in_force_in_the_year_of_the_report() -> None:
    old = cite("第一条", effective_from="2010-01-01", effective_to="2024-06-30")
    new = cite("第二条", effective_from="2024-07-01")
    today = date(2026, 1, 1)
    both = reply(old, new)
    assert out_of_force(Asked(question(year=2023), both, 0.0), today) == [
        "《云岭县车辆办法》第二条"
    ]
    assert out_of_force(Asked(question(year=2024), both, 0.0), today) == []
    assert out_of_force(Asked(question(), both, 0.0), today) == ["《云岭县车辆办法》第一条"]


def test_questions_are_asked_by_year_and_follow_ups_carry_the_conversation() -> None:
    seen: list[tuple[str, int | None, list[str]]] = []

    def answer(path: Path, year: int | None) -> Iterator[tuple[Reply, float]]:
        lines = path.read_text("utf-8").splitlines()
        seen.append((path.suffix, year, lines))
        return ((reply(answer=line), 0.1) for line in lines)

    plain, dated = question(), question(id="d", year=2023)
    follow = question(id="f", question="那呢", history=("车要登记吗",))
    answers = ask([plain, dated, follow], answer)

    assert [asked.question for asked in answers] == [plain, dated, follow]
    assert [(suffix, year, len(lines)) for suffix, year, lines in seen] == [
        (".txt", None, 2),
        (".txt", 2023, 2),
        (".jsonl", None, 2),
    ]
    assert json.loads(answers[2].reply.answer) == {"question": "那呢", "history": ["车要登记吗"]}


def test_statutes_are_cut_into_articles(tmp_path: Path) -> None:
    head = "# 办法\n第一条 序里的不算\n<!-- INFO END -->\n"
    text = head + "## 第一章\n第一条 车辆\n\n应当登记。\n## 第二章\n第二条　核对。\n"
    (tmp_path / "云岭县车辆办法.md").write_text(text, "utf-8")
    assert read_statutes(tmp_path) == {
        "云岭县车辆办法": {"第一条": "车辆\n应当登记。", "第二条": "核对。"}
    }


def test_overlap_is_the_share_of_the_questions_own_grams() -> None:
    assert share("车要登记吗", ["车辆应当登记。"], 2) == 1 / 4
    assert share("车要登记吗", ["核对。", "车要登记吗"], 4) == 1.0
    assert share("车", ["车辆"], 2) == 0.0
