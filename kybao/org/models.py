"""The door of the room: agencies and their tree, people and roles, the audit log."""

from kybao.org.agencies import (
    FOREVER,
    TERRITORIAL,
    Agency,
    AgencyState,
    Descent,
    Succession,
    SuccessionKind,
    Tier,
    holds_on,
)
from kybao.org.audit import AuditLine, note
from kybao.org.people import Membership, Role, User

__all__ = [
    "FOREVER",
    "TERRITORIAL",
    "Agency",
    "AgencyState",
    "AuditLine",
    "Descent",
    "Membership",
    "Role",
    "Succession",
    "SuccessionKind",
    "Tier",
    "User",
    "holds_on",
    "note",
]
