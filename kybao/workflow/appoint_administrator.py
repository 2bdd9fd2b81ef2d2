"""Appoint the first administrator of an empty system."""

from django.db import transaction

from kybao.org.models import User, note


@transaction.atomic
def appoint_administrator(username: str = "quan-tri") -> User:
    """Give the administrator, who is made with an unusable password where nobody is there yet."""
    known = User.objects.select_for_update().filter(is_superuser=True, is_active=True).order_by("pk").first()
    if known is not None:
        return known
    user = User(username=username, full_name="Quản trị hệ thống", is_superuser=True, is_staff=True)
    user.set_unusable_password()
    user.save()
    note("appoint_administrator", f"Lập tài khoản quản trị đầu tiên «{username}».", by=user)
    return user
