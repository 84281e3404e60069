"""同样的内容同样的字节：压缩包里的时间一律写成固定值，次序不变。"""

import io
import zipfile

_WHEN = (1980, 1, 1, 0, 0, 0)


def stable(package: bytes) -> bytes:
    """重新打包一份 docx 或 xlsx。"""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(package)) as old,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for entry in old.infolist():
            fixed = zipfile.ZipInfo(entry.filename, _WHEN)
            fixed.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(fixed, old.read(entry))
    return out.getvalue()
