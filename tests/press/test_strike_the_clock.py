"""What falls due is done at its second, each item by itself, once."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path
from threading import Event, Thread
from typing import Any

import pytest
import time_machine
from django.contrib.auth.models import User
from django.db import connection
from django.utils import timezone

from dabir.newsroom.models import Story
from dabir.press import clock
from dabir.press.appointments import Appointment, Clockwork, Deed
from dabir.press.clock import due, night, overdue
from dabir.press.models import Change

SOON = timedelta(hours=1)
LATER = timedelta(hours=2)


def schedule(story: Story, maryam: User, wait: timedelta = SOON) -> datetime:
    """Let ``story`` go out after ``wait``; return when."""
    story.go_live_at = hour = timezone.now() + wait
    story.save_revision(user=maryam).publish(user=maryam)
    return hour


@pytest.fixture
def fails(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str], None]]:
    """Return a function that lets the story with this headline fail whenever it is saved."""
    save, broken = Story.save, set[str]()

    def save_or_fail(self: Story, *args: object, **kwargs: object) -> None:
        if self.headline in broken:
            raise ValueError("broken")
        save(self, *args, **kwargs)

    monkeypatch.setattr(Story, "save", save_or_fail)
    yield broken.add
    broken.clear()


def test_a_scheduled_story_goes_out(draft: Story, maryam: User) -> None:
    hour = schedule(draft, maryam)
    clock.Clock().strike()
    draft.refresh_from_db()
    assert not draft.live
    with time_machine.travel(hour + timedelta(seconds=3), tick=False):
        assert clock.Clock().strike() == 1
    draft.refresh_from_db()
    assert draft.live
    done = Appointment.objects.get(deed=Deed.PUBLISH)
    assert (done.key, done.due_at, done.delay) == (str(draft.pk), hour, 3)


def test_a_story_that_expires_is_withdrawn(story: Story) -> None:
    Story.objects.filter(pk=story.pk).update(expire_at=timezone.now() - timedelta(seconds=1))
    clock.Clock().strike()
    story.refresh_from_db()
    assert not story.live
    assert story.expired


def test_the_end_of_an_embargo_is_noted_once(draft: Story) -> None:
    draft.embargo_until = timezone.now() + SOON
    draft.save_revision()
    Change.objects.all().delete()
    with time_machine.travel(timezone.now() + LATER):
        assert clock.Clock().strike() == 1
        assert clock.Clock().strike() == 0
    assert [*Change.objects.values_list("source", flat=True)] == [f"story:{draft.pk}"]


def test_what_was_due_while_no_clock_went_is_caught_up(
    write: Callable[..., Story], maryam: User
) -> None:
    hours = [schedule(write(), maryam, timedelta(minutes=minute)) for minute in (3, 1, 2)]
    with time_machine.travel(timezone.now() + timedelta(days=3)):
        assert clock.Clock().strike() == 3
    done = Appointment.objects.filter(deed=Deed.PUBLISH).order_by("pk")
    assert [each.due_at for each in done] == sorted(hours)


def test_one_failure_stops_no_other_and_its_reason_is_kept(
    write: Callable[..., Story], maryam: User, fails: Callable[[str], None]
) -> None:
    first, second = write(headline="یک"), write(headline="دو")
    schedule(first, maryam)
    schedule(second, maryam)
    fails("یک")
    with time_machine.travel(timezone.now() + LATER):
        assert clock.Clock().strike() == 1
    first.refresh_from_db()
    second.refresh_from_db()
    assert (first.live, second.live) == (False, True)
    failed = Appointment.objects.get(key=str(first.pk))
    assert (failed.attempts, failed.error) == (1, "ValueError: broken")


def test_what_failed_rests_longer_each_time(
    draft: Story, maryam: User, fails: Callable[[str], None]
) -> None:
    hour = schedule(draft, maryam)
    fails(draft.headline)
    tried = []
    with time_machine.travel(hour, tick=False) as now:
        for _ in range(20):
            clock.Clock().strike()
            tried.append(Appointment.objects.get().attempts)
            now.shift(1)
    assert tried == [1, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 4, 4, 4, 4, 5, 5, 5, 5, 5]


def test_another_hour_is_tried_at_once(
    draft: Story, maryam: User, fails: Callable[[str], None]
) -> None:
    schedule(draft, maryam)
    fails(draft.headline)
    with time_machine.travel(timezone.now() + LATER):
        for _ in range(3):
            clock.Clock().strike()
        moved = timezone.now() - timedelta(seconds=1)
        draft.revisions.filter(approved_go_live_at__isnull=False).update(approved_go_live_at=moved)
        clock.Clock().strike()
    assert Appointment.objects.get(due_at=moved).attempts == 1


# The wall clock -----------------------------------------------------------------------
def test_a_clock_set_forward_and_back_does_nothing_twice(story: Story, maryam: User) -> None:
    hour = schedule(story, maryam)
    published: list[int] = []
    with time_machine.travel(hour + SOON):
        published.append(clock.Clock().strike())
    with time_machine.travel(hour - timedelta(minutes=30)):
        published.append(clock.Clock().strike())
    with time_machine.travel(hour + timedelta(minutes=1)):
        published.append(clock.Clock().strike())
    assert published == [1, 0, 0]


def test_a_rest_from_before_the_clock_was_set_back_is_no_rest(
    draft: Story, maryam: User, fails: Callable[[str], None]
) -> None:
    hour = schedule(draft, maryam)
    Appointment.objects.create(
        deed=Deed.PUBLISH, key=str(draft.pk), due_at=hour, attempts=3, retry_at=hour + SOON
    )
    with time_machine.travel(hour):
        assert clock.Clock().strike() == 1


def test_the_nights_work_is_done_once_a_day(db: None) -> None:
    noon = datetime.fromisoformat("2026-11-24T12:00+03:30")
    with time_machine.travel(noon) as now:
        assert [night.work(), night.work()] == [4, 0]
        now.shift(timedelta(hours=12))
        assert [night.work(), night.work()] == [4, 0]
        now.shift(-timedelta(hours=1))
        assert night.work() == 0
        now.shift(timedelta(days=5))
        assert night.work() == 4


def test_nights_work_that_another_does_is_left_to_it(db: None) -> None:
    item = night.undone(timezone.now())[0]
    Appointment.objects.create(
        deed=item.deed,
        key=item.key,
        due_at=item.due_at,
        retry_at=timezone.now() + timedelta(minutes=5),
    )
    assert night.work() == 3
    with time_machine.travel(timezone.now() + timedelta(minutes=6)):
        assert night.work(timezone.now()) in {1, 4}  # it may be another day by then


# Sleep --------------------------------------------------------------------------------
def test_it_sleeps_until_the_next_hour_and_a_second_at_most(
    draft: Story, maryam: User, tmp_path: Path, settings: Any
) -> None:
    settings.DATA = tmp_path
    hour = schedule(draft, maryam)
    with time_machine.travel(hour - timedelta(seconds=0.25), tick=False):
        going = clock.Clock()
        going.strike()
        assert going.sleep() == pytest.approx(0.25)
        assert (tmp_path / "announced").read_text() == f"{hour.timestamp():.0f}"
    with time_machine.travel(hour - timedelta(seconds=30), tick=False):
        going = clock.Clock()
        assert going.sleep() == 1


def test_what_falls_due_after_a_strike_is_not_slept_over(
    draft: Story, maryam: User, tmp_path: Path, settings: Any
) -> None:
    settings.DATA = tmp_path
    hour = schedule(draft, maryam)
    with time_machine.travel(hour - timedelta(milliseconds=1), tick=False) as now:
        going = clock.Clock()
        going.strike()
        now.shift(timedelta(milliseconds=2))
        assert going.sleep() < 0.01


# Overdue ------------------------------------------------------------------------------
def test_the_newsroom_knows_what_is_overdue_without_any_clock(draft: Story, maryam: User) -> None:
    hour = schedule(draft, maryam)
    assert overdue.overdue(hour + timedelta(seconds=59)) == []
    (late,) = overdue.overdue(hour + timedelta(seconds=61))
    assert (late.code, late.headline, late.attempts) == (draft.pk, draft.headline, 0)


def test_it_gives_a_sign_of_life(db: None) -> None:
    assert not overdue.goes()
    Clockwork.beat("here:1")
    Clockwork.beat("here:1")
    assert overdue.goes()
    assert not overdue.goes(timezone.now() + timedelta(minutes=1))
    assert Clockwork.objects.count() == 1


# Several clocks -----------------------------------------------------------------------
@pytest.mark.django_db(transaction=True)
def test_several_clocks_do_nothing_twice(
    write: Callable[..., Story], maryam: User, tmp_path: Path, settings: Any
) -> None:
    if connection.vendor == "sqlite":
        pytest.skip("SQLite's database of tests lies in memory and lets nobody wait.")
    settings.DATA = tmp_path
    for number in range(12):
        schedule(write(headline=f"خبر {number}"), maryam)
    stop, seen = Event(), []

    def go() -> None:
        going = clock.Clock()
        while not stop.is_set():
            seen.append(going.strike(stop.is_set))
            stop.wait(0.02)
        connection.close()

    threads = [Thread(target=go) for _ in range(3)]
    with time_machine.travel(timezone.now() + LATER):
        for thread in threads:
            thread.start()
        for _ in range(2400):
            if not due.waiting_versions().exists():
                break
            stop.wait(0.05)
        stop.set()
        for thread in threads:
            thread.join()
    assert sum(seen) == 12
    assert Appointment.objects.filter(deed=Deed.PUBLISH, attempts=1).count() == 12
    assert Story.objects.live().count() == 12
