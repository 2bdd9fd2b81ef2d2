"""How the room joins the others: it tells the ledger who owes what."""

from django.apps import AppConfig


class SubmissionsConfig(AppConfig):
    """The room of forms, obligations and submissions."""

    name = "kybao.submissions"

    def ready(self) -> None:
        """Answer the ledger's question who owes a figure."""
        from kybao.ledger.owing import answer_with  # noqa: PLC0415  models load after the apps
        from kybao.submissions.owed import owed_by  # noqa: PLC0415

        answer_with(owed_by)
