"""Measures the copy desk beside its peers; ``tools.bench_copydesk`` is the door.

sets      the lines to be read, from ../shared/copydesk
readers   who reads them: the desk fresh from its box, the desk with an archive, the peers
measures  a row of the table each: what is measured, the limits, how
machine   words a second, memory, HTTP, learning
judged    what a person said of the marks on news that nobody spoilt
"""
