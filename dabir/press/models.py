"""The ledger's records: what was printed, what it was made from, and what has changed since."""

from django.db import models

from dabir.persian import HALF_SPACE
from dabir.press.appointments import Appointment, Clockwork
from dabir.press.purge import Purge

__all__ = [
    "Appointment",
    "Change",
    "Clockwork",
    "PrintedPage",
    "Printer",
    "Purge",
    "Settlement",
    "Shown",
    "Standing",
    "Window",
]


class PrintedPage(models.Model):
    """One address of the paper, printed or waiting to be."""

    path = models.CharField("نشانی", max_length=400, unique=True)
    rank = models.PositiveSmallIntegerField(default=0)
    status = models.PositiveSmallIntegerField(default=0)
    digest = models.CharField(max_length=32, blank=True)
    size = models.PositiveIntegerField(default=0)
    printed_at = models.DateTimeField("زمان چاپ", null=True)
    seconds = models.FloatField(default=0)
    stale_at = models.DateTimeField(null=True)
    settlement = models.BigIntegerField(null=True)
    """The settlement that marked it stale last."""
    claimed_by = models.CharField(max_length=80, blank=True)
    claimed_until = models.DateTimeField(null=True)
    """A printer holds it until then; one that falls silent loses it."""
    attempts = models.PositiveSmallIntegerField(default=0)
    retry_at = models.DateTimeField(null=True)
    error = models.TextField("خطا", blank=True)

    class Meta:
        verbose_name = "صفحهٔ چاپی"
        verbose_name_plural = f"صفحه{HALF_SPACE}های چاپی"
        indexes = [
            models.Index(
                fields=["rank", "stale_at"],
                name="page_waiting",
                condition=models.Q(stale_at__isnull=False),
            ),
            models.Index(
                fields=["settlement"],
                name="page_settlement",
                condition=models.Q(settlement__isnull=False),
            ),
            models.Index(
                fields=["claimed_by"], name="page_claimed", condition=~models.Q(claimed_by="")
            ),
        ]

    def __str__(self) -> str:
        return self.path

    @property
    def milliseconds(self) -> int:
        """How long the last printing took."""
        return round(self.seconds * 1000)


class Shown(models.Model):
    """What a page showed of one thing: the digest of one facet of it."""

    page = models.ForeignKey(PrintedPage, on_delete=models.CASCADE, related_name="shown")
    source = models.CharField(max_length=60)
    facet = models.CharField(max_length=12)
    seen = models.CharField(max_length=24)

    class Meta:
        indexes = [models.Index(fields=["source", "facet", "seen"], name="shown_source")]

    def __str__(self) -> str:
        return f"{self.page_id}: {self.source}.{self.facet}"


class Window(models.Model):
    """What a page showed of a list: everything at or above ``floor``, or all of it."""

    page = models.ForeignKey(PrintedPage, on_delete=models.CASCADE, related_name="windows")
    list = models.CharField(max_length=60)
    floor = models.BigIntegerField(null=True)

    class Meta:
        indexes = [models.Index(fields=["list", "floor"], name="window_list")]

    def __str__(self) -> str:
        return f"{self.page_id}: {self.list} from {self.floor}"


class Standing(models.Model):
    """Where a thing stood in a list when its last change was settled."""

    source = models.CharField(max_length=60)
    list = models.CharField(max_length=60)
    position = models.BigIntegerField()
    seen = models.CharField(max_length=24, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["source", "list"], name="standing_once")]
        indexes = [models.Index(fields=["list", "position"], name="standing_in_list")]

    def __str__(self) -> str:
        return f"{self.source} in {self.list}"


class Change(models.Model):
    """Something of ``source`` changed; which pages that touches is not settled yet."""

    source = models.CharField(max_length=60)
    noted_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.source


class Settlement(models.Model):
    """A change that was settled: which pages it touches is marked.

    Also the guard of what is being printed: a page that read ``name`` before its settlement
    and is entered after it has read the past, and is printed again.
    """

    name = models.CharField(max_length=70)
    """A source; or «list » and the name of a list in which something moved."""
    noted_at = models.DateTimeField()
    settled_at = models.DateTimeField(auto_now_add=True, db_index=True)
    pages = models.PositiveIntegerField(default=0)
    """How many pages it marked stale."""

    class Meta:
        indexes = [models.Index(fields=["name", "id"], name="settlement_name")]

    def __str__(self) -> str:
        return f"{self.name}: {self.pages}"


class Printer(models.Model):
    """A process that prints, as it last gave sign of life."""

    name = models.CharField(max_length=80, unique=True)
    started_at = models.DateTimeField(auto_now_add=True)
    beat_at = models.DateTimeField()
    trouble = models.TextField(blank=True)
    """Why it cannot print at all: the store is full or away."""
    troubled_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return self.name
