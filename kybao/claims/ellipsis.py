"""The basis of a comparison that names none: that of its row, of the row before, or the usual one."""

from kybao.claims.bases import basis_in
from kybao.claims.clauses import Site, own_words
from kybao.claims.drafts import Draft
from kybao.claims.links import level_from
from kybao.claims.roles import own_basis, written_sign
from kybao.claims.sentences import Sentence
from kybao.claims.subjects import subject
from kybao.claims.vocabulary import Cue

ROW = 8  # members of a row of comparisons


def basis_left_out(sentence: Sentence, site: Site, level: Draft | None, row: list[str], *, ratio: bool) -> str:
    """Give the basis of a comparison that names none; ``row`` are those before it of the same level and kind."""
    around = basis_around(sentence, site)
    if around:
        return around
    if not ratio and level is not None and level_from(level, sentence.drafts) is not None:
        return "other"  # «từ 570 hộ tăng lên 1.475 hộ, tăng 2,5 lần»
    basis = _basis_like(sentence, row, ratio=ratio)
    if basis == "previous_period" and level is not None and level.cumulative and sentence.scope.usual != basis:
        sentence.scope.rows[ratio] = row  # a sum since the beginning of the year never compares with a month
        return sentence.scope.usual
    return basis


def _basis_like(sentence: Sentence, row: list[str], *, ratio: bool) -> str:
    """Give the basis that stood at this place in the row before."""
    rows = sentence.scope.rows
    model = rows.get(ratio, [])
    if not model and not ratio:
        model = [basis for basis in rows.get(True, []) if not basis.startswith("plan")]
    if not model:
        return "plan" if ratio else sentence.scope.usual
    return model[min(len(row), len(model) - 1)]


def basis_around(sentence: Sentence, site: Site) -> str:
    """Give the basis that a later member of the same row names, or that opens the sentence."""
    for later in sentence.sites[site.number + 1 : site.number + 1 + ROW]:
        verb = sentence.verbs[later.number]
        if written_sign(site) and not verb.told and not written_sign(later):
            continue  # «đàn trâu 39 con (-2,8%), đàn bò 54 con (+1,9%) so với cùng kỳ»
        if not verb.told & Cue.CHANGE and not written_sign(later) and (verb.told or subject(later)):
            break
        basis = own_basis(later, verb)
        if basis:
            return basis
    return _basis_opening(sentence)


def _basis_opening(sentence: Sentence) -> str:
    """Give the basis that opens the sentence: «So với cùng kỳ, …», «So với cùng kỳ giảm 09 vụ, giảm …»."""
    line, first = sentence.line, sentence.sites[0]
    for at, _, told in line.phrases(0, first.spot):
        if told & Cue.COMPARED and (at < first.head or not own_words(line, 0, at)):
            return basis_in(line, at, first.spot)
    return ""
