"""What an editor does with an arrangement: one deed at a time, each a new arrangement.

Every deed is asked for by the fields of a form, and refuses what cannot be in words:
``Refusal``. Positions count from 0.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Final

from dabir.newsroom.fronts.arrangement import (
    MOST,
    MOST_ITEMS,
    TITLED,
    Arrangement,
    By,
    Container,
    Item,
    Kind,
    Rule,
    rules_for,
)
from dabir.newsroom.models import Section, Story, Topic
from dabir.persian import HALF_SPACE, clean_line, to_ascii_digits, to_persian_digits

Fields = Mapping[str, str]
MOST_BLOCKS: Final = 24
LONGEST: Final = {"kicker": 200, "headline": 250, "title": 60}
"""The longest words of an item and of a heading, in characters."""


class Refusal(Exception):  # noqa: N818  it is no error of the program
    """A deed that cannot be done; its words are for the editor."""


def do(arrangement: Arrangement, fields: Fields) -> Arrangement:
    """Return the arrangement after the deed that ``fields`` ask for."""
    deed = _DEEDS.get(fields.get("deed", ""))
    if deed is None:
        raise Refusal("این کار شناخته نشد؛ صفحه را دوباره باز کنید.")
    return deed(arrangement, fields)


# Stories ---------------------------------------------------------------------------------


def _place(arrangement: Arrangement, fields: Fields) -> Arrangement:
    """Set a story into a container; where it stands in another (``from``), move it from there."""
    code = _number(fields, "code")
    item = Item(code)
    source = arrangement.container(fields.get("from", ""))
    if source and code in source.codes:
        item = next(each for each in source.items if each.code == code)
        arrangement = arrangement.with_container(_without(source, code))
    elif not Story.objects.filter(pk=code).exists():
        raise Refusal(f"خبری با کد {to_persian_digits(code)} نیست.")
    return _insert(arrangement, _container(arrangement, fields, "to"), item, fields)


def _insert(
    arrangement: Arrangement, container: Container, item: Item, fields: Fields
) -> Arrangement:
    known = next((each for each in container.items if each.code == item.code), item)
    items = list(_without(container, item.code).items)
    items.insert(_number(fields, "at", len(items)), known)
    if len(items) > MOST_ITEMS:
        most = to_persian_digits(MOST_ITEMS)
        raise Refusal(f"در یک جایگاه بیش از {most} خبر نمی{HALF_SPACE}توان چید.")
    return arrangement.with_container(replace(container, items=tuple(items)))


def _up(arrangement: Arrangement, fields: Fields) -> Arrangement:
    """Move a story one place up; the first one of a container goes into the one before it."""
    container, at = _item(arrangement, fields)
    if at > 0:
        return arrangement.with_container(_moved(container, at, at - 1))
    return _to_neighbour(arrangement, container, -1)


def _down(arrangement: Arrangement, fields: Fields) -> Arrangement:
    """Move a story one place down; the last one of a container goes into the one after it."""
    container, at = _item(arrangement, fields)
    if at < len(container.items) - 1:
        return arrangement.with_container(_moved(container, at, at + 1))
    return _to_neighbour(arrangement, container, 1)


def _moved(container: Container, at: int, to: int) -> Container:
    items = list(container.items)
    items.insert(to, items.pop(at))
    return replace(container, items=tuple(items))


def _to_neighbour(arrangement: Arrangement, container: Container, step: int) -> Arrangement:
    order = [found.key for found in arrangement.containers]
    to = order.index(container.key) + step
    if not 0 <= to < len(order):
        raise Refusal(f"از این بالاتر یا پایین{HALF_SPACE}تر جایی نیست.")
    item = container.items[0 if step < 0 else -1]
    neighbour = _without(arrangement.containers[to], item.code)
    items = (*neighbour.items, item) if step < 0 else (item, *neighbour.items)
    left = arrangement.with_container(_without(container, item.code))
    return left.with_container(replace(neighbour, items=items))


def _drop(arrangement: Arrangement, fields: Fields) -> Arrangement:
    """Take a story out of a container; the rule fills its place."""
    container, at = _item(arrangement, fields)
    return arrangement.with_container(_without(container, container.items[at].code))


def _write(arrangement: Arrangement, fields: Fields) -> Arrangement:
    """Give a story words of its own on this front; empty ones are the story's."""
    container, at = _item(arrangement, fields)
    item = Item(container.items[at].code, _words(fields, "kicker"), _words(fields, "headline"))
    items = (*container.items[:at], item, *container.items[at + 1 :])
    return arrangement.with_container(replace(container, items=items))


# Containers ------------------------------------------------------------------------------


def _configure(arrangement: Arrangement, fields: Fields) -> Arrangement:
    """Set how many places a container has, how they are filled, and its heading."""
    container = _container(arrangement, fields, "container")
    places = _number(fields, "places", container.places)
    most = MOST[container.kind]
    if places > most:
        raise Refusal(f"این جایگاه بیش از {to_persian_digits(most)} خبر جا ندارد.")
    title = _words(fields, "title") if container.kind in TITLED else ""
    rule = _rule(arrangement, fields)
    return arrangement.with_container(replace(container, places=places, rule=rule, title=title))


