"""What narrative writes, the reader reads back: every pattern of the words, with figures drawn at random."""

import os
from collections import Counter
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from importlib.resources import files
from pathlib import Path

import hypothesis.strategies as st
import pytest
from hypothesis import HealthCheck, given, settings

from kybao.claims import Comparison, Fact, read
from kybao.narrative import (
    Compared,
    Level,
    Pattern,
    Quantity,
    Runs,
    Share,
    Statement,
    act,
    all_patterns,
    counted_list,
    cumulative,
    fraction_clause,
    incident,
    level_clause,
    merged,
    nothing,
    sentence,
    several_changes,
    share_clause,
    total_with_parts,
    two_levels,
)
from kybao.narrative.agreement import differences
from kybao.narrative.patterns import FILES
from kybao.text import parse
from kybao.text.manuscripts import Run, Stated, words

Draw = Callable[..., object]

MONEY = ("tỷ đồng", "triệu đồng", "đồng")
MEASURES = (*MONEY, "ha", "m²", "m³", "km", "tấn", "kg", "triệu USD")
COUNTS = ("vụ", "hồ sơ", "lượt khách", "hộ", "dự án", "người", "lượt con", "giấy phép", "đơn", "cơ sở", "trường hợp")
NAMES = {
    "measure": ("Tổng thu ngân sách nhà nước", "Doanh thu du lịch", "Tổng chi ngân sách địa phương",
                "Giá trị sản xuất công nghiệp", "Tổng mức bán lẻ hàng hóa", "Sản lượng thủy sản"),
    "count": ("Tổng lượt khách du lịch", "Hồ sơ tiếp nhận", "Hộ kinh doanh đăng ký mới", "Số đơn tiếp nhận",
              "Doanh nghiệp thành lập mới", "Học sinh được khen thưởng"),
}  # fmt: skip
ACTS = ("Đã xử phạt", "Đã kiểm tra", "Đã hỗ trợ", "Đã cấp", "Tiếp nhận")
ASSIGNERS = ("tỉnh giao", "thành phố giao", "thành phố phấn đấu", "huyện giao", "Trung ương giao")
PLANS = ("kế hoạch", "dự toán")
PERIODS = ("quý I/2024", "6 tháng đầu năm 2024", "tháng 6/2020", "năm 2023", "9 tháng đầu năm 2024")
PREVIOUS = ("tháng trước", "quý trước", "kỳ trước")  # of a year, «năm trước» is the same period as well
APPROXIMATE = ("", "", "", "khoảng", "trên", "gần", "hơn")
WHOLES = ("tổng số vụ", "tổng số hồ sơ", "tổng số hộ", "tổng kinh phí")
CONSEQUENCES = {"chet": "người", "bi_thuong": "người", "hong": "phương tiện", "thiet_hai": "triệu đồng",
                "bat": "đối tượng", "khoi_to": "bị can", "thu_giu": "kg"}  # fmt: skip

SOAK = bool(os.environ.get("KYBAO_SOAK"))
EXAMPLES = 200 if SOAK else 8


def numbers(unit: str) -> st.SearchStrategy[tuple[Decimal, int]]:
    """Draw a value and its decimals: counts are whole."""
    if unit in COUNTS or unit == "đồng":
        return st.integers(1, 4_000_000).map(lambda number: (Decimal(number), 0))
    decimals = st.integers(0, 3)
    return decimals.flatmap(
        lambda digits: st.integers(1, 5_000_000).map(lambda number: (Decimal(number).scaleb(-digits), digits))
    )


@st.composite
def quantities(draw: Draw, kind: str = "", approximate: bool = True) -> Quantity:
    kind = kind or draw(st.sampled_from(("measure", "count")))
    unit = draw(st.sampled_from(MEASURES if kind == "measure" else COUNTS))
    value, decimals = draw(numbers(unit))
    approx = draw(st.sampled_from(APPROXIMATE)) if approximate else ""
    return Quantity(f"{unit}/{draw(st.integers())}", value, unit, decimals, approx)


@st.composite
def statements(draw: Draw, level: Level = Level.ACTUAL, pattern: str = "") -> Statement:
    kind = draw(st.sampled_from(("measure", "count")))
    return Statement(
        draw(st.sampled_from(NAMES[kind])),
        draw(quantities(kind)),
        level,
        period=draw(st.sampled_from(PERIODS)),
        day=draw(st.dates(date(2021, 1, 1), date(2024, 12, 31))),
        year=draw(st.integers(2020, 2025)),
        assigner=draw(st.sampled_from(ASSIGNERS)),
        pattern=pattern,
    )


