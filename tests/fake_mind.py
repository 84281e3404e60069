"""假模型的脑子：按收到的提示词给出像样的答复，供演示和走通全程。不聪明，但守规矩。"""

import json
import re
from collections.abc import Iterator
from typing import Any

_TOKEN = re.compile(r"【(?:金额|比率|分值|面积|计数|数)\d+】")


def demo(body: dict[str, Any]) -> str:
    """一个答复。"""
    said = "\n".join(str(message["content"]) for message in body["messages"])
    if "do=propose" in said:
        return json.dumps({"commands": list(_commands(said))}, ensure_ascii=False)
    if "这些条款答不了这个问题" in said:
        return json.dumps({"sentences": list(_quoted(said))}, ensure_ascii=False)
    if "可用的数字" in said:
        return _section(said)
    if "要改的一段" in said:
        return _rewritten(_between(said, "<<<", ">>>").strip())
    word = _between(said, "暗号是“", "”") or "好"
    return json.dumps({"word": word, "items": ["甲", "乙"]}, ensure_ascii=False)


def _commands(said: str) -> list[dict[str, str]]:
    """字段名紧挨着记号的，指出来。"""
    names = re.findall(r"^- (\S+?)(?:：|（|$)", said, re.M)
    text = said.rpartition("<<<")[2].partition(">>>")[0]
    found = []
    for name in sorted(names, key=len, reverse=True):
        match = re.search(re.escape(name) + r"[^，。；\n【]{0,6}" + _TOKEN.pattern, text)
        if match:
            command = {"do": "propose", "field": name, "quote": match[0], "year": "本年"}
            found.append(command)
            text = text.replace(match[0], " " * len(match[0]))
    return found


def _quoted(said: str) -> Iterator[dict[str, str]]:
    """照抄第一段的头一句。"""
    match = re.search(r"^\[(P1)\][^\n]*\n([^\n。]{6,120})", said, re.M)
    if match:
        yield {"text": f"{match[2]}。", "passage": match[1], "quote": match[2]}


def _section(said: str) -> str:
    """把给的占位符各写一句，再抄上事实。"""
    lines = re.findall(r"^- (\{\{[\w.]+\}\})：(.+)$", said, re.M)
    plain = [(mark, label.partition("（")[0]) for mark, label in lines if "change" not in mark]
    sentences = [f"{label}{mark}。" for mark, label in plain]
    facts = re.findall(r"^- [^：{]+：(.+)$", _between(said, "可用的事实", "写法参照"), re.M)
    return "".join(sentences) + "".join(fact.rstrip("。") + "。" for fact in facts)


def _rewritten(text: str) -> str:
    """换一种说法，数字一个不动：头一个数前面加“为”，没有数的前面加“另外，”。"""
    changed = re.sub(r"(?<!为)(\{\{)", r"为\1", text, count=1)
    return changed if changed != text else f"另外，{text}"


def _between(text: str, start: str, end: str) -> str:
    return text.partition(start)[2].partition(end)[0]
