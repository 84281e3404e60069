"""引用的核对：库里有正式文本才断定；查的结果列出每一处引用；资料库变了，核查证明说得出。"""

from datetime import date

import pytest

from assistant.domain.document import plain
from assistant.domain.evidence import Source
from assistant.domain.shelf import Shelf
from assistant.reading.law.statutes import split
from assistant.workflow.checking.checking import check, check_json
from assistant.workflow.checking.inspecting import Order, Upload, inspect
from assistant.workflow.library.adding import add
from assistant.workflow.library.describing import shelved
from tests.checks.localities import NATIONAL
from tests.fakes import FakeDesk

OLD = "云岭示范法\n2015年1月1日通过\n" + "\n".join(f"第{n}条 甲{n}。" for n in "一二三四五")
NEW = "云岭示范法\n2024年7月1日通过\n" + "\n".join(f"第{n}条 乙{n}。" for n in "一二三")


def codes(text: str, year: int, *laws: str) -> list[str]:
    desk = FakeDesk()
    for number, law in enumerate(laws):
        add(desk, f"{number}.txt", law.encode())
    found = check(plain("报告", text), NATIONAL, year, shelf=desk.library.shelf()).findings
    return [f"{each.code}{each.severity.value}" for each in found if each.code[:3] == "LAW"]


@pytest.mark.parametrize(
    ("year", "laws", "found"),
    [
        (2022, (OLD, NEW), []),
        (2023, (OLD, NEW), []),
        (2025, (OLD, NEW), ["LAW101必改"]),
        (2025, (OLD,), []),
        (2022, (NEW,), []),
        (2025, (), ["LAW106提示"]),
    ],
)
def test_an_article_is_held_against_the_versions_of_those_years(
    year: int, laws: tuple[str, ...], found: list[str]
) -> None:
    assert codes("依据《云岭示范法》第五条。", year, *laws) == found


def test_a_version_whose_length_nobody_saw_keeps_the_check_silent() -> None:
    unseen = Source(id="u", title="云岭示范法", effective_from=date(2020, 1, 1), verified=False)
    shelf = Shelf(shelved(unseen, split(NEW).provisions))
    assert not check(plain("报告", "《云岭示范法》第九条。"), NATIONAL, 2023, shelf=shelf).findings


def test_every_reference_is_listed_with_what_the_library_has() -> None:
    desk = FakeDesk()
    add(desk, "示范法.txt", NEW.encode())
    text = "依据《云岭示范法》第二条、《没有收的办法》（云财〔2020〕1号）。"
    result = check(plain("报告", text), NATIONAL, 2024, shelf=desk.library.shelf())
    listed = check_json(result)["references"]
    assert [(r["title"], r["provision"], r["known"]) for r in listed] == [
        ("云岭示范法", "第二条", True),
        ("没有收的办法", "", False),
    ]
    assert text[listed[0]["start"] : listed[0]["end"]] == "《云岭示范法》第二条"
    assert result.references[0].passages


def test_a_name_shortened_in_the_text_is_followed() -> None:
    text = "依据《云岭示范法》（以下简称《示范法》）。《示范法》第九条要求公开。"
    assert codes(text, 2025, NEW) == ["LAW101必改"]


def test_the_desk_checks_against_its_own_library() -> None:
    desk = FakeDesk()
    order = Order(NATIONAL, 2025)
    upload = Upload("报告.txt", "依据《云岭示范法》第九条。".encode())
    before = inspect(desk, order, upload)
    add(desk, "示范法.txt", NEW.encode())
    after = inspect(desk, order, upload)
    assert [f.code for f in after.findings] == ["LAW101"]
    assert before.library != after.library
