"""What the copy desk has to say of a story, and what its writers answered."""

from django.db import models
from django.utils import timezone

from dabir.newsroom.models.story import Story
from dabir.persian import HALF_SPACE


class StoryMarks(models.Model):
    """The marks of a story's last saved text. A story that nobody saved here has none.

    ``answers`` maps the key of a mark to «fixed», «ignored» or «right»; ``asked`` is the set
    of open errors that somebody has already agreed to publish with.
    """

    story = models.OneToOneField(
        Story, on_delete=models.CASCADE, primary_key=True, related_name="marks"
    )
    errors = models.PositiveIntegerField(default=0)
    spacings = models.PositiveIntegerField(default=0)
    styles = models.PositiveIntegerField(default=0)
    fixed = models.PositiveIntegerField(default=0)
    ignored = models.PositiveIntegerField(default=0)
    answers = models.JSONField(default=dict, blank=True)
    asked = models.CharField(max_length=32, blank=True)
    read_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = f"نشان{HALF_SPACE}های خبر"
        verbose_name_plural = verbose_name

    def __str__(self) -> str:
        return f"{self.story_id}: {self.errors}, {self.spacings}, {self.styles}"

    @property
    def open(self) -> int:
        """How many marks nobody has answered."""
        return self.errors + self.spacings + self.styles
