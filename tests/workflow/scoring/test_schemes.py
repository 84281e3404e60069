"""每个评分方案和地区口径的例子都成立；少一档、错一分的方案会被指出。"""

from decimal import Decimal

import pytest

from assistant.adapters.catalogue import FileCatalogue
from assistant.bootstrap import ROOT
from assistant.workflow.scoring.schemes import department_failures, failures, locality_failures

CATALOGUE = FileCatalogue(ROOT / "knowledge")
PROMISED = (
    "national-2020 national-cost national-no-satisfaction hebei-county guangxi jiangxi hubei "
    "zhejiang sichuan-county shanxi scale-80-70-60 execution-caps"
).split()


def test_the_promised_schemes_are_there() -> None:
    assert {scheme.id for scheme in CATALOGUE.schemes()} >= set(PROMISED)


@pytest.mark.parametrize("scheme_id", [scheme.id for scheme in CATALOGUE.schemes()])
def test_every_case_of_a_scheme_holds(scheme_id: str) -> None:
    assert failures(CATALOGUE.scheme(scheme_id)) == ()


@pytest.mark.parametrize("locality_id", [each.id for each in CATALOGUE.localities()])
def test_every_case_of_a_locality_holds(locality_id: str) -> None:
    locality = CATALOGUE.locality(locality_id)
    assert locality_failures(locality, CATALOGUE.scheme(locality.scheme)) == ()


def test_every_case_of_the_department_table_holds() -> None:
    tables = {scheme.department for scheme in CATALOGUE.schemes() if scheme.department}
    assert tables
    for table in tables:
        assert department_failures(CATALOGUE.department_table(table)) == ()


def test_a_wrong_parameter_fails_its_cases() -> None:
    scheme = CATALOGUE.scheme("hebei-county")
    loose = scheme.review.model_copy(update={"over_times": Decimal("1.1")})
    said = failures(scheme.model_copy(update={"review": loose}))
    assert said == ("差一点到1.2倍不标记：应标记无，实际('超额完成',)",)


def test_mixed_grade_names_are_named() -> None:
    locality = CATALOGUE.locality("hebei-shenze")
    said = locality_failures(locality, CATALOGUE.scheme("national-2020"))
    assert said == ("等级名称与评分方案 national-2020 不是同一套",)
