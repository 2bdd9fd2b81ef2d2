from django.db import migrations

from kybao.org.guards import OnlyGrows


class Migration(migrations.Migration):
    dependencies = [("reports", "0001_initial"), ("org", "0002_guards")]

    operations = [OnlyGrows("reports_draft")]
