"""一轮话要多久：不接模型的一轮、模型首字和起草一节比光用 openai 客户端多出来的、二十个人同时说。

python -m benchmarks.turns          约一两分钟；端点是测试用的假服务，立刻就答，所以量到的都是自己的
"""

import resource
import sys
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from statistics import median, quantiles

from openai import OpenAI

from assistant.bootstrap import LocalDesk, connect
from assistant.domain.outline import Narrative
from assistant.settings import Settings
from assistant.workflow.books import open_book
from assistant.workflow.drafting.narration import gather
from assistant.workflow.interview.interview import take_turn
from assistant.workflow.reports import new_report
from tests.adversary.office import SECTION, Office
from tests.fake_openai import FakeOpenAI
from tests.journey.story import BUREAU, MESSAGES, YEAR

OFFICERS, PAIRS, DRAFTS = 20, 60, 20
SAID = (
    *MESSAGES,
    "在职人数35人，编制38人。",
    "说错了，在职34人。",
    "执行率98.2%，满意度还没出来。",
)
Sample = tuple[float, float]


def main() -> None:
    with tempfile.TemporaryDirectory() as folder, FakeOpenAI() as server:
        data = Path(folder)
        print("| 量的是 | 次数 | p50 | p95 | 处理器时间 p50 | p95 |\n|---|---|---|---|---|---|")
        alone = connect(Settings(data_dir=data / "alone"))
        _spoken(alone)
        print(_row("一轮，不接模型", [one for _ in range(4) for one in _spoken(alone)]))
        bare, ours = _first_tokens(Office(data / "beside", server.url), server.url)
        print(_row("首字，光用 openai 客户端", bare))
        print(_row("首字，经过关口", ours))
        more = [(two[0] - one[0], two[1] - one[1]) for one, two in zip(bare, ours, strict=True)]
        print(_row("首字多出来的（逐对相减）", more))
        office = Office(data / "drafts", server.url)
        office.drafted()
        print(_row("起草一节，全部", [_timed(office.drafted) for _ in range(DRAFTS)]))
        with ThreadPoolExecutor(OFFICERS) as pool:
            together = [one for rows in pool.map(_spoken, [alone] * OFFICERS) for one in rows]
        print(_row(f"一轮，{OFFICERS} 人同时，不接模型", together))
    print(f"\n内存峰值 {_peak():.0f} MB")


def _spoken(desk: LocalDesk) -> list[Sample]:
    """一个人从头说到尾，每轮的用时。"""
    report = new_report(desk, BUREAU, YEAR, "national", "甲").report.id
    return [_timed(lambda text=text: take_turn(desk, report, text, "甲")) for text in SAID]  # type: ignore[misc]


def _first_tokens(office: Office, url: str) -> tuple[list[Sample], list[Sample]]:
    """同一份提示词，光用客户端和经过关口，交替着量到第一段文字。"""
    book = open_book(office.desk, office.report)
    section = book.outline.section(SECTION)
    model = office.desk.model
    if section is None or model is None:
        raise SystemExit("大纲里没有这一节，或没有接上假服务")
    narrative = next(body for body in section.body if isinstance(body, Narrative))
    material = gather(office.desk, book, section, narrative)
    prompt = office.desk.prompts.prompt("section")
    text, client = prompt.fill(material), OpenAI(base_url=url, api_key="-")

    def bare() -> object:
        chunks = client.chat.completions.create(
            model="demo", messages=[{"role": "user", "content": text}], stream=True
        )
        return next(c for c in chunks if c.choices and c.choices[0].delta.content)

    serving = model.serving(office.report, (), seen=True)
    bare()
    next(iter(serving.stream(prompt, material)))
    pairs = [
        (_timed(bare), _timed(lambda: next(iter(serving.stream(prompt, material)))))
        for _ in range(PAIRS)
    ]
    return [one for one, _ in pairs], [two for _, two in pairs]


def _timed(work: Callable[[], object]) -> Sample:
    """用时和本线程的处理器时间，毫秒。"""
    began, used = time.perf_counter(), time.thread_time()
    work()
    return (time.perf_counter() - began) * 1000, (time.thread_time() - used) * 1000


def _row(what: str, samples: list[Sample]) -> str:
    cells = [
        f"{f(list(column)):.1f}" for column in zip(*samples, strict=True) for f in (median, _p95)
    ]
    return f"| {what} | {len(samples)} | {' | '.join(cells)} |"


def _p95(values: list[float]) -> float:
    return quantiles(values, n=20)[-1]


def _peak() -> float:
    """本进程的内存峰值，MB。"""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1024 if sys.platform != "darwin" else 1024 * 1024)


if __name__ == "__main__":
    main()
