"""The cast of the classifieds: two categories, a sender, and her carpet.

sent       what submit() gives: the advertisement, and the secret of its address
carpet     the same advertisement, waiting
printed    the same, approved by Maryam
typed      what the sender types into the form, opened ten seconds ago
"""

import io
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core import signing
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from PIL import Image

from dabir.classifieds import forms
from dabir.classifieds.models import Advertisement, Category, Copy
from dabir.classifieds.models.advertisement import Sent
from dabir.classifieds.signals import advertisements_changed
from dabir.persian import HALF_SPACE

Photo = Callable[..., SimpleUploadedFile]


@pytest.fixture
def home(db: None) -> Category:
    return Category.objects.create(key="home", name="خانه و زندگی", order=2)


@pytest.fixture
def vehicles(db: None) -> Category:
    return Category.objects.create(key="vehicles", name="خودرو", order=1)


@pytest.fixture
def copy(home: Category) -> Copy:
    return Copy(
        home, f"قالیچه دست{HALF_SPACE}باف", "کرمان", "پشمی و رنگ گیاهی.", 46_000_000, "09000005034"
    )


@pytest.fixture
def sent(copy: Copy) -> Sent:
    return Advertisement.submit(copy)


@pytest.fixture
def carpet(sent: Sent) -> Advertisement:
    return sent.advertisement


@pytest.fixture
def printed(carpet: Advertisement, maryam: User) -> Advertisement:
    carpet.approve(maryam)
    return carpet


@pytest.fixture
def private(sent: Sent) -> str:
    """The private address of the carpet."""
    return f"/classifieds/mine/{sent.token}/"


@pytest.fixture
def begun() -> Callable[[float], str]:
    """Return a function that gives the word of a form opened so many seconds ago."""

    def make(seconds_ago: float) -> str:
        return signing.dumps(timezone.now().timestamp() - seconds_ago, salt=forms._SALT)

    return make


@pytest.fixture
def typed(home: Category, begun: Callable[[float], str]) -> dict[str, Any]:
    return {
        "category": "home",
        "title": f"قالیچه دست{HALF_SPACE}باف",
        "city": "کرمان",
        "text": "پشمی و رنگ گیاهی.\n\nدیدنش در منزل.",
        "price": "۴۶٬۰۰۰٬۰۰۰",
        "phone": "۰۹۰۰ ۰۰۰ ۵۰۳۴",
        "website": "",
        "started": begun(10),
    }


@pytest.fixture
def photo() -> Photo:
    """Return a function that makes a picture as a browser sends it."""

    def make(
        kind: str = "PNG", size: tuple[int, int] = (64, 48), mode: str = "RGB", **extra: Any
    ) -> SimpleUploadedFile:
        canvas = io.BytesIO()
        Image.new(mode, size, extra.pop("colour", None) or 120).save(canvas, kind, **extra)
        return SimpleUploadedFile(f"photo.{kind.lower()}", canvas.getvalue())

    return make


@pytest.fixture
def news() -> Iterator[list[tuple[int, frozenset[int]]]]:
    """What the classifieds told the press: (advertisement, categories)."""
    heard: list[tuple[int, frozenset[int]]] = []

    def hear(sender: object, pk: int, categories: frozenset[int], **kwargs: object) -> None:
        heard.append((pk, categories))

    advertisements_changed.connect(hear)
    yield heard
    advertisements_changed.disconnect(hear)
