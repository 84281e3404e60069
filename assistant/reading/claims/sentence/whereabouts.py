"""扫到了哪里：标点和提示词怎样改变所在的句、分句、括号，以及等着管下一个数的提示。"""

import re

from assistant.reading.claims.sentence.skeleton import N

# 先看头一个字：多半的字哪一样都不起头
_EVENT = (
    r"(?=[。！？；，：（）\ue00f其包含主用构分由按从情方科如明部类])(?:"
    r"(?P<stop>[。！？](?!）))|(?P<part>；)|(?P<comma>[，：])|(?P<open>（)|(?P<close>）)|(?P<mark>\ue00f)"
    r"|(?P<within>其中|包括(?<![主不]包括)(?<!主要包括)(?!但)|包含|含(?<=[，（]含)(?!税)|主要用于|用于以下"
    r"|构成(?:为|如下)|分别(?:为|是)(?![\ue000-\ue007])|由(?=[^。；]{1,160}(?:构成|组成))"
    r"|按[^，。；：\ue000-\ue00f]{1,12}(?:分类|划分|看|分)(?=[，：])"
    r"|从[^，。；：\ue000-\ue00f]{1,10}(?:看|分析)(?=[，：])"
    r"|分(?<=[，。；\ue000-\ue007]分)[^，。；：\ue000-\ue00f]{1,12}看(?=[，：])"
    r"|(?:情况|方面|科目|如下|明细|部分|类别|构成)(?:是|为)?(?=：)))"
)
_NAMED = (
    r"(?P<inside>[^，。；：（）\ue000-\ue00f]{2,18})(?:中|里)(?=[，：])"
    r"|(?<=[。；])(?P<among>[^，。；：（）\ue000-\ue00f]{0,10}(?:资金|支出|收入|经费|投资|总额|金额|人员|职工))"
    r"中(?![央小医学期型心层标等国共间外])"
)
_THEN = (
    r"(?=[原由因主合总共累小])(?:(?P<reason>原因(?<!其[他它]原因)|由于|因为|主要是|主要系|主要为)"
    r"|(?P<total>合计|总计|共计|总共|累计(?!净)|小计"
    r"|共(?=投入|支出|支付|安排|拨付|到位|发放|落实|下达|使用|筹集|收到)))"
)
_EVENTS = re.compile(f"{_EVENT}|{_THEN}")
_EVENTS_NAMED = re.compile(f"{_EVENT}|{_NAMED}|{_THEN}")
_BOUNDS = ("stop", "part", "comma", "open", "close", "mark")
_WITHIN = ("within", "inside", "among")
_AHEAD = re.compile(
    r"^(?:用于|主要用于)?(?:以下|下列|如下|各个|几个|[两三四五六]个?)+(?:方面|项目|内容|科目)?$"
)
_TOPIC = re.compile(r"\ue00f?([^，；：\ue000-\ue00f]{2,24})[。！？]")

_REASONS = re.compile(
    r"(?:有|为|是|如下|在于|包括)?：?(?:\ue00f|[一二三四五六七八九十]{1,2}是|①)|(?:有|为|是|如下)?："
)
_NUMBERS = re.compile(N)


def events(frame: str) -> list[re.Match[str]]:
    """骨架里的标点和提示词，从左到右；除了“其中”没有“中、里”的，不找“收入中，”。"""
    named = "里" in frame or frame.count("中") > frame.count("其中")
    return list((_EVENTS_NAMED if named else _EVENTS).finditer(frame))


class State:
    """扫到的所在：句、分句、括号，以及最近的提示。"""

    def __init__(self) -> None:
        self.sentence = self.part = self.clause = 0
        self.start = self.floor = 0
        self.hosts: list[int] = []
        self.opens: str | None = None
        self.reason = self.reasons = self.totals = self.marked = False
        self.topic = ""
        self.years: set[int] = set()

    def see(self, match: re.Match[str], frame: str, items: int) -> None:
        """遇到一个标点或提示词；items 是已扫过几个数。"""
        kind = match.lastgroup
        if kind == "stop":
            self.sentence += 1
            self.opens = None
            self.reason = self.reasons = False
            topic = _TOPIC.fullmatch(frame, self.floor, match.end())
            self.topic = topic[1] if topic else ""
            self.years = set()
            self.floor = match.end()
        elif kind in _WITHIN:
            said = frame[self.start : match.start()]
            said = "" if _NUMBERS.search(said) else _AHEAD.sub("", said)
            self.opens = (kind != "within" and match[kind]) or said
            self.start = match.end()
        elif kind == "reason":
            self.reason = True
            self.reasons = bool(_REASONS.match(frame, match.end()))
        elif kind == "total":
            self.totals = True
        if kind in _BOUNDS:
            self._boundary(kind, match, frame, items)

    def _boundary(self, kind: str, match: re.Match[str], frame: str, items: int) -> None:
        self.part += kind in ("stop", "part")
        if kind == "part":
            self.opens = None
            self.reason = self.reason and (self.reasons or bool(_REASONS.match(frame, match.end())))
        self.clause += 1
        self.start = match.end()
        self.marked = self.marked or kind == "mark"
        if kind == "open":
            beside = match.start() > 0 and _NUMBERS.match(frame[match.start() - 1])
            self.hosts.append(items - 1 if beside else -1)
        elif kind == "close" and self.hosts:
            self.hosts.pop()

    def passed(self) -> None:
        """过了一个数：它前面的提示词、小标题不再管后面的。"""
        self.opens, self.totals, self.marked, self.topic = None, False, False, ""
