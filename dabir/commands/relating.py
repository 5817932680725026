"""``dabir related``: what belongs together, learnt and asked."""

import click

from dabir.archive.related import learning, suggesting
from dabir.archive.related.latent import TooFewError
from dabir.archive.search import stories
from dabir.newsroom.models import Story


def say(code: int, limit: int) -> int:
    """Print the stories related to one, and the story that is the same; 1 where none is."""
    story = Story.objects.filter(pk=code).first()
    if story is None:
        click.secho(f"There is no story {code}.", fg="red", err=True)
        return 2
    found = suggesting.related_to(story, limit)
    headlines = dict(Story.objects.filter(pk__in=found).values_list("pk", "headline"))
    for each in found:
        click.echo(f"{each:>12}  {headlines[each]}")
    if copy := suggesting.same_as(story):
        click.echo(f"The same story: {copy.code}, {copy.share:.0%} of the shorter one.", err=True)
    return 0 if found else 1


def learn(*, anew: bool) -> int:
    """Learn what belongs together from the published stories."""
    with click.progressbar(length=stories.how_many(), label="     stories") as bar:
        try:
            count = learning.learn(anew=anew, progress=bar.update)
        except TooFewError as error:
            click.secho(str(error), fg="red", err=True)
            return 2
    click.echo(f"{count} stories have their place.")
    return 0


def fill() -> int:
    """Find suggestions for all published stories that have none and no chosen ones."""
    bare = Story.objects.live().filter(related_stories__isnull=True, suggestion__isnull=True)
    codes = list(bare.order_by().values_list("pk", flat=True))
    suggesting.note_wanted(codes)
    done = 0
    with click.progressbar(length=len(codes), label="     stories") as bar:
        while made := suggesting.make(200):
            bar.update(made)
            done += made
    click.echo(f"{done} stories have suggestions; the press prints them.")
    return 0
