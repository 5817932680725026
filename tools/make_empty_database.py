"""Make the empty database that a new paper begins with.

    python -m tools.make_empty_database

Three hundred migrations take a quarter of a minute; they run once here, beside the making of the
lexicon, and not for each new data folder: see ``dabir.commands.preparing``.
"""

import os
import sys
import tempfile

import django


def main() -> int:
    """Write the database; return the exit status."""
    with tempfile.TemporaryDirectory() as place:
        os.environ |= {"DJANGO_SETTINGS_MODULE": "dabir.settings", "DABIR_DATA": place}
        os.environ.pop("DABIR_DATABASE", None)
        django.setup()
        from django.core.management import call_command
        from django.db import connection

        from dabir.commands.preparing import EMPTY

        call_command("migrate", verbosity=0, interactive=False)
        new = EMPTY.with_name(f"{EMPTY.name}.new")
        new.unlink(missing_ok=True)
        with connection.cursor() as cursor:
            cursor.execute("VACUUM INTO %s", [str(new)])
        new.replace(EMPTY)
        connection.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
