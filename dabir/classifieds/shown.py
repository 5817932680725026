"""What a printed page shows of the classifieds. The press asks here and nowhere else.

Everything is plain and frozen, so that the press can compare what it printed with what it
would print now. The phone number is not among it.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from django.db.models import Count, Q

from dabir.classifieds.models import Advertisement, AdvertisementPicture, Category


class PictureShown(NamedTuple):
    url: str
    thumbnail: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class AdvertisementShown:
    """One advertisement. A price of None is «توافقی»."""

    pk: int
    address: str
    title: str
    city: str
    text: str
    price: int | None
    category: str
    category_address: str
    approved_at: datetime | None
    expires_at: datetime | None
    pictures: tuple[PictureShown, ...]


@dataclass(frozen=True, slots=True)
class CategoryShown:
    """One category, and how many advertisements its page holds."""

    pk: int
    key: str
    name: str
    address: str
    count: int


def advertisement(ad: Advertisement) -> AdvertisementShown:
    """Return what is shown of ``ad``; without a query if it came ``with_parts()``."""
    return AdvertisementShown(
        pk=ad.pk,
        address=ad.get_absolute_url(),
        title=ad.title,
        city=ad.city,
        text=ad.text,
        price=ad.price or None,
        category=ad.category.name,
        category_address=ad.category.get_absolute_url(),
        approved_at=ad.approved_at,
        expires_at=ad.expires_at,
        pictures=tuple(map(_picture, ad.pictures.all())),
    )


def categories() -> tuple[CategoryShown, ...]:
    """Return every category in the paper's order, in one query."""
    approved = Q(advertisements__state=Advertisement.State.APPROVED)
    counted = Category.objects.annotate(shown=Count("advertisements", filter=approved))
    counted = counted.order_by("order", "pk")  # counting forgets the order
    return tuple(
        CategoryShown(one.pk, one.key, one.name, one.get_absolute_url(), one.shown)
        for one in counted
    )


def _picture(picture: AdvertisementPicture) -> PictureShown:
    return PictureShown(picture.file.url, picture.thumbnail.url, picture.width, picture.height)
