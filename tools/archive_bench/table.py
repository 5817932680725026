"""The lines of the table that ``make bench-archive`` prints."""

from collections.abc import Sequence
from typing import NamedTuple


class Row(NamedTuple):
    """One line: what was found, what it stands beside, what it must be, and whether it is."""

    measure: str
    found: str
    beside: str = ""
    must: str = ""
    aim: str = ""
    holds: bool = True

    def __str__(self) -> str:
        missed = "" if self.holds else "  missed"
        cells = (
            f"{self.measure:50} {self.found:>26}  {self.beside:58} {self.must:>10} {self.aim:>8}"
        )
        return f"{cells}{missed}".rstrip()


HEAD = Row("", "found", "beside", "must", "aim")


def share(values: Sequence[float], part: float) -> float:
    """Return the value that ``part`` of the values do not exceed."""
    return sorted(values)[int(part * (len(values) - 1))]


def percentiles(values: Sequence[float]) -> str:
    """Return p50, p95 and p99 of some milliseconds, to be read."""
    return " / ".join(f"{share(values, part):.2f}" for part in (0.5, 0.95, 0.99))
