"""A process of its own that corrects one figure again and again: python one_writer.py NAME TIMES START."""

import os
import sys
import time


def main(name: str, times: int, start: float) -> None:
    import django

    os.environ["DJANGO_SETTINGS_MODULE"] = "kybao.settings"
    django.setup()
    from kybao.figures import Period
    from kybao.ledger.booking import NewEntry, Source, enter
    from kybao.ledger.models import Indicator, Level, Scope, SourceKind
    from kybao.org.models import Agency, User

    agency, indicator = Agency.objects.get(key="xa-1"), Indicator.objects.get(code="vu")
    user, period = User.objects.get(), Period.parse("2024-Q1")
    time.sleep(max(0, start - time.time()))
    for number in range(times):
        figure = NewEntry(
            agency=agency, indicator=indicator, period=period, as_of=period.end, level=Level.ACTUAL,
            scope=Scope.IN_PERIOD, value=indicator.unit.factor * number, unit=indicator.unit, note=name,
            source=Source(SourceKind.FORM, f"{name} {number}"), qualifier=name,
        )  # fmt: skip
        enter([figure], by=user)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), float(sys.argv[3]))
