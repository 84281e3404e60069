"""事实·期间：年度前后是否一致，通知和落款的日期说不说得通。"""

import re
from collections.abc import Iterator

from assistant.checks.dossier import Dossier
from assistant.checks.rule import DOUBT, rule
from assistant.checks.texts import Hit, fault_at, hits, is_self_evaluation, title, year_of
from assistant.domain.findings import Fault

_EVALUATED = re.compile(
    r"((?:19|20)\d\d)年度?(?:本)?(?:部门|单位|局|我局|我单位)?整体支出(?:绩效)?(?:自评|评价|管理|得分)"
)
_NOTICE = re.compile(
    r"《?关于(?:做好|开展|组织开展|进一步做好)((?:19|20)\d\d)年度?[^《》。]{0,24}绩效[^《》。]{0,10}自评"
)
_DIGITS = str.maketrans("〇○零一二三四五六七八九", "000123456789")
_ABOUT = re.compile("关于[^。；，]{0,12}$")
_SIGNED = re.compile(
    r"^(?:((?:19|20)\d\d)|([一二][〇○零九][〇○零一二三四五六七八九]{2}))年"
    r"[\d〇○零一二三四五六七八九十]{1,3}月[\d一二三四五六七八九十]{1,3}日$"
)


@rule("FCT109", "year-not-updated", DOUBT)
def year_not_updated(dossier: Dossier) -> Iterator[Fault]:
    """评价的年度与标题不是同一年，多半是沿用去年的文字没有改。

    依据：全文只有一个评价年度。
    错例：
        云岭县水利局2023年度部门整体支出绩效自评报告
        我局对2022年度部门整体支出绩效自评工作高度重视。
    正例：
        云岭县水利局2023年度部门整体支出绩效自评报告
        我局对2023年度部门整体支出绩效自评工作高度重视。

        云岭县水利局2023年度部门整体支出绩效自评报告
        根据《云岭县财政局关于开展2024年度部门整体支出绩效自评工作的通知》开展自评。
    """
    year = year_of(dossier)
    if not is_self_evaluation(dossier) or not year:
        return
    for hit in hits(dossier, _EVALUATED, "整体支出"):
        if int(hit.match[1]) != year and not _in_notice(hit):
            yield fault_at(
                hit,
                f"标题是{year}年度，这里写{hit.match[1]}年度：请核对是不是沿用了别的年度的文字。",
            )


def _in_notice(hit: Hit) -> bool:
    """在通知的名称里：名称写的是下发的年度，另有规则核对。"""
    before = hit.text[: hit.match.start()]
    return before.rfind("《") > before.rfind("》") or bool(_ABOUT.search(before))


@rule("FCT110", "notice-of-another-year", DOUBT)
def notice_of_another_year(dossier: Dossier) -> Iterator[Fault]:
    """所依据的自评通知与评价年度对不上。

    依据：评价上一年度的通知，写的是评价年度，或下发通知的下一年。
    错例：
        云岭县水利局2023年度部门整体支出绩效自评报告
        根据《关于开展2022年度预算绩效自评工作的通知》要求开展自评。
    正例：
        云岭县水利局2023年度部门整体支出绩效自评报告
        根据《关于开展2024年绩效自评工作的通知》要求开展自评。
    """
    year = year_of(dossier)
    if not is_self_evaluation(dossier) or not year:
        return
    for hit in hits(dossier, _NOTICE, "关于"):
        if int(hit.match[1]) not in (year, year + 1):
            yield fault_at(
                hit, f"评价的是{year}年度，依据的却是{hit.match[1]}年的自评通知：请核对通知的年度。"
            )


