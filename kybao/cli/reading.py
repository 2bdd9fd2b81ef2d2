"""``kybao read``: the figures of reports, for people and for other programs."""

from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from kybao.cli.batches import Batch
from kybao.cli.inputs import expand
from kybao.cli.outputs import in_making, opened, refuse_to_overwrite
from kybao.cli.rows import Entries
from kybao.cli.views import Format, View
from kybao.text import Refusal


class UnfitOptions(Refusal):
    """Options that do not go together."""


def read(
    files: Annotated[list[str], typer.Argument(metavar="TỆP...", help="Tệp, thư mục, hoặc «-».", show_default=False)],
    *,
    form: Annotated[Format, typer.Option("--format", help="Dạng kết quả.")] = Format.TABLE,
    out: Annotated[Path | None, typer.Option("--out", help="Ghi ra tệp này thay vì màn hình.")] = None,
    force: Annotated[bool, typer.Option("--force", help="Cho phép ghi đè tệp đã có.")] = False,
    text: Annotated[bool, typer.Option("--text", help="Chỉ in chữ mà các vị trí start, end chỉ vào.")] = False,
    cited: Annotated[bool, typer.Option("--cited", help="In các văn bản được viện dẫn thay cho số liệu.")] = False,
    sentences: Annotated[bool, typer.Option("--sentences", help="In kèm câu chứa số liệu.")] = False,
    catalogue: Annotated[
        Path | None, typer.Option("--catalogue", help="Danh mục chỉ tiêu (.csv) để đề xuất mã cho từng số liệu.")
    ] = None,
) -> int:
    """Print the figures of the files, in the order of their places; give the exit code."""
    if out is not None:
        refuse_to_overwrite(out, force=force)
    names = list(dict.fromkeys(expand(files)))
    entries = catalogue_entries(catalogue)
    if form is Format.XLSX and not text:
        return to_workbook(names, out, entries, force=force)
    view = View(form, text, cited, sentences, len(names) > 1, out is not None, entries)
    batch = Batch(names, view.piece)
    with opened(out, force=force) as output:
        for _, piece in batch:
            output.write(piece if output.used else view.head() + piece)
    return batch.code


def catalogue_entries(path: Path | None) -> Entries:
    """Give the indicators of a catalogue file, none where none is given."""
    if path is None:
        return ()
    from kybao.cli.catalogues import entries_of

    return entries_of(path)


def to_workbook(names: list[str], out: Path | None, entries: Entries, *, force: bool) -> int:
    """Write figures, cited documents and findings of the files into one workbook; give the exit code.

    Raises UnfitOptions without a file to write.
    """
    from kybao.cli.checking import settings
    from kybao.cli.rows import all_rows
    from kybao.office.figures_workbook import FiguresWorkbook

    if out is None:
        raise UnfitOptions("Bảng tính cần một tệp để ghi; hãy thêm «--out TÊN.xlsx».")
    named = {entry.code: entry.names[0] for entry in entries}
    batch = Batch(names, partial(all_rows, entries=entries, settings=settings()))
    with in_making(out, force=force) as file:
        book = FiguresWorkbook(file, names=named, several=len(names) > 1)
        used = False
        for name, rows in batch:
            book.add(name, rows.figures, rows.citations, rows.findings)
            used = True
        book.close()
        if not used:
            file.close()
    return batch.code
