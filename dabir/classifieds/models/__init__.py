"""The records of the classifieds."""

from dabir.classifieds.models.act import Act, PhoneLook
from dabir.classifieds.models.advertisement import Advertisement, Copy, RefusedError
from dabir.classifieds.models.category import Category
from dabir.classifieds.models.picture import AdvertisementPicture

__all__ = [
    "Act",
    "Advertisement",
    "AdvertisementPicture",
    "Category",
    "Copy",
    "PhoneLook",
    "RefusedError",
]
