"""How a rule shows what it does: text before and after."""

from dataclasses import dataclass, field

from dabir.copydesk.house import House


@dataclass(frozen=True)
class Example:
    """Text as written and as the rule would have it; without ``right`` it is right already."""

    written: str
    right: str | None = None
    house: House = field(default_factory=House)

    @property
    def mended(self) -> str:
        """Return what must come out when the rule's first fixes are put in."""
        return self.written if self.right is None else self.right
