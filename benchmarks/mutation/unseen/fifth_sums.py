"""第五组句族（合计与结转）：除外、一是二是、另有、层层其中、分行列项、资产负债、收支结余、缺口。"""

from decimal import Decimal
from fractions import Fraction

from benchmarks.mutation import words
from benchmarks.mutation.families.weaving import Weave, family, near, size
from benchmarks.mutation.reports.books import Ledger
from benchmarks.mutation.reports.pen import Pen
from benchmarks.mutation.unseen.counts import counts
from benchmarks.mutation.unseen.money import grew, rose
from benchmarks.mutation.unseen.second_money import lists
from benchmarks.mutation.unseen.third_accounts import LESS, MORE, number


def besides(ledger: Ledger, pen: Pen) -> None:
    ledger.money("w", lists(ledger, "ab", size(ledger)))
    pen.write("[本年|{y}年]安排资金{w}，除上级专项补助{a}外，县本级配套{b}。")
    pen.claim("sum", "w", "closed", part="a b")


def three_uses(ledger: Ledger, pen: Pen) -> None:
    ledger.money("w", lists(ledger, "abc", size(ledger)))
    names = ledger.rng.sample(words.PROJECTS, 3)
    pen.write("{y}年共投入{w}，用于以下三个方面：")
    for name, said, head, mark in zip("abc", names, "一二三", "；；。", strict=True):
        pen.row(f"{head}是{said}{{{name}}}{mark}", bare=False)
    pen.claim("sum", "w", "closed", part="a b c")


def plus_carried(ledger: Ledger, pen: Pen) -> None:
    ledger.money("w", lists(ledger, "ab", size(ledger)))
    pen.write("当年下达资金{a}，另有上年结转资金{b}，全年可用资金[共计|总计]{w}。")
    pen.claim("sum", "w", "closed", part="a b")


def in_layers(ledger: Ledger, pen: Pen) -> None:
    for top, names in (("a", "cd"), ("b", "ef")):
        ledger.money(top, lists(ledger, names, size(ledger)))
    ledger.money("w", number(ledger, "a") + number(ledger, "b"))
    pen.write(
        "支出预算{w}，包括基本支出{a}（人员经费{c}、公用经费{d}）和项目支出{b}（"
        "部门预算项目{e}、上级专项{f}）。"
    )
    pen.claim("sum", "w", "closed", part="a b")
    pen.claim("sum", "a", part="c d")
    pen.claim("sum", "b", part="e f")


def line_by_line(ledger: Ledger, pen: Pen) -> None:
    ledger.money("w", lists(ledger, "abcd", size(ledger)))
    names = ledger.rng.sample(words.CLASSES, 4)
    pen.write("支出明细如下：\n")
    for at, (name, said) in enumerate(zip("abcd", names, strict=True), 1):
        pen.row(f"（{at}）{said}{{{name}}}；\n", bare=False)
    pen.write("以上[支出|各项]合计{w}。")
    pen.claim("sum", "w", "closed", part="a b c d")


def gap_left(ledger: Ledger, pen: Pen) -> None:
    need = ledger.money("need", size(ledger))
    got = ledger.money("got", near(ledger, need, 300, 950))
    ledger.money("gap", need - got)
    ledger.rate("rate", got, need)
    pen.write("项目资金总需求{need}，目前已落实{got}，资金落实率{rate}，尚有缺口{gap}。")
    pen.claim("sum", "gap", "closed", part="need", less="got")
    pen.claim("ratio", "rate", part="got", whole="need")


def surplus(ledger: Ledger, pen: Pen) -> None:
    income = ledger.money("income", size(ledger))
    spent = ledger.money("spent", near(ledger, income, 600, 990))
    ledger.money("left", income - spent)
    pen.write(
        "城乡居民养老保险基金当年收入{income}，[基金|]支出{spent}，收支相抵，当年结余{left}。"
    )
    pen.claim("sum", "left", "closed", part="income", less="spent")


def rolled(ledger: Ledger, pen: Pen) -> None:
    opening, came = size(ledger), size(ledger) * 2
    spent = near(ledger, opening + came, 500, 800)
    back = near(ledger, opening + came, 20, 150)
    named = {"o": opening, "i": came, "s": spent, "r": back, "c": opening + came - spent - back}
    for name, value in named.items():
        ledger.money(name, value)
    pen.write("年初结转{o}，加：本年拨入{i}，减：本年支出{s}、缴回财政{r}，年末结转{c}。")
    pen.claim("sum", "c", "closed", part="o i", less="s r")


def net_worth(ledger: Ledger, pen: Pen) -> None:
    whole = ledger.money("whole", size(ledger))
    worn = ledger.money("worn", near(ledger, whole, 100, 800))
    ledger.money("net", whole - worn)
    ledger.rate("rate", whole - worn, whole)
    pen.write("固定资产原值{whole}，累计折旧{worn}，账面净值{net}，成新率{rate}。")
    pen.claim("sum", "net", "closed", part="whole", less="worn")
    pen.claim("ratio", "rate", part="net", whole="whole")


def balance_sheet(ledger: Ledger, pen: Pen) -> None:
    assets = ledger.money("assets", size(ledger))
    owed = ledger.money("owed", near(ledger, assets, 20, 600))
    ledger.money("net", assets - owed)
    ledger.rate("rate", owed, assets)
    pen.write("年末资产总计{assets}，负债合计{owed}，净资产{net}，资产负债率{rate}。")
    pen.claim("sum", "net", "closed", part="assets", less="owed")
    pen.claim("ratio", "rate", part="owed", whole="assets")


