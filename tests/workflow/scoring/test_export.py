"""写出的表：自己读回、LibreOffice 重算，都与算出的总分、等级一样。"""

import io
import random
import re
import subprocess
import zipfile
from pathlib import Path

import pytest

from assistant.adapters.forms.reader import FormFileReader
from assistant.adapters.forms.writer import FormFileWriter
from assistant.bootstrap import connect
from assistant.checks.forms.run import CheckedWorkbook, check_workbook
from assistant.domain.errors import BadInput
from assistant.domain.scheme import Scheme
from assistant.reading.forms.forms import workbook_of
from assistant.scoring.exhibits import Exhibit, exhibits_in
from assistant.scoring.forms import Entry, ScoredForm, scored
from assistant.settings import Settings
from assistant.workflow.scoring.export import written
from tests.form_factory import content
from tests.form_layouts import LAYOUTS, build
from tests.needs import program

CATALOGUE = connect(Settings()).catalogue


def reread(name: str, data: bytes, scheme: Scheme) -> CheckedWorkbook:
    return check_workbook(workbook_of(name, FormFileReader().grids(name, data)), scheme)


def several(scheme: Scheme, count: int = 6) -> list[ScoredForm]:
    rng, forms = random.Random(count), []
    for number in range(count):
        book, _ = build(content(rng, number), rng.choice(LAYOUTS), rng)
        assert book.active is not None
        book.active.title = f"项目{number}"
        data = io.BytesIO()
        book.save(data)
        forms += [f.scored for f in reread("a.xlsx", data.getvalue(), scheme).forms]
    return forms


def files(scheme: Scheme) -> tuple[list[ScoredForm], dict[str, bytes]]:
    forms = several(scheme)
    return forms, {f.name: f.content for f in written(forms, FormFileWriter(), "云岭县商务局")}


@pytest.mark.parametrize("kind", ["xlsx", "docx"])
def test_a_written_form_reads_back_the_same_and_without_a_fault(kind: str) -> None:
    scheme = CATALOGUE.scheme("national-2020")
    forms, made = files(scheme)
    again = reread(f"绩效自评表.{kind}", made[f"绩效自评表.{kind}"], scheme)
    assert [f.scored.total for f in again.forms] == [f.total for f in forms]
    assert [f.scored.printed_sum for f in again.forms] == [f.total for f in forms]
    assert [f.scored.form.project for f in again.forms] == [f.form.project for f in forms]
    assert again.all_findings == ()
    assert again.all_unread == ()


def test_a_written_summary_reads_back_without_a_fault() -> None:
    scheme = CATALOGUE.scheme("national-2020")
    forms, made = files(scheme)
    again = reread("项目自评汇总表.xlsx", made["项目自评汇总表.xlsx"], scheme)
    assert [r.points for r in again.summaries[0].scored.rows] == [f.total for f in forms]
    assert again.all_findings == ()


def test_libreoffice_recalculates_the_same_totals(tmp_path: Path) -> None:
    office = program("office")
    forms = {}
    for scheme_id in ("national-2020", "jiangxi", "execution-caps"):
        forms[scheme_id], made = files(CATALOGUE.scheme(scheme_id))
        for name in ("绩效自评表.xlsx", "项目自评汇总表.xlsx"):
            (tmp_path / f"{scheme_id}-{name}").write_bytes(_without_results(made[name]))
    home = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    names = [str(p) for p in tmp_path.glob("*.xlsx")]
    command = [office, home, "--headless", "--convert-to", "xlsx", "--outdir", "out", *names]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, timeout=120)
    out = {p.name: p.read_bytes() for p in (tmp_path / "out").glob("*.xlsx")}
    for scheme_id, before in forms.items():
        scheme = CATALOGUE.scheme(scheme_id)
        again = reread("a.xlsx", out[f"{scheme_id}-绩效自评表.xlsx"], scheme)
        printed = [(f.scored.form.total_points, f.scored.form.grade) for f in again.forms]
        assert [(p.number, g.text) for p, g in printed if p and g] == [
            (form.total, form.grade) for form in before
        ]
        summary = reread("a.xlsx", out[f"{scheme_id}-项目自评汇总表.xlsx"], scheme).summaries[0]
        assert summary.findings == ()
        assert [r.points for r in summary.scored.rows] == [form.total for form in before]


def _without_results(data: bytes) -> bytes:
    """去掉公式存下的结果，使表格软件非重算不可。"""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for item in old.infolist():
            part = old.read(item)
            if item.filename.startswith("xl/worksheets/sheet"):
                assert b"<f>" in part
                part = re.sub(rb"(</f>)<v>[^<]*</v>", rb"\1<v></v>", part)
            new.writestr(item, part)
    return out.getvalue()


def test_a_text_that_looks_like_a_formula_stays_text() -> None:
    scheme = CATALOGUE.scheme("national-2020")
    forms = several(scheme, 1)
    odd = forms[0]._replace(form=forms[0].form._replace(project='=HYPERLINK("http://x")'))
    data = written([odd], FormFileWriter())[0].content
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert b"<f>HYPERLINK" not in package.read("xl/worksheets/sheet1.xml")


def test_proofs_are_listed_with_their_pages_and_the_missing_ones_apart() -> None:
    scheme = CATALOGUE.scheme("national-2020")
    read = several(scheme, 1)[0].form
    first = read.indicators[0]
    assert first.points is not None
    entries = {first.points.cell: Entry(None, evidence="签到表.pdf 第3-5页")}
    form = scored(read, scheme, entries=entries)
    data = written([form], FormFileWriter())[-1].content
    listed, missing = FormFileReader().grids("佐证材料目录.xlsx", data)
    assert [listed.text(4, c) for c in (3, 5, 6)] == [first.name, "签到表.pdf", "3-5"]
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        links = package.read("xl/worksheets/_rels/sheet1.xml.rels").decode()
    assert "%E7%AD%BE%E5%88%B0%E8%A1%A8.pdf#page=3" in links
    assert missing.text(4, 3) == form.form.indicators[1].name
    assert missing.text(2, 1) == f"共{len(form.form.indicators) - 1}个指标还没有佐证。"


def test_a_written_note_of_proof_is_read() -> None:
    assert exhibits_in("签到表.pdf 第3-5页；验收单.docx") == (
        Exhibit("签到表.pdf", "3-5"),
        Exhibit("验收单.docx"),
    )


def test_nothing_to_write_is_said() -> None:
    with pytest.raises(BadInput, match="没有可写出的自评表"):
        written([], FormFileWriter())
