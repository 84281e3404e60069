"""只经公开命令行 `jigao check` 跑被测程序：写入文件，读回逐行 JSON。"""

import json
import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple


class Statement(NamedTuple):
    relation: str
    start: int
    end: int
    verdict: str
    cause: str
    expected: str
    figures: tuple[str, ...]
    quote: str


class Finding(NamedTuple):
    code: str
    severity: str
    start: int
    end: int
    quote: str
    message: str
    expected: str


class Covered(NamedTuple):
    """一个读出的数的位置与状态。"""

    start: int
    end: int
    status: str
    text: str


class Result(NamedTuple):
    statements: tuple[Statement, ...]
    findings: tuple[Finding, ...]
    figures: tuple[Covered, ...]


def check(command: list[str], folder: Path, workers: int) -> dict[str, Result]:
    """文件名（不带后缀）到结果。退出码 1 只表示有必改，2 为真错。"""
    run = subprocess.run(
        [*command, "check", str(folder), "--jsonl", "--workers", str(workers)],
        capture_output=True,
        text=True,
        check=False,
    )
    if run.returncode not in (0, 1):
        raise SystemExit(f"jigao check 失败：{run.stderr[-500:]}")
    return dict(_parsed(run.stdout.splitlines()))


def write(folder: Path, documents: Iterable[tuple[str, str]]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("*.txt"):
        old.unlink()
    for name, text in documents:
        (folder / f"{name}.txt").write_text(text, encoding="utf-8", newline="")


def _parsed(lines: Iterable[str]) -> Iterator[tuple[str, Result]]:
    for line in lines:
        if line.startswith("{"):
            row = json.loads(line)
            yield Path(row["file"]).stem, result(row)


def result(row: dict[str, Any]) -> Result:
    return Result(
        tuple(_statement(s) for s in row.get("statements", [])),
        tuple(_finding(f) for f in row.get("findings", [])),
        tuple(
            Covered(f["start"], f["end"], f["status"], f.get("text", ""))
            for f in row.get("figures", [])
            if f.get("start") is not None
        ),
    )


def _statement(row: dict[str, Any]) -> Statement:
    operands = [*row.get("operands", []), row.get("stated") or {}]
    return Statement(
        row["relation"],
        row.get("start") or 0,
        row.get("end") or 0,
        row["verdict"],
        str(row.get("cause") or ""),
        _expected(row.get("expected")),
        tuple(str(o.get("value", "")).replace(",", "") for o in operands),
        str(row.get("quote") or ""),
    )


def _expected(found: Any) -> str:
    value = found.get("value") if isinstance(found, dict) else found
    return "" if value is None else str(value)


def _finding(row: dict[str, Any]) -> Finding:
    return Finding(
        str(row.get("code", "")),
        str(row.get("severity", "")),
        row.get("start") or 0,
        row.get("end") or 0,
        str(row.get("quote") or ""),
        str(row.get("message") or ""),
        _expected(row.get("expected")),
    )
