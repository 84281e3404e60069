"""Word 样式：公文字体按东亚字体写进样式，不用主题字体，WPS 与 Word 显示一致。

版式取自 GB/T 9704-2012：A4，上 37 毫米、左 28 毫米，版心 156×225 毫米，正文三号仿宋，
固定行距 28.8 磅，首行缩进两字。
"""

from typing import NamedTuple

from docx.document import Document as DocxDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle

LATIN = "Times New Roman"
BODY_WIDTH = Mm(156)


class _Look(NamedTuple):
    """一个样式：东亚字体、字号、粗体、对齐、首行缩进字数、行距磅数、右边空的字数。"""

    name: str
    font: str
    size: float
    bold: bool = False
    align: WD_ALIGN_PARAGRAPH = WD_ALIGN_PARAGRAPH.JUSTIFY
    indent: int = 2
    line: float = 28.8
    right: int = 0


_CENTRE, _LEFT = WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.LEFT
_RIGHT = WD_ALIGN_PARAGRAPH.RIGHT
LOOKS = (
    _Look("Normal", "仿宋_GB2312", 16),
    _Look("Title", "方正小标宋简体", 22, align=_CENTRE, indent=0, line=36),
    _Look("Heading 1", "黑体", 16),
    _Look("Heading 2", "楷体_GB2312", 16, bold=True),
    _Look("Heading 3", "仿宋_GB2312", 16, bold=True),
    _Look("Heading 4", "仿宋_GB2312", 16),
    _Look("Caption", "黑体", 14, align=_CENTRE, indent=0, line=24),
    _Look("表注", "仿宋_GB2312", 12, align=_RIGHT, indent=0, line=20),
    _Look("表格文字", "仿宋_GB2312", 12, align=_CENTRE, indent=0, line=18),
    _Look("表头文字", "黑体", 12, align=_CENTRE, indent=0, line=18),
    _Look("落款", "仿宋_GB2312", 16, align=_RIGHT, indent=0, right=2),
    _Look("页码单", "宋体", 14, align=_RIGHT, indent=0, line=20, right=1),
    _Look("页码双", "宋体", 14, align=_LEFT, indent=1, line=20),
    _Look("附表表头", "黑体", 9, align=_CENTRE, indent=0, line=14),
    _Look("附表文字", "仿宋_GB2312", 9, align=_LEFT, indent=0, line=13),
)


def apply_styles(document: DocxDocument) -> None:
    """页面与全部样式。"""
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Mm(37), Mm(35)
    section.left_margin, section.right_margin = Mm(28), Mm(26)
    for look in LOOKS:
        _apply(_style(document, look.name), look)


def _style(document: DocxDocument, name: str) -> ParagraphStyle:
    styles = document.styles
    known = name in [style.name for style in styles]
    style = styles[name] if known else styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    assert isinstance(style, ParagraphStyle)
    return style


def _apply(style: ParagraphStyle, look: _Look) -> None:
    style.font.name, style.font.size = LATIN, Pt(look.size)
    style.font.bold, style.font.italic = look.bold, False
    style.font.color.rgb = RGBColor(0, 0, 0)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for attribute in [name for name in fonts.attrib if "heme" in name]:
        del fonts.attrib[attribute]
    fonts.set(qn("w:eastAsia"), look.font)
    fonts.set(qn("w:hAnsi"), LATIN)
    for border in style.element.findall(f".//{qn('w:pBdr')}"):
        border.getparent().remove(border)
    layout = style.paragraph_format
    layout.alignment = look.align
    layout.first_line_indent = Pt(look.size * look.indent)
    layout.right_indent = Pt(look.size * look.right)
    layout.line_spacing_rule, layout.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(look.line)
    layout.space_before = layout.space_after = Pt(0)
    layout.keep_with_next = look.name.startswith(("Heading", "Caption", "表注"))
