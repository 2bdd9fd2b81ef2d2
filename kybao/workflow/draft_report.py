"""Draft the report of an agency for a period and write it as a Word file."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path

from django.db import transaction

from kybao.figures import Period
from kybao.office.word_writing import write
from kybao.org.models import Agency, User, note
from kybao.org.permissions import require
from kybao.reports.drafts import DraftResult, draft
from kybao.reports.models import Draft, Report
from kybao.reports.outline import Outline

VERB = "draft_report"


@dataclass(frozen=True, slots=True)
class Drafted:
    """The draft as it was kept, and what it holds."""

    draft: Draft
    result: DraftResult


@transaction.atomic
def draft_report(
    agency: Agency,
    period: Period,
    outline: Outline,
    *,
    by: User,
    path: Path | None = None,
    force: bool = False,
    lists: Mapping[str, Sequence[str]] | None = None,
    day: date | None = None,
) -> Drafted:
    """Fill the outline from the ledger, keep the draft's figures as a new version, and write the file to ``path``.

    Raises NotAllowed, OutlineError and UnwritableFile, each with a Vietnamese sentence; then nothing was changed.
    """
    require(VERB, agency, by=by, day=period.end)
    report = _locked_report(agency, period)
    result = draft(agency, period, outline, lists=lists, day=day)
    version = report.drafts.count() + 1
    digest = _written(result, path, force=force) if path else ""
    kept = Draft.objects.create(
        report=report,
        version=version,
        created_by=by,
        figures=result.manifest.as_rows(),
        missing=[gap.text for gap in result.missing],
        digest=digest,
    )
    note(
        VERB,
        f"Dự thảo báo cáo {period.label} của «{agency.key}», bản {version}: {len(result.manifest.entries)} số liệu, "
        f"còn thiếu {len(result.missing)}.",
        by=by,
        about=f"draft:{kept.pk}",
    )
    return Drafted(kept, result)


def _locked_report(agency: Agency, period: Period) -> Report:
    """Give the report of the period, locked, so that two drafts never get the same version."""
    Report.objects.get_or_create(agency=agency, period_code=period.code)
    return Report.objects.select_for_update().get(agency=agency, period_code=period.code)


def _written(result: DraftResult, path: Path, *, force: bool) -> str:
    write(result.manuscript, path, manifest=result.manifest, force=force)
    return sha256(path.read_bytes()).hexdigest()
