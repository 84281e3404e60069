"""文字·语病：夹杂的外文、公式残留、叠字、自己变成自己。"""

import re
from collections.abc import Iterator

from assistant.checks.dossier import Dossier
from assistant.checks.rule import DOUBT, HINT, MUST, rule
from assistant.checks.texts import clause_around, fault_at, hits
from assistant.domain.findings import Fault

_HAN = r"\u4e00-\u9fff"
_FOREIGN = re.compile(
    rf"(?<=[{_HAN}”》）])(?i:and|or|of|the|in|to|for|with|by|on|at|is|are)(?=[{_HAN}“《（])"
)
_LATEX = re.compile(r"\$[^$\n]{1,80}\$|\\(?:text|leq|geq|times|frac|mathrm|quad|cdot)\b")
_INTO = "转变为 转型为 升级为 转为 变为 改为 转成 变成".split()
_INTO_ITSELF = re.compile(rf"([{_HAN}]{{2,8}})(?:{'|'.join(_INTO)})\1")
_DOUBLED = re.compile(
    r"不[还很太更够]不|的的(?!确)|和和(?!美气)|将将(?<!将..)|与与|及及|在在|为为|了了(?!解|却|然|结|断)|把把|被被|对对"
    r"|是是(?!非)"
)
_SAID_TWICE = re.compile(
    r"(进行|加强|提高|通过|以及|按照|根据|关于|对于|由于|完成|开展|落实|推进|促进|确保|实现|做好"
    r"|主要|我们|已经|为了|通报|深化|优化|强化|细化|完善|健全|规范|建立|组织|实施|制定|加快|加大|坚持|保障"
    r"|解决|支持|结合|针对|存在|形成|采取|采用|达到|取得|负责|承担|参与|安排|下达|拨付|检查|监督|发放|收到)\1"
)
_ADVERB = re.compile(
    r"(?:较好|很好|更好|圆满|顺利|全面|及时|有效|切实|认真|严格|积极|稳步|深入)的"
    r"(?=完成|推进|开展|落实|执行|实现|促进|提高|提升|保障|推动|发挥|解决|做好)"
)


@rule("TXT101", "stray-foreign-word", MUST)
def stray_foreign_word(dossier: Dossier) -> Iterator[Fault]:
    """汉字中间夹着外文虚词。

    依据：GB/T 15834 与公文用语规范；多为粘贴或识别残留。
    错例：
        完善扶持政策 and 服务体系。
    正例：
        完善扶持政策和服务体系，推广 ERP 系统。
    """
    for hit in hits(dossier, _FOREIGN, *"aeiouyAEIOUY"):
        said = hit.match.group()
        fixed = clause_around(hit).replace(said, "和") if said.lower() == "and" else ""
        yield fault_at(hit, f"句中夹着外文“{said}”，请改用中文。", fixed)


_LATIN = re.compile(rf"[a-z](?<=[{_HAN}、，“].)[a-z]{{3,}}(?=[{_HAN}、，。；”])")
_AT_HOME = frozenset("wifi word excel python http https".split())


@rule("TXT108", "left-in-english", DOUBT)
def left_in_english(dossier: Dossier) -> Iterator[Fault]:
    """汉字中间夹着一个外文词。

    依据：公文用规范汉字；小写的外文词多为翻译、粘贴残留。系统、软件的名称不在此列。
    错例：
        开展asset清查，建立评价指标体系。
    正例：
        开展资产清查，建立评价指标体系，报送word版一份，接入ERP系统。
    """
    for hit in hits(dossier, _LATIN):
        said = hit.match.group()
        if said not in _AT_HOME and not _FOREIGN.match(hit.text, hit.match.start()):
            yield fault_at(hit, f"句中夹着外文“{said}”，请改用中文。")


