"""What a unit as written comes to in base units, by the conventions of the annotations."""

from decimal import Decimal

Value = Decimal | list[Decimal]

MAGNITUDES = {"nghìn": 10**3, "ngàn": 10**3, "triệu": 10**6, "tỷ": 10**9, "tỉ": 10**9}
MEASURES = {
    "đồng": ("1", "VND"),
    "đ": ("1", "VND"),
    "VNĐ": ("1", "VND"),
    "USD": ("1", "USD"),
    "ha": ("10000", "m2"),
    "m2": ("1", "m2"),
    "m": ("1", "m"),
    "km": ("1000", "m"),
    "mm": ("0.001", "m"),
    "tấn": ("1000", "kg"),
    "tạ": ("100", "kg"),
    "kg": ("1", "kg"),
    "điểm %": ("1", "điểm phần trăm"),
}


def base_of(value: Value, unit: str) -> tuple[Value, str]:
    """The value and the unit in base units: VND or USD, m2, m, kg; a noun stays itself."""
    magnitude, rest = _magnitude(" ".join(unit.split()))
    measure, slash, denominator = rest.partition("/")
    factor, base = MEASURES.get(measure, ("1", measure))
    if magnitude > 1 and not measure:
        base = "VND"
    return _times(value, magnitude * Decimal(factor)), base + slash + denominator


def _magnitude(unit: str) -> tuple[Decimal, str]:
    """The magnitude words that the unit starts with, also where they are glued to the noun."""
    factor = Decimal(1)
    while word := next((word for word in MAGNITUDES if unit.startswith(word)), ""):
        factor *= MAGNITUDES[word]
        unit = unit[len(word) :].strip()
    return factor, unit


def _times(value: Value, factor: Decimal) -> Value:
    return [part * factor for part in value] if isinstance(value, list) else value * factor
