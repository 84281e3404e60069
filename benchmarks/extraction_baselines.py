"""比照程序：从一篇文字里抽取数，只抽不判。用法：extraction_baselines.py regex|recognizers FILE。

recognizers 须在另装的环境里跑：recognizers-text-number、recognizers-text-number-with-unit、
emoji==1.7。
"""

import importlib
import re
import sys
from pathlib import Path

FIGURE = re.compile(r"-?\d[\d,]*(?:\.\d+)?\s*(?:万元|亿元|元|%|个百分点|分|个|人|辆|份|家)?")


def by_regex(text: str) -> int:
    return sum(1 for _ in FIGURE.finditer(text))


def by_recognizers(text: str) -> int:
    number = importlib.import_module("recognizers_number")
    unit = importlib.import_module("recognizers_number_with_unit")
    finders = (number.recognize_number, number.recognize_percentage, unit.recognize_currency)
    lines = [line for line in text.splitlines() if any(ch.isdigit() for ch in line)]
    return sum(len(find(line, "zh-cn")) for line in lines for find in finders)


def main(kind: str, path: str) -> None:
    text = Path(path).read_text(encoding="utf-8")
    print((by_regex if kind == "regex" else by_recognizers)(text))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
