"""What a section of the document speaks of: results or plans."""

from kybao.claims.vocabulary import words
from kybao.figures.vocabulary import folded
from kybao.text import Document


def is_plan(document: Document, block: int) -> bool:
    """Whether a block stands under a heading of tasks or targets."""
    for heading in document.headings_over(block):
        verdict = _verdict(document.blocks[heading].text[document.blocks[heading].body :])
        if verdict is not None:
            return verdict
    return False


def _verdict(title: str) -> bool | None:
    """Take the word that comes first: «Kết quả thực hiện nhiệm vụ» are results."""
    text = " ".join(folded(word) for word in title.split())
    places = {
        name: min((text.find(entry) for entry in words("levels")[name] if entry in text), default=-1)
        for name in ("plan_headings", "result_headings")
    }
    plan, result = places["plan_headings"], places["result_headings"]
    if plan < 0 and result < 0:
        return None
    return plan >= 0 and (result < 0 or plan < result)
