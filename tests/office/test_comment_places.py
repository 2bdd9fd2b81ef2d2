"""Random documents with comments at random places: nothing but the comments is new, and each covers its words."""

import re

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kybao.office.loading import load_bytes
from kybao.office.word_comments import Comment
from kybao.text import Document, Span
from tests.office.commented import BOX, copied, read_comments, tree
from tests.office.raw_word import cell, p, row, run, table, word

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FIELD = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
CODE = "<w:r><w:instrText> {} </w:instrText></w:r>"
LIST = (
    '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/></w:lvl>'
    '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
)
BULLET = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
JOINED = "<w:rPr><w:del/></w:rPr>"
NOTES = "".join(f'<w:footnote w:id="{name}">{p("жзи жз", " и ж")}{p("зз")}</w:footnote>' for name in range(1, 4))
REPEATED_MARK = ","  # the reader puts it between two marks


def field(code: str, *words: str) -> str:
    """A field with its result."""
    return (
        FIELD.format("begin")
        + CODE.format(code)
        + FIELD.format("separate")
        + "".join(run(part) for part in words)
        + FIELD.format("end")
    )


def control(kind: str, words: str) -> str:
    """A content control."""
    return f"<w:sdt><w:sdtPr>{kind}</w:sdtPr><w:sdtContent>{run(words)}</w:sdtContent></w:sdt>"


def box(words: str) -> str:
    """A text box."""
    return f"<w:r><w:pict><v:textbox><w:txbxContent>{p(words)}</w:txbxContent></v:textbox></w:pict></w:r>"


WORDS = st.text("abđế 12,", min_size=1, max_size=8)
WHOLE = st.text("cd e", min_size=1, max_size=5).map(lambda words: f"⟨{words}⟩")  # what no comment may part
INLINES = st.one_of(
    WORDS.map(run),
    WORDS.map(lambda words: run(words, "<w:b/>")),
    WORDS.map(lambda words: run(words, "<w:caps/>")),
    WORDS.map(lambda words: f"<w:r><w:t>{words}</w:t><w:tab/><w:t>{words}</w:t><w:br/><w:t>b</w:t></w:r>"),
    WORDS.map(lambda words: f"<w:hyperlink>{run(words)}{run('a1')}</w:hyperlink>"),
    WORDS.map(lambda words: f'<w:ins w:id="7">{run(words)}</w:ins>'),
    WORDS.map(lambda words: f'<w:del w:id="8"><w:r><w:delText>{words}</w:delText></w:r></w:del>'),
    WORDS.map(lambda words: field('HYPERLINK "x"', words, "ab")),
    WORDS.map(lambda words: control("", words)),
    WHOLE.map(lambda words: field("REF", words[:2], words[2:])),
    WHOLE.map(lambda words: f"<w:fldSimple w:instr='SEQ'>{run(words)}</w:fldSimple>"),
    WHOLE.map(lambda words: control("<w:text/>", words)),
    WHOLE.map(lambda words: run(words, '<w:vertAlign w:val="superscript"/>')),
    WHOLE.map(lambda words: f"<m:oMath><m:r><m:t>{words}</m:t></m:r></m:oMath>"),
    st.integers(1, 3).map(lambda name: f'<w:r><w:t>b</w:t><w:footnoteReference w:id="{name}"/><w:t>2 a</w:t></w:r>'),
    st.just(box("αβ γ")),
)
RUNNING = st.lists(INLINES, min_size=1, max_size=5)
PARAGRAPHS = st.one_of(
    RUNNING.map(lambda inlines: p(*inlines)),
    RUNNING.map(lambda inlines: p(*inlines, properties=BULLET)),
    st.builds(lambda one, other: p(*one, properties=JOINED) + p(*other, properties=BULLET), RUNNING, RUNNING),
)
CELLS = st.lists(PARAGRAPHS, min_size=1, max_size=2).map(lambda paragraphs: cell("".join(paragraphs)))
ROWS = st.lists(CELLS, min_size=2, max_size=2).map(lambda cells: row(*cells))
TABLES = st.lists(ROWS, min_size=2, max_size=3).map(lambda rows: table(*rows))
BODIES = st.lists(st.one_of(PARAGRAPHS, PARAGRAPHS, TABLES), min_size=1, max_size=4).map("".join)


@st.composite
def spans(draw: st.DrawFn, document: Document) -> Span:
    """A place inside one piece of a block, such as a finding has."""
    pieces = [piece for block in document.blocks for piece in block.passage.pieces if piece[2]]
    _, place, length = draw(st.sampled_from(pieces))
    start = place + draw(st.integers(0, length - 1))
    return document.span(start, draw(st.integers(start + 1, place + length)))


def in_one_place(span: Span) -> bool:
    """Whether a span holds words, either of one text box or of none."""
    words = bare(span.text)
    return bool(words.strip("•")) and (words in "αβγ" or not re.search("[α-γ]", words))


def expected(document: Document, span: Span) -> str:
    """The words that a comment on a span covers."""
    if re.search("[α-γ]", span.text):
        return BOX
    note = next((block for block in document.blocks if block.mark and _holds(block.passage.pieces, span)), None)
    if note is not None:
        return note.text.split()[0]
    start, end = span.start, span.end
    while document.text[start:].partition("⟩")[0].count("⟨") < document.text[start:].partition("⟩")[1].count("⟩"):
        start -= 1
    while document.text[:end].rpartition("⟨")[2].count("⟩") < document.text[:end].rpartition("⟨")[1].count("⟨"):
        end += 1
    return document.text[start:end].replace("•", "").replace(REPEATED_MARK, "")


def _holds(pieces: tuple[tuple[int, int, int], ...], span: Span) -> bool:
    return any(place <= span.start < place + length for _, place, length in pieces)


def bare(words: str) -> str:
    """Words without blanks and capitals."""
    return "".join(words.split()).casefold()


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(body=BODIES, data=st.data())
def test_every_comment_covers_its_words_and_the_text_stays(body: str, data: st.DataObject) -> None:
    original = word(body + p("Hết."), footnotes=NOTES, numbering=LIST)
    document = load_bytes(original, name="a.docx")
    places = data.draw(st.lists(spans(document).filter(in_one_place), min_size=1, max_size=6))
    comments = [Comment(span, str(number)) for number, span in enumerate(places)]
    copy = copied(original, *comments)
    assert load_bytes(copy, name="a.docx") == document
    found = {int(comment.text.split("\n")[0]): comment.covered for comment in read_comments(copy)}
    for number, span in enumerate(places):
        want, got = expected(document, span), found[number] or ""
        assert bare(got if want == BOX else got.replace(BOX, "")).replace(",", "") == bare(want)
    assert properties_come_first(copy)


def properties_come_first(data: bytes) -> bool:
    """Whether the schema's order is kept: properties before anything else."""
    found = [element for name in ("pPr", "rPr") for element in tree(data).iter(f"{W}{name}")]
    return all(element.getprevious() is None for element in found)
