"""测试用的地区口径。"""

from decimal import Decimal

from assistant.domain.locality import GradeBand, GradeScale, Locality

NATIONAL = Locality(
    id="national",
    title="测试口径",
    basis="测试",
    verified=True,
    scheme="national-2020",
    grades=GradeScale(
        bands=tuple(
            GradeBand(name=name, at_least=Decimal(edge))
            for name, edge in (("优", 90), ("良", 80), ("中", 60), ("差", 0))
        ),
        basis="测试",
        verified=True,
    ),
    grade_from="department.score",
)
