"""恶意答复：每条都真的起草、真的导出一次，看有没有一条进了 Word。

python -m benchmarks.adversary          全部，各导出一次，约两三分钟
"""

import json
import tempfile
from collections import Counter
from pathlib import Path

from assistant.workflow.interview.interview import take_turn
from assistant.workflow.reports import new_report
from tests.adversary.cases import replies
from tests.adversary.office import Office
from tests.fake_openai import FakeOpenAI


def main() -> None:
    with tempfile.TemporaryDirectory() as folder, FakeOpenAI() as server:
        sent, through = drafts(Path(folder), server)
        turned, taken = turns(Path(folder), server)
    print("| 类别 | 条数 | 进了导出的报告 |\n|---|---|---|")
    for kind, count in (sent + turned).items():
        print(f"| {kind} | {count} | {(through + taken)[kind]} |")
    total = sum(through.values()) + sum(taken.values())
    print(f"| 合计 | {sum(sent.values()) + sum(turned.values())} | {total} |")


def drafts(folder: Path, server: FakeOpenAI) -> tuple[Counter[str], Counter[str]]:
    """起草的恶意答复：各类条数，各类进了报告的条数。"""
    plain = Office(folder / "plain", "http://127.0.0.1:9/v1").exported()
    office = Office(folder / "data", server.url)
    sent: Counter[str] = Counter()
    through: Counter[str] = Counter()
    for kind, reply in replies("drafts.txt"):
        server.mind = lambda _, reply=reply: reply  # type: ignore[misc]
        sent[kind] += 1
        through[kind] += bool(office.drafted()) or office.exported() != plain
    return sent, through


def turns(folder: Path, server: FakeOpenAI) -> tuple[Counter[str], Counter[str]]:
    """听话的恶意答复：与不接模型时提出的不同就算进了。"""
    alone = Office(folder / "alone", "").desk
    beside = Office(folder / "beside", server.url).desk
    sent: Counter[str] = Counter()
    through: Counter[str] = Counter()
    for kind, line in replies("turns.txt"):
        text, reply = line.split(" ⇒ ")
        server.mind = lambda _, reply=reply: reply  # type: ignore[misc]
        facts = []
        for desk in (alone, beside):
            report = new_report(desk, "云岭县科技和工业信息化局", 2023, "national", "甲").report.id
            taken = take_turn(desk, report, text, "甲").proposed
            facts.append(json.dumps([(f.key, f.year, str(f.value)) for f in taken]))
        sent[f"听话：{kind}"] += 1
        through[f"听话：{kind}"] += facts[0] != facts[1]
    return sent, through


if __name__ == "__main__":
    main()
