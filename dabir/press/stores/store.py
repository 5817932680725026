"""What the press needs of a place to print to; ``Folder`` and ``Bucket`` are such places."""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator

from dabir.press.stores.names import copies_at
from dabir.press.stores.packing import ending_of, unpack

Item = tuple[str, bytes, int]
"""A page to print: its address, its body, and the status that readers get with it."""


class Store(ABC):
    """Where the paper is printed to.

    At an address lies at most one page: a story (200), the note that it was withdrawn (410)
    or the address that it moved to (301; the body is that address). A reader gets the old page
    or the new one, never a part of one and never nothing between two.
    """

    @abstractmethod
    def prepare(self) -> None:
        """Make the place where it is missing; PressError where that cannot be."""

    @abstractmethod
    def check(self) -> None:
        """PressError where nothing can be printed now: a full disk, a bucket that is away."""

    def put(self, path: str, body: bytes, status: int = 200) -> bool:
        """Print a page in place of what lies at its address; return whether that was another.

        What lies there is compared by its bytes, so nothing is written twice.
        """
        return self.put_many([(path, body, status)]) > 0

    @abstractmethod
    def put_many(self, items: Iterable[Item]) -> int:
        """Print pages together; return how many were other than what lay there.

        Each page is whole at every moment, but they do not appear at one moment. On an error
        any of them may be printed already: printing them once more is safe.
        """

    @abstractmethod
    def remove(self, path: str) -> None:
        """Take whatever lies at an address out of the paper."""

    @abstractmethod
    def copy(self, name: str) -> bytes | None:
        """Return the bytes of a copy by its name, None where there is none."""

    def bodies(self, path: str, status: int = 200) -> dict[str, bytes | None]:
        """Return the body that each copy of a page gives, by the copy's name: None for a torn
        one; a missing one is left out.
        """
        found = {name: self.copy(name) for name in copies_at(path, status)}
        return {
            name: unpack(packed, ending_of(name))
            for name, packed in found.items()
            if packed is not None
        }

    def read(self, path: str, status: int = 200) -> bytes | None:
        """Return the body that is printed at an address, None where none is, or a torn one."""
        name = copies_at(path, status)[-1]
        packed = self.copy(name)
        return None if packed is None else unpack(packed, ending_of(name))

    @abstractmethod
    def has(self, path: str, status: int = 200) -> bool:
        """Say whether an address has a page with this status, with all its copies."""

    @abstractmethod
    def names(self) -> Iterator[str]:
        """Yield the name of every file, with the endings of packed copies."""

    def tree(self) -> dict[str, bytes]:
        """Return the bytes of every file by its name; for small papers and tests."""
        return {name: self.copy(name) or b"" for name in self.names()}

    @abstractmethod
    def sweep(self) -> None:
        """Remove what a press that was killed in the middle of a page left behind."""
