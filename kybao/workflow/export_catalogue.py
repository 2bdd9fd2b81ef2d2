"""Give catalogues, plan targets and figures out as tables, in the form in which they come in."""

from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal

from django.db.models import QuerySet

from kybao.figures import Period, write_number
from kybao.ledger.figure_tables import FIGURES, LEVELS, PLANS, SCOPES
from kybao.ledger.indicator_tables import COLUMNS as INDICATORS
from kybao.ledger.models import Bound, Entry, Indicator
from kybao.office.table_writing import Table
from kybao.org.models import FOREVER, AgencyState, Succession
from kybao.org.tree_tables import STATES, SUCCESSIONS, words
from kybao.submissions.calendars import calendar_words
from kybao.submissions.form_tables import FORM_LISTS, FORMS, KINDS, OBLIGATIONS
from kybao.submissions.models import Form, FormList, FormRow, Obligation
from kybao.text import Refusal

BETWEEN = "|"


class NoSuchTable(Refusal):
    """Something was asked for that is no table of the system."""


def catalogue_tables() -> list[Table]:
    """Give every table of the catalogue, with the plan targets."""
    return [table_named(name) for name in TABLES]


def table_named(name: str, *, period: Period | None = None) -> Table:
    """Give one table by the name of its file, such as «chi-tieu»; figures («so-lieu») are those of a period.

    Raises NoSuchTable.
    """
    if name == "so-lieu" and period is not None:
        return figures(period)
    if name not in TABLES:
        known = ", ".join([*TABLES, "so-lieu (cần --period)"])
        raise NoSuchTable(f"Không có bảng «{name}» để xuất; có thể xuất: {known}.")
    title, columns, rows = TABLES[name]
    return Table(title, columns, tuple(rows()))


def _first_words(meanings: Mapping[str, object]) -> dict[object, str]:
    """Give the first word for each meaning."""
    found: dict[object, str] = {}
    for word, meaning in meanings.items():
        found.setdefault(meaning, word)
    return found


def _agencies() -> Iterable[tuple[str, ...]]:
    tiers = _first_words(words()["tiers"])
    for state in AgencyState.objects.select_related("agency", "parent").order_by("agency_id", "valid_from"):
        yield (
            state.agency.key,
            state.official_code,
            state.name,
            state.short_name,
            tiers[state.tier],
            state.parent.key if state.parent else "",
            f"{state.valid_from:%d/%m/%Y}",
            "" if state.valid_to == FOREVER else f"{state.valid_to:%d/%m/%Y}",
            state.act,
        )


def _successions() -> Iterable[tuple[str, ...]]:
    kinds = _first_words(words()["successions"])
    for one in Succession.objects.select_related("old", "new").order_by("pk"):
        share = (Decimal(one.millionths) / Succession.WHOLE).normalize()
        yield f"{one.day:%d/%m/%Y}", kinds[one.kind], one.old.key, one.new.key, write_number(share), one.act


def _indicators() -> Iterable[tuple[str, ...]]:
    forms = dict(FormRow.objects.values_list("indicator", "form__code"))
    for one in Indicator.objects.select_related("parent", "numerator", "denominator"):
        yield (
            one.code,
            one.group,
            one.field,
            one.name,
            BETWEEN.join(one.wordings),
            one.unit_text,
            str(one.decimals),
            one.kind,
            one.parent.code if one.parent else "",
            _yes_or_no(one),
            one.numerator.code if one.numerator else "",
            one.denominator.code if one.denominator else "",
            forms.get(one.pk, ""),
            BETWEEN.join(one.suppliers),
        )


def _yes_or_no(indicator: Indicator) -> str:
    if indicator.parts_add_up:
        return "có"
    return "không" if Indicator.objects.parts_of(indicator).exists() else ""


def _forms() -> Iterable[tuple[str, ...]]:
    kinds, calendars = _first_words(KINDS), _first_words(calendar_words())
    for form in Form.objects.order_by("pk"):
        yield form.code, form.name, kinds[form.period_kind], calendars[form.calendar]


def _form_lists() -> Iterable[tuple[str, ...]]:
    for one in FormList.objects.select_related("form", "counted_by").order_by("order", "pk"):
        counted_by = one.counted_by.code if one.counted_by else ""
        yield one.form.code, one.code, one.title, one.columns, counted_by


def _obligations() -> Iterable[tuple[str, ...]]:
    kinds = _first_words(KINDS)
    for one in Obligation.objects.select_related("form", "agency").order_by("pk"):
        yield one.form.code, one.agency.key, kinds[one.form.period_kind], str(one.working_days)


def _plans() -> Iterable[tuple[str, ...]]:
    for one in _current(Entry.objects.planned()):
        yield (
            one.indicator.code,
            one.agency.key,
            one.period_code,
            one.assigner,
            one.called,
            _value(one),
            one.indicator.unit_text,
            one.decision,
            one.derivation,
        )


def figures(period: Period) -> Table:
    """Give what was reached or estimated in a period, of all agencies."""
    levels, scopes = _first_words(LEVELS), _first_words(SCOPES)
    rows = [
        (
            one.indicator.code,
            one.agency.key,
            one.period_code,
            f"{one.as_of:%d/%m/%Y}",
            levels[one.level],
            scopes[one.scope],
            _value(one),
            one.indicator.unit_text,
            one.qualifier or (Bound(one.bound).label if one.bound else ""),
            one.source,
            one.derivation,
        )
        for one in _current(Entry.objects.reached().filter(period_code=period.code))
    ]
    return Table(f"Số liệu {period.code}", FIGURES, tuple(rows))


def _current(entries: QuerySet[Entry]) -> Iterable[Entry]:
    current = entries.filter(superseded_by__isnull=True, withdrawn=False)
    return current.select_related("indicator", "agency").order_by("pk")


def _value(entry: Entry) -> str:
    """Write a value, or both ends of a range, with all digits."""
    if entry.high_number is None:
        return write_number(entry.value)
    return f"{write_number(entry.value)} - {write_number(Decimal(entry.high_number).scaleb(-entry.decimals))}"


Rows = Callable[[], Iterable[tuple[str, ...]]]
TABLES: Mapping[str, tuple[str, tuple[str, ...], Rows]] = {
    "don-vi": ("Đơn vị", STATES, _agencies),
    "sap-nhap": ("Sáp nhập", SUCCESSIONS, _successions),
    "chi-tieu": ("Chỉ tiêu", INDICATORS, _indicators),
    "bieu-mau": ("Biểu mẫu", FORMS, _forms),
    "danh-sach-bieu": ("Danh sách của biểu", FORM_LISTS, _form_lists),
    "nghia-vu": ("Nghĩa vụ báo cáo", OBLIGATIONS, _obligations),
    "ke-hoach": ("Kế hoạch", PLANS, _plans),
}
