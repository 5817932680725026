"""What the press says when it cannot print."""


class PressError(Exception):
    """The press cannot print; says why and, in ``hint``, what to do."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint
