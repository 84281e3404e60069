"""恶意答复的数据和起草的许可：一节“总体完成情况”，事实是虚构的。"""

from assistant.adapters.catalogue import FileCatalogue
from assistant.adapters.data_files import load
from assistant.adapters.prompt_files import PromptFiles
from assistant.checks.drafts.allowed import Allowed
from assistant.domain.draft import DraftWords
from tests.needs import ROOT

FACT = (
    "全年组织科技培训4场420人次，新增科技型中小企业7家，"
    "走访企业36家次，帮助企业解决用工、用电问题。"
)
ADDRESSES = (
    "adjusted.expenditure executed.total execution.rate final.expenditure.current "
    "final.expenditure.change final.expenditure.change_rate results.overall survey.satisfaction"
).split()


def allowed() -> Allowed:
    """这一节可用的全部。"""
    outline = FileCatalogue(ROOT / "knowledge").outline("department-self-evaluation")
    prompt = PromptFiles(ROOT / "prompts").prompt("section")
    return Allowed(
        addresses=frozenset(ADDRESSES),
        facts=(FACT,),
        known=("云岭县科技和工业信息化局", "总体绩效目标实现情况"),
        year=2023,
        fields=outline.fields,
        words=load(ROOT / "knowledge/drafting.yaml", DraftWords),
        prompt=prompt.text,
    )


def replies(name: str) -> list[tuple[str, str]]:
    """（类别，答复）各条。"""
    found, kind = [], ""
    for line in (ROOT / "tests/adversary" / name).read_text("utf-8").splitlines():
        if line.startswith("["):
            kind = line.strip("[]")
        elif (line and not line.startswith("# ")) or line.startswith("# 总体"):
            found.append((kind, line.replace("\\n", "\n")))
    return found
