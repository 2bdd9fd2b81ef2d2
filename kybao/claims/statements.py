"""The figures of one sentence bound together: roles, bases, and which figure a comparison qualifies."""

from collections.abc import Sequence

from kybao.claims.attaching import attach_forward
from kybao.claims.clauses import Line, Site
from kybao.claims.comparisons import compared
from kybao.claims.drafts import Draft
from kybao.claims.levels import level
from kybao.claims.links import level_before
from kybao.claims.scopes import Scope
from kybao.claims.sentences import Sentence
from kybao.claims.vocabulary import Cue


def statements(line: Line, scope: Scope, earlier: list[Draft]) -> Sequence[Draft]:
    """Read a sentence from left to right; its figures are added to the earlier ones of the document."""
    sentence = Sentence(line, scope, earlier)
    for site in sentence.sites:
        _enter_parts(sentence, site)
        draft = compared(sentence, site) or level(sentence, site)
        draft.part, draft.total = sentence.parts, sentence.parts_of
        sentence.drafts.append(draft)
    attach_forward(sentence)
    return sentence.drafts[sentence.first :]


def _enter_parts(sentence: Sentence, site: Site) -> None:
    """Note that «trong đó», «gồm» stand before a figure: what follows are parts of the level before."""
    line = sentence.line
    before = line.spots[site.number - 1] + 1 if site.number else 0
    if line.tells(before, site.spot) & Cue.PARTS:
        sentence.parts = True
        sentence.parts_of = level_before(site, sentence.drafts)
