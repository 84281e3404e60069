"""文字·名称：单位自己有几种叫法、评价的机构有几个名字、别的单位的名称、说成了项目。"""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from assistant.checks.dossier import Dossier
from assistant.checks.rule import DOUBT, HINT, rule
from assistant.checks.texts import Hit, fault_at, hits, is_self_evaluation, title, whole_text
from assistant.domain.findings import Fault
from assistant.reading.claims.sentence.naming import own_unit

_PLACE = re.compile(
    r"([\u4e00-\u9fff]{2,6}?(?:自治县|县|区|旗|市))(?!级|直|属|域|场|委|政|长|内|外)"
)
_BUREAU = re.compile(
    r"(?:(?<![\u4e00-\u9fff])|(?<=[省市州盟]))([\u4e00-\u9fff]{2,3}(?:县|区|旗))"
    r"((?![委政人])[\u4e00-\u9fff]{2,14}?(?:局|委员会|办公室|中心))(?!等)"
)
_WORDS = frozenset(
    "根据由在向经按依从对与和及的是为将把被让给各全本我该请建议项目报送通过至到日年月其另"
)
_NO_PLACE = re.compile(r"[园社小辖山林库牧矿城郊]区$|[辖属]县$")
_LEARNT = re.compile(
    r"学习|考察|借鉴|对口|协作|支援|帮扶|邻县|交流|联合|签订|划转|调入|调出|来自|赴"
)
_FULL = re.compile(r"[\u4e00-\u9fff]{2,12}(?:县|区|市|旗)([\u4e00-\u9fff]{4,20}局)")
_RUN = re.compile("[\u4e00-\u9fff]+")
_SHORT_DECLARED = re.compile(r"以下简称|简称[“:：]")
_GROUPS = re.compile(
    r"(?:绩效)?(?:自评|评价|绩效评价|绩效自评)(?:工作)?(?:领导小组|工作组|小组)|领导小组(?=[，。对])"
)
_PROJECT = re.compile(r"本项目|该项目(?:自评|绩效)|本次项目(?:绩效)?(?:自评|评价)")
_WHOLE = re.compile(r"部门整体支出|整体支出")
_ABOVE = re.compile(r"(?<!县)(?<!省)(?<!中央)(?:市财政局|市财政(?!拨|资金|下达|安排|补助|专项|奖))")
_ABBREVIATED = re.compile(r"[\u4e00-\u9fff]{2,6}(?:县|区|旗)[\u4e00-\u9fff]{2,4}局")


def _own_place(dossier: Dossier) -> str:
    """报告单位所在的县区：标题里的。"""
    return next((name for name in _PLACE.findall(title(dossier)) if _plain(name)), "")


@rule("TXT401", "foreign-bureau", DOUBT)
def foreign_bureau(dossier: Dossier) -> Iterator[Fault]:
    """出现了别的县同类单位的名称，多半是套用模板没有改。

    依据：抽查发现的套用：别的单位的名称、数字留在文中。
    错例：
        云岭县水利局2023年度部门整体支出绩效自评报告
        青河县水利局高度重视绩效管理工作。
    正例：
        云岭县水利局2023年度部门整体支出绩效自评报告
        云岭县水利局高度重视绩效管理工作，赴青河县水利局考察学习；已清退的，其中县交通局三笔。
    """
    own = _own_place(dossier)
    if not own or own.endswith("市"):
        return
    seen: set[str] = set()
    for hit in hits(dossier, _BUREAU, *"县区旗"):
        place, bureau = hit.match[1], hit.match[2]
        around = hit.text[max(0, hit.match.start() - 12) : hit.match.end() + 12]
        ours = own in place or place.endswith(own) or own.endswith(place)
        if not ours and not _LEARNT.search(around) and place not in seen and _plain(place):
            seen.add(place)
            yield fault_at(
                hit, f"这里写的是“{place}{bureau}”，本报告是{own}的：请核对是不是套用模板没有改。"
            )


def _plain(place: str) -> bool:
    """像地名：不含虚词，不是园区、社区之类。"""
    return not (_WORDS & set(place) or _NO_PLACE.search(place))


@rule("TXT402", "undeclared-short-name", HINT)
def undeclared_short_name(dossier: Dossier) -> Iterator[Fault]:
    """单位的全称和简称都用，没有写明简称。

    依据：公文首次用全称，要用简称的写明“以下简称”。
    错例：
        云岭县科工局2023年度部门整体支出绩效自评报告
        云岭县科学技术和工业信息化局为行政单位。
    正例：
        云岭县科学技术和工业信息化局（以下简称科工局）2023年度部门整体支出绩效自评报告
        云岭县科工局为行政单位。
    """
    text = whole_text(dossier)
    if _SHORT_DECLARED.search(text):
        return
    runs = (run for run in _RUN.findall(text) if "局" in run)
    full = Counter(name for run in runs for name in _FULL.findall(run)).most_common(1)
    for hit in hits(dossier, _ABBREVIATED, "局") if full else ():
        short = re.sub(r"^.*?(?:县|区|旗)", "", hit.match.group())
        if short != full[0][0] and _abbreviates(short, full[0][0]):
            yield fault_at(
                hit,
                f"“{short}”是“{full[0][0]}”的简称：请首次用全称并写明“以下简称{short}”，或全文用全称。",
            )
            return


