"""What a section of the document speaks of: results, estimates or plans."""

from kybao.claims.vocabulary import words
from kybao.figures.vocabulary import folded
from kybao.text import Document

PLANS, RESULTS = (tuple(words("levels")[name]) for name in ("plan_headings", "result_headings"))
ACTIVITIES = tuple(words("subjects")["activities"])
LONGEST_TOPIC = 8  # words
ESTIMATES = tuple(words("levels")["estimate_headings"])


def is_plan(document: Document, block: int) -> bool:
    """Whether a block stands under a heading of tasks or targets."""
    for heading in document.headings_over(block):
        verdict = _speaks_of_plans(_title(document, heading))
        if verdict is not None:
            return verdict
    return False


def is_estimate(document: Document, block: int) -> bool:
    """Whether the heading right over a block begins with «Ước thực hiện»."""
    heading = document.blocks[block].parent
    return heading >= 0 and _title(document, heading).startswith(ESTIMATES)


def speaks_of_plans(heading: str) -> bool:
    """Whether a heading is one of tasks or targets."""
    return _speaks_of_plans(_folded(heading)) is True


def topic(document: Document, block: int) -> str:
    """Give what the heading right over a block is about: «tai nạn giao thông» of «TÌNH HÌNH TAI NẠN GIAO THÔNG»."""
    heading = document.blocks[block].parent
    if heading < 0:
        return ""
    name = " ".join(document.blocks[heading].text[document.blocks[heading].body :].split()).strip(" *_:.").lower()
    opened = next((word for word in ACTIVITIES if name.startswith(word)), "")
    name = name[len(opened) :].strip()
    return name if 1 < len(name.split()) <= LONGEST_TOPIC else ""


def _title(document: Document, heading: int) -> str:
    block = document.blocks[heading]
    return _folded(block.text[block.body :])


def _folded(heading: str) -> str:
    return " ".join(folded(word) for word in heading.split()).strip(" *_")


def _speaks_of_plans(title: str) -> bool | None:
    """Take the word that comes first: «Kết quả thực hiện nhiệm vụ» are results."""
    plan, result = _first(title, PLANS), _first(title, RESULTS)
    return None if plan == result else plan < result


def _first(title: str, entries: tuple[str, ...]) -> int:
    """Give where the first of these words stands, the end of the title where none does."""
    return min((at for entry in entries if (at := title.find(entry)) >= 0), default=len(title))
