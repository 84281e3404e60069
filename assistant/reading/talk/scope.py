"""语境：一句话是陈述、提问、假设、举例，还是夹带的指令；说的是本单位还是别的单位。"""

import re
from typing import NamedTuple

from assistant.domain.findings import Span

_SENTENCE = re.compile(r"[^。！!？?\n]+[。！!？?\n]*(?:[”\"」』)]+[。]?)?|[。！!？?\n]+")
_CLAUSE = re.compile(r"[^，,；;。！!？?\n]+[，,；;。！!？?\n]*|[，,；;。！!？?\n]+")
_ASKING = re.compile(
    r"吗|呢[？?]|么[？?]|多少|怎么|怎样|如何|什么|哪[个些里种一年]|是不是|是否|能不能|可不可以|要不要|该不该|对不对|"
    r"算不算|行不行|请问|为何|为啥|咋|可否|能否|几个？"
)
_TAG = re.compile(r"^(?:对吧|是吧|对吗|是吗|没错吧|行吗|可以吗|可以吧|好吗|对不对|对不)[？?。]*$")
_TOPIC = re.compile(r"(?:那|至于|关于|要说|说到)?(?P<name>[\u4e00-\u9fff()]{1,8})的话[，,]?")
_CONDITION = re.compile("[有没无算按不能是要加减如若去来给到成扣除含说报]")
_SUPPOSING = re.compile(
    r"如果|假如|假设|要是|倘若|比如|例如|譬如|比方|举例|举个例|假定|若是|若(?=[执项预决三年])|的话(?=[，,。]|$)"
)
_INJECTED = re.compile(
    r"(?:请|务必|必须|现在|并)?(?:忽略|无视|忘掉|忘记|抛开)(?:掉|了)?(?:前|以上|之前|上面|上述|先前|所有|一切|你|此前|规则|系统|原有|其他)|"
    r"ignore|disregard|system\s*prompt|(?<![A-Za-z])system\s*[:：]|"
    r"(?:将|把).{1,30}?(?:改为|改成|设为|写成|记为|填为|调整为).{1,20}?(?:确认|通过)|<\s*/?\s*(?:system|script)|系统(?:提示|指令|消息|通知)[:：]?|"
    r"你(?:现在)?是(?:一个|一名|AI|助手)|作为(?:AI|助手|语言模型)|开发者模式|assistant|prompt|(?<!上级)指令[:：]",
    re.IGNORECASE,
)
_ORDER = re.compile(
    r"(?:请|务必|必须|应)?(?:将|把).{0,20}?(?:改为|改成|设为|写成|记为|填为|调整为|提高到)|"
    r"(?:自动|直接|全部|一律)(?:予以)?(?:确认|通过|记为)|不(?:用|必|要|需要?)再?(?:核对|核实|校核|检查|确认)"
)
_HEARSAY = re.compile(r"听说|据说|网上|传闻|道听|别人说|有人说")
_UNSURE = re.compile(
    r"记不(?:太|大)?(?:清|准|得|住)|不(?:太|大|敢|能)?确定|拿不准|没把握|没底|待(?:核|定|查)|(?<![别不用])再(?:核|查|问|确认|对)|(?<![表件告])还没(?:核|对|定|查|出|算)|"
    r"毛估|粗估|估的|估算的?|凭印象|印象里|大概齐|差不离|八九不离十|可能不准|不一定(?:对|准)|仅供参考|暂定|初步(?:数|统计)|说不好|不好说"
)
_WANTED = re.compile(
    r"(?:要|须|必须|应当|力争|争取|确保|希望|打算|准备|预期|原则上)(?:求|能|得)?"
    r"(?:达到?|做到|实现|控制|压|保持在)"
)
_FORBIDDEN = re.compile("(?:不要|别|不能|不应该?|不该|请?勿)再?(?:把|将|拿)")
_MISTAKEN = re.compile("(?:原|本来?|原来|原先|起初|一直|还)(?:都|也)?以为")
_APART = re.compile(
    "^(?:这个?|那个?|这些|那些|他们|它们?|人家)?(?:都|也|是|要|得|就)*"
    "(?:单独[上另]?报|另报|另外报|[别不]要?(?:再|给我们|往里)*算(?:在内|进来|进去|进|我们的?|上)|不计入|不算)(?=[，,；;。！!]|$)"
)
_LEFT_OUT = re.compile(
    r"\d[^，,。；;]{0,8}(?:单独[上另]?报|另报|另外报|不算(?:在内|进来|进去)?|别算(?:进来|进去)?|不计入)[，,；;。！!]?$"
)
_EARLIER = re.compile(
    "(?:之前|原来|原先|以前|先前|早先|起初|最初|上次|一开始)[我们]*(?:报|填|说|写|记|给|算)"
)
_SINCE = re.compile("后来|现在|调整后|更正|改[成为了]|应该?[是为]|[后新]的?为准|才对")
_CHOOSING = re.compile(
    "(?:填|报|写|用|按|取|算|选|以|要|是)(?:的?是)?哪(?:一?个|一?种|项)(?:数|口径|好|合适|为准|呢|啊)*(?=[,，。？?！!]|$)"
    "|哪(?:一?个|一?种)(?:才?对|准|为准)"
)
_PART_OF_YEAR = re.compile(
    r"(?:截至|截止|到|至)[^，,。；;]{0,8}?(?<![\d十])(?:[1-9]|1[01]|[一二三四五六七八九]|十一?)月(?:份|底|末)|"
    r"上半年|(?<!第)前?[一二三1-3]季度"
)
_SMUGGLED = "像是夹带的指令，没有当作您的话"
_HEADER = re.compile(r"【[^】]{0,10}】")
_QUOTE = re.compile(r"“[^”]*”|【[^】]*】|<!--.*?-->|「[^」]*」|『[^』]*』|\"[^\"\n]*\"")