@st.composite
def comparisons(draw: Draw, basis: str, kind: str, slots: frozenset[str], name: str) -> Compared:
    if "assigner" in slots:
        basis = f"{basis}:{draw(st.sampled_from(ASSIGNERS))}"
    unit = draw(st.sampled_from((*MEASURES, *COUNTS))) if kind == "difference" else "%"
    value, decimals = draw(numbers(unit)) if kind == "difference" else (Decimal(draw(st.integers(1, 4000))) / 10, 1)
    if kind == "equal":
        value = Decimal(0)
    sign = draw(st.sampled_from((1, -1))) if kind != "ratio" else 1
    return Compared(
        f"{basis}#{kind}", basis, Comparison.GROWTH if kind == "equal" else Comparison(kind), value * sign, unit,
        decimals, plan=draw(st.sampled_from(PLANS)), previous=draw(st.sampled_from(PREVIOUS)),
        year=draw(st.integers(2019, 2025)) if "year" in slots else 0, pattern=name,
    )  # fmt: skip


def telling(pattern: Pattern, draw: Draw) -> Runs:
    """Write a sentence with this pattern; its figures are drawn."""
    family = pattern.group.split(".")
    match family:
        case ["levels", "actual_then_estimate"]:
            first = draw(statements(pattern=pattern.name))
            later = Quantity("later", first.amount.value * 2, first.amount.unit, first.amount.decimals)
            return two_levels(first, Statement(first.name, later, Level.ESTIMATE, period=first.period))
        case ["levels", "year", level]:
            first = draw(statements())
            year = Quantity("year", first.amount.value * 3, first.amount.unit, first.amount.decimals)
            told = cumulative(Statement(first.name, year, Level(level), pattern=pattern.name))
            return merged([*level_clause(first), Run("; "), *told])
        case ["levels", level]:
            return level_clause(draw(statements(Level(level), pattern.name)))
        case ["comparisons", "joined"]:
            bases = [("plan", "plan", "ratio", "bang"), ("same", "same_period", "growth", "so_voi")]
            told = [draw(comparisons(basis, kind, frozenset(), name)) for _, basis, kind, name in bases]
            first = draw(statements(draw(st.sampled_from((Level.ACTUAL, Level.ESTIMATE)))))
            return sentence(
                Statement(first.name, first.amount, first.level, tuple(told), joined=pattern.name)
            )  # fmt: skip
        case ["comparisons", "several", basis]:
            return changes(pattern, basis, draw)
        case ["comparisons", basis, kind]:
            return compared(pattern, basis, kind, draw)
        case ["shares", group]:
            return shared(pattern, group, draw)
        case ["groups", group]:
            return grouped(pattern, group, draw)
    raise AssertionError(pattern.code)


def compared(pattern: Pattern, basis: str, kind: str, draw: Draw) -> Runs:
    """Write a level and the comparison; a difference is in the unit of the level."""
    first = draw(statements(draw(st.sampled_from((Level.ACTUAL, Level.ESTIMATE)))))
    by = draw(comparisons(basis, kind, pattern.slots, pattern.name))
    if kind == "difference":
        value, decimals = draw(numbers(first.amount.unit))
        sign = -1 if by.value < 0 else 1
        by = Compared(by.key, by.basis, by.comparison, value * sign, first.amount.unit, decimals, by.plan,
                      by.previous, by.year, by.pattern)  # fmt: skip
    return sentence(Statement(first.name, first.amount, first.level, (by,)))


def changes(pattern: Pattern, basis: str, draw: Draw) -> Runs:
    """Write several counts and how each of them changed."""
    units = draw(st.lists(st.sampled_from(COUNTS), min_size=2, max_size=3, unique=True))
    amounts = [Quantity(unit, Decimal(draw(st.integers(10, 900))), unit) for unit in units]
    told = [
        (Compared(f"{each.unit}#", basis, Comparison.DIFFERENCE, Decimal(draw(st.sampled_from((-3, -2, 1, 14)))),
                  each.unit, 0, previous=draw(st.sampled_from(PREVIOUS))), each.key)
        for each in amounts
    ]  # fmt: skip
    first = act(draw(st.sampled_from(ACTS)), amounts, wanted="phay")
    return several_changes(first, told, wanted=pattern.name)


