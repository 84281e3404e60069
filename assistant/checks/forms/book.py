"""三种对象各一册规则：一份自评表、一份汇总表、一个文件（夹）里的全部表。"""

from assistant.checks.forms.rule import Rulebook
from assistant.domain.forms import Workbook
from assistant.scoring.forms import ScoredForm
from assistant.scoring.summaries import ScoredSummary

form_rule: Rulebook[ScoredForm] = Rulebook()
summary_rule: Rulebook[ScoredSummary] = Rulebook()
workbook_rule: Rulebook[Workbook] = Rulebook()
