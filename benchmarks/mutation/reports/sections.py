"""报告各段与各表的写法；每段写完即声明其中的勾稽。"""

from benchmarks.mutation import words
from benchmarks.mutation.reports.pen import Pen

BASIS = "按照县财政局《预算绩效管理办法》（云财绩〔{y}〕8号）规定"


def overview(pen: Pen) -> None:
    pen.write(
        "[一、基本情况|一、部门基本情况]\n{bureau}为县政府工作部门，核定编制{posts}，年末在职人员{in_post}，"
        "其中行政人员{office}、事业人员{staff}，在职人员控制率{control}。\n"
    )
    pen.claim("sum", "in_post", part="office staff")
    pen.claim("ratio", "control", part="in_post", whole="posts")


def flows(pen: Pen) -> None:
    pen.write(
        "二、收入支出决算情况\n[（一）总体情况。|]{y}年度收入总计{total}，支出总计{total}，"
        "[与{py}年度相比|较上年]，收、支总计各{total.amount_word}{total.change}，"
        "{total.rate_word}{total.rate}。\n"
    )
    _grew(pen, "total")
    pen.write(
        "（二）收入情况。本年收入合计{income}，[比上年|较{py}年]{income.amount_word}{income.change}，"
        "{income.rate_word}{income.rate}。其中：财政拨款收入{grant}，其他收入{other}[；|。]"
        "年初结转和结余{opening}。\n"
    )
    _grew(pen, "income")
    pen.claim("sum", "income", part="grant other")
    pen.claim("sum", "total", part="income opening")
    spending(pen)


def spending(pen: Pen) -> None:
    pen.write(
        "（三）支出情况。本年支出合计{spent}，[较上年|与上年相比]{spent.amount_word}{spent.change}，"
        "{spent.rate_word}{spent.rate}。其中：基本支出{basic}，占{basic.share}；"
        "项目支出{project}，占{project.share}。基本支出中，人员经费{personnel}，公用经费{public}。"
        "年末结转和结余{closing}。\n"
    )
    _grew(pen, "spent")
    pen.claim("sum", "spent", part="basic project")
    pen.claim("sum", "basic", part="personnel public")
    for name in ("basic", "project"):
        pen.claim("ratio", f"{name}.share", part=name, whole="spent")


def _grew(pen: Pen, name: str) -> None:
    pen.claim(
        "yoy_percent",
        f"{name}.rate",
        current=name,
        change=f"{name}.change",
        direction=f"{name}.amount_word {name}.rate_word",
    )


def execution(pen: Pen) -> None:
    pen.write(
        "{y}年年初预算{initial}，年中追加{added}，全年预算数{adjusted}，全年执行数{spent}，"
        "预算执行率{rate}。\n"
    )
    pen.claim("sum", "adjusted", part="initial added")
    pen.claim("execution_rate", "rate", part="spent", whole="adjusted", opening="initial")


def three_public(pen: Pen) -> None:
    pen.write(
        "（四）“三公”经费。{y}年“三公”经费支出{public3}，较{py}年{public3.amount_word}{public3.change}，"
        "{public3.rate_word}{public3.rate}。其中：因公出国（境）费0{unit}；公务用车购置及运行维护费{cars}，"
        "占{cars.share}；公务接待费{guests}，占{guests.share}。\n".replace(
            "{unit}", pen.manner.unit
        )
    )
    _grew(pen, "public3")
    pen.claim("sum", "public3", part="cars guests")
    for name in ("cars", "guests"):
        pen.claim("ratio", f"{name}.share", part=name, whole="public3")


def procurement(pen: Pen) -> None:
    pen.write(
        "（五）政府采购。{y}年政府采购支出总额{bought}，其中货物{goods}、工程{works}、服务{services}。"
        "授予中小企业合同金额{sme}，占政府采购支出总额的{sme.share}。\n"
    )
    pen.claim("sum", "bought", part="goods works services")
    pen.claim("ratio", "sme.share", part="sme", whole="bought")


def classes(pen: Pen) -> None:
    names = pen.books.classes
    listed = "；".join(f"{n}{{class{i}}}，占{{class{i}.share}}" for i, n in enumerate(names))
    pen.write(f"按功能分类，本年支出{{spent}}，主要用于以下方面：{listed}。\n")
    pen.claim("sum", "spent", part=" ".join(f"class{i}" for i in range(len(names))))
    for i in range(len(names)):
        pen.claim("ratio", f"class{i}.share", part=f"class{i}", whole="spent")


def survey(pen: Pen) -> None:
    pen.write(
        "自评采用资料核查法和问卷调查法，共发放问卷{sent}，收回有效问卷{back}，回收率{back.rate}；"
        "其中表示满意的{happy}，满意度{happy.rate}。\n"
    )
    pen.claim("ratio", "back.rate", part="back", whole="sent")
    pen.claim("ratio", "happy.rate", part="happy", whole="back")


def conclusion(pen: Pen) -> None:
    names = pen.books.scale[1]
    bands = (
        f"得分{{edge0}}及以上为{names[0]}，{{edge1}}（含）至{{edge0}}为{names[1]}，"
        f"{{edge2}}（含）至{{edge1}}为{names[2]}，{{edge2}}以下为{names[3]}"
    )
    pen.write(
        "四、自评结论\n按照百分制，预算执行得{s_execution}，产出指标得{s_out}，效益指标得{s_benefit}，"
        f"满意度指标得{{s_happy}}，部门整体支出绩效自评总分{{s_total}}。{BASIS}，{bands}，"
        "评价等级为“{grade}”。\n"
    )
    pen.claim("score_sum", "s_total", part="s_execution s_out s_benefit s_happy")


def asides(pen: Pen) -> None:
    n = pen.rng.randint(3, 5)
    tasks = pen.rng.sample(words.TASKS, n)
    pen.write(f"[五、存在的问题及措施|五、下一步打算]\n{pen.rng.choice(words.FILLERS)}主要措施：")
    for i, task in enumerate(tasks):
        pen.write(f"{words.ORDINALS[i]}是{task}{'。' if i == n - 1 else '；'}")
    pen.write("\n")
