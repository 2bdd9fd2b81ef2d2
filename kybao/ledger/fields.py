"""A decimal that keeps each of its digits in every database."""

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper

if TYPE_CHECKING:
    DigitsField = models.CharField[Decimal | str, Decimal]
else:
    DigitsField = models.CharField  # Django's own class takes no type arguments


class ExactField(DigitsField):
    """A factor, stored as its digits: SQLite would turn a DecimalField into a float."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("max_length", 40)
        super().__init__(*args, **kwargs)

    def from_db_value(self, value: str | None, expression: Any, connection: BaseDatabaseWrapper) -> Decimal | None:
        """Give the decimal of the stored digits."""
        return None if value is None else Decimal(value)

    def to_python(self, value: Any) -> Any:
        """Give a decimal for what a form or a fixture holds."""
        return value if value is None or isinstance(value, Decimal) else Decimal(value)

    def get_prep_value(self, value: Any) -> str | None:
        """Give the digits to store."""
        return None if value is None else str(value)
