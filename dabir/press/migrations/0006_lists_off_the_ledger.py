from typing import Any

from django.db import migrations, models

DAYS = r"^/archive/\d{4}/\d\d/\d\d/$"
FRONT, ARCHIVE = 1, 3


def print_days_with_the_fronts(apps: Any, schema_editor: Any) -> None:
    pages = apps.get_model("press", "PrintedPage").objects.filter(path__startswith="/archive/")
    pages.filter(path__regex=DAYS, rank=ARCHIVE).update(rank=FRONT)


class Migration(migrations.Migration):
    dependencies = [("press", "0005_bar")]

    operations = [
        migrations.AddIndex(
            model_name="standing",
            index=models.Index(fields=["list", "position"], name="standing_in_list"),
        ),
        migrations.RunPython(print_days_with_the_fronts, migrations.RunPython.noop),
    ]
