"""Small PDF files for tests, made by hand."""

import zlib
from collections.abc import Sequence

CATALOG = b"<</Type/Catalog/Pages 2 0 R>>"
FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"


def file_of(objects: Sequence[bytes]) -> bytes:
    """Make a file of its objects; the first is the catalog."""
    out = bytearray(b"%PDF-1.7\n")
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    return bytes(out) + b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, start)


def stream(content: bytes, words: bytes = b"", times: int = 1) -> bytes:
    """Make a packed stream of some content, as often as told."""
    packer = zlib.compressobj()
    packed = b"".join(packer.compress(content) for _ in range(times)) + packer.flush()
    return b"<</Length %d/Filter/FlateDecode%s>>stream\n%s\nendstream" % (len(packed), words, packed)


def pages_of(*contents: bytes, times: int = 1) -> bytes:
    """Make a file of pages, each given by what is drawn on it, as often as told; the font is F1."""
    kids = b" ".join(b"%d 0 R" % (4 + 2 * number) for number in range(len(contents)))
    objects = [CATALOG, b"<</Type/Pages/Kids[%s]/Count %d>>" % (kids, len(contents)), FONT]
    for number, content in enumerate(contents):
        about = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents %d 0 R/Resources<</Font<</F1 3 0 R>>>>>>"
        objects += [about % (5 + 2 * number), stream(content, times=times)]
    return file_of(objects)


def words(*lines: tuple[float, float, float, str]) -> bytes:
    """Draw lines of words, each at a place and in a size."""
    return b"".join(
        b"BT /F1 %.1f Tf %.1f %.1f Td (%s) Tj ET\n" % (size, left, base, text.encode("latin-1"))
        for left, base, size, text in lines
    )


def line(left: float, base: float, *parts: tuple[float, str]) -> bytes:
    """Draw words one after the other, each in a size of its own; small ones are raised."""
    largest = max(size for size, _ in parts)
    drawn = b"".join(
        b"/F1 %.1f Tf %.1f Ts (%s) Tj " % (size, 0.35 * largest if size < largest else 0, text.encode("latin-1"))
        for size, text in parts
    )
    return b"BT %.1f %.1f Td %sET\n" % (left, base, drawn)


def rules(columns: Sequence[float], rows: Sequence[float]) -> bytes:
    """Draw the lines of a table."""
    upright = [b"%.1f %.1f m %.1f %.1f l S\n" % (x, min(rows), x, max(rows)) for x in columns]
    level = [b"%.1f %.1f m %.1f %.1f l S\n" % (min(columns), y, max(columns), y) for y in rows]
    return b"".join([*upright, *level])
