"""公开样例：各口径下的得分、总分、等级、问题的单元格与预期相同。"""

import json
from decimal import Decimal
from typing import Any

import pytest

from assistant.bootstrap import connect
from assistant.settings import Settings
from assistant.workflow.scoring.scoring import score_file
from assistant.workflow.scoring.shapes import workbook_json
from tests.needs import shared

Json = dict[str, Any]
SCHEMES = {
    "national": "national-2020",
    "hebei-county": "hebei-county",
    "guangxi-like": "guangxi",
    "jiangxi-like": "jiangxi",
}


def _scored(workbook: str, profile: str) -> Json:
    desk = connect(Settings())
    path = shared("samples") / workbook
    scheme = desk.catalogue.scheme(SCHEMES[profile])
    done = score_file(desk, path.name, path.read_bytes(), scheme)
    loaded: Json = json.loads(json.dumps(workbook_json(done)))
    return loaded


def _cells(faults: list[Json]) -> set[str]:
    return {fault["cell"] for fault in faults}


def _assert_faults(found: Json, expected: Json) -> None:
    assert _cells(found["faults"]) >= _cells(expected["faults"])
    assert _cells(found["faults"]) <= _cells(expected["faults"] + expected.get("may", []))


@pytest.mark.parametrize("profile", SCHEMES)
def test_forms_equal_what_is_expected(profile: str) -> None:
    cases = json.loads(shared("samples/expected.json").read_text(encoding="utf-8"))["cases"]
    for case in cases:
        if case["kind"] != "form" or profile not in case["profiles"]:
            continue
        expected = case["profiles"][profile]
        forms = _scored(case["workbook"], profile)["forms"]
        form = next(f for f in forms if f["sheet"] == case["sheet"])
        assert (Decimal(form["total"]), form["grade"]) == (
            Decimal(expected["total"]),
            expected["grade"],
        )
        execution = form["execution"]
        assert Decimal(execution["points"]) == Decimal(expected["execution"]["points"])
        assert Decimal(execution["rate_percent"]) == Decimal(expected["execution"]["rate_percent"])
        rows = {i["row"]: i for i in form["indicators"]}
        for each in expected["indicators"]:
            mine = rows[each["row"]]
            assert mine["name"] == each["name"]
            assert (mine["points"] is None) == (each["points"] is None)
            assert Decimal(mine["points"] or 0) == Decimal(each["points"] or 0)
            assert Decimal(mine["counted"]) == Decimal(each["counted"])
        assert _cells(form["review_flags"]) == _cells(expected["review_flags"])
        _assert_faults(form, expected)


def test_the_summary_equals_what_is_expected() -> None:
    cases = json.loads(shared("samples/expected.json").read_text(encoding="utf-8"))["cases"]
    case = next(c for c in cases if c["kind"] == "summary")
    expected = case["profiles"]["hebei-county"]
    found = _scored(case["workbook"], "hebei-county")["summary"]
    assert Decimal(found["mean"]) == Decimal(expected["mean_of_valid_scores"])
    assert Decimal(found["weighted_mean"]) == Decimal(expected["weighted_mean_by_adjusted"])
    assert found["grade_counts"] == expected["grade_counts"]
    assert (found["count"], found["scored"]) == (expected["count"], expected["scored"])
    _assert_faults(found, expected)
