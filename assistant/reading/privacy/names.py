"""人名：事实表里的名字，和“姓加职务”的称呼（王局长、李会计）。只遮名字，职务留着。"""

import re
from collections.abc import Iterator, Sequence

from assistant.domain.findings import Span

_COMPOUND = (
    "欧阳 上官 司马 诸葛 东方 皇甫 尉迟 公孙 慕容 令狐 司徒 夏侯 长孙 宇文 轩辕 端木".split()
)
_SINGLE = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔"
    "钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温康施文牛樊葛邢"
    "安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路"
    "游辛靳欧管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂"
)
_POSTS = """
副局长 副主任 副科长 副股长 副书记 副县长 副处长 副所长 副校长 副部长 副镇长 副乡长 副总
局长 主任 科长 股长 书记 县长 处长 所长 校长 部长 镇长 乡长 会计 出纳 科员 主席 经理 董事长
老师 师傅 工程师 干事 同志 组长 队长 站长 院长 厂长 秘书 调研员 主管
""".split()
_SURNAME = f"(?:{'|'.join(_COMPOUND)}|[{_SINGLE}])"
_GIVEN = "[\u4e00-\u9fff]"
_NOT_GIVEN = "的是为在和与及县市区镇乡局委股科室处办副总年月日个了把请问找给向由经"
_BEFORE = "找问请给跟和是由向据与叫让的说被到把对们原新前按，、："
_CALLED = re.compile(
    rf"(?<![\u4e00-\u9fff])(?P<free>{_SURNAME}(?:(?![{_NOT_GIVEN}]){_GIVEN}){{0,2}}?)(?={'|'.join(_POSTS)})|"
    rf"(?P<after>(?<=[{_BEFORE}]){_SURNAME}(?:(?![{_NOT_GIVEN}]){_GIVEN}){{0,2}}?)(?={'|'.join(_POSTS)})"
)
_SHORT = re.compile(
    rf"(?:(?<![\u4e00-\u9fff])|(?<=[{_BEFORE}])){_SURNAME}(?=[局股科处所总主]"
    r"(?:说|让|定|讲|要求|同意|批|签|那|[，。、：\s]|$))|(?:小|老)"
    + _SURNAME
    + r"(?=[说，。、：\s报讲告要那给]|$)"
)
_NAMED = re.compile(
    rf"(?:姓名|联系人|经办人|负责人|组长|副组长|成员|组员|填报人|审核人)(?:[是为：:]\s*)"
    rf"(?P<names>{_SURNAME}{_GIVEN}{{1,2}}(?:[、，, ]{_SURNAME}{_GIVEN}{{1,2}})*)"
)
_LISTED = re.compile(rf"{_SURNAME}{_GIVEN}{{1,2}}")
_TOGETHER = re.compile(
    rf"(?:[由有为]|包括|成员|人员|小组|同志|：|:)(?P<names>{_SURNAME}{_GIVEN}{{1,2}}"
    rf"(?:、{_SURNAME}{_GIVEN}{{1,2}})+)(?=等|组成|负责|参加|担任|同志|[，。；、\s]|$)"
)
_ROW = re.compile(
    rf"(?:^|(?<=\n))\s*(?P<name>{_SURNAME}{_GIVEN}{{1,2}})(?=[\s，,\t]+[^\n]*(?:{'|'.join(_POSTS)}|职员|科员))"
)
_PERHAPS = re.compile(
    rf"(?<![\u4e00-\u9fff])(?P<name>{_SURNAME}(?:(?![{_NOT_GIVEN}]){_GIVEN}){{2}})(?=(?:说|告诉|负责|统计|提供|算|报)(?!告|表))"
)


def names_in(text: str, known: Sequence[str]) -> Iterator[tuple[Span, bool]]:
    """人名的位置，以及是不是拿得准。known 是事实表里的名字。"""
    for name in sorted({name for name in known if len(name) > 1}, key=len, reverse=True):
        for match in re.finditer(re.escape(name), text):
            yield Span(match.start(), match.end()), True
    for pattern in (_CALLED, _ROW, _SHORT):
        for match in pattern.finditer(text):
            start, end = match.span(match.lastgroup or 0)
            yield Span(start, end), True
    for match in _NAMED.finditer(text):
        for listed in _LISTED.finditer(text, *match.span("names")):
            yield Span(*listed.span()), True
    for match in _PERHAPS.finditer(text):
        yield Span(match.start("name"), match.end("name")), False


def name_list(text: str) -> Iterator[Span]:
    """由张三、李四、王五组成：并列的人名。只用于隐去，不怕多遮。"""
    for match in _TOGETHER.finditer(text):
        for listed in _LISTED.finditer(text, *match.span("names")):
            yield Span(*listed.span())
