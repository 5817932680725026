"""Queries that are written once and asked many times.

Django writes a query anew whenever it is asked, which takes many times as long as the database
needs to answer for a handful of keys.

    _BYLINES = Asked(lambda codes: Byline.objects.filter(story__in=codes).values_list("guest"))
    _BYLINES([912090, 912091])      rows, as ``values_list`` gives them
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Any, Final

from django.db import DEFAULT_DB_ALIAS, connection
from django.db.models import Model, QuerySet

Row = tuple[Any, ...]
_MARK: Final = -(1 << 52)
"""Stands for the first key in a query that is being written, the numbers above it for others."""


@dataclass(frozen=True, slots=True)
class _Written:
    """A query as text, for some number of keys."""

    sql: str
    told: tuple[Any, ...]
    """What it is told, with marks where keys stand."""
    compiler: Any
    converters: dict[int, Any]

    def ask(self, keys: list[int]) -> list[Row]:
        told = [keys[each - _MARK] if _is_mark(each) else each for each in self.told]
        with connection.cursor() as cursor:
            cursor.execute(self.sql, told)
            rows: list[Row] = cursor.fetchall()
        if not self.converters:
            return rows
        return [tuple(row) for row in self.compiler.apply_converters(rows, self.converters)]


class Asked:
    """A question about some keys: a query of values with the keys in an ``__in``.

    It may depend on nothing but the keys, for it is written once: on no hour and no setting.
    """

    def __init__(self, query: Callable[[list[int]], "QuerySet[Any, Any]"]) -> None:
        self._query = query
        self._written: dict[int, _Written] = {}

    def __call__(self, keys: Collection[int]) -> list[Row]:
        """Return the rows for these keys, as many as they are, in one query."""
        if not keys:
            return []
        told = list(keys)
        size = 1 << (len(told) - 1).bit_length()
        if size not in self._written:
            self._written[size] = self._write(size)
        return self._written[size].ask(told + told[-1:] * (size - len(told)))

    def _write(self, size: int) -> _Written:
        """Write the query for ``size`` keys: a power of two, so that few are ever written."""
        query = self._query([_MARK + place for place in range(size)]).query
        compiler: Any = query.get_compiler(DEFAULT_DB_ALIAS)
        sql, told = compiler.as_sql()
        converters = compiler.get_converters([column for column, _, _ in compiler.select])
        return _Written(sql, tuple(told), compiler, converters)


def _is_mark(each: object) -> bool:
    return isinstance(each, int) and each < _MARK // 2


class AskedRecords:
    """The same for records by their keys, of which only some fields are read."""

    def __init__(self, model: type[Model], *fields: str) -> None:
        of_model = [field.attname for field in model._meta.concrete_fields]
        key = model._meta.pk.attname
        names = [name for name in of_model if name in {key, *fields}]  # in the model's order
        self._model, self._names, self._key = model, names, names.index(key)
        rows = model._base_manager.order_by()
        self._asked = Asked(lambda keys: rows.filter(pk__in=keys).values_list(*names))

    def __call__(self, keys: Collection[int]) -> dict[Any, Any]:
        """Return the records that there are, by key."""
        rows = {row[self._key]: row for row in self._asked(keys)}
        made = self._model.from_db
        return {key: made(DEFAULT_DB_ALIAS, self._names, row) for key, row in rows.items()}
