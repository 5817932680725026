"""The press turns published stories into files, and knows which to print again.

Each kind of page has a printer in ``dabir.press.pages``. While it prints, it tells the
ledger what it read: things and what of them it showed, and windows on lists («the latest
20 of section 3»). A change in a room below is noted in the ledger within the transaction
of the change. The press settles what was noted: it compares what is true now with what
the pages showed, marks exactly those stale that differ, and prints them.

    story saved -> ledger.note("story:912090")
                -> ledger.settle()   which pages showed something else?
                -> printer.turn()    claim, compose, put into the store, enter what was read

Readers are served the files alone (``dabir.press.server``), so the paper stays up when
the newsroom is down. No printed page depends on the hour at which it was printed: what
is printed after any history of changes is, byte for byte, what printing it afresh gives.
"""
