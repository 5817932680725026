"""The addresses at which readers knew a story: which of them have to be remembered."""

from dabir.archive.importers import PageRecord
from dabir.archive.importers.families import KNOWN
from dabir.archive.importers.markup.stated import path_of
from dabir.archive.models import PATH_LENGTH
from dabir.old_addresses import leads_by_itself

_SHORT = {family.name: family.short_addresses for family in KNOWN}


def addresses_of(record: PageRecord, code: int) -> list[str]:
    """Return the paths that led to a record's story and that no rule leads on to ``code``.

    What the family's short addresses are made from is the page's own code.
    """
    told = [path_of(address) for address in (*record.addresses, record.address) if address]
    made = _SHORT.get(record.family)
    short = made(record.code) if made and record.code else ()
    paths = dict.fromkeys((*told, *short))
    return [path for path in paths if _is_kept(path, code)]


def _is_kept(path: str, code: int) -> bool:
    usual = path.startswith("/") and path.strip("/") and "//" not in path and "\\" not in path
    return bool(usual) and len(path) <= PATH_LENGTH and not leads_by_itself(path, code)
