"""A house's decisions as a file, for readers that have no database.

The newsroom keeps the rulebook and writes this file whenever the house decides something;
``dabir proof`` and other editors read it. It is JSON, so that an engineer can look into it:

    {"terms": [{"wrong": …, "right": …, "reason": …}], "names": […], "exceptions": […],
     "switches": {rule: true or false}, "spare_quotes": false}
"""

import json
import os
import tempfile
from collections.abc import Mapping
from dataclasses import asdict, fields
from pathlib import Path
from typing import Any, Final

from dabir.copydesk.house import House, Term

FILE: Final = Path("copydesk") / "house.json"
"""Where the file stands in a paper's data folder."""


class HouseFileError(ValueError):
    """A file of a house's decisions that cannot be understood."""


def read_house(data: Path) -> House:
    """Return what the house with the data folder ``data`` decided; nothing, without a file."""
    place = data / FILE
    try:
        record = json.loads(place.read_text(encoding="utf-8"))
        return as_house(record)
    except FileNotFoundError:
        return House()
    except (ValueError, TypeError, AttributeError) as error:
        raise HouseFileError(f"{place} is no rulebook: {error}") from error


def write_house(data: Path, house: House) -> None:
    """Keep ``house`` in the data folder ``data``; readers see the old file or the new one."""
    place = data / FILE
    place.parent.mkdir(parents=True, exist_ok=True)
    handle, new = tempfile.mkstemp(dir=place.parent, prefix=".house.")
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        json.dump(as_record(house), file, ensure_ascii=False, indent=1, sort_keys=True)
    Path(new).chmod(0o644)
    Path(new).replace(place)


def as_record(house: House) -> dict[str, Any]:
    """Return a house's decisions in the types that JSON knows."""
    return {field.name: _plain(getattr(house, field.name)) for field in fields(house)}


def _plain(value: Any) -> Any:
    match value:
        case frozenset():
            return sorted(value)
        case tuple():
            return [asdict(term) for term in value]
        case Mapping():
            return dict(value)
    return value


def as_house(record: Mapping[str, Any]) -> House:
    """Return the house that a record speaks of; of what is not said, the default."""
    known = {field.name for field in fields(House)}
    return House(**{name: _own(name, value) for name, value in record.items() if name in known})


def _own(name: str, value: Any) -> Any:
    match value:
        case list() if name == "terms":
            return tuple(Term(**term) for term in value)
        case list():
            return frozenset(map(str, value))
    return value
