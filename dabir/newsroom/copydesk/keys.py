"""Keys with which programs outside the browser let the desk read for somebody.

A key is signed with the paper's secret, so none is stored. It holds as long as its owner's
password and place in the newsroom.
"""

from typing import Any, Final

from django.contrib.auth import get_user_model
from django.core import signing
from django.http import HttpRequest
from django.utils.crypto import constant_time_compare

_SALT: Final = "dabir.newsroom.copydesk.keys"
_SCHEME: Final = "Bearer "


def key_for(user: Any) -> str:
    """Return the key of ``user``, for «Authorization: Bearer KEY»."""
    return signing.dumps([user.pk, _trace(user)], salt=_SALT)


def owner_of_key(request: HttpRequest) -> Any | None:
    """Return who sent ``request`` with a key that holds; None for everybody else."""
    header = request.headers.get("Authorization", "")
    if not header.startswith(_SCHEME):
        return None
    try:
        pk, trace = signing.loads(header.removeprefix(_SCHEME).strip(), salt=_SALT)
    except (signing.BadSignature, ValueError, TypeError):
        return None
    user = get_user_model().objects.filter(pk=pk, is_active=True).first()
    if user is None or not constant_time_compare(_trace(user), trace):
        return None
    return user if user.has_perm("wagtailadmin.access_admin") else None


def _trace(user: Any) -> str:
    """Return what changes with the owner's password."""
    trace: str = user.get_session_auth_hash()[:24]
    return trace
