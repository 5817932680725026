"""Pages are kept packed, in whatever form they came; old addresses are remembered."""

import brotli
import django.db.models.deletion
from django.db import migrations, models


def pack(apps, schema_editor):
    """Pack the pages that are kept already."""
    originals = apps.get_model("archive", "Original").objects
    for original in originals.iterator(chunk_size=200):
        data = original.text.encode("utf-8", "surrogatepass")
        originals.filter(pk=original.pk).update(packed=brotli.compress(data, quality=5))


class Migration(migrations.Migration):
    dependencies = [("archive", "0001_initial"), ("newsroom", "0001_initial")]

    operations = [
        migrations.AddField(
            "original", "form", models.CharField(default="text", max_length=10)
        ),
        migrations.AddField("original", "address", models.CharField(blank=True, max_length=400)),
        migrations.AddField(
            "original", "packed", models.BinaryField(default=b"", verbose_name="متن صفحه")
        ),
        migrations.AddField("original", "pictures", models.JSONField(blank=True, default=list)),
        migrations.RunPython(pack, migrations.RunPython.noop),
        migrations.RemoveField("original", "text"),
        migrations.CreateModel(
            "OldAddress",
            [
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("path", models.CharField(max_length=400, unique=True, verbose_name="نشانی پیشین")),
                (
                    "story",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="old_addresses",
                        to="newsroom.story",
                        verbose_name="خبر",
                    ),
                ),
            ],
            options={
                "verbose_name": "نشانی پیشین",
                "verbose_name_plural": "نشانی\u200cهای پیشین",
            },
        ),
    ]
