from django.db import migrations

from kybao.org.guards import OnlyGrows, RowsRefused

NOT_THE_LAST_VERSION = """NEW.supersedes_id IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM ledger_entry e
    WHERE e.id = NEW.supersedes_id AND e.version = NEW.version - 1
      AND e.agency_id = NEW.agency_id AND e.indicator_id = NEW.indicator_id AND e.period_code = NEW.period_code
      AND e.level = NEW.level AND e.assigner = NEW.assigner AND e.scope = NEW.scope AND e.as_of = NEW.as_of
)"""

NOT_LINKED = """(NEW.position = 1 AND NEW.previous_hash <> '') OR (NEW.position > 1 AND NOT EXISTS (
    SELECT 1 FROM ledger_entry e
    WHERE e.chain_id = NEW.chain_id AND e.position = NEW.position - 1 AND e.hash = NEW.previous_hash
))"""

ANOTHER_CHAIN = """NOT EXISTS (
    SELECT 1 FROM ledger_chain c
    WHERE c.id = NEW.chain_id AND c.agency_id = NEW.agency_id AND c.period_code = NEW.period_code
)"""

BACKWARDS = "NEW.length < OLD.length OR NEW.agency_id <> OLD.agency_id OR NEW.period_code <> OLD.period_code"


class Migration(migrations.Migration):
    dependencies = [("ledger", "0001_initial"), ("org", "0002_guards")]

    operations = [
        OnlyGrows("ledger_entry"),
        OnlyGrows("ledger_closing"),
        RowsRefused("ledger_entry", "version", NOT_THE_LAST_VERSION, "không thay đúng phiên bản trước"),
        RowsRefused("ledger_entry", "link", NOT_LINKED, "không nối vào dòng cuối của chuỗi"),
        RowsRefused("ledger_entry", "chain", ANOTHER_CHAIN, "không thuộc chuỗi của đơn vị và kỳ này"),
        RowsRefused("ledger_chain", "forward", BACKWARDS, "chuỗi chỉ được dài thêm", verbs=["UPDATE"]),
    ]
