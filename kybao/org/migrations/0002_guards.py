from django.db import migrations

from kybao.org.guards import OnlyGrows, RowsRefused

OVERLAP = """EXISTS (
    SELECT 1 FROM org_agencystate s
    WHERE s.agency_id = NEW.agency_id AND s.valid_from <= NEW.valid_to AND NEW.valid_from <= s.valid_to {but}
)"""
SENTENCE = "hai giai đoạn của một đơn vị chồng lên nhau"


class Migration(migrations.Migration):
    dependencies = [("org", "0001_initial")]

    operations = [
        OnlyGrows("org_auditline"),
        RowsRefused("org_agencystate", "new_overlap", OVERLAP.format(but=""), SENTENCE),
        RowsRefused(
            "org_agencystate", "changed_overlap", OVERLAP.format(but="AND s.id <> NEW.id"), SENTENCE, verbs=["UPDATE"]
        ),
    ]