class Clause(NamedTuple):
    """一个小句。why 非空：这里的数不能记作事实，why 是给办事人员看的缘由。"""

    span: Span
    why: str = ""


class Sentence(NamedTuple):
    """一句话，连同其中的小句。unsure 为真：说话人自己说拿不准。"""

    span: Span
    clauses: tuple[Clause, ...]
    unsure: bool = False

    def why(self, offset: int) -> str:
        """某位置的数不能记的缘由；可记为空。"""
        for clause in self.clauses:
            if clause.span.start <= offset < clause.span.end:
                return clause.why
        return ""


def sentences(text: str) -> tuple[Sentence, ...]:
    """text（已 fold）的各句。"""
    hostile = _hostile_quotes(text)
    plain = _blank(text, hostile)
    found = [_sentence(plain, m.start(), m.end(), hostile) for m in _SENTENCE.finditer(plain)]
    for number, sentence in enumerate(found):
        said = plain[sentence.span.start : sentence.span.end]
        if _CHOOSING.search(said):
            found[number] = _undecided(sentence)
            if number and not re.search(r"\d", said) and _many(plain, found[number - 1].span):
                found[number - 1] = _undecided(found[number - 1])
    return tuple(found)


def _many(text: str, span: Span) -> bool:
    """不止一个数，才用得着问填哪一个。"""
    return len(re.findall(r"\d[\d.]*", text[span.start : span.end])) > 1


def _undecided(sentence: Sentence) -> Sentence:
    """几个数摆出来问填哪一个，哪一个都还没有定。"""
    clauses = (c if c.why else c._replace(why="还在问填哪一个") for c in sentence.clauses)
    return sentence._replace(clauses=tuple(clauses))


def _blank(text: str, spans: tuple[Span, ...]) -> str:
    """把夹带的引文抹成空白，长度不变：它的标点不断句，它的字不作数。"""
    for span in spans:
        text = text[: span.start] + " " * (span.end - span.start) + text[span.end :]
    return text


def _hostile_quotes(text: str) -> tuple[Span, ...]:
    """引号里带指令的整段引文：不是办事人员自己的话。"""
    return tuple(
        Span(m.start(), m.end())
        for m in _QUOTE.finditer(text)
        if (_INJECTED.search(m[0]) or _ORDER.search(m[0])) and not _HEADER.fullmatch(m[0])
    )


def _sentence(text: str, start: int, end: int, hostile: tuple[Span, ...]) -> Sentence:
    body = text[start:end]
    if _INJECTED.search(body):
        return Sentence(Span(start, end), (Clause(Span(start, end), _SMUGGLED),))
    clauses = [Clause(span, _SMUGGLED) for span in hostile]
    supposing = False
    pieces = list(_CLAUSE.finditer(text, start, end))
    for number, match in enumerate(pieces):
        piece = match[0].strip()
        supposing = supposing or _supposes(piece)
        last = number == len(pieces) - 1
        clauses.append(Clause(Span(match.start(), match.end()), _why(piece, supposing, last)))
        if _APART.search(piece):
            _last_figure(text, clauses, "话里说不算在内")
        elif number and _SINCE.search(piece):
            _superseded(text, clauses)
    return Sentence(Span(start, end), tuple(clauses), bool(_UNSURE.search(body)))


def _last_figure(text: str, clauses: list[Clause], why: str) -> None:
    """前面最近一个有数的小句不能记。"""
    for at in range(len(clauses) - 2, -1, -1):
        if re.search(r"\d", text[clauses[at].span.start : clauses[at].span.end]):
            clauses[at] = clauses[at]._replace(why=clauses[at].why or why)
            return


def _superseded(text: str, clauses: list[Clause]) -> None:
    """“之前报的是A，调整后B”：A 已经作废。"""
    for at, clause in enumerate(clauses[:-1]):
        if _EARLIER.search(text[clause.span.start : clause.span.end]):
            clauses[at] = clause._replace(why=clause.why or "后来改了")


def _supposes(clause: str) -> bool:
    """是不是假设或举例。“人的话，在职5人”只是换个话头。"""
    topic = _TOPIC.fullmatch(clause)
    if topic and not _CONDITION.search(topic["name"]):
        return False
    return bool(_SUPPOSING.search(clause))


def _why(clause: str, supposing: bool, last: bool) -> str:
    if supposing:
        return "是假设或举例"
    if _ASKING.search(clause) or (last and re.search(r"[？?]", clause) and not _TAG.match(clause)):
        return "在问句里"
    if _MISTAKEN.search(clause):
        return "话里说原以为是这样"
    if _LEFT_OUT.search(clause):
        return "话里说不算在内"
    if _FORBIDDEN.search(clause):
        return "话里说不要这样记"
    if _WANTED.search(clause):
        return "是要求或目标，不是实际数"
    if _PART_OF_YEAR.search(clause):
        return "不是全年的数"
    if _HEARSAY.search(clause):
        return "是听说的"
    return ""
