"""Excel returns: writing and loading beside openpyxl's bare reading and beside one ORM ``create`` a row, in one run.

A database on disk, SQLite as delivered (each commit reaches the disk). Loading is the whole way: the bytes of the
workbook, every cell checked, questions asked, figures sealed into their chain, the submission sent.
"""

import os
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import redirect_stderr
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from io import BytesIO
from pathlib import Path

FOLDER = tempfile.TemporaryDirectory()
os.environ["KYBAO_DATABASE"] = str(Path(FOLDER.name) / "returns.sqlite3")
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kybao.settings")

import django  # noqa: E402

django.setup()

import openpyxl  # noqa: E402
from django.db import connection  # noqa: E402

from kybao.figures import Period  # noqa: E402
from kybao.ledger.models import Chain, Entry, Indicator, Kind  # noqa: E402
from kybao.office.return_reading import read_return  # noqa: E402
from kybao.office.return_sheets import Answer, Answers  # noqa: E402
from kybao.office.return_writing import write_return  # noqa: E402
from kybao.office.workbook_files import read_workbook  # noqa: E402
from kybao.org.descents import rebuild  # noqa: E402
from kybao.org.models import Agency, AgencyState, Tier, User  # noqa: E402
from kybao.submissions.models import Form, FormRow, Obligation  # noqa: E402
from kybao.submissions.returns import return_form  # noqa: E402
from kybao.workflow.load_return import Outcome, load_return  # noqa: E402
from kybao.workflow.prepare_database import prepare_database  # noqa: E402

QUARTER = Period.parse("2024-Q1")
SMALL, LARGE = 2_000, 20_000
CREATED = 300  # rows made one by one; the time of each is what counts
BAR_SECONDS, BAR_TIMES = 1.0, 50


@dataclass(frozen=True)
class Measured:
    """How long something took."""

    what: str
    seconds: float

    def __str__(self) -> str:
        return f"{self.what:58} {self.seconds:9.3f} s"


def measured(what: str, work: Callable[[], object]) -> Measured:
    begun = time.perf_counter()
    work()
    one = Measured(what, time.perf_counter() - begun)
    print(one, flush=True)
    return one


def unit_with_form(code: str, rows: int) -> Obligation:
    """An agency that owes a form of so many rows."""
    agency = Agency.objects.create(key=f"phong-{code}")
    AgencyState.objects.create(
        agency=agency, tier=Tier.DISTRICT, name=f"Huyện {code}", short_name=code, valid_from=date(2020, 1, 1)
    )
    rebuild()
    form = Form.objects.create(code=code, name=f"Biểu {rows} dòng", period_kind=QUARTER.kind, calendar="nd09")
    Indicator.objects.bulk_create(
        Indicator(
            code=f"{code}.{number}", name=f"Chỉ tiêu thử số {number}", field=f"Lĩnh vực {number // 50}",
            unit_text="tỷ đồng", unit_base="VND", unit_factor=Decimal(10**9), decimals=2, kind=Kind.FLOW,
            order=number,
        )
        for number in range(rows)
    )  # fmt: skip
    indicators = Indicator.objects.filter(code__startswith=f"{code}.").order_by("order")
    FormRow.objects.bulk_create(
        FormRow(form=form, indicator=one, order=order) for order, one in enumerate(indicators, start=1)
    )
    return Obligation.objects.create(form=form, agency=agency, working_days=3, valid_from=date(2020, 1, 1))


def answers(owed: Obligation) -> Answers:
    rows = owed.form.rows.order_by("order").values_list("indicator__code", flat=True)
    return Answers(
        {code: Answer({"actual": Decimal(number) + Decimal("0.25")}) for number, code in enumerate(rows, 1)}
    )


def load(data: bytes, by: User) -> None:
    loaded = load_return(data, name="bieu.xlsx", by=by)
    assert loaded.outcome is Outcome.TAKEN, loaded.problems


def read_bare(data: bytes) -> None:
    """What anybody would write with openpyxl."""
    book = openpyxl.load_workbook(BytesIO(data))
    for sheet in book.worksheets:
        for row in sheet.iter_rows(values_only=True):
            list(row)


def read_only(data: bytes) -> None:
    book = openpyxl.load_workbook(BytesIO(data), read_only=True, data_only=True)
    for sheet in book.worksheets:
        for row in sheet.iter_rows(values_only=True):
            list(row)


def create_one_by_one(entries: list[Entry]) -> None:
    """One ORM ``create`` a row: no reading, no check, no seal."""
    for position, entry in enumerate(entries, start=1):
        values = {field.attname: getattr(entry, field.attname) for field in Entry._meta.concrete_fields}
        for name in ("id", "previous_hash"):
            values.pop(name)
        values.update(hash=f"{position:064}", position=1, period_code=f"{entry.period_code}-{position}")
        values["chain_id"] = chain_pks[position - 1]
        Entry.objects.create(**values)


chain_pks: list[int] = []


def prepare_chains(agency: Agency) -> None:
    chains = Chain.objects.bulk_create(
        Chain(agency=agency, period_code=f"{QUARTER.code}-{position}") for position in range(1, CREATED + 1)
    )
    chain_pks.extend(chain.pk for chain in chains)


def main() -> int:
    """Print the table; fail where a bar is missed."""
    with redirect_stderr(sys.stdout):
        prepare_database()
    by = User.objects.create(username="do-toc-do", is_superuser=True)
    small, large = unit_with_form("nho", SMALL), unit_with_form("lon", LARGE)
    small_form, large_form = return_form(small, QUARTER), return_form(large, QUARTER)
    write_return(return_form(unit_with_form("mot", 1), QUARTER))  # start-up is not counted

    kept: list[bytes] = []
    writing = measured(f"write a return of {SMALL:,} rows, out of the ledger",
                       lambda: kept.append(write_return(return_form(small, QUARTER))))  # fmt: skip
    data = write_return(small_form, answers(small))
    loading = measured(f"load a return of {SMALL:,} rows", lambda: load(data, by))
    data = write_return(large_form, answers(large))
    print(f"\n{LARGE:,} values in a workbook of {len(data) / 1e6:.1f} MB, {connection.vendor}")
    measured(
        "kybao: reads and checks every cell", lambda: read_return(read_workbook(data, name="bieu.xlsx"), large_form)
    )
    whole = measured(f"kybao: {LARGE:,} values into the ledger, the whole way", lambda: load(data, by))
    bare = measured("openpyxl: reads the file bare", lambda: read_bare(data))
    measured("openpyxl: read_only and data_only", lambda: read_only(data))
    prepare_chains(large.agency)
    entries = list(Entry.objects.filter(agency=large.agency)[:CREATED])
    begun = time.perf_counter()
    create_one_by_one(entries)
    each = (time.perf_counter() - begun) / CREATED
    print(Measured(f"ORM: one create a row ({CREATED} timed, for {LARGE:,})", each * LARGE))
    times = each * LARGE / whole.seconds
    print(f"\nloading is {bare.seconds / whole.seconds:.2f} times as fast as openpyxl's bare reading, "
          f"{times:.0f} times as fast as one create a row")  # fmt: skip
    slow = writing.seconds >= BAR_SECONDS or loading.seconds >= BAR_SECONDS
    return 1 if slow or whole.seconds > bare.seconds or times < BAR_TIMES else 0


if __name__ == "__main__":
    sys.exit(main())
