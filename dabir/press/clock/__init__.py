"""The clock: publication, embargo and expiry at their second, and the night work.

    due.py       what is due, read from the hours that stories and advertisements carry
    deeds.py     how each is done, in a transaction of its own
    night.py     the night's work, once a day, in a thread of its own
    clock.py     strikes: does what is due, retries what failed, sleeps until the next hour
    overdue.py   what should have been done; the newsroom asks it even while no clock goes

Nothing is remembered between two strikes but what stands in the database, so a clock may be
killed, started late or doubled, and the wall clock may jump: what is due by the hour that it
is now and was not done is done. Several clocks may go at once; a row that one of them holds
the others pass over.
"""

from dabir.press.clock.clock import Clock

__all__ = ["Clock"]
