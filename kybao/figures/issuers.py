"""Who issued a cited document (cơ quan ban hành): «của Ban Thường vụ Tỉnh ủy»."""

import re

from kybao.figures.vocabulary import folded, phrases_of, words

DOCUMENTS = words("documents")
BOOK = DOCUMENTS["issuers"]
OF = re.compile(r"\)?,?\s+của\s+")
WORD = re.compile(r"\s*([^\s,;:.()“”\"<*⁰¹²³⁴-⁹]+)(?:(?<=TP|TX|TT)\.)?")
PARTS, ENDS, BODIES = (phrases_of(BOOK[name]) for name in ("parts", "ends", "bodies"))
WITH_COMMA = phrases_of(name.replace(",", "") for name in BOOK["with_comma"])
KINDS = phrases_of([*DOCUMENTS["kinds"].values(), *DOCUMENTS["written"]["kinds"]])
MOST_WORDS = 16
LONGEST = 120


class Name:
    """The words that may name a body, up to a sign, and how far the name goes."""

    def __init__(self, text: str, at: int) -> None:
        self._text = text
        self._words: list[re.Match[str]] = []
        while len(self._words) < MOST_WORDS and (word := WORD.match(text, at)):
            self._words.append(word)
            at = word.end() + self._comma_inside(word.end())
        self._folded = tuple(folded(word[1]) for word in self._words)

    def _comma_inside(self, at: int) -> int:
        """Give 1 where the comma at this place stands inside «Văn hóa, Thể thao và Du lịch»."""
        if self._text[at : at + 1] != ",":
            return 0
        near = [folded(word[1]) for word in self._words[-2:]]
        near += [folded(word.strip(",.;:)")) for word in self._text[at : at + LONGEST].split()]
        return int(WITH_COMMA.longest(tuple(filter(None, near))) is not None)

    def end(self) -> int:
        """Give where the name ends in the text, -1 where there is none."""
        count, capitals = 0, 0
        while count < len(self._words):
            step = self._step(count, capitals)
            if not step:
                break
            capitals = capitals + 1 if step == 1 and self._capital(count) and not self._part(count) else 0
            count += step
        return self._words[count - 1].end() if count else -1

    def _step(self, at: int, capitals: int) -> int:
        """Give how many words from this one on belong to the name; ``capitals`` stand right before it."""
        word = self._words[at][1]
        if not self._capital(at) and ENDS.longest(self._folded, at):
            return 0
        if word in {"-", "–"}:
            return int(self._capital(at + 1))
        if self._folded[at] in {"và", "các"}:
            return int(at > 0 and (self._capital(at + 1) or self._part(at + 1) > 0) and not self._another(at))
        if part := self._part(at):
            return part
        return int(self._capital(at) or capitals == 1 or (word.isdigit() and at > 0))

    def _part(self, at: int) -> int:
        found = PARTS.longest(self._folded, at)
        return found[1] - at if found else 0

    def _capital(self, at: int) -> bool:
        return at < len(self._words) and self._words[at][1][:1].isupper()

    def _another(self, at: int) -> bool:
        """Whether «và» leads to another body or document: «của Chính phủ và Nghị quyết số …»."""
        if self._folded[at] != "và":
            return False
        return any(phrases.longest(self._folded, at + 1) is not None for phrases in (BODIES, KINDS))


def issuer_at(text: str, at: int) -> tuple[str, int]:
    """Read «của UBND tỉnh» behind a number or a day: the name and where it ends, "" and ``at`` for none.

    >>> issuer_at("số 17/SKH-TH của Sở Kế hoạch và Đầu tư về vốn", 12)
    ('Sở Kế hoạch và Đầu tư', 38)
    """
    of = OF.match(text, at)
    end = Name(text, of.end()).end() if of else -1
    if of is None or end < 0:
        return "", at
    return " ".join(text[of.end() : end].split()), end
