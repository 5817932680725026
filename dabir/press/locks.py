"""Who may write into the ledger at once: one settles alone, or several enter side by side."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from django.db import connection, transaction

_SETTLING: Final = 0x0DAB1
_QUEUE: Final = 0x0DAB2
"""Names of PostgreSQL's advisory locks: who settles or enters, and who waits to settle."""


@contextmanager
def alone() -> Iterator[bool]:
    """Hold the ledger alone in a transaction; False where another waits to do so.

    On SQLite every transaction that writes is alone.
    """
    with transaction.atomic():
        if connection.vendor != "postgresql":
            yield True
        elif _ask(f"SELECT pg_try_advisory_xact_lock({_QUEUE})"):
            _ask(f"SELECT pg_advisory_xact_lock({_SETTLING})")
            yield True
        else:
            yield False


@contextmanager
def with_others() -> Iterator[None]:
    """Hold the ledger in a transaction beside others, while nobody is alone with it."""
    with transaction.atomic():
        if connection.vendor == "postgresql":
            _ask(f"SELECT pg_advisory_xact_lock_shared({_SETTLING})")
        yield


def _ask(question: str) -> bool:
    with connection.cursor() as cursor:
        cursor.execute(question)
        return bool(cursor.fetchone()[0])
