"""A word for a period that its two days do not fit: «trong tuần» for a fortnight."""

from collections.abc import Iterator

from kybao.checks.findings import Check, Finding, Severity
from kybao.checks.wording import quoted
from kybao.claims import Reading
from kybao.figures import Period, PeriodMention, period_mentions

LONGEST = {"tuần": 8, "tháng": 33, "quý": 95}  # days; a week may be counted with both its Mondays
GAP = 3  # characters between the word and its days


def find(reading: Reading) -> Iterator[Finding]:
    """Yield «trong tuần từ ngày 24/6 đến ngày 08/7»."""
    document = reading.document
    for index, block in enumerate(document.blocks):
        last: PeriodMention | None = None
        for mention in period_mentions(block.text):
            if last is not None and mention.days is not None and last.relative is not None:
                word = block.text[last.start : last.end].split()[-1].lower()
                between = block.text[last.end : mention.start].replace("từ", "").replace("ngày", "").strip(" (:,*_")
                period = mention.beside(_report(reading))
                days = (period.end - period.start).days + 1 if period else 0
                if not between and days > LONGEST.get(word, days):
                    yield Finding(
                        document.span_in(index, last.start, last.end),
                        f"Ghi {quoted(block.text[last.start : last.end])} nhưng "
                        f"{quoted(block.text[mention.start : mention.end])} dài {days} ngày.",
                        claimed=word,
                        computed=f"{days} ngày",
                        related=(document.span_in(index, mention.start, mention.end),),
                    )
            last = mention


def _report(reading: Reading) -> Period | None:
    return Period.parse(reading.period) if reading.period and not reading.period.startswith("asof:") else None


CHECK = Check(
    code="T404",
    name="period-word-wrong",
    title="Từ chỉ kỳ không khớp với hai mốc ngày",
    why="Kỳ báo cáo đổi (tuần thành nửa tháng) mà câu mở đầu giữ nguyên; số liệu hai kỳ sẽ bị so nhầm.",
    wrong="UBND huyện báo cáo công tác trong tuần từ ngày 24/6/2024 đến ngày 08/7/2024 như sau.",
    right="UBND huyện báo cáo công tác trong hai tuần từ ngày 24/6/2024 đến ngày 07/7/2024 như sau.",
    find=find,
    severity=Severity.WARNING,
)
