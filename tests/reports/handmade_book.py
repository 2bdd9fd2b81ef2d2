"""A book of figures made by hand: what a draft asks, without a database."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from decimal import Decimal

from kybao.figures import Period
from kybao.narrative import Level
from kybao.reports.book import Against, Subject, Value
from kybao.reports.outline import Passage

VISITORS = Subject("khach", "Tổng lượt khách du lịch", "lượt khách", 0, "Du lịch", ("Phòng Văn hóa",))
INCOME = Subject("thu", "Tổng thu ngân sách", "tỷ đồng", 1, "Ngân sách", ("Chi cục Thuế", "Phòng Tài chính"))
FIRES = Subject("chay", "Số vụ cháy", "vụ", 0, "An ninh", ("Công an",))
SOLVED = Subject("xong", "Đơn đã giải quyết", "đơn", 0, "Đơn thư", ("Thanh tra",))
FILED = Subject("nhan", "Đơn đã tiếp nhận", "đơn", 0, "Đơn thư", ("Thanh tra",))
COVER = Subject("bao-phu", "Tỷ lệ bao phủ bảo hiểm", "%", 1, "Y tế", ("Bảo hiểm xã hội",))
EMPTY = Subject("trong", "Doanh thu lưu trú", "tỷ đồng", 0, "Du lịch", ("Phòng Kinh tế",))


class HandmadeBook:
    """Knows what it was told."""

    period = Period.parse("2024-Q1")

    def __init__(self) -> None:
        self.known = {one.code: one for one in (VISITORS, EMPTY, INCOME, FIRES, SOLVED, FILED, COVER)}
        self.values: dict[tuple[str, Level], Value] = {}
        self.held: dict[str, list[Against]] = {}

    def subject(self, code: str) -> Subject | None:
        return self.known.get(code)

    def subjects(self) -> Iterable[Subject]:
        return self.known.values()

    def value(self, code: str, level: Level) -> Value | None:
        return self.values.get((code, level))

    def against(self, code: str, level: Level) -> tuple[Against, ...]:
        return tuple(self.held.get(code, ()))

    def tell(self, subject: Subject, number: str, level: Level = Level.ACTUAL, **said: object) -> Value:
        """Let the book know a value."""
        exact = Decimal(number)
        digits = max(-int(exact.as_tuple().exponent), 0)
        value = Value(f"{subject.code}/{level}", subject, level, exact, date(2024, 3, 15), digits)
        self.values[subject.code, level] = replace(value, **said)  # type: ignore[arg-type]
        return self.values[subject.code, level]

    def hold(self, value: Value, basis: str, base: str, called: str = "") -> None:
        """Let the book hold a value against a basis."""
        level = Level.PLAN if basis.startswith("plan") else Level.ACTUAL
        digits = max(-int(Decimal(base).as_tuple().exponent), 0)
        key = f"{value.subject.code}/{basis}"
        held = replace(value, key=key, value=Decimal(base), decimals=digits, level=level, approx="")
        ratio = value.value / held.value * 100 if held.value else None
        growth = None if ratio is None else ratio - 100
        one = Against(value, basis, held, ratio, growth, value.value - held.value, called)
        self.held.setdefault(value.subject.code, []).append(one)


def full_book() -> HandmadeBook:
    """A book with something of everything; «Doanh thu lưu trú» was never sent."""
    book = HandmadeBook()
    visitors = book.tell(VISITORS, "885320", Level.ESTIMATE)
    book.hold(visitors, "plan", "3278963")
    book.tell(INCOME, "83")
    income = book.tell(INCOME, "113", Level.ESTIMATE)
    book.hold(income, "plan:tỉnh giao", "402.14", "dự toán")
    book.hold(income, "plan:thành phố phấn đấu", "424.81", "dự toán")
    book.hold(income, "same_period", "108.76")
    fires = book.tell(FIRES, "3")
    book.hold(fires, "same_period", "5")
    book.hold(fires, "previous_period", "2")
    book.tell(SOLVED, "42")
    book.tell(FILED, "87")
    cover = book.tell(COVER, "95.5", approx="trên")
    book.hold(cover, "same_period", "94.0")
    return book


def passage(words: str, **notes: str) -> Passage:
    return Passage(
        words, {mark.lstrip("n"): text for mark, text in notes.items()}, place="Đề cương, mục «Thử», đoạn 1"
    )
