"""The words before a number, which say whether it counts something or only names it."""

from kybao.figures.vocabulary import Phrases, folded, phrases_of, words

CONTEXTS = words("contexts")
NAMERS = phrases_of(CONTEXTS["namers"])
NAME_HEADS = phrases_of(CONTEXTS["name_heads"])
NOT_NAMERS = phrases_of(CONTEXTS["not_namers"])
OVER_A_COLON = phrases_of(CONTEXTS["over_a_colon"])
INTRODUCERS = phrases_of(CONTEXTS["introducers"])
QUALIFIERS = phrases_of(CONTEXTS["qualifiers"]["before"])
NO_QUALIFIERS = phrases_of(CONTEXTS["qualifiers"]["no_qualifiers"])
SCALES = phrases_of(CONTEXTS["scales"])
MONEY_NOUNS = frozenset(CONTEXTS["money_nouns"])

LOOK_BACK = 40  # characters before a number that decide what it is
NEAR = 3  # words before a number that decide what it is
OUTER_SIGNS = "*_([{\"“”'‘’:;,.-–…+|<>/"
CLOSING_SIGNS = ",;.)]"
OPENING_SIGNS = "([{;,+-–…"


class Left:
    """The words before a number, up to a sign that closes a phrase."""

    __slots__ = ("colon", "opened", "words")

    def __init__(self, text: str, start: int, begin: int) -> None:
        tokens = text[max(begin, start - LOOK_BACK) : start].rsplit(None, NEAR)[-NEAR:]
        last = tokens[-1].rstrip("*_") if tokens else ""
        self.colon = last.endswith(":")
        self.opened = not last or last[-1] in OPENING_SIGNS
        self.words = () if last and last[-1] in CLOSING_SIGNS else _last_phrase(tokens)

    def ends_with(self, phrases: Phrases[str]) -> str:
        """Give the longest of these phrases that the words end with, or nothing."""
        for start in range(len(self.words)):
            ending = self.words[start:]
            if ending in phrases:
                return " ".join(ending)
        return ""

    @property
    def names(self) -> bool:
        """Whether the words give a name or rank to the number, whatever noun follows: «lớp 5», «lần thứ 3»."""
        if self.colon:
            return bool(self.ends_with(OVER_A_COLON))
        return bool(self.ends_with(NAMERS)) and not self.ends_with(NOT_NAMERS)

    @property
    def may_name(self) -> bool:
        """Whether the words give it a name where no known unit follows: «chương trình 135»."""
        return not self.colon and bool(self.ends_with(NAME_HEADS)) and not self.ends_with(NOT_NAMERS)

    @property
    def introduces(self) -> bool:
        """Whether the words announce a figure: «là», «đạt», a colon."""
        return self.colon or bool(self.ends_with(INTRODUCERS))

    @property
    def qualifier(self) -> str:
        """«trên», «khoảng», «không quá», or nothing."""
        return "" if self.ends_with(NO_QUALIFIERS) else self.ends_with(QUALIFIERS)

    @property
    def of_money(self) -> bool:
        """Whether an amount of money is announced: «tổng số tiền là»."""
        return not MONEY_NOUNS.isdisjoint(self.words) or not MONEY_NOUNS.isdisjoint(
            {" ".join(pair) for pair in zip(self.words, self.words[1:], strict=False)}
        )

    @property
    def scale(self) -> bool:
        """Whether a map's scale follows: «tỷ lệ 1/500»."""
        return bool(self.ends_with(SCALES))


def _last_phrase(tokens: list[str]) -> tuple[str, ...]:
    """Give the words of the last tokens, none of them on the far side of a bracket or a comma."""
    kept: list[str] = []
    for token in reversed(tokens):
        word = token.strip(OUTER_SIGNS)
        if not word or (kept and token[-1] in ",;:.)]"):
            break
        kept.append(folded(word))
        if token[0] in '([“"':
            break
    return tuple(reversed(kept))
