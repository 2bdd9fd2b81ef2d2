"""Long XML parts of a spreadsheet, element by element, so that memory stays small."""

import io
from collections.abc import Iterator

from lxml import etree

from kybao.office.workbooks import UnreadableWorkbook

Element = etree._Element

BROKEN = "bảng tính bị hỏng (nội dung bên trong không đọc được); hãy mở bằng Excel rồi lưu lại."
DECLARES = "bảng tính có khai báo lạ (DTD) mà Excel không bao giờ viết; vì an toàn, tệp không được mở."

KEPT = 200  # emptied elements that stay in memory before they are dropped together


def elements(content: bytes, *names: str) -> Iterator[Element]:
    """Yield the elements of these names as they end; each is emptied once the next is asked for.

    Raises UnreadableWorkbook where the part is broken or declares a document type.
    """
    events = etree.iterparse(
        io.BytesIO(content),
        events=("end",),
        tag=[f"{{*}}{name}" for name in names],
        resolve_entities=False,
        no_network=True,
        remove_comments=True,
    )
    try:
        for number, (_, element) in enumerate(events):
            if number == 0 and element.getroottree().docinfo.internalDTD is not None:
                raise UnreadableWorkbook(DECLARES)
            yield element
            element.clear()
            if number % KEPT == 0:
                _forget_those_before(element)
    except etree.XMLSyntaxError as error:
        raise UnreadableWorkbook(BROKEN) from error


def _forget_those_before(element: Element) -> None:
    parent = element.getparent()
    if parent is not None:
        del parent[: parent.index(element)]
