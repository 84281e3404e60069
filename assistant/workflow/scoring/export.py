"""写出计过分的表：自评表（xlsx、docx）、汇总表、佐证材料目录。"""

from collections.abc import Sequence
from typing import NamedTuple

from assistant.domain.errors import BadInput
from assistant.ports import SheetWriter
from assistant.scoring.exhibits import proofs
from assistant.scoring.forms import ScoredForm
from assistant.workflow.scoring.form_sheets import form_sheet
from assistant.workflow.scoring.proof_sheets import proof_sheets
from assistant.workflow.scoring.summary_sheets import summary_sheet


class Written(NamedTuple):
    """写出的一个文件。"""

    name: str
    content: bytes


def written(
    forms: Sequence[ScoredForm], writer: SheetWriter, bureau: str = ""
) -> tuple[Written, ...]:
    """全部文件；一份自评表也没有时抛 BadInput。"""
    if not forms:
        raise BadInput("没有可写出的自评表", "请先上传自评表。")
    sheets = [form_sheet(scored, bureau) for scored in forms]
    projects = [scored for scored in forms if scored.form.kind == "project"]
    year = next((s.form.year for s in forms if s.form.year), None)
    files = [
        Written("绩效自评表.xlsx", writer.xlsx(sheets)),
        Written("绩效自评表.docx", writer.docx(sheets)),
    ]
    if len(projects) > 1:
        summary = summary_sheet(projects, year, projects[0].scheme)
        files.append(Written("项目自评汇总表.xlsx", writer.xlsx([summary])))
    listed = proof_sheets(proofs(s.form for s in forms))
    files.append(Written("佐证材料目录.xlsx", writer.xlsx(listed)))
    return tuple(files)
