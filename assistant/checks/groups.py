"""事实·评价小组：正文说的组长、成员，与所附名单上的职务对不对得上。"""

import re
from collections.abc import Iterator, Sequence

from assistant.checks.dossier import Dossier
from assistant.checks.rule import DOUBT, rule
from assistant.checks.texts import Hit, fault_at, hits, is_self_evaluation
from assistant.domain.findings import Fault

_LEADER = re.compile(
    r"([^，。；：\n]{2,20}?)(?:同志)?(?:任|担任|为)(?:评价|自评|领导)?(?:小组)?组长"
)
_MEMBERS = re.compile(
    r"([^，。；：\n]{0,12}(?:股|科|处|室)[^，。；：\n]{0,6}负责(?:人|同志))(?:任|担任|为)(?:小组)?(?:成员|组员)"
)
_ROSTER = re.compile(r"(?:人员|成员|小组)[^。；\n]{0,6}名单")
_POST = re.compile("(副)?(局长|主任|院长|校长|镇长|乡长|部长|书记|台长|站长|会长)$")
_HELD = re.compile("(?<![\u4e00-\u9fff])(副)?(局长|主任|院长|校长|镇长|乡长|部长|台长|站长|会长)$")
_CLERKS = re.compile("(?:职员|科员|办事员|会计|出纳|工作人员|干事|文员|助理)$")
_REACH = 800


@rule("FCT117", "group-and-roster", DOUBT)
def group_and_roster(dossier: Dossier) -> Iterator[Fault]:
    """正文说的评价小组组成与名单不符。

    依据：评价小组的组长、成员以正文（或成立文件）所定为准，名单、签字应与之一致。
    错例：
        云岭县水利局部门整体支出绩效自评报告
        由一名副局长任自评小组组长，各股室负责人为成员。
        评价小组人员名单（姓名、单位、职务）
        甲某某	云岭县水利局	局长
        乙某某	云岭县水利局	副局长
        丙某某	云岭县水利局	财务室职员
    正例：
        云岭县水利局部门整体支出绩效自评报告
        由一名副局长任自评小组组长，各股室负责人为成员。
        评价小组人员名单（姓名、单位、职务）
        乙某某	云岭县水利局	副局长
        丙某某	云岭县水利局	财务股股长

        云岭县水利局部门整体支出绩效自评报告
        成立自评工作小组，局长任组长，各股室工作人员参加。
        评价小组人员名单（姓名、单位、职务）
        甲某某	云岭县水利局	党组书记、局长
        乙某某	云岭县水利局	财务室职员
    """
    if not is_self_evaluation(dossier):
        return
    posts = _posts(dossier)
    for hit in hits(dossier, _LEADER, "组长") if posts else ():
        yield from _led(hit, posts)
    for hit in hits(dossier, _MEMBERS, "成员", "组员") if posts else ():
        clerks = [post for post in posts if _CLERKS.search(post)]
        if clerks:
            yield fault_at(
                hit,
                f"这里写成员是“{hit.match[1]}”，名单里有“{'”“'.join(clerks)}”：请核对名单或这句话。",
            )


def _led(hit: Hit, posts: Sequence[str]) -> Iterator[Fault]:
    """组长的职务名单里没有，或组长是副职而名单里有正职。"""
    told = _POST.search(hit.match[1])
    if told is None:
        return
    held = [(bool(found[1]), found[2]) for post in posts if (found := _HELD.search(post))]
    post = f"{told[1] or ''}{told[2]}"
    if held and told[2] != "书记" and (bool(told[1]), told[2]) not in held:
        yield fault_at(hit, f"这里写组长是{post}，名单里没有{post}：请核对组长和名单。")
    elif told[1] and (False, told[2]) in held:
        yield fault_at(
            hit, f"这里写组长是{post}，名单里却有{told[2]}：请核对组长是谁、名单列了哪些人。"
        )


def _posts(dossier: Dossier) -> list[str]:
    """名单各行里的职务：标题之后接连几行，每行三格以上，末一格像职务的。"""
    found: list[str] = []
    for hit in hits(dossier, _ROSTER, "名单"):
        text = dossier.document.text[hit.span.end : hit.span.end + _REACH]
        for line in text.splitlines()[1:20]:
            cells = line.split()
            if len(cells) > 2:
                found += [cell.rpartition("、")[2] for cell in cells[2:]]
            elif cells and found:
                break
    return found
