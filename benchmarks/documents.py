"""Word and PDF files to documents beside the readers that people use today: time, memory, and what is read at all.

The files are a report of the project's own of some thirty pages, with a table and 55 footnotes, as LibreOffice saves
it in both forms; where the shared seeds lie beside the project, the longest of them is set anew as well.
Times are the best of some runs in one process; memory is the peak of a process that reads the one file.
"""

import argparse
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(PROJECT))

SEED = PROJECT.parent / "shared" / "seeds" / "002_44a28c0ce42a7bdb.txt"
REPORT = PROJECT / "examples" / "lang-son" / "bao-cao-co-loi.txt"
NOTES = 55
MOST_SECONDS = 2.0  # of repeating
MEGABYTE = 1024  # of the kilobytes that the kernel counts

Reader = Callable[[Path], str]


def kybao(path: Path) -> str:
    from kybao.office.loading import load

    return load(path).text


def mammoth_html(path: Path) -> str:
    import mammoth

    with path.open("rb") as file:
        return str(mammoth.convert_to_html(file).value)


def markitdown(path: Path) -> str:
    from markitdown import MarkItDown

    return str(MarkItDown(enable_plugins=False).convert(str(path)).text_content)


def docx2python(path: Path) -> str:
    from docx2python import docx2python as opened
    from docx2python.iterators import iter_paragraphs

    with opened(path) as content:  # without the heads and feet of pages, which no other reader gives either
        parts = (content.body, content.footnotes, content.endnotes)
        return "\n".join(paragraph for part in parts for paragraph in iter_paragraphs(part))


def python_docx(path: Path) -> str:
    import docx

    document = docx.Document(str(path))
    return "\n".join(paragraph.text for paragraph in document.paragraphs)


def pdfminer(path: Path) -> str:
    from pdfminer.high_level import extract_text

    return extract_text(path)


def pdfium(path: Path) -> str:
    import pypdfium2

    with pypdfium2.PdfDocument(path) as document:
        return "\n".join(page.get_textpage().get_text_range() for page in document)


OURS = "kybao"
WORD: dict[str, Reader] = {
    OURS: kybao,
    "mammoth": mammoth_html,
    "markitdown": markitdown,
    "docx2python": docx2python,
    "python-docx": python_docx,
}
RAW_PDF = "pypdfium2 (raw text)"
PDF: dict[str, Reader] = {OURS: kybao, "pdfminer.six": pdfminer, RAW_PDF: pdfium}
BODY_ONLY = "python-docx"


@dataclass(frozen=True)
class Measured:
    """What one reader needs for one file."""

    seconds: float
    megabytes: float