def settled(ledger: Ledger, pen: Pen) -> None:
    due = ledger.money("due", size(ledger))
    paid = ledger.money("paid", near(ledger, due, 500, 950))
    ledger.money("rest", due - paid)
    pen.write("经核定应补助{due}，扣除已预拨{paid}，应清算{rest}。")
    pen.claim("sum", "rest", "closed", part="due", less="paid")


def from_and_to(ledger: Ledger, pen: Pen) -> None:
    """来源一套、用途一套，同一个总数。"""
    whole = lists(ledger, "ab", size(ledger))
    ledger.money("w", whole)
    used = near(ledger, whole, 200, 800)
    ledger.money("c", used)
    ledger.money("d", whole - used)
    pen.write(
        "落实项目资金{w}，从来源看，上级补助{a}、县级安排{b}；从用途看，工程建设{c}、设备购置{d}。"
    )
    pen.claim("sum", "w", part="a b")
    pen.claim("sum", "w", part="c d")


def bonds(ledger: Ledger, pen: Pen) -> None:
    opening = ledger.money("o", size(ledger))
    new = ledger.money("n", near(ledger, opening, 100, 500))
    repaid = ledger.money("r", near(ledger, opening, 30, 300))
    ledger.money("c", opening + new - repaid)
    pen.write("年初债务余额{o}，当年新增{n}，当年偿还{r}，年末债务余额{c}，未超过核定限额。")
    pen.claim("sum", "c", "closed", part="o n", less="r")


def parts_grew(ledger: Ledger, pen: Pen) -> None:
    """增加额由几项凑成，前后呼应。"""
    lists(ledger, "ab", size(ledger) / 3)
    more = number(ledger, "a") + number(ledger, "b")
    then = ledger.money("then", near(ledger, more, 3000, 9000))
    ledger.money("now", then + more)
    ledger.money("more", more)
    ledger.rate("rate", more, then)
    ledger.word("up", "增加")
    ledger.word("up2", "增长")
    pen.write(
        "本年支出{now}，较上年{up}{more}，{up2}{rate}，其中：人员经费增加{a}，项目经费增加{b}。"
    )
    pen.claim("yoy_percent", "rate", current="now", change="more", direction="up up2")
    pen.claim("sum", "more", "open", part="a b")


def transferred(ledger: Ledger, pen: Pen) -> None:
    ledger.money("w", lists(ledger, "abc", size(ledger)))
    pen.write("争取上级补助资金{w}，其中：中央级{a}，省级{b}，市级{c}，均已[分解下达|拨付到位]。")
    pen.claim("sum", "w", "open", part="a b c")


def two_items_two_totals(ledger: Ledger, pen: Pen) -> None:
    """收、支两边各列各的，末尾平衡。"""
    whole = lists(ledger, "ab", size(ledger))
    spent = near(ledger, whole, 500, 900)
    ledger.money("c", spent)
    ledger.money("d", whole - spent)
    ledger.money("w", whole)
    pen.write(
        "收入总计{w}，由本年收入{a}和上年结转结余{b}构成；支出总计{w}，由本年支出{c}和年末结转结余{d}构成。"
    )
    pen.claim("sum", "w", "closed", part="a b")
    pen.claim("sum", "w", "closed", part="c d")


def counted_sum(ledger: Ledger, pen: Pen) -> None:
    parts = [ledger.rng.randint(20, 3000) for _ in "abcd"]
    counts(ledger, "人次", w=sum(parts), **dict(zip("abcd", parts, strict=True)))
    pen.write(
        "全年门诊服务{w}，其中内科{a}、外科{b}、儿科{c}、其他科室{d}，服务能力[稳步|进一步]提升。"
    )
    pen.claim("sum", "w", "open", part="a b c d")


def batches(ledger: Ledger, pen: Pen) -> None:
    ledger.money("w", lists(ledger, "abc", size(ledger)))
    pen.write("资金分三批下达：第一批{a}，第二批{b}，第三批{c}，累计下达{w}。")
    pen.claim("sum", "w", "closed", part="a b c")


def kept_and_changed(ledger: Ledger, pen: Pen) -> None:
    rose(ledger, "w", lists(ledger, "abc", size(ledger)), MORE, LESS)
    pen.write(
        "“三公”经费财政拨款支出{w}，较上年{w.prior}{w.amount_word}{w.change}。其中，因公出国（境）费{a}，"
        "公务用车购置及运行维护费{b}，公务接待费{c}。"
    )
    grew(pen, "w", prior=True, rate=False)
    pen.claim("sum", "w", part="a b c")


def averages_of_months(ledger: Ledger, pen: Pen) -> None:
    whole = ledger.money("w", size(ledger))
    ledger.count("n", 12, "个月")
    ledger.amount("each", Fraction(whole) / 12, 2, ledger.manner.unit)
    pen.write("全年发放公益性岗位补贴{w}，按{n}计算，月均发放{each}。")
    pen.claim("quotient", "each", part="w", whole="n")


def over_years(ledger: Ledger, pen: Pen) -> None:
    year = ledger.manner.year
    whole = lists(ledger, "abc", size(ledger) + Decimal(3))
    ledger.money("w", whole)
    pen.write(
        f"项目分年度投资：{year - 2}年{{a}}，{year - 1}年{{b}}，{year}年{{c}}，三年合计{{w}}。"
    )
    pen.claim("sum", "w", "closed", part="a b c")


WEAVES: tuple[Weave, ...] = (
    besides,
    three_uses,
    plus_carried,
    in_layers,
    line_by_line,
    gap_left,
    surplus,
    rolled,
    net_worth,
    balance_sheet,
    settled,
    from_and_to,
    bonds,
    parts_grew,
    transferred,
    two_items_two_totals,
    counted_sum,
    batches,
    kept_and_changed,
    averages_of_months,
    over_years,
)
FAMILIES = tuple(family(weave) for weave in WEAVES)
