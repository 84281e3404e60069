"""测试所需的外部程序与开发数据：缺了就跳过并说明；JIGAO_REQUIRE 列出不得跳过的。"""

import os
import shutil
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"

_PROGRAMS = {"browser": ("chromium", "chromium-browser"), "office": ("soffice", "libreoffice")}


def program(kind: str) -> str:
    """外部程序的路径；没有则跳过本测试（被 JIGAO_REQUIRE 点名的则失败）。"""
    for name in _PROGRAMS[kind]:
        if path := shutil.which(name):
            return path
    if kind in os.environ.get("JIGAO_REQUIRE", "").split(","):
        pytest.fail(f"JIGAO_REQUIRE 要求 {kind}，但系统里没有 {_PROGRAMS[kind][0]}")
    pytest.skip(f"系统里没有 {_PROGRAMS[kind][0]}")


def shared(name: str) -> Path:
    """开发数据的路径；没有则跳过本测试。只有这类测试可以因缺数据而跳过。"""
    path = SHARED / name
    if not path.exists():
        pytest.skip(f"没有开发数据 {name}")
    return path