def main() -> int:
    """Print what each reader reads and needs; fail where a bar is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--one", nargs=2, metavar=("READER", "FILE"), help="read one file and end")
    options = parser.parse_args()
    if options.one:
        return read_once(*options.one)
    with tempfile.TemporaryDirectory() as folder:
        return compared(Path(folder))


def compared(folder: Path) -> int:
    read = places_read(folder)
    print("Of seven places where Word keeps text are read:")
    for name, places in read.items():
        print(f"  {name:22} {len(places)}  {', '.join(places)}")
    bars = [("reads all seven places", len(read[OURS]) == len(MARKED))]
    office = shutil.which("soffice")
    if office is None:
        print("\nLibreOffice is not installed: time and memory are not measured")
        return 0
    for source in sources():
        path = written(source, folder)
        bars += word_bars(table(WORD, saved(office, path, "docx")))
        bars += pdf_bars(table(PDF, saved(office, path, "pdf")))
    print()
    for bar, held in bars:
        print(f"{'held  ' if held else 'MISSED'}  {bar}")
    return 0 if all(held for _, held in bars) else 1


def word_bars(found: dict[str, Measured]) -> list[tuple[str, bool]]:
    ours = found[OURS]
    fastest = min(found.keys() - {OURS, BODY_ONLY}, key=lambda name: found[name].seconds)
    times = found[fastest].seconds / ours.seconds
    memory = ours.megabytes / found["markitdown"].megabytes
    return [
        (f"at least as fast as {fastest}: {times:.1f} times", times >= 1),
        (f"at most half of markitdown's memory: {memory:.2f}", memory <= 0.5),
    ]


def pdf_bars(found: dict[str, Measured]) -> list[tuple[str, bool]]:
    ours = found[OURS].seconds
    times, slower = found["pdfminer.six"].seconds / ours, ours / found[RAW_PDF].seconds
    return [
        (f"at least 8 times as fast as pdfminer.six: {times:.1f} times", times >= 8),
        (f"at most 3 times the time of raw pypdfium2: {slower:.1f} times", slower <= 3),
    ]


def table(readers: dict[str, Reader], path: Path) -> dict[str, Measured]:
    """Measure each reader on one file."""
    print(f"\n{path.name} ({path.stat().st_size / 1e3:.0f} KB)")
    print(f"  {'':22} {'ms':>8} {'peak MB':>8}")
    found = {}
    for name, reader in readers.items():
        found[name] = Measured(seconds(reader, path), peak(name, path))
        print(f"  {name:22} {found[name].seconds * 1000:8.1f} {found[name].megabytes:8.1f}", flush=True)
    return found


def seconds(reader: Reader, path: Path) -> float:
    """The best of some runs, after one that loads the library."""
    reader(path)
    best, spent = float("inf"), 0.0
    while spent < MOST_SECONDS:
        begun = time.perf_counter()
        reader(path)
        once = time.perf_counter() - begun
        best, spent = min(best, once), spent + once
    return best


def peak(name: str, path: Path) -> float:
    """The peak memory of a process that reads the file, and of those that it starts, in MB."""
    command = [sys.executable, __file__, "--one", name, str(path)]
    return float(subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()[-1])


def read_once(name: str, path: str) -> int:
    """Read one file and print the peak memory that it took, in MB."""
    readers = PDF if path.endswith(".pdf") else WORD
    readers[name](Path(path))
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    own = next(int(line.split()[1]) for line in lines if line.startswith("VmHWM"))
    print((own + resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss) / MEGABYTE)
    return 0


def sources() -> list[tuple[str, str]]:
    """The texts that are set as Word files."""
    found = [("own-report", noted(REPORT.read_text(encoding="utf-8") * 20))]
    return [*found, ("seed-002", SEED.read_text(encoding="utf-8"))] if SEED.exists() else found


def noted(text: str) -> str:
    """Give a text footnotes and a table."""
    paragraphs = [part for part in text.split("\n") if part.strip()]
    for number in range(NOTES):
        at = number * (len(paragraphs) // NOTES)
        paragraphs[at] = f"{paragraphs[at].rstrip('.')}<sup>{number + 1}</sup>."
    notes = [f"<sup>{number + 1}</sup> Trong đó {number + 12} hộ thuộc diện ưu tiên." for number in range(NOTES)]
    rows = "\n".join(f"| Chỉ tiêu {number} | tỷ đồng | {number},5 | {number + 3},25 |" for number in range(40))
    head = "| Tên | Đơn vị tính | Kế hoạch | Thực hiện |\n|---|---|---|---|\n"
    return "\n\n".join([*paragraphs, head + rows, *notes])


def written(source: tuple[str, str], folder: Path) -> Path:
    """Set a text as an official Word file, with footnotes and tables."""
    from kybao.text import parse
    from tests.office.official_word import set_anew

    name, text = source
    path = folder / f"{name}.docx"
    set_anew(parse(text), path)
    return path


def saved(office: str, path: Path, form: str) -> Path:
    """Save a Word file by LibreOffice."""
    profile, target = path.parent / "profile", path.parent / "saved"
    command = [office, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--convert-to", form]
    subprocess.run([*command, "--outdir", str(target), str(path)], check=True, capture_output=True, timeout=300)
    return target / f"{path.stem}.{form}"


def places_read(folder: Path) -> dict[str, list[str]]:
    """Which of seven marked places each reader reads."""
    path = folder / "seven-places.docx"
    path.write_bytes(seven_places())
    texts = {name: reader(path) for name, reader in WORD.items()}
    return {name: [place for place, mark in MARKED.items() if mark in text] for name, text in texts.items()}


MARKED = {
    "body": "Thân bài",
    "cell": "Trong ô",
    "footnote": "Cuối trang",
    "endnote": "Cuối bài",
    "text box": "Trong khung",
    "content control": "Ô điền",
    "field": "Trường mã",
}


def seven_places() -> bytes:
    """A Word file with a mark in each of the seven places."""
    from tests.office.commented import openable
    from tests.office.raw_word import p, row, run, table, word

    box = (
        '<w:r><w:pict><v:shape style="width:200pt;height:40pt"><v:textbox><w:txbxContent>'
        f"{p(MARKED['text box'])}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
    )
    field = f'<w:fldSimple w:instr=" DOCPROPERTY x ">{run(MARKED["field"])}</w:fldSimple>'
    control = f"<w:sdt><w:sdtContent>{run(MARKED['content control'])}</w:sdtContent></w:sdt>"
    notes = {kind: f'<w:{kind} w:id="2">{p(MARKED[kind])}</w:{kind}>' for kind in ("footnote", "endnote")}
    references = "".join(f'<w:r><w:{kind}Reference w:id="2"/></w:r>' for kind in notes)
    body = p(MARKED["body"], references, control, field, box) + table(row("Tên", MARKED["cell"]), row("Thu", "5"))
    return openable(word(body, footnotes=notes["footnote"], endnotes=notes["endnote"]))


if __name__ == "__main__":
    sys.exit(main())