@rule("FCT111", "signed-before-year-end", DOUBT)
def signed_before_year_end(dossier: Dossier) -> Iterator[Fault]:
    """落款日期在评价年度结束之前。

    依据：年度自评在年度结束后进行，决算数要到次年才有。
    错例：
        云岭县水利局2023年度部门整体支出绩效自评报告
        以上为自评情况。
        2023年3月20日

        云岭县水利局2023年度部门整体支出绩效自评报告
        以上为自评情况。
        二〇二三年三月二十日
    正例：
        云岭县水利局2023年度部门整体支出绩效自评报告
        以上为自评情况。
        2024年3月20日

        云岭县水利局2023年度部门整体支出绩效自评报告
        以上为自评情况。
        二〇二四年三月二十日
    """
    year = year_of(dossier)
    if not is_self_evaluation(dossier) or not re.search("年度", title(dossier)):
        return
    for hit in hits(dossier, _SIGNED):
        if year and _signed(hit.match) <= year:
            yield fault_at(
                hit, f"落款是{hit.match.group()}，{year}年度还没有结束：请核对落款日期。"
            )


def _signed(match: re.Match[str]) -> int:
    """落款的年份，汉字的也认。"""
    return int(match[1] or match[2].translate(_DIGITS))


_OWN_FIGURE = re.compile(
    r"((?:19|20)\d\d)年度?(?:我[局部院校镇乡委办]门?|我单位|本部门|本单位)?(?:全年)?(?:决算|年末|实际|总)?"
    r"(?:收、支|收入|支出|总收入|总支出|财政拨款|机关运行经费|“三公”经费)[^。；，]{0,24}?万?元，"
    r"[^。；]{0,6}?(?:比|较|与)(?P<than>上年|去年|上一年)"
)


@rule("FCT115", "last-year-as-this", DOUBT)
def last_year_as_this(dossier: Dossier) -> Iterator[Fault]:
    """把上一年度的数当作本年度的来说，多半是年份没有改。

    依据：报告说的是评价年度；写着上一年度，又“较上年”相比的，年份与所比的不合。
    错例：
        云岭县水利局2023年度部门整体支出绩效自评报告
        2022年决算收入总计1200.00万元，较上年增加200.00万元，增长20.00%。
    正例：
        云岭县水利局2023年度部门整体支出绩效自评报告
        2023年决算收入总计1200.00万元，较上年增加200.00万元，增长20.00%。
    """
    year = year_of(dossier)
    if not year or "年度" not in title(dossier):
        return
    for hit in hits(dossier, _OWN_FIGURE, "上年", "去年", "上一年"):
        rest = hit.text[hit.match.end() :].split("。")[0]
        if int(hit.match[1]) == year - 1 and f"{year}年" not in rest:
            yield fault_at(
                hit,
                f"报告是{year}年度的，这里写{year - 1}年又与上年相比：请核对是不是年份没有改。",
            )


_AS_OF = re.compile(
    r"截至((?:19|20)\d\d)年(?:12月31日|底|末)，[^。；]{0,24}"
    r"(?:共有|固定资产|资产总额|余额|在职|实有|编制|保有)"
)


@rule("FCT116", "stock-of-last-year-end", DOUBT)
def stock_of_last_year_end(dossier: Dossier) -> Iterator[Fault]:
    """资产、人员、债务的存量写的是上一年末。

    依据：决算、自评说的是评价年度的年末数；上一年末的数，多半是年份没有改，或数没有更新。
    错例：
        云岭县水利局2023年度部门整体支出绩效自评报告
        截至2022年12月31日，本部门共有车辆6辆。
    正例：
        云岭县水利局2023年度部门整体支出绩效自评报告
        截至2023年12月31日，本部门共有车辆6辆，截至2022年底为5辆。
    """
    year = year_of(dossier)
    if not year or not (is_self_evaluation(dossier) or "决算" in title(dossier)):
        return
    for hit in hits(dossier, _AS_OF, "截至"):
        if int(hit.match[1]) == year - 1:
            yield fault_at(
                hit, f"报告是{year}年度的，这里是{year - 1}年末的数：请核对年份和数是否都已更新。"
            )
