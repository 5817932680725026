"""The lamp: what the newsroom sees of the press and the clock.

ways.py      a story's way: saved -> published -> printed (pages, seconds) -> on the stands
column.py    the same in one word, in the story list
panel.py     the same step by step, beside the story's form
board.py     «چاپخانه»: the queue, the printers, the clocks, what failed and why
alarms.py    what everybody in the newsroom is told, on every page
words.py     technical reasons in plain Persian
views.py     the pages and the small answers that keep them fresh
"""
