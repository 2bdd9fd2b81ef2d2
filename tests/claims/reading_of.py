"""What the tests of this room share: a text read, and one line a fact."""

from kybao.claims import Fact, Reading, read
from kybao.text import parse

TITLE = "BÁO CÁO\n\nTình hình kinh tế - xã hội quý I năm 2024\n\n"


def reading_of(text: str, title: str = TITLE) -> Reading:
    """Read a text as the body of a report for the first quarter of 2024."""
    return read(parse(title + text))


def fact_of(text: str, number: str, title: str = TITLE) -> Fact:
    """Give the only fact whose number is written so."""
    (found,) = [fact for fact in reading_of(text, title).facts if fact.figure.span.text == number]
    return found


def told(reading: Reading) -> list[str]:
    """Say each fact in a line: «28,1 compare ratio plan -> 113»."""
    return [_line(reading, fact) for fact in reading.facts]


def _line(reading: Reading, fact: Fact) -> str:
    words = [fact.figure.span.text, fact.role.value]
    if fact.comparison:
        words += [("-" if fact.sign < 0 else "") + fact.comparison.value, fact.basis]
    if fact.of is not None:
        words += ["->", reading.facts[fact.of].figure.span.text]
    return " ".join(words)
