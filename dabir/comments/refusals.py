"""Why a deed on a comment is not done, in the words of whoever asked for it."""

from datetime import timedelta

from dabir.persian import HALF_SPACE


class Refused(Exception):  # noqa: N818  an answer to somebody, not a fault
    """A deed that is not done; ``str()`` of it is the Persian sentence to show."""


class AlreadyDecided(Refused):
    """Somebody acted on the comment after the moderator had last seen it."""


class SentBefore(Refused):
    """The same text has come from the same address for the same story."""

    def __init__(self) -> None:
        super().__init__(f"این نظر را پیش از این فرستاده{HALF_SPACE}اید و به دست ما رسیده است.")


class TooManySent(Refused):
    """Too many comments from one address; ``window`` is the time they were counted in."""

    def __init__(self, window: timedelta) -> None:
        self.window = window
        if window < timedelta(hours=1):
            words = "چند نظر پشت سر هم از نشانی شما رسید. چند دقیقه صبر کنید و دوباره بفرستید؛"
        else:
            words = "امروز نظرهای بسیاری از نشانی شما رسیده است. فردا دوباره بفرستید؛"
        super().__init__(f"{words} نوشته{HALF_SPACE}تان هنوز در کادر زیر است.")
