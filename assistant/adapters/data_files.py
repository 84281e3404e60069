"""知识数据文件：YAML 读成经过校验的对象。缺失或写坏时说明哪个文件、哪一处。"""

from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ValidationError

from assistant.domain.errors import BadData

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

Shape = TypeVar("Shape", bound=BaseModel)


def read_text(path: Path) -> str:
    """读一个知识文件的文字；缺失或编码不对抛 BadData。"""
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError as error:
        raise BadData(f"缺少知识文件 {path}", "请从发布包恢复该文件后重试。") from error
    except (OSError, UnicodeDecodeError) as error:
        raise BadData(f"知识文件 {path} 读不出来", "请检查文件权限，编码须为 UTF-8。") from error


def load_yaml(path: Path) -> Any:
    """读一个 YAML；语法错误时指明行号。"""
    try:
        return yaml.load(read_text(path), _LOADER)  # noqa: S506 两个都是安全装载器
    except yaml.MarkedYAMLError as error:
        line = f"第{error.problem_mark.line + 1}行" if error.problem_mark else ""
        raise BadData(f"{path} {line}不是正确的 YAML", "请检查该行的缩进、冒号和引号。") from error
    except yaml.YAMLError as error:
        raise BadData(f"{path} 不是正确的 YAML", "请检查文件内容。") from error


def load(path: Path, shape: type[Shape]) -> Shape:
    """读一个 YAML 成 shape；不合要求时指明键。"""
    return parse(path, load_yaml(path), shape)


def parse(path: Path, data: Any, shape: type[Shape]) -> Shape:
    """把读好的数据校验成 shape；path 只用于报错。"""
    try:
        return shape.model_validate(data)
    except ValidationError as error:
        raise BadData(
            f"{path} 的内容不合要求：{_first(error)}", "请按同目录其他文件改正。"
        ) from error


_SAID = {
    "missing": "缺少这一项",
    "extra_forbidden": "不认识的键",
    "string_type": "应为文字",
    "int_parsing": "应为整数",
    "int_type": "应为整数",
    "decimal_parsing": "应为数",
    "decimal_type": "应为数",
    "bool_parsing": "应为 true 或 false",
    "date_from_datetime_parsing": "应为日期，如 2024-01-01",
    "date_type": "应为日期，如 2024-01-01",
    "tuple_type": "应为列表",
    "model_type": "应为一组键和值",
    "union_tag_invalid": "kind 写得不对",
    "union_tag_not_found": "缺少 kind",
}


def _first(error: ValidationError) -> str:
    first = error.errors()[0]
    where = ".".join(str(part) for part in first["loc"])
    said = _SAID.get(first["type"]) or first["msg"].removeprefix("Value error, ")
    return f"{where or '整个文件'}：{said}"
