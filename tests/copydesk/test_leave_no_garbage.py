"""Reading leaves nothing to Python's collector, which ``dabir proof`` does without."""

import gc

from dabir.copydesk import Desk


def test_reading_makes_no_circles() -> None:
    desk = Desk()
    desk.read("سلام")
    gc.collect()
    gc.disable()
    try:
        desk.read("او میلیلارد میشود و این این کتابهای خوب را سر انجام تاثیر گذار گفت :سلام")
        assert gc.collect() == 0
    finally:
        gc.enable()
