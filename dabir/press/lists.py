"""What stands at the top of a list, read off the ledger: one walk over an index for any list.

The newest of a topic, of a section with what others share with it, or of a day cost the same
at a million stories as at a thousand. Standings are written where a change is settled, so a
page reads of a list exactly what the next settlement compares with.
"""

from typing import Final

from django.db import connection

from dabir.press.models import Standing

_TABLE: Final = Standing._meta.db_table
_ALL: Final = f"SELECT position, source FROM {_TABLE} WHERE list = %s"  # noqa: S608
_LAST: Final = (
    f"SELECT position FROM {_TABLE} WHERE list = %s"  # noqa: S608
    " ORDER BY position DESC LIMIT 1 OFFSET %s"
)
_TOP: Final = f"{_ALL} AND position >= COALESCE(({_LAST}), %s)"
_BOTTOM: Final = -(1 << 62)


def top(name: str, limit: int | None = None) -> list[tuple[int, str]]:
    """Return what stands first in list ``name``: (position, source), the highest position first.

    ``limit`` may be exceeded by those that share the last position.
    """
    told = (name,) if limit is None else (name, name, limit - 1, _BOTTOM)
    with connection.cursor() as cursor:
        cursor.execute(_ALL if limit is None else _TOP, told)
        return sorted(cursor.fetchall(), reverse=True)


def above(name: str, position: int) -> list[tuple[int, str]]:
    """Return what stands in list ``name`` at ``position`` or higher, the highest first."""
    with connection.cursor() as cursor:
        cursor.execute(f"{_ALL} AND position >= %s", (name, position))
        return sorted(cursor.fetchall(), reverse=True)
