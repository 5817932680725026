"""The cast of every test, always the same few people, and the few stories they work on.

    sara     reporter            سارا رها
    arash    desk editor         آرش کیانی
    maryam   editor in chief     مریم دادگر

``client`` is nobody; ``as_sara``, ``as_arash`` and ``as_maryam`` are clients logged in.
"""

import os
import tempfile

os.environ.setdefault("DABIR_DATA", tempfile.mkdtemp(prefix="dabir-tests-"))

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import Group, User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client, TransactionTestCase
from PIL import Image

from dabir.newsroom import staff
from dabir.newsroom.models import Byline, Desk, Picture, Section, Story, Topic, Writer
from dabir.persian import HALF_SPACE

PASSWORD = "no-one-guesses-this-71"
_ASKS = {"db", "transactional_db", "live_server"}


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out on PostgreSQL what asks no database: it was tried without."""
    if "DABIR_DATABASE" not in os.environ:
        return
    asking = [item for item in items if asks_database(item)]
    left_out = [item for item in items if not asks_database(item)]
    config.hook.pytest_deselected(items=left_out)
    items[:] = asking


def asks_database(item: pytest.Item) -> bool:
    """Say whether a test asks the database anything."""
    is_case = issubclass(getattr(item, "cls", None) or object, TransactionTestCase)
    is_marked = item.get_closest_marker("django_db") is not None
    return is_case or is_marked or not _ASKS.isdisjoint(getattr(item, "fixturenames", ()))


@pytest.fixture(autouse=True)
def _places(settings: Any, tmp_path: Path) -> None:
    """Give every test its own folders, and static files without a manifest."""
    settings.MEDIA_ROOT = tmp_path / "media"
    settings.PUBLIC_DIR = tmp_path / "public"
    settings.SEARCH_DIR = tmp_path / "search"
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }


@pytest.fixture
def newsroom(db: None) -> None:
    """The three roles and the way of a story; every migration and flush founds them."""
    assert Group.objects.filter(name=staff.REPORTER).exists()


@pytest.fixture
def hire(newsroom: None) -> Callable[[str, str, str], User]:
    """Return a function that makes a user with a role: ``hire("sara", "سارا رها", role)``."""

    def make(username: str, name: str, role: str) -> User:
        first, last = name.split(" ", 1)
        user = User.objects.create_user(
            username, f"{username}@example.org", PASSWORD, first_name=first, last_name=last
        )
        user.groups.add(Group.objects.get(name=role))
        return user

    return make


@pytest.fixture
def sara(hire: Callable[[str, str, str], User]) -> User:
    user = hire("sara", "سارا رها", staff.REPORTER)
    Writer.objects.create(name="سارا رها", title="خبرنگار شهر", user=user)
    return user


@pytest.fixture
def arash(hire: Callable[[str, str, str], User]) -> User:
    return hire("arash", "آرش کیانی", staff.DESK_EDITOR)


@pytest.fixture
def maryam(hire: Callable[[str, str, str], User]) -> User:
    return hire("maryam", "مریم دادگر", staff.EDITOR_IN_CHIEF)


def logged_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def as_sara(sara: User) -> Client:
    return logged_in(sara)


@pytest.fixture
def as_arash(arash: User) -> Client:
    return logged_in(arash)


@pytest.fixture
def as_maryam(maryam: User) -> Client:
    return logged_in(maryam)


@pytest.fixture
def section(db: None) -> Section:
    return Section.objects.create(key="city", name="شهر", order=1)


@pytest.fixture
def other_section(db: None) -> Section:
    return Section.objects.create(key="science", name="دانش", order=2)


@pytest.fixture
def desk(arash: User) -> Desk:
    desk = Desk.objects.create(name="میز شهر")
    desk.members.add(arash)
    return desk


@pytest.fixture
def topic(db: None) -> Topic:
    return Topic.objects.create(name="دوچرخه", kind=Topic.Kind.SUBJECT)


@pytest.fixture
def picture(db: None) -> Picture:
    """A small picture with its credit and words."""
    canvas = io.BytesIO()
    Image.new("RGB", (640, 360), "#2a6f6b").save(canvas, "PNG")
    return Picture.objects.create(
        title="خیابان",
        alt="خیابانی با مسیر دوچرخه",
        credit="نیما پاکدل",
        file=SimpleUploadedFile("street.png", canvas.getvalue(), "image/png"),
    )


@pytest.fixture
def write(sara: User, section: Section) -> Callable[..., Story]:
    """Return a function that writes a draft by Sara: ``write(headline="…", lead="…")``."""

    def make(**fields: Any) -> Story:
        story = Story(**{"headline": "مسیر تازه", "section": section, "live": False, **fields})
        story.written_by = sara
        story.bylines = [Byline(writer=sara.writer)]
        story.save()
        story.save_revision(user=sara)
        return story

    return make


@pytest.fixture
def draft(write: Callable[..., Story]) -> Story:
    """A story that readers have never seen."""
    return write(
        headline="مسیر دوچرخه تا ایستگاه قطار کشیده شد",
        lead="شهرداری سه کیلومتر مسیر تازه را امروز باز کرد.",
        body=[("paragraph", "<p>مسیر از میدان تا ایستگاه است.</p>")],
    )


@pytest.fixture
def story(write: Callable[..., Story], maryam: User) -> Story:
    """A story that readers see."""
    story = write(
        kicker="پس از دو سال",
        headline="پل عابر پیاده باز شد",
        lead="پل چوبی رودخانه از امروز به روی پیادگان باز است.",
        body=[("paragraph", f"<p>پل را درودگران شهر ساخته{HALF_SPACE}اند.</p>")],
    )
    story.latest_revision.publish(user=maryam)
    story.refresh_from_db()
    return story
