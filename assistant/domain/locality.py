"""地区口径：分档、小数位、所用评分方案。全部是数据，代码里没有 85，也没有“优秀”。"""

from decimal import Decimal
from typing import Self

from pydantic import Field, model_validator

from assistant.domain.facts import Frozen


class GradeBand(Frozen):
    """一档：得分 ≥ at_least 为 name。"""

    name: str
    at_least: Decimal


class GradeScale(Frozen):
    """分档表，由高到低，最低一档从 0 起，首尾相接。"""

    bands: tuple[GradeBand, ...] = Field(min_length=2)
    basis: str
    verified: bool

    @model_validator(mode="after")
    def _falling(self) -> Self:
        edges = [band.at_least for band in self.bands]
        if edges != sorted(set(edges), reverse=True) or edges[-1] != 0:
            raise ValueError("分档须由高到低、互不相同，最低一档从 0 起")
        return self

    def grade(self, score: Decimal) -> str:
        """得分所在的档。得分须已四舍五入到印出的位数：印出来的数决定等级。"""
        return next(band.name for band in self.bands if score >= band.at_least)


class BandCase(Frozen):
    """分档的例子：得分与它的等级。"""

    score: Decimal
    grade: str


class Locality(Frozen):
    """一个地区的口径包：只是指针和参数，没有继承。

    scheme      项目自评所用的评分方案
    grades      部门评价等级的分档
    grade_from  据以定等级的数字，如部门整体得分或项目自评平均分
    cases       分档的例子，随 jigao scheme check 执行
    """

    id: str
    title: str
    basis: str
    verified: bool
    scheme: str
    grades: GradeScale
    grade_from: str
    percent_places: int = 1
    superior: str = ""
    cases: tuple[BandCase, ...] = ()
