"""Who sends us something, told only as far as it takes to stop a flood.

A network address is a person's trace, so it is never stored. What is stored is its hash
under a secret and the day: the same sender gives the same hash today and another one
tomorrow, and nobody can follow a sender from day to day.
"""

from datetime import date
from ipaddress import IPv6Address, IPv6Network, ip_address

from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone
from django.utils.crypto import salted_hmac


def sender_address(request: HttpRequest) -> str:
    """Return the network address that ``request`` comes from.

    X-Forwarded-For is believed as far as ``settings.PROXIES`` trusted proxies wrote it, so
    that what a sender puts there changes nothing.
    """
    direct: str = request.META.get("REMOTE_ADDR", "")
    hops = request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")
    if not 0 < settings.PROXIES <= len(hops):
        return direct
    told = hops[-settings.PROXIES].strip()
    return told if _is_address(told) else direct


def sender_hash(request: HttpRequest, day: date | None = None) -> str:
    """Return what may be stored of the sender on ``day`` (today): 64 hexadecimal digits."""
    day = day or timezone.localdate()
    told = f"{day.isoformat()} {_household(sender_address(request))}"
    return salted_hmac("dabir.newsroom.senders", told, algorithm="sha256").hexdigest()


def _is_address(text: str) -> bool:
    try:
        ip_address(text)
    except ValueError:
        return False
    return True


def _household(address: str) -> str:
    """Return ``address``, or of IPv6 its first half: one subscriber owns the whole second."""
    if not _is_address(address):
        return address
    found = ip_address(address)
    if not isinstance(found, IPv6Address):
        return str(found)
    return str(found.ipv4_mapped or IPv6Network((int(found), 64), strict=False))
