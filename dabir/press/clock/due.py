"""What is due, read from the hours that stories and advertisements carry."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from django.contrib.contenttypes.models import ContentType
from django.db.models import BigIntegerField, Exists, OuterRef
from django.db.models.functions import Cast
from wagtail.models import Revision

from dabir.classifieds.models import Advertisement
from dabir.newsroom.models import BreakingBar, Story
from dabir.press.appointments import Appointment, Deed

REMEMBERED: Final = timedelta(days=31)
"""How far back the ends of embargoes are looked for; a clock is not away for longer."""


@dataclass(frozen=True, slots=True, order=True)
class Item:
    """One thing to be done at its hour."""

    due_at: datetime
    deed: str
    key: str


def items(now: datetime) -> list[Item]:
    """Return what is due by ``now`` and was not done, the longest due first."""
    ends = (*expiries(now), *_releases(now), *_advertisements(now), *bars(now))
    return sorted([*publications(now), *ends])


def waiting_versions() -> Any:
    """Return the versions of stories that wait for their hour."""
    kind = ContentType.objects.get_for_model(Story)
    return Revision.objects.filter(base_content_type=kind, approved_go_live_at__isnull=False)


def publications(now: datetime) -> list[Item]:
    """Return the approved versions of stories whose hour has come."""
    waiting = waiting_versions().filter(approved_go_live_at__lte=now)
    hours = waiting.values_list("object_id", "approved_go_live_at")
    return [Item(due_at, Deed.PUBLISH, code) for code, due_at in hours]


def expiries(now: datetime) -> list[Item]:
    """Return the live stories whose time in the paper is over."""
    over = Story.objects.filter(live=True, expire_at__lte=now).order_by()
    return [
        Item(due_at, Deed.EXPIRE, str(code))
        for code, due_at in over.values_list("pk", "expire_at")
        if due_at
    ]


def _releases(now: datetime) -> list[Item]:
    """Return the stories whose embargo ended: what speaks of them may show them now."""
    ended = Story.objects.filter(embargo_until__lte=now, embargo_until__gt=now - REMEMBERED)
    noted = Appointment.objects.filter(deed=Deed.RELEASE, done_at__isnull=False).annotate(
        code=Cast("key", BigIntegerField())
    )
    same = noted.filter(code=OuterRef("pk"), due_at=OuterRef("embargo_until"))
    new = ended.exclude(Exists(same)).order_by().values_list("pk", "embargo_until")
    return [Item(due_at, Deed.RELEASE, str(code)) for code, due_at in new if due_at]


def _advertisements(now: datetime) -> list[Item]:
    over = Advertisement.objects.due(now).order_by().values_list("pk", "expires_at")
    return [Item(due_at, Deed.AD, str(pk)) for pk, due_at in over if due_at]


def bars(now: datetime) -> list[Item]:
    """Return the breaking bars whose hour has come."""
    over = BreakingBar.objects.due(now).values_list("pk", "expires_at")
    return [Item(due_at, Deed.BAR, str(pk)) for pk, due_at in over]


def next_publication(now: datetime) -> datetime | None:
    """Return when the next story is to go out."""
    ahead = waiting_versions().filter(approved_go_live_at__gt=now)
    hour: datetime | None = (
        ahead.order_by("approved_go_live_at").values_list("approved_go_live_at", flat=True).first()
    )
    return hour


def next_hour(now: datetime) -> datetime | None:
    """Return when the next thing of any kind falls due, so far as is known now."""
    return min(filter(None, (next_publication(now), next_end(now))), default=None)


def next_end(now: datetime) -> datetime | None:
    """Return when a story or the breaking bar is to leave the paper, or an embargo ends, next."""
    stories = Story.objects.order_by()
    expiry = stories.filter(live=True, expire_at__gt=now).order_by("expire_at")
    embargo = stories.filter(embargo_until__gt=now).order_by("embargo_until")
    hours = [
        expiry.values_list("expire_at", flat=True).first(),
        embargo.values_list("embargo_until", flat=True).first(),
        BreakingBar.objects.ends(now),
    ]
    return min((hour for hour in hours if hour), default=None)
