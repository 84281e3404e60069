"""列举齐不齐：其中所列是不是全部，决定合计对不上时能不能断定有错。

“其中”可以只举几项；有“其他”兜底、或本来就只有那几类的，才算列全。
"""

import re
from collections.abc import Sequence

_KINDS = tuple(
    tuple(words.split())
    for words in (
        "基本支出 项目支出",
        "年初 追加",
        "已 部分 未",
        "中央 省级 县级",
        "省级 市级 县级",
        "上级 县级",
        "中央 省级 市级 县级 自筹",
        "人员 公用",
        "货物 工程 服务",
        "一般公共预算 政府性基金",
        "出国 车 接待",
        "出国 购置 运行 接待",
        "公务用车 公务接待",
        "购置 运行",
        "地上 地下",
        "男 女",
        "财政拨款 其他",
        "行政编制 事业编制",
        "城镇 农村",
        "城市 农村",
        "国内 国外",
        "优 良",
        "产出 效益",
        "投入 过程",
        "决策 过程",
        "中央 地方",
        "一季度 二季度 三季度 四季度",
        "上半年 下半年",
        "春季 秋季",
        "本级 上级",
        "财政 自筹",
        "新建 改建",
        "左岸 右岸",
        "东 西",
        "南 北",
        "税收 非税",
        "集体 个人",
        "A类 B类",
        "结转 净结余",
        "第一产业 第二产业 第三产业",
        "本级 转移性",
        "再融资 新增",
        "工资性 经营 财产 转移",
        "工业 建筑业",
        "家庭户 集体户",
        "城镇职工 城乡居民",
        "居住在城镇 居住在乡村",
        "税务部门 财政部门",
        "国税 地税 财政",
        "返还 一般性转移支付 专项转移支付",
        "返还 一般转移支付 专项转移支付",
        "一般债券 专项债券 再融资",
        "税务系统 财政系统",
        "农业 林业 牧业 渔业 服务业",
        "农业 林业 牧业 渔业 辅助性活动",
        "小春 大春",
        "城镇 乡村",
        "沿海 内河",
        "本地农民工 外出农民工",
        "行政单位资产 事业单位资产",
        "政府 社会 个人",
        "夏粮 秋粮",
        "汉族 少数民族",
        "职工 离退休",
        "城镇职工 城镇居民",
        "上划 地方",
        "固定资产 流动资产",
        "在职 离休 退休",
        "在职 退休",
        "在编 编外",
        "行政 事业 工勤",
        "县道 乡道 村道",
        "财政拨款 事业",
        "房屋 车辆",
        "办公用房 业务用房",
        "工资福利 商品和服务 个人和家庭",
        "一般债务 专项债务",
        "本年 结转",
        "达到 未达到",
        "整改 正在整改",
        "完工 在建",
        "办结 正在办理",
        "完成 未完成",
        "满意 不满意",
        "满意 一般 不满意",
        "满意 基本满意 不满意",
        "满意 比较满意 不满意",
        "满意 较满意 一般 不满意",
        "满意 基本满意 一般 不满意",
        "优 良 中",
        "优 良 中 差",
        "离休 退休",
        "行政单位 公益一类 公益二类",
        "行政 参公 事业",
        "非常满意 满意 不满意",
        "非常满意 满意 一般 不满意",
        "优秀 称职 基本称职 不称职",
        "优秀 称职 基本称职 不定等次",
        "优秀 合格 基本合格 不合格",
        "正高 副高 中级 初级",
        "研究生 本科 专科",
        "在用 闲置 待报废",
        "在用 闲置",
        "一般性转移支付 专项转移支付",
        "中央 省级 市级 县级",
        "优 良 合格 不合格",
        "优 良 一般 较差",
        "机要通信 应急保障 执法执勤 其他",
    )
)
_OF_SIZE = {
    size: tuple(kind for kind in _KINDS if len(kind) == size)
    for size in {len(kind) for kind in _KINDS}
}
_FIRSTS = re.compile("|".join(dict.fromkeys(kind[0] for kind in _KINDS)))
_WORDS = tuple(sorted({word for kind in _KINDS for word in kind}))
_REST = re.compile(r"其[他它]|其余|剩余")
_OPPOSITE = ("不", "非", "未", "无")


def is_closed(labels: Sequence[str]) -> bool:
    """各项的名称合起来是不是全部。"""
    named = "\n".join(labels)
    if _REST.search(named) or is_opposed(labels):
        return True
    return any(len(labels) >= len(kind) for kind in _told_in(named, _KINDS))


def is_opposed(labels: Sequence[str]) -> bool:
    """有一项正好是另一项的反面：完成的，未完成的。"""
    bare = {_done(label) for label in labels}
    return any(
        word in name and name.replace(word, "", 1) in bare for name in bare for word in _OPPOSITE
    )


def is_split(labels: Sequence[str]) -> bool:
    """各项恰是一套：一项不多、一项不少。"""
    if len(labels) == 2 and is_opposed(labels):
        return True
    named = "\n".join(labels)
    kinds = _told_in(named, _OF_SIZE.get(len(labels), ()))
    return any(len(_told(labels, kind)) == len(kind) for kind in kinds)


def is_sibling(whole: str, labels: Sequence[str]) -> bool:
    """所谓总数其实也是同一套里的一项：满意的190份，基本满意的31份、不满意的47份。"""
    return whole.endswith(_WORDS) and any(
        whole.endswith(kind) and len(_told(labels, kind)) > 1 for kind in _KINDS
    )


def _told_in(named: str, kinds: Sequence[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """各样都说到了的那几套。"""
    if not _FIRSTS.search(named):
        return []
    said = named.__contains__
    return [kind for kind in kinds if kind[0] in named and all(map(said, kind))]


def _told(labels: Sequence[str], kind: Sequence[str]) -> set[str]:
    """各项说的是一套里的哪几样：名称里写得最长的那个。"""
    return {
        max((word for word in kind if word in label), key=len, default="") for label in labels
    } - {""}


def _done(name: str) -> str:
    return name.removeprefix("已经").removeprefix("已")
