"""The words before a number, which say whether it counts something or only names it."""

from collections import defaultdict
from collections.abc import Iterator

from kybao.figures.vocabulary import folded, folded_phrase, words

CONTEXTS = words("contexts")
# What a phrase before a number says about it; the names are the lists of ``contexts.toml``.
NO_ROLES: frozenset[str] = frozenset()
ROLES: dict[tuple[str, ...], frozenset[str]] = defaultdict(frozenset)
for _role in ("namers", "name_heads", "not_namers", "over_a_colon", "introducers", "scales", "changes", "averages"):
    for _phrase in CONTEXTS[_role]:
        ROLES[folded_phrase(_phrase)] |= {_role}
for _role in ("before", "no_qualifiers"):
    for _phrase in CONTEXTS["qualifiers"][_role]:
        ROLES[folded_phrase(_phrase)] |= {_role}
SIGNS = frozenset(CONTEXTS["qualifiers"]["signs"])
MONEY_NOUNS = frozenset(CONTEXTS["money_nouns"])

LOOK_BACK = 40  # characters before a number that decide what it is
NEAR = 3  # words before a number that decide what it is
OUTER_SIGNS = "*_([{\"“”'‘’:;,.-–…+|<>/"
CLOSING_SIGNS = ",;.)]"
LONGEST_SYLLABLE = 7  # letters of «nghiêng»
INNER_SIGNS = ",;/("  # between words that were typed without a blank: «98%KH,tăng 5»
OPENING_SIGNS = "([{;,+-–…"


class Left:
    """The words before a number, up to a sign that closes a phrase."""

    __slots__ = ("colon", "opened", "roles", "sign", "words")

    def __init__(self, text: str, start: int, begin: int) -> None:
        tokens = text[max(begin, start - LOOK_BACK) : start].rsplit(None, NEAR)[-NEAR:]
        last = tokens[-1].rstrip("*_") if tokens else ""
        self.colon = last.endswith(":")
        self.sign = last[-1:] if last[-1:] in SIGNS else ""
        self.opened = not last or last[-1] in OPENING_SIGNS
        self.words = () if last and last[-1] in CLOSING_SIGNS else _last_phrase(tokens)
        self.roles = NO_ROLES
        for ending in self._endings():
            self.roles |= ROLES.get(ending, NO_ROLES)

    @property
    def names(self) -> bool:
        """Whether the words give a name or rank to the number, whatever noun follows: «lớp 5», «lần thứ 3»."""
        if self.colon:
            return "over_a_colon" in self.roles
        return "namers" in self.roles and "not_namers" not in self.roles

    @property
    def may_name(self) -> bool:
        """Whether the words give it a name where no known unit follows: «chương trình 135»."""
        return not self.colon and "name_heads" in self.roles and "not_namers" not in self.roles

    @property
    def introduces(self) -> bool:
        """Whether the words announce a figure: «là», «đạt», a colon."""
        return self.colon or "introducers" in self.roles

    @property
    def changes(self) -> bool:
        """Whether the words say that something grew or fell by the number."""
        return "changes" in self.roles

    @property
    def average(self) -> bool:
        """Whether the number is said to be an average."""
        return "averages" in self.roles

    @property
    def scale(self) -> bool:
        """Whether a map's scale follows: «tỷ lệ 1/500»."""
        return "scales" in self.roles

    @property
    def qualifier(self) -> str:
        """«trên», «khoảng», «không quá», «≥», or nothing."""
        if self.sign:
            return self.sign
        if "before" not in self.roles or "no_qualifiers" in self.roles:
            return ""
        return next(" ".join(ending) for ending in self._endings() if "before" in ROLES.get(ending, ()))

    @property
    def of_money(self) -> bool:
        """Whether an amount of money is announced: «tổng số tiền là»."""
        return not MONEY_NOUNS.isdisjoint(self.words) or not MONEY_NOUNS.isdisjoint(
            {" ".join(pair) for pair in zip(self.words, self.words[1:], strict=False)}
        )

    def _endings(self) -> Iterator[tuple[str, ...]]:
        """Yield the last words, the longest ending first."""
        return (self.words[start:] for start in range(len(self.words)))


def _last_phrase(tokens: list[str]) -> tuple[str, ...]:
    """Give the words of the last tokens, none of them on the far side of a bracket or a comma."""
    kept: list[str] = []
    for token in reversed(tokens):
        word = token.strip(OUTER_SIGNS)
        if not word or (kept and token[-1] in ",;:.)]"):
            break
        glued = max(map(word.rfind, INNER_SIGNS)) if len(word) > LONGEST_SYLLABLE else -1
        kept.append(folded(word[glued + 1 :]))
        if token[0] in '([“"' or glued >= 0:
            break
    return tuple(reversed(kept))
