"""The engine of this machine: tantivy, or SQLite's FTS5 where tantivy has no wheel."""

try:
    from dabir.archive.search.index import Index, Writer
except ImportError:  # pragma: no cover
    from dabir.archive.search.fts import Index, Writer  # type: ignore[assignment]

__all__ = ["Index", "Writer"]
