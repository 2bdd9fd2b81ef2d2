"""What an indicator is, and therefore what may be added (REPORT-FORMAT section 3)."""

from django.db import models


class Kind(models.TextChoices):
    """How an indicator adds over agencies and over time."""

    FLOW = "F", "phát sinh"  # over agencies: sum; over time: sum
    STOCK = "S", "hiện có"  # over agencies: sum; over time: the last value
    RATIO = "R", "tỷ lệ"  # never: recomputed from the totals of numerator and denominator
    COUNT = "N", "số đếm"  # distinct agencies or things: over agencies that do not overlap; never restated
    INDEX = "I", "chỉ số"  # never


ADDS_OVER_AGENCIES = frozenset({Kind.FLOW, Kind.STOCK, Kind.COUNT})


class Level(models.TextChoices):
    """Whether a value was planned, reached, or is expected to be reached (mức)."""

    PLAN = "plan", "kế hoạch"
    ACTUAL = "actual", "thực hiện"
    ESTIMATE = "estimate", "ước"


class Scope(models.TextChoices):
    """Which time a value is about (phạm vi)."""

    IN_PERIOD = "in_period", "trong kỳ"
    CUMULATIVE = "cumulative", "lũy kế"  # from the start of the year
    AS_OF = "as_of", "thời điểm"


class Bound(models.TextChoices):
    """Whether a value is only the end of what is claimed («95% trở lên»)."""

    NONE = "", "đúng bằng"
    AT_LEAST = "at_least", "trở lên"
    AT_MOST = "at_most", "trở xuống"


class SourceKind(models.TextChoices):
    """Where a value came from."""

    FORM = "form", "biểu"
    CELL = "cell", "ô của bảng tính"
    DOCUMENT = "document", "đoạn của văn bản"
    FORMULA = "formula", "công thức"
    FILE = "file", "dòng của tệp"