def shared(pattern: Pattern, group: str, draw: Draw) -> Runs:
    """Write a part of a whole."""
    unit = draw(st.sampled_from(COUNTS))
    whole = draw(st.integers(2, 900))
    part = draw(st.integers(1, whole))
    name = draw(st.sampled_from(ACTS))
    share = Share(
        Quantity("part", Decimal(part), unit), Quantity("whole", Decimal(whole), unit), name,
        draw(st.sampled_from(WHOLES)),
    )  # fmt: skip
    if group == "percent":
        return share_clause(share, wanted=pattern.name)
    return fraction_clause(share, with_percent=group == "fraction_percent", wanted=pattern.name)


def grouped(pattern: Pattern, group: str, draw: Draw) -> Runs:
    """Write several figures in one sentence."""
    match group:
        case "parts":
            return parts(pattern, draw)
        case "pair" | "triple":
            amounts = [Quantity("first", Decimal(draw(st.integers(1, 90))), "vụ")]
            units = ["triệu đồng"] if group == "pair" else ["hộ", "m²"]
            amounts += [Quantity(unit, Decimal(draw(st.integers(1, 9000))), unit) for unit in units]
            return act(draw(st.sampled_from(ACTS)), amounts, wanted=pattern.name)
        case "incident":
            cases = Quantity("vu", Decimal(draw(st.integers(1, 90))), "vụ")
            wanted = [pattern.name] if pattern.name in CONSEQUENCES else list(CONSEQUENCES)[:2]
            told = [(kind, Quantity(kind, Decimal(draw(st.integers(1, 90))), CONSEQUENCES[kind])) for kind in wanted]
            return incident("Tai nạn giao thông", cases, told)
        case "list":
            names = draw(st.lists(st.sampled_from(("Cầu Nà Lải", "Cầu Khòn Pát", "Cầu Pò Đứa")), min_size=1))
            return counted_list("list", names, "cầu", wanted=pattern.name)
        case "nothing":
            return nothing(draw(st.sampled_from(("Dịch bệnh", "Cháy, nổ", "Vụ việc phức tạp"))), wanted=pattern.name)
    raise AssertionError(group)


def parts(pattern: Pattern, draw: Draw) -> Runs:
    """Write a total and two parts of it."""
    numbers_ = [draw(st.integers(1, 90_000)) for _ in range(2)]
    names = ("Khách quốc tế", "Khách nội địa")
    told = [
        level_clause(Statement(name, Quantity(name, Decimal(number), "lượt khách"), pattern="ngan"), opening=False)
        for name, number in zip(names, numbers_, strict=True)
    ]
    total = Quantity("total", Decimal(sum(numbers_)), "lượt khách")
    return total_with_parts(level_clause(Statement("Tổng lượt khách", total)), told, wanted=pattern.name)


def disagreements(runs: Runs) -> list[str]:
    """Say what the reader makes of a sentence otherwise than it was written."""
    text = f"{words(runs)}."
    facts = read(parse(text)).facts
    stated = [run.figure for run in runs if run.figure]
    if len(facts) != len(stated):
        return [f"read {[fact.figure.span.text for fact in facts]}"]
    found = []
    for said, fact in zip(stated, facts, strict=True):
        found += [f"{said.key}: {name}" for name in differences(said, fact)]
        found += [f"{said.key}: so với số nào"] if said.of and said.of != qualified(facts, fact, stated) else []
    return found


def qualified(facts: tuple[Fact, ...], fact: Fact, stated: list[Stated]) -> str:
    """The key of the figure that a comparison or share was read to qualify."""
    return "" if fact.of is None else stated[fact.of].key


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """Count which patterns are really written with."""
    counted: Counter[str] = Counter()
    fill = Pattern.fill

    def counting(pattern: Pattern, slots: dict[str, Runs | str]) -> Runs:
        counted[pattern.code] += 1
        return fill(pattern, slots)

    monkeypatch.setattr(Pattern, "fill", counting)
    return counted


@pytest.mark.parametrize("pattern", all_patterns(), ids=lambda pattern: pattern.code)
def test_what_is_written_is_read_back(pattern: Pattern, drawn: Counter[str]) -> None:
    @settings(max_examples=EXAMPLES, deadline=None, derandomize=not SOAK, database=None,
              suppress_health_check=[HealthCheck.too_slow])  # fmt: skip
    @given(st.data())
    def reads_back(data: st.DataObject) -> None:
        runs = telling(pattern, data.draw)
        assert not disagreements(runs), f"{words(runs)}: {disagreements(runs)}"

    reads_back()
    assert drawn[pattern.code] > 0


def test_every_file_of_patterns_is_drawn_from() -> None:
    found = {Path(entry.name).stem for entry in files("kybao.narrative").joinpath("words").iterdir()}
    assert found == {*FILES, "spelling"}
