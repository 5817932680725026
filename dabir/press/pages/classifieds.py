"""The classifieds: their front, a page for each category, a page for each advertisement."""

from collections.abc import Iterator

from dabir.classifieds.models import Advertisement
from dabir.classifieds.shown import CategoryShown, advertisement, categories
from dabir.press.ledger import Reading, digest
from dabir.press.pages.front import advertisements
from dabir.press.pages.registry import DEPENDENT, Sheet, prints, sheet

NEWEST = 30


def _categories(reading: Reading) -> tuple[CategoryShown, ...]:
    found = categories()
    reading.show("ads-index", "whole", digest(found))
    return found


def _category_pages() -> Iterator[str]:
    return (category.address for category in categories())


def _advertisement_pages() -> Iterator[str]:
    return (advertisement(ad).address for ad in Advertisement.objects.approved().with_parts())


@prints(r"/classifieds/", rank=DEPENDENT)
def classifieds(path: str, reading: Reading) -> Sheet:
    """The door to the classifieds: categories, and what came last."""
    ads = advertisements(reading, "ads", Advertisement.objects.approved(), NEWEST)
    return sheet("pages/classifieds.html", path, reading, categories=_categories(reading), ads=ads)


@prints(r"/classifieds/(?P<key>[a-z][a-z0-9-]*)/", rank=DEPENDENT, paths=_category_pages)
def category(path: str, reading: Reading, key: str) -> Sheet | None:
    """A category with all its advertisements."""
    found = {category.key: category for category in _categories(reading)}
    if key not in found:
        return None
    pk = found[key].pk
    ads = advertisements(
        reading, f"ad-category:{pk}", Advertisement.objects.approved().filter(category_id=pk)
    )
    return sheet(
        "pages/classifieds_category.html",
        path,
        reading,
        category=found[key],
        categories=tuple(found.values()),
        ads=ads,
    )


@prints(
    r"/classifieds/(?P<key>[a-z][a-z0-9-]*)/(?P<pk>\d{1,18})/",
    rank=DEPENDENT,
    paths=_advertisement_pages,
)
def one_advertisement(path: str, reading: Reading, key: str, pk: str) -> Sheet | None:
    """One advertisement; no page once it has expired or was withdrawn."""
    ad = Advertisement.objects.approved().with_parts().filter(pk=int(pk)).first()
    shown = advertisement(ad) if ad else None
    reading.show(f"ad:{pk}", "whole", digest(shown) if shown else "")
    if shown is None or shown.address != path:
        return None
    return sheet("pages/classified.html", path, reading, ad=shown, categories=_categories(reading))