def _rule(arrangement: Arrangement, fields: Fields) -> Rule:
    """Return the rule that a form asks for: «section:3», «latest»."""
    by, _, of = fields.get("rule", "").partition(":")
    if by not in rules_for(arrangement.front):
        raise Refusal("قاعدهٔ پر کردن را برگزینید.")
    if by in (By.SECTION, By.TOPIC):
        records: type[Section] | type[Topic] = Section if by == By.SECTION else Topic
        if not of.isdecimal() or not records.objects.filter(pk=int(of)).exists():
            raise Refusal("سرویس یا موضوعی را که جایگاه از آن پر شود برگزینید.")
    elif by == By.KIND:
        if of not in Story.Kind.values:
            raise Refusal("گونهٔ خبری را که جایگاه از آن پر شود برگزینید.")
    else:
        of = ""
    return Rule(By(by), of)


def _add_block(arrangement: Arrangement, fields: Fields) -> Arrangement:
    """Add a block of the editor's own, before the others."""
    title = _words(fields, "title")
    if not title:
        raise Refusal("عنوان ستون را بنویسید.")
    if len(arrangement.containers) >= MOST_BLOCKS:
        raise Refusal("این صفحه ستون دیگری جا ندارد.")
    taken = {container.key for container in arrangement.containers}
    number = next(n for n in range(1, MOST_BLOCKS + 1) if f"block-{n}" not in taken)
    block = Container(f"block-{number}", Kind.BLOCK, 5, Rule(By.NONE), title)
    block = replace(block, rule=_rule(arrangement, fields))
    containers = list(arrangement.containers)
    containers.insert(_first_block(arrangement), block)
    return replace(arrangement, containers=tuple(containers))


def _first_block(arrangement: Arrangement) -> int:
    """Return where blocks begin: a section's own stand before its rows."""
    kinds = [container.kind for container in arrangement.containers]
    first = (at for at, kind in enumerate(kinds) if kind in (Kind.BLOCK, Kind.ROWS))
    return next(first, len(kinds))


def _remove_block(arrangement: Arrangement, fields: Fields) -> Arrangement:
    container = _container(arrangement, fields, "container")
    if container.kind != Kind.BLOCK or container.of_section is not None:
        raise Refusal("این جایگاه برداشتنی نیست؛ شمار جاهایش را صفر کنید تا پنهان شود.")
    left = tuple(found for found in arrangement.containers if found.key != container.key)
    return replace(arrangement, containers=left)


def _block_up(arrangement: Arrangement, fields: Fields) -> Arrangement:
    return _shift_block(arrangement, fields, -1)


def _block_down(arrangement: Arrangement, fields: Fields) -> Arrangement:
    return _shift_block(arrangement, fields, 1)


def _shift_block(arrangement: Arrangement, fields: Fields, step: int) -> Arrangement:
    """Let a block change places with its neighbour."""
    container = _container(arrangement, fields, "container")
    containers = list(arrangement.containers)
    at = containers.index(container)
    to = at + step
    both = (container, containers[to]) if 0 <= to < len(containers) else (container,)
    if len(both) < 2 or any(each.kind != Kind.BLOCK for each in both):
        raise Refusal(f"این ستون از این جا تکان نمی{HALF_SPACE}خورد.")
    containers[at], containers[to] = containers[to], containers[at]
    return replace(arrangement, containers=tuple(containers))


# What forms name -------------------------------------------------------------------------


def _without(container: Container, code: int) -> Container:
    return replace(container, items=tuple(i for i in container.items if i.code != code))


def _container(arrangement: Arrangement, fields: Fields, name: str) -> Container:
    found = arrangement.container(fields.get(name, ""))
    if found is None:
        raise Refusal("این جایگاه دیگر در صفحه نیست.")
    return found


def _item(arrangement: Arrangement, fields: Fields) -> tuple[Container, int]:
    """Return the container and the position of the story that a form names."""
    container = _container(arrangement, fields, "container")
    code = _number(fields, "code")
    if code not in container.codes:
        raise Refusal(f"این خبر دیگر در «{container.title or 'این جایگاه'}» نیست.")
    return container, container.codes.index(code)


def _number(fields: Fields, name: str, default: int | None = None) -> int:
    typed = to_ascii_digits(fields.get(name, "")).strip()
    if not typed and default is not None:
        return default
    if not typed.isdecimal() or len(typed) > 18:
        raise Refusal("عددی را که نوشته شده نتوانستیم بخوانیم.")
    return int(typed)


def _words(fields: Fields, name: str) -> str:
    words = clean_line(fields.get(name, ""))
    if len(words) > LONGEST[name]:
        most = to_persian_digits(LONGEST[name])
        raise Refusal(f"نوشته بلند است؛ تا {most} نویسه جا دارد.")
    return words


_DEEDS: Final[dict[str, Callable[[Arrangement, Fields], Arrangement]]] = {
    "place": _place,
    "up": _up,
    "down": _down,
    "drop": _drop,
    "write": _write,
    "configure": _configure,
    "add-block": _add_block,
    "remove-block": _remove_block,
    "block-up": _block_up,
    "block-down": _block_down,
}
