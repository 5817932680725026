"""``dabir copydesk build | explain | rules | serve``: what the desk knows, for engineers."""

import itertools
from collections.abc import Iterator
from typing import Final

import click

from dabir.commands import proof_output, proofing
from dabir.commands.proof_output import visible
from dabir.copydesk import dictionaries, places, rules
from dabir.copydesk.lexicon import Lexicon
from dabir.copydesk.lines import ReadLine
from dabir.persian.letters import HALF_SPACE, skeleton

DICTIONARIES: Final = {
    dictionaries.HAZM: "hazm",
    dictionaries.SHEKAR: "shekar",
    dictionaries.LILAK: "Lilak",
    dictionaries.VERB: "verb forms",
}
MOST_NEAR: Final = 8


def build() -> int:
    """Build the lexicon of the language where the source of Dabir is; return the exit code."""
    try:
        from tools.build_lexicon import main
    except ImportError:
        click.secho(
            "The lexicon is built from Dabir's source, which is not here.", fg="red", err=True
        )
        click.echo("Run this in a clone, or `make install` there.", err=True)
        return 2
    return main()


def serve() -> int:
    """Serve one editor over standard input until it leaves; return the exit code."""
    try:
        from dabir.copydesk.language_server import server
    except ModuleNotFoundError as error:
        click.secho(
            f"The language server needs {error.name}, which is not there.", fg="red", err=True
        )
        click.echo("Install it: pip install 'dabir[lsp]'.", err=True)
        return 2
    server(proofing.open_desk()).start_io()
    return 0


def list_rules() -> int:
    """Print every rule: its name, its severity, why it exists."""
    for rule in rules.RULES:
        why = (rule.__doc__ or "").strip().partition("\n")[0]
        click.echo(f"{rules.name(rule):20} {rule.SEVERITY:8} {why}")
    return 0


def explain(words: tuple[str, ...]) -> int:
    """Print what the lexicon has of every word, and the marks over them as one line."""
    lexicon = places.lexicon(places.data_folder())
    for word in words:
        click.secho(visible(word), bold=True)
        for part in word.split(HALF_SPACE):
            for what, found in _facts(lexicon, skeleton(part)):
                click.echo(f"    {what:14} {found}")
    for gap in _gaps(lexicon, words):
        click.echo(gap)
    line = " ".join(words)
    desk = proofing.open_desk()
    for said in proof_output.for_people("desk", ReadLine(0, line, desk.read(line))):
        click.echo(said)
    return 0


def _facts(lexicon: Lexicon, word: str) -> Iterator[tuple[str, str]]:
    """Yield what is known of a piece of a word, by its skeleton."""
    yield "as", f"{word}, written {lexicon.spelling(word)}"
    held = lexicon.sources(word)
    named = [name for bit, name in DICTIONARIES.items() if held & bit]
    yield "dictionaries", ", ".join(named) or "in none"
    yield "archive", f"{lexicon.seen(word):,} times in {lexicon.stories(word):,} stories"
    yield "expected", f"{1e6 * lexicon.prior(word):,.2f} in a million words"
    yield "neighbours", f"{lexicon.leaders(word):,} before, {lexicon.followers(word):,} after"
    near = lexicon.near(word, MOST_NEAR)
    yield "one slip away", ", ".join(near) or "nothing"


def _gaps(lexicon: Lexicon, words: tuple[str, ...]) -> Iterator[str]:
    """Yield how each two words that follow one another are written together."""
    parts = [part for word in words for part in word.split(HALF_SPACE)]
    for first, second in itertools.pairwise(parts):
        half, space, joined = lexicon.half_spaces(skeleton(first), skeleton(second))
        pairs = lexicon.pair(skeleton(first), skeleton(second))
        yield (
            f"{first} + {second}: {pairs:,} times side by side, {half:,} with a half-space,"
            f" {space:,} apart, {joined:,} as one word"
        )
