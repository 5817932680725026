"""A newsroom at work in a process of its own: random deeds, each told once it is done.

python -m tests.press.at_work SEED DEEDS    (0 deeds: only tells the codes of all stories)
"""

import random
import sys
import time

import django

PAUSE = 0.05


def main(seed: int, count: int) -> None:
    django.setup()
    from django.db import transaction

    from dabir.newsroom.models import Story
    from tests.press.deeds import DEEDS, Newsroom

    def tell() -> None:
        print(*Story.objects.order_by("code").values_list("code", flat=True), flush=True)

    if not count:
        tell()
        return
    chance = random.Random(seed)
    newsroom = Newsroom()
    for _ in range(count):
        deed = chance.choice([*DEEDS, "publish_new", "retitle"])
        with transaction.atomic():
            getattr(newsroom, deed)(chance.randrange(7), chance.randrange(7))
        tell()
        time.sleep(PAUSE)


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
