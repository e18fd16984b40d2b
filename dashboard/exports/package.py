"""A presentation as a file: python-pptx makes the package, and the same slides always give the same bytes."""

from __future__ import annotations

import io
import zipfile
from datetime import date, datetime

from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml.ns import qn
from pptx.slide import Slide
from pptx.util import Emu

from dashboard.exports.archive import entry
from dashboard.exports.markup import allowed
from dashboard.exports.shape import WIDTH

LAYOUT = "Title Only"
SHAPES_END = b"</p:spTree>"
MOST = 255
"""Characters of a title: what python-pptx takes."""
STALE = (RELATIONSHIP_TYPE.THUMBNAIL, RELATIONSHIP_TYPE.EXTENDED_PROPERTIES)


class Package:
    """A presentation while it is written.

    Shapes are kept as text until the end: to parse and to write again some 20 MB of XML took most of the time.
    """

    def __init__(self, height: int, title: str, checked_on: date) -> None:
        self._file = Presentation()
        self._shapes: dict[str, str] = {}
        _widen(self._file, height)
        _describe(self._file, title, checked_on)
        self._layout = self._file.slide_layouts.get_by_name(LAYOUT)

    def add(self, notes: str) -> Slide:
        """A new last slide without any shape, and what stands in its notes."""
        slide = self._file.slides.add_slide(self._layout)
        for placeholder in list(slide.placeholders):
            placeholder.element.getparent().remove(placeholder.element)
        slide.notes_slide.notes_text_frame.text = allowed(notes)
        return slide

    def fill(self, slide: Slide, shapes: str) -> None:
        """Puts shapes on a slide, as DrawingML with the prefixes a, p and r."""
        self._shapes[slide.part.partname.membername] = shapes

    def save(self) -> bytes:
        """The file."""
        saved, written = io.BytesIO(), io.BytesIO()
        self._file.save(saved)
        with zipfile.ZipFile(saved) as source, zipfile.ZipFile(written, "w") as target:
            for name in source.namelist():
                shapes = self._shapes.get(name, "").encode()
                content = source.read(name).replace(SHAPES_END, shapes + SHAPES_END) if shapes else source.read(name)
                target.writestr(entry(name), content)
        return written.getvalue()


def _widen(file: Presentation, height: int) -> None:
    """The size of the slides, and with it the places that the template's layouts keep for what others may add."""
    wider, higher = WIDTH / file.slide_width, height / file.slide_height
    file.slide_width, file.slide_height = Emu(WIDTH), Emu(height)
    file.element.find(qn("p:sldSz")).attrib.pop("type", None)  # says 4:3
    for sheet in (file.slide_master, *file.slide_layouts):
        for shape in sheet.placeholders:
            if shape.element.spPr.xfrm is not None:
                shape.left, shape.width = Emu(round(shape.left * wider)), Emu(round(shape.width * wider))
                shape.top, shape.height = Emu(round(shape.top * higher)), Emu(round(shape.height * higher))


def _describe(file: Presentation, title: str, checked_on: date) -> None:
    """Title and day of the file; what the template says of its maker, its first slide and his printer goes."""
    about = file.core_properties
    about.title, about.author = allowed(title)[:MOST], "CSTO through time"
    about.last_modified_by = about.comments = ""
    about.created = about.modified = datetime(checked_on.year, checked_on.month, checked_on.day)
    package, main = file.part.package, file.part
    for link in [link for link in package.iter_rels() if link.reltype in STALE]:
        package.drop_rel(link.rId)
    for link in [link for link in main.rels.values() if link.reltype == RELATIONSHIP_TYPE.PRINTER_SETTINGS]:
        main.drop_rel(link.rId)