def _abbreviates(short: str, full: str) -> bool:
    """简称的字依次都在全称里，又不只是全称的后半截。"""
    rest = iter(full)
    shorter = len(short) * 2 <= len(full) and not full.endswith(short)
    return shorter and all(char in rest for char in short)


@rule("TXT403", "several-group-names", HINT)
def several_group_names(dossier: Dossier) -> Iterator[Fault]:
    """评价的机构前后叫法不一。

    依据：同一机构全文一个名称，与名单、签字一致。
    错例：
        云岭县水利局部门整体支出绩效自评报告
        成立自评工作领导小组，由分管局长任组长。
        评价小组进行了实地考察。绩效评价工作组撰写了报告。
    正例：
        云岭县水利局部门整体支出绩效自评报告
        成立自评工作小组，由分管局长任组长。自评工作小组撰写了报告。
    """
    if not is_self_evaluation(dossier):
        return
    found = list(hits(dossier, _GROUPS, "组"))
    names = list(dict.fromkeys(hit.match.group() for hit in found))
    if len(names) > 2:
        listed = "、".join(f"“{name}”" for name in names)
        yield fault_at(found[0], f"评价的机构有{len(names)}种叫法：{listed}，请统一成一个。")


@rule("TXT404", "called-a-project", HINT)
def called_a_project(dossier: Dossier) -> Iterator[Fault]:
    """部门整体支出的报告说成了“本项目”。

    依据：部门整体支出与项目支出是两种评价，范围、指标都不同。
    错例：
        云岭县水利局2023年度部门整体支出绩效自评报告
        通过本次项目绩效评价，取得了较好的效益。
    正例：
        云岭县水利局2023年度部门整体支出绩效自评报告
        通过本次部门整体支出绩效自评，发现了不足。
    """
    if not (is_self_evaluation(dossier) and _WHOLE.search(title(dossier))):
        return
    for hit in hits(dossier, _PROJECT, "本项目", "该项目", "本次项目"):
        yield fault_at(hit, f"这是部门整体支出的报告，“{hit.match.group()}”应改为部门整体支出。")


@rule("TXT405", "superior-of-another-level", HINT)
def superior_of_another_level(dossier: Dossier) -> Iterator[Fault]:
    """县级单位的报告把市财政当作自己的财政部门。

    依据：县级单位由县财政部门管理；套用上级模板时常留下“市财政”。
    错例：
        云岭县水利局2023年度部门整体支出绩效自评报告
        加强对市财政有关规定的学习培训。
    正例：
        云岭县水利局2023年度部门整体支出绩效自评报告
        加强对县财政有关规定的学习培训，收到市财政下达的专项资金。
    """
    if not is_self_evaluation(dossier) or not re.search(r"[县旗]", title(dossier)):
        return
    for hit in hits(dossier, _ABOVE, "市财政"):
        yield fault_at(hit, f"县级单位的报告里写“{hit.match.group()}”，请核对是否应为县财政。")


_SIGNED = re.compile(r"[\u4e00-\u9fff]{4,24}(?:局|委员会|办公室|中心|医院|学校|人民政府|办事处)")
_DATED = re.compile(r"^(?:20\d\d|二[〇○零]).{1,12}日$")
_SUBJECT = re.compile(
    r"(?:^|[。，；：])(?:经[^，。]{2,8}，)?([\u4e00-\u9fff]{2,16}?(?:局|委员会|中心|医院|镇|乡|街道|学校))"
    r"(?=(?:19|20)\d\d年度(?:部门|单位)?整体支出)"
)


@rule("TXT406", "another-unit-named", DOUBT)
def another_unit_named(dossier: Dossier) -> Iterator[Fault]:
    """落款、评价结论写的单位与标题的单位不是同一个，多半是套用别家的没有改。

    依据：标题、正文、落款是同一个单位。
    错例：
        云岭县水利局2023年度部门整体支出绩效自评报告
        以上为自评情况。
        云岭县林业局
        2024年3月20日
    正例：
        云岭县水利局2023年度部门整体支出绩效自评报告
        以上为自评情况。
        云岭县水利局
        2024年3月20日
    """
    own = own_unit(title(dossier).split("\n"))
    if not own or not is_self_evaluation(dossier):
        return
    for hit in (*hits(dossier, _SUBJECT, "整体支出"), *_signatures(dossier)):
        said = hit.match[hit.match.lastindex or 0]
        if not _same_unit(said, own):
            yield fault_at(
                hit, f"这里写的是“{said}”，标题是“{own}”：请核对是不是套用别家的没有改。"
            )


def _signatures(dossier: Dossier) -> Iterator[Hit]:
    """末尾独占一行、下一行是日期的单位名称。"""
    last = dossier.reading.paragraphs[-3:]
    for one, other in pairwise(last):
        match = _SIGNED.fullmatch(one.flow.text)
        if match and _DATED.match(other.flow.text):
            yield Hit(match, one.flow.span(*match.span()), one.flow.text)


def _same_unit(one: str, other: str) -> bool:
    """一个是另一个的一部分，或是它的简称。"""
    short, long = sorted((one, other), key=len)
    rest = iter(long)
    return short in long or all(char in rest for char in short)
