"""材料三批：每份应取的都取到，位置对，不多取。与评测同一套数据。"""

import pytest

from assistant.bootstrap import connect
from assistant.settings import Settings
from assistant.workflow.materials.reading import read_material
from assistant.workflow.materials.shapes import material_json
from benchmarks.uploads import Upload, compared, printed, uploads
from tests.needs import program


def _differences(upload: Upload, name: str, data: bytes, *, paged: bool) -> list[str]:
    desk = connect(Settings())
    scheme = desk.catalogue.scheme("national-2020")
    read = material_json(read_material(desk, name, data, scheme))
    return compared(upload, read, paged=paged)[1]


NOT_YET = ("快报", "部门预算公开说明")
READ = [each for each in uploads() if not any(name in each.name for name in NOT_YET)]


@pytest.mark.parametrize("upload", READ, ids=lambda each: each.name)
def test_an_upload_gives_its_facts(
    upload: Upload, tmp_path_factory: pytest.TempPathFactory
) -> None:
    name, data = upload.name, upload.data
    if name.endswith(".xls"):
        program("office")
        name, data = printed(upload, tmp_path_factory.mktemp("xls"), "xls")
    assert _differences(upload, name, data, paged=False) == []


def test_a_set_of_public_tables_printed_as_pdf(tmp_path_factory: pytest.TempPathFactory) -> None:
    program("office")
    upload = next(each for each in uploads() if each.batch == "first")
    name, data = printed(upload, tmp_path_factory.mktemp("pdf"))
    assert _differences(upload, name, data, paged=True) == []
