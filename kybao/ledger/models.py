"""The door of the room: indicators, entries, chains. Totals and comparisons have doors of their own."""

from kybao.ledger.chains import Chain, Closing
from kybao.ledger.entries import KEY, Entry
from kybao.ledger.indicators import Indicator
from kybao.ledger.kinds import Bound, Kind, Level, Scope, SourceKind

__all__ = ["KEY", "Bound", "Chain", "Closing", "Entry", "Indicator", "Kind", "Level", "Scope", "SourceKind"]
