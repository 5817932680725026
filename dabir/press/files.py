"""The stores by their older name."""

from dabir.press.stores import Folder, PressError

__all__ = ["Folder", "PressError"]
