"""From the click on «انتشار» to new bytes on story, front, section, day and feeds."""

from collections.abc import Iterator
from typing import Final

from tools.press_bench.bench import Paper, Row, processor_seconds, share

TIMES: Final = 20


def rows(papers: list[Paper]) -> Iterator[Row]:
    """Measure each paper, and the larger ones against the first."""
    base = None
    for paper in papers:
        with paper.press() as press:
            paper.tell("newsroom", "publish", 3, paper.public)
            before = processor_seconds(press.pid)
            told = paper.tell("newsroom", "publish", TIMES, paper.public)
            spent = (processor_seconds(press.pid) - before) / TIMES
        every, story = ([each[name] for each in told] for name in ("all", "story"))
        half, most = share(every, 0.5), share(every, 0.95)
        must = "150 / 400" if base is None else ""
        what = f"publish to new bytes on all six pages, {paper.size:,} stories, ms"
        beside = f"click {share([each['click'] for each in told], 0.5) * 1000:,.0f}"
        yield Row(what, f"{half * 1000:,.0f} / {most * 1000:,.0f}", beside, must)
        first = f"{share(story, 0.5) * 1000:,.0f} / {share(story, 0.95) * 1000:,.0f}"
        yield Row("   the story's own page", first)
        yield Row("   processor time of the press for one, all pages, ms", f"{spent * 1000:,.0f}")
        if base is not None:
            yield Row(
                f"   {paper.size:,} stories against the first, p50", f"{half / base:.2f}", "", "1.3"
            )
        base = base or half