@rule("TXT102", "formula-residue", MUST)
def formula_residue(dossier: Dossier) -> Iterator[Fault]:
    r"""文中留有排版公式的代码。

    依据：正文应为可读文字；此类代码是转换软件留下的。
    错例：
        $75 \leq \text{得分} < 85$ 分为良好。
    正例：
        75分≤得分＜85分为良好。
    """
    last = -1
    for hit in hits(dossier, _LATEX, "$", "\\"):
        if hit.span.start >= last:
            last = hit.span.end
            yield fault_at(hit, f"“{hit.match.group()}”是公式代码，请改成通常的写法。")


@rule("TXT103", "into-itself", MUST)
def into_itself(dossier: Dossier) -> Iterator[Fault]:
    """前后是同一个东西，说不上转变。

    依据：语义矛盾。
    错例：
        鼓励规上企业转为规上企业。
    正例：
        鼓励规下企业转为规上企业。
    """
    for hit in hits(dossier, _INTO_ITSELF, *_INTO):
        thing = hit.match[1]
        yield fault_at(hit, f"“{hit.match.group()}”前后都是“{thing}”，其中一处写错了，请核对。")


@rule("TXT104", "doubled-words", MUST)
def doubled_words(dossier: Dossier) -> Iterator[Fault]:
    """多出一个字或一个词。

    依据：语病；修改时旧字未删净。
    错例：
        对绩效管理认识不还不深刻。

        通过通过绩效评价发现问题。

        优化优化门诊流程。
    正例：
        对绩效管理认识还不深刻，不得不改，的的确确如此。
    """
    for hit in (*hits(dossier, _DOUBLED), *hits(dossier, _SAID_TWICE)):
        said = hit.match.group()
        half = said[: len(said) // 2] if len(said) != 3 else said[1:]
        fixed = clause_around(hit).replace(said, half, 1)
        yield fault_at(hit, f"“{said}”重复，疑多写了字，应为“{half}”。", fixed)


@rule("TXT105", "adverb-particle", HINT)
def adverb_particle(dossier: Dossier) -> Iterator[Fault]:
    """动词前的状语用“地”不用“的”。

    依据：现代汉语通行用法。
    错例：
        较好的完成了年度工作目标。
    正例：
        较好地完成了年度工作目标，取得较好的成绩。
    """
    for hit in hits(dossier, _ADVERB):
        said = hit.match.group()
        yield fault_at(hit, f"“{said}”后面是动词，应写“{said[:-1]}地”。")


_PLACEHOLDER = re.compile(
    r"[×xX＊*]{2,6}(?=[年月日万元个项人%局县市单位部门部])|20[×xX]{2}|（?此处填写|待补充|待填|TODO|\{\{"
)


@rule("TXT106", "placeholder-left", MUST)
def placeholder_left(dossier: Dossier) -> Iterator[Fault]:
    """模板里待填的空没有填。

    依据：成文不应留有占位符。
    错例：
        本年支出××万元，较上年增长5%。
    正例：
        本年支出100万元，较上年增长5%。
    """
    for hit in hits(dossier, _PLACEHOLDER, *"×xX＊*填待{", "TODO"):
        yield fault_at(hit, f"“{hit.match.group()}”是没有填的空，请补上或删去。")


_MORE, _LESS = ("增加", "增长", "上升"), ("减少", "下降", "降低")
_EITHER = re.compile(
    rf"(?:{'|'.join(_MORE)})[（/](?:{'|'.join(_LESS)})）?"
    rf"|(?:{'|'.join(_LESS)})[（/](?:{'|'.join(_MORE)})）?"
)
_OTHERWISE = [f"{mark}{word}" for mark in "（/" for word in (*_MORE, *_LESS)]


@rule("TXT107", "either-or-left", DOUBT)
def either_or_left(dossier: Dossier) -> Iterator[Fault]:
    """模板里“增加（减少）”的二选一没有选。

    依据：成文须写明增还是减；与数字对不上时无法理解。
    错例：
        比上年减少5.00万元，下降（增长）10.00%。
    正例：
        比上年减少5.00万元，下降10.00%。
    """
    for hit in hits(dossier, _EITHER, *_OTHERWISE):
        yield fault_at(hit, f"“{hit.match.group()}”是模板里的二选一，请只留一个。")
