"""Filling the wording of an outline with figures of the ledger; what is missing stays visible."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from kybao.claims import Comparison
from kybao.narrative import (
    Compared,
    Level,
    Quantity,
    Runs,
    Share,
    Statement,
    amount,
    comparison_clause,
    count,
    cumulative,
    fraction,
    merged,
    names_of,
    nothing,
    sentence,
    share_percent,
    two_levels,
)
from kybao.reports.book import Against, Book, Value
from kybao.reports.errors import OutlineError
from kybao.reports.outline import Passage
from kybao.reports.placeholders import LIST, NoteMark, Placeholder, pieces
from kybao.text.manuscripts import Run, Tone, words

SENTENCE_ENDS = (".", "!", "?", ":")
ORDER = (Level.ACTUAL, Level.ESTIMATE, Level.PLAN)
PREVIOUS = "previous_period"
POINTS = "điểm %"
FEW = 3  # names of agencies that a gap lists


@dataclass(frozen=True, slots=True)
class Missing:
    """A figure that a draft asks for and the ledger does not have."""

    code: str
    name: str
    what: str  # số liệu, kế hoạch tỉnh giao, số liệu cùng kỳ
    agencies: tuple[str, ...]  # who owes it
    place: str  # where in the outline

    @property
    def text(self) -> str:
        """What stands in the report in its place."""
        return f"[chưa có {self.what}: {self.name} – đơn vị {named(self.agencies)}]"


def named(agencies: Sequence[str]) -> str:
    """Name who owes a figure, the first few of many.

    >>> named(["Phòng Kinh tế", "xã Mai Pha", "xã Quảng Lạc", "xã Hoàng Đồng"])
    'Phòng Kinh tế, xã Mai Pha, xã Quảng Lạc và các đơn vị khác'
    """
    if not agencies:
        return "chưa phân công"
    return ", ".join(agencies[:FEW]) + (" và các đơn vị khác" if len(agencies) > FEW else "")


class Filler:
    """Fills passages one after the other and keeps a list of what was missing."""

    def __init__(self, book: Book, lists: Mapping[str, Sequence[str]]) -> None:
        """Take the ledger and the lists whose names the report tells."""
        self.book = book
        self.lists = lists
        self.missing: list[Missing] = []
        self._place = ""
        self._asks: dict[str, Callable[[Placeholder, bool], Runs]] = {
            "": self._amount,
            "số": self._number,
            "câu": self._sentence,
            "tên-số": self._named,
            "kế hoạch": self._against_plan,
            "cùng kỳ": self._against_same_period,
            "tăng giảm": self._against_same_period,
            "chênh lệch": self._against_same_period,
            "kỳ trước": self._against_previous,
            "trên": self._fraction,
            "tỷ lệ": self._percent,
        }

    def fill(self, passage: Passage) -> Runs:
        """Word a passage with its footnotes.

        Raises OutlineError, with section and placeholder, for an unknown indicator, list or footnote.
        """
        self._place = passage.place
        try:
            return merged([*self._fill(passage.words, passage.notes)])
        except (ValueError, LookupError) as error:
            raise OutlineError(f"{passage.place}: {error.args[0]}.") from error

    def _fill(self, text: str, notes: Mapping[str, str]) -> Iterator[Run]:
        told = ""
        for piece in pieces(text):
            if isinstance(piece, str):
                runs: Runs = (Run(piece),)
            elif isinstance(piece, NoteMark):
                runs = (self._note(piece, notes),)
            else:
                runs = self._figure(piece, not told.strip() or told.rstrip().endswith(SENTENCE_ENDS))
            told += words(runs)
            yield from runs

    def _note(self, mark: NoteMark, notes: Mapping[str, str]) -> Run:
        if mark.number not in notes:
            raise LookupError(f"dấu chú thích [^{mark.number}] không có lời chú thích nào")
        return Run("", note=merged([*self._fill(notes[mark.number], {})]))

    def _figure(self, asked: Placeholder, opening: bool) -> Runs:
        if asked.code == LIST:
            return self._list(asked)
        if self.book.subject(asked.code) is None:
            raise LookupError(f"«{asked.text}» hỏi chỉ tiêu «{asked.code}» không có trong danh mục")
        return self._asks[asked.ask](asked, opening)

    def _list(self, asked: Placeholder) -> Runs:
        if asked.argument not in self.lists:
            raise LookupError(f"«{asked.text}» hỏi danh sách «{asked.argument}» không có")
        names = self.lists[asked.argument]
        if asked.ask == "kể":
            return names_of(names)
        return count(f"{asked.argument}@{self.book.period.code}#count", names)

    def _amount(self, asked: Placeholder, _: bool) -> Runs:
        value = self._value(asked)
        return self._checked(asked, value, amount(quantity(value), value.level)) if value else self._gap(asked)

    def _number(self, asked: Placeholder, _: bool) -> Runs:
        value = self._value(asked)
        if not value:
            return self._gap(asked)
        return self._checked(asked, value, amount(quantity(value), value.level, unit_told=False))

    def _named(self, asked: Placeholder, opening: bool) -> Runs:
        value = self._value(asked)
        if not value:
            return self._gap(asked)
        runs = sentence(Statement(value.subject.name, quantity(value), value.level, pattern="ngan"), opening=opening)
        return self._checked(asked, value, runs)

    def _sentence(self, asked: Placeholder, opening: bool) -> Runs:
        """Word all that is known of an indicator: both levels where both were sent."""
        actual, estimate = (self.book.value(asked.code, level) for level in (Level.ACTUAL, Level.ESTIMATE))
        value = self._value(asked)
        if not value:
            return self._gap(asked)
        if actual and estimate and asked.level is None:
            first = Statement(actual.subject.name, quantity(actual), day=actual.as_of)
            later = self._statement(estimate, period=self.book.period.label)
            return self._checked(asked, estimate, two_levels(first, later, opening=opening))
        if not value.value and value.high is None and not value.subject.decimals:
            return nothing(_thing(value.subject.name), opening=opening)
        return self._checked(asked, value, self._with_year(value, sentence(self._statement(value), opening=opening)))

    def _statement(self, value: Value, period: str = "") -> Statement:
        """Take a value with its plans and its same period as a statement."""
        return Statement(value.subject.name, quantity(value), value.level, self._known(value, value), period=period)

    def _with_year(self, value: Value, runs: Runs) -> Runs:
        """Add what the year has reached, where the year's plan is held against that."""
        for against in self.book.against(value.subject.code, value.level):
            year = against.value
            if against.is_plan and year.key != value.key:
                told = Statement(year.subject.name, quantity(year), year.level, self._known(value, year))
                return merged([*runs, Run("; "), *cumulative(told)])
        return runs

    def _known(self, value: Value, figure: Value) -> tuple[Compared, ...]:
        """Give the comparisons of a figure that a sentence tells: with each plan and the same period."""
        bases = self.book.against(value.subject.code, value.level)
        told = [one for one in bases if one.value.key == figure.key and one.basis != PREVIOUS]
        return tuple(one for one in (self._compared(against, Comparison.RATIO) for against in told) if one)

    def _against_plan(self, asked: Placeholder, _: bool) -> Runs:
        what = f"kế hoạch {asked.argument}".strip()
        return self._clause(asked, "plan", Comparison.RATIO, what)

    def _against_same_period(self, asked: Placeholder, _: bool) -> Runs:
        kinds = {"tăng giảm": Comparison.GROWTH, "chênh lệch": Comparison.DIFFERENCE}
        return self._clause(asked, "same_period", kinds.get(asked.ask, Comparison.RATIO), "số liệu cùng kỳ")

    def _against_previous(self, asked: Placeholder, _: bool) -> Runs:
        return self._clause(asked, PREVIOUS, Comparison.GROWTH, "số liệu kỳ trước")

    def _clause(self, asked: Placeholder, basis: str, comparison: Comparison, what: str) -> Runs:
        value = self._value(asked)
        if not value:
            return self._gap(asked)
        for against in self.book.against(asked.code, value.level):
            fits = against.basis.partition(":")[0] == basis and asked.argument in ("", against.assigner)
            if fits and (compared := self._compared(against, comparison)):
                return comparison_clause(compared, against.value.key, value.level)
        return self._gap(asked, what)

    def _compared(self, against: Against, comparison: Comparison) -> Compared | None:
        by = against.by(comparison)
        if by is None:
            return None
        key = f"{against.value.key}#{against.basis}/{comparison}"
        if comparison is Comparison.DIFFERENCE:
            unit = against.value.subject.unit
            digits = max(against.value.decimals, against.base.decimals)
            return Compared(key, against.basis, comparison, by, POINTS if unit == "%" else unit, digits)
        year = self.book.period.year if against.basis == "plan" else 0
        called = against.called or "kế hoạch"
        return Compared(key, against.basis, comparison, by, plan=called, previous="kỳ trước", year=year)

    def _fraction(self, asked: Placeholder, _: bool) -> Runs:
        share = self._share(asked)
        return fraction(share) if isinstance(share, Share) else share

    def _percent(self, asked: Placeholder, _: bool) -> Runs:
        share = self._share(asked)
        if not isinstance(share, Share):
            return share
        return share_percent(share) if share.whole.value else self._gap(asked, "số liệu khác không")

    def _share(self, asked: Placeholder) -> Share | Runs:
        if self.book.subject(asked.argument) is None:
            raise LookupError(f"«{asked.text}» hỏi chỉ tiêu «{asked.argument}» không có trong danh mục")
        part = self._value(asked)
        whole = self._value(Placeholder(asked.text, asked.argument))
        if part and whole:
            return Share(quantity(part), quantity(whole), level=part.level)
        return self._gap(asked if not part else Placeholder(asked.text, asked.argument))

    def _value(self, asked: Placeholder) -> Value | None:
        """Give the value at the level asked for, else at the first level that the ledger knows."""
        levels = (asked.level,) if asked.level else ORDER
        return next((value for level in levels if (value := self.book.value(asked.code, level))), None)

    def _checked(self, asked: Placeholder, value: Value, runs: Runs) -> Runs:
        """Add to an incomplete total how many have sent."""
        if value.complete:
            return runs
        self._note_missing(asked, "số liệu đầy đủ", value.absent)
        return merged([*runs, Run(f" [mới có {value.sent}/{value.owing} đơn vị gửi]", Tone.MISSING)])

    def _gap(self, asked: Placeholder, what: str = "số liệu") -> Runs:
        return (Run(self._note_missing(asked, what).text, Tone.MISSING),)

    def _note_missing(self, asked: Placeholder, what: str, agencies: tuple[str, ...] = ()) -> Missing:
        subject = self.book.subject(asked.code)
        name = subject.name if subject else asked.code
        owing = agencies or (subject.suppliers if subject else ())
        gap = Missing(asked.code, name, what, owing, self._place)
        self.missing.append(gap)
        return gap


def quantity(value: Value) -> Quantity:
    """Take a value of the ledger as something to print."""
    return Quantity(value.key, value.value, value.subject.unit, value.decimals, value.approx, value.high)


def _thing(name: str) -> str:
    """Take «số», «tổng số» from the name of what there was none of.

    >>> _thing("Tổng số vụ cháy"), _thing("Dịch bệnh")
    ('vụ cháy', 'Dịch bệnh')
    """
    for opening in ("tổng số ", "số "):
        if name.casefold().startswith(opening):
            return name[len(opening) :]
    return name
