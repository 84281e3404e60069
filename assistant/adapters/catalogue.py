"""知识目录：knowledge/outlines 与 knowledge/localities 的读入。"""

import re
from functools import cached_property
from pathlib import Path
from typing import Any

from assistant.adapters.data_files import load, load_yaml, parse
from assistant.domain.accounts import Chart
from assistant.domain.department import DepartmentTable
from assistant.domain.draft import DraftWords
from assistant.domain.errors import NotFound
from assistant.domain.example import Example
from assistant.domain.locality import Locality
from assistant.domain.outline import Outline
from assistant.domain.scheme import Scheme


class FileCatalogue:
    """从文件夹读大纲和地区口径，读过的记住。"""

    def __init__(self, knowledge: Path) -> None:
        self._knowledge = knowledge
        self._outlines: dict[str, Outline] = {}
        self._localities: dict[str, Locality] = {}
        self._schemes: dict[str, Scheme] = {}
        self._chart: Chart | None = None

    def outline(self, outline_id: str) -> Outline:
        """按编号取大纲。"""
        if outline_id not in self._outlines:
            path = self._path("outlines", outline_id, "大纲")
            self._outlines[outline_id] = load(path, Outline)
        return self._outlines[outline_id]

    def locality(self, locality_id: str) -> Locality:
        """按编号取地区口径。"""
        if locality_id not in self._localities:
            path = self._path("localities", locality_id, "地区口径")
            self._localities[locality_id] = load(path, Locality)
        return self._localities[locality_id]

    @cached_property
    def _draft_words(self) -> DraftWords:
        return load(self._knowledge / "drafting.yaml", DraftWords)

    def draft_words(self) -> DraftWords:
        """起草的词表。"""
        return self._draft_words

    def scheme(self, scheme_id: str) -> Scheme:
        """按编号取评分方案。"""
        if scheme_id not in self._schemes:
            path = self._path("schemes", scheme_id, "评分方案")
            self._schemes[scheme_id] = load(path, Scheme)
        return self._schemes[scheme_id]

    def schemes(self) -> tuple[Scheme, ...]:
        """全部评分方案，按编号排列。"""
        return tuple(self.scheme(name) for name in self._names("schemes"))

    def department_table(self, table_id: str) -> DepartmentTable:
        """按编号取部门整体指标表。"""
        return load(self._path("indicators", table_id, "部门整体指标表"), DepartmentTable)

    def localities(self) -> tuple[Locality, ...]:
        """全部地区口径，按编号排列。"""
        return tuple(self.locality(name) for name in self._names("localities"))

    def example(self) -> Example:
        """示例报告：knowledge/reports 下按名排在第一的一份。"""
        names = self._names("reports")
        path = self._path("reports", names[0] if names else "示例", "示例报告")
        return parse(path, _with_quantities(load_yaml(path)), Example)

    def chart(self) -> Chart:
        """预决算公开表的科目表：knowledge/accounts 下按名排在第一的一份。"""
        if self._chart is None:
            names = self._names("accounts")
            self._chart = load(
                self._path("accounts", names[0] if names else "national", "科目表"), Chart
            )
        return self._chart

    def _path(self, folder: str, name: str, what: str) -> Path:
        if name not in self._names(folder):
            known = "、".join(self._names(folder)) or "（空）"
            raise NotFound(f"没有{what} {name}", f"现有：{known}。")
        return self._knowledge / folder / f"{name}.yaml"

    def _names(self, folder: str) -> list[str]:
        return sorted(path.stem for path in (self._knowledge / folder).glob("*.yaml"))


_QUANTITY = re.compile(r"^(-?\d+(?:\.\d+)?)([^\d\s，。、]{0,4})$")


def _with_quantities(data: Any) -> Any:
    """示例里写成“712.35万元”的值读成数量。"""
    for fact in data.get("facts", []) if isinstance(data, dict) else []:
        match = _QUANTITY.match(value) if isinstance(value := fact.get("value"), str) else None
        if match:
            fact["value"] = {"value": match[1], "unit": match[2]}
    return data
