from collections.abc import Sequence
from datetime import date, datetime

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from kybao.figures import Period, PeriodKind
from kybao.ledger.models import Kind
from kybao.ledger.totals import total
from kybao.org.models import Agency, Tier
from kybao.submissions.boards import BoardLine, Standing, board, counts
from kybao.submissions.models import Form, FormRow, Obligation, State, Submission
from kybao.workflow.send_submission import send_submission
from tests.books import Book

Q1 = Period.parse("2024-Q1")


def at(day: int, hour: int = 9) -> datetime:
    return timezone.make_aware(datetime(2024, 3, day, hour))


@pytest.fixture
def form(book: Book) -> Form:
    """A quarterly form that three communes owe a working day after 14/3/2024, and a department after three."""
    book.district(communes=3)
    form = Form.objects.create(code="21-PX", name="Biểu thử", period_kind=PeriodKind.QUARTER, calendar="nd09")
    for key, days in (("xa-1", 1), ("xa-2", 1), ("xa-3", 1), ("phong-a", 3)):
        Obligation.objects.create(
            form=form, agency=Agency.objects.get(key=key), working_days=days, valid_from=date(2020, 1, 1)
        )
    return form


def send(book: Book, form: Form, key: str, instant: datetime, reason: str = "") -> Submission:
    return send_submission(form, Agency.objects.get(key=key), Q1, by=book.user, at=instant, reason=reason)


def standings(lines: Sequence[BoardLine]) -> dict[str, Standing]:
    return {line.agency: line.standing for line in lines}


def test_the_board_tells_who_has_sent_on_time_late_and_not_yet(book: Book, form: Form) -> None:
    send(book, form, "xa-1", at(15, 23))
    send(book, form, "xa-2", at(18, 8), reason="mất điện")
    lines = board(Q1, on=at(19))
    assert standings(lines) == {
        "xa-1": Standing.ON_TIME,
        "xa-2": Standing.LATE,
        "xa-3": Standing.OVERDUE,
        "phong-a": Standing.NOT_YET,
    }
    assert counts(lines) == (2, 4)
    late = next(line for line in lines if line.agency == "xa-2")
    assert (late.closing, late.deadline, late.reason) == (date(2024, 3, 14), date(2024, 3, 15), "mất điện")


def test_the_board_shows_how_it_stood_at_an_instant(book: Book, form: Form) -> None:
    send(book, form, "xa-2", at(18, 8))
    assert standings(board(Q1, on=at(15)))["xa-2"] is Standing.NOT_YET
    assert standings(board(Q1, on=at(18, 7)))["xa-2"] is Standing.OVERDUE
    assert standings(board(Q1, on=at(18, 8)))["xa-2"] is Standing.LATE


def test_a_return_that_was_sent_back_is_owed_again(book: Book, form: Form) -> None:
    sent = send(book, form, "xa-1", at(15))
    Submission.objects.filter(pk=sent.pk).update(state=State.RETURNED)
    assert standings(board(Q1, on=at(15)))["xa-1"] is Standing.NOT_YET


def test_the_board_of_one_office_leaves_out_what_lies_beside(book: Book, form: Form) -> None:
    other = book.agency("huyen-ben", tier=Tier.DISTRICT)
    Obligation.objects.create(form=form, agency=other, working_days=2, valid_from=date(2020, 1, 1))
    assert len(board(Q1, on=at(19))) == 5
    assert len(board(Q1, on=at(19), under=Agency.objects.get(key="huyen"))) == 4


def test_what_is_owed_has_its_time_and_its_kind_of_period(book: Book, form: Form) -> None:
    Obligation.objects.filter(agency__key="xa-1").update(valid_to=date(2024, 3, 1))
    assert "xa-1" not in standings(board(Q1))
    assert board(Period.parse("2024-03")) == []


def test_the_board_takes_three_queries(
    book: Book, form: Form, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(3):
        board(Q1)


def test_nobody_owes_a_form_twice_or_on_the_closing_day_itself(book: Book, form: Form) -> None:
    agency = Agency.objects.get(key="xa-1")
    for days, since in ((1, date(2020, 1, 1)), (0, date(2021, 1, 1))):
        with pytest.raises(IntegrityError), transaction.atomic():
            Obligation.objects.create(form=form, agency=agency, working_days=days, valid_from=since)


def test_a_total_counts_those_who_owe_its_form(book: Book, form: Form) -> None:
    district = Agency.objects.get(key="huyen")
    book.agency("xa-4", under="huyen")  # a commune that owes no such form
    area = book.indicator("dien-tich", Kind.STOCK)
    book.say("xa-1", area, "2024-Q1", "10")
    before = total(area, district, Q1)
    assert before is not None
    assert (before.sent, before.owed) == (1, 4)  # nobody said who owes it: all communes
    FormRow.objects.create(form=form, indicator=area, order=1)
    after = total(area, district, Q1)
    assert after is not None
    assert (after.sent, after.owed) == (1, 3)


def test_a_department_that_owes_and_has_not_sent_is_counted_with_those_that_have(book: Book, form: Form) -> None:
    district = Agency.objects.get(key="huyen")
    Obligation.objects.create(
        form=form, agency=Agency.objects.get(key="phong-b"), working_days=1, valid_from=date(2020, 1, 1)
    )
    visits = book.indicator("luot-kham", unit="lượt")
    FormRow.objects.create(form=form, indicator=visits, order=1)
    book.say("phong-a", visits, "2024-Q1", "10")
    found = total(visits, district, Q1)
    assert found is not None
    assert (found.value, found.sent, found.owed) == (10, 1, 2)


def test_a_tier_between_answers_for_those_below_it(book: Book, form: Form) -> None:
    province = book.agency("tinh", tier=Tier.PROVINCE)
    book.agency("huyen-2", under="tinh", tier=Tier.DISTRICT)
    book.agency("xa-9", under="huyen-2")
    area = book.indicator("dien-tich", Kind.STOCK)
    FormRow.objects.create(form=form, indicator=area, order=1)
    for key in ("huyen-2", "xa-9"):
        Obligation.objects.create(
            form=form, agency=Agency.objects.get(key=key), working_days=1, valid_from=date(2020, 1, 1)
        )
    book.say("xa-9", area, "2024-Q1", "5")
    partial = total(area, province, Q1)
    assert partial is not None
    assert (partial.value, partial.sent, partial.owed) == (5, 0, 1)
    book.say("huyen-2", area, "2024-Q1", "6")
    whole = total(area, province, Q1)
    assert whole is not None
    assert (whole.value, whole.sent, whole.owed) == (6, 1, 1)
