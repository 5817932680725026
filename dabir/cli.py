"""The product's front door: ``dabir run | prepare | demo | import | press | clock | search | …``.

English, in plain words. Exit codes: 0 all well, 1 part of it failed, 2 nothing could be
done (and why).
"""

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click


class PlainGroup(click.Group):
    """Commands that say what is wrong in one line and what to do, never in a traceback."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except (click.ClickException, click.exceptions.Exit, click.Abort):
            raise
        except BrokenPipeError:  # whoever read has read enough
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            sys.exit(1)
        except Exception as error:
            refuse(*in_plain_words(error))


def in_plain_words(error: Exception) -> tuple[str, str]:
    """Return why nothing can be done and what to do; raise what is nobody's but ours to mend."""
    from django.core.exceptions import ImproperlyConfigured
    from django.db import DatabaseError

    from dabir.archive.search.place import NoIndexError
    from dabir.copydesk.places import NoLexiconError
    from dabir.copydesk.shelf import ShelfError
    from dabir.press.stores import PressError

    match error:
        case NoLexiconError() | NoIndexError():
            return str(error), error.hint
        case ShelfError():
            return str(error), "Run `make install`, and then `dabir copydesk learn`."
        case PressError():
            return str(error), error.hint
        case DatabaseError():
            why = f"The database does not answer: {error}".strip()
            return why, "Has `dabir prepare` been run?"
        case ImproperlyConfigured() | OSError():
            return str(error), ""
    raise error


def refuse(why: str, hint: str = "") -> None:
    """Say why nothing can be done, and stop with exit code 2."""
    click.secho(why, fg="red", err=True)
    if hint:
        click.echo(hint, err=True)
    sys.exit(2)


def with_django(command: Callable[..., Any]) -> Callable[..., Any]:
    """Set Django up before a command's function is called."""

    def set_up(*args: Any, **kwargs: Any) -> Any:
        import django

        django.setup()
        return command(*args, **kwargs)

    set_up.__doc__ = command.__doc__
    set_up.__name__ = command.__name__
    return set_up


@click.group(cls=PlainGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="dabir")
def main() -> None:
    """Dabir: a Persian-first online newspaper.

    The data folder (database, pictures, printed paper) is DABIR_DATA, by default ./data.
    """
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "dabir.settings")


@main.command(short_help="Serve paper and newsroom, and print what is stale.")
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option("--port", default=8000, show_default=True, envvar="PORT", help="Port to listen on.")
@click.option("--workers", default=2, show_default=True, help="Processes of the newsroom.")
@click.option("--threads", default=8, show_default=True, help="Threads in each.")
@click.option("--demo-if-empty", is_flag=True, help="Load the demo paper into an empty folder.")
def run(host: str, port: int, workers: int, threads: int, demo_if_empty: bool) -> None:
    """Prepare what is missing, print what is stale, and serve paper and newsroom."""
    os.environ.setdefault("DABIR_ADDRESS", f"http://{host}:{port}")
    import django

    django.setup()
    from dabir.commands import preparing, running, serving

    listener = serving.listen(host, port)
    preparing.prepare()
    if demo_if_empty:
        preparing.load_demo_if_empty()
    if preparing.is_printed():
        preparing.mark_all_if_new()  # the paper stays up while the press prints it afresh
    else:
        preparing.print_stale()
    paper = running.Paper(listener, workers, threads)
    paper.run(when_open=lambda: running.say_where(host, port))


@main.command(short_help="Serve the printed paper alone.")
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option("--port", default=8000, show_default=True, envvar="PORT", help="Port to listen on.")
@click.option("--listener", type=int, hidden=True)
@click.option("--desk", "desks", type=click.Path(path_type=Path), multiple=True, hidden=True)
def stand(host: str, port: int, listener: int | None, desks: tuple[Path, ...]) -> None:
    """Serve the printed paper alone, without database and newsroom; these are said to be away."""
    import socket

    from dabir.commands import serving

    taken = serving.listen(host, port) if listener is None else socket.socket(fileno=listener)
    serving.keep_stand(taken, desks)


@main.command(hidden=True)
@click.option("--at", type=click.Path(path_type=Path))
@click.option("--listener", type=int)
@click.option("--threads", default=8)
def desk(at: Path | None, listener: int | None, threads: int) -> None:
    """Serve the newsroom, for connections that the newsstand hands over (a part of `run`)."""
    import socket

    from dabir.commands import serving

    if at is not None:
        serving.keep_desk(at, threads)
    elif listener is not None:
        serving.serve_from_a_bucket(socket.socket(fileno=listener), threads)


@main.command(short_help="Make the database and static files, or update them.")
@with_django
def prepare() -> None:
    """Make the database and the static files, or bring them up to date."""
    from dabir.commands import preparing

    preparing.prepare()
    click.echo("Prepared.")


@main.command(short_help="Load the demo paper into an empty folder, and print it.")
@with_django
def demo() -> None:
    """Load the demo paper into an empty data folder, and print it."""
    from dabir.commands import preparing

    preparing.prepare()
    if not preparing.load_demo_if_empty():
        refuse(
            "The data folder is not empty: the demo would stand among real stories.",
            "Choose an empty one with DABIR_DATA=FOLDER dabir demo.",
        )
    preparing.print_stale()


@main.command(
    name="import",
    short_help="Move stories in from another system.",
    context_settings={"ignore_unknown_options": True},
    add_help_option=False,
)
@click.argument("arguments", nargs=-1, type=click.UNPROCESSED)
@with_django
def import_stories(arguments: tuple[str, ...]) -> None:
    """Move stories in from pages of another system: dabir import SOURCE…"""
    from dabir.archive.command import import_command
    from dabir.commands import preparing

    asked = ["--help" if word == "-h" else word for word in arguments]
    code = import_command.main(asked, prog_name="dabir import", standalone_mode=False)
    if not {"--dry-run", "--help"} & set(asked):
        preparing.print_stale()
    sys.exit(int(code or 0))


@main.command()
@click.option("--all", "everything", is_flag=True, help="Print every page afresh.")
@click.option(
    "--printers", type=click.IntRange(1, 64), default=1, help="With --all: printers side by side."
)
@click.option("--watch", is_flag=True, help="Go on printing what becomes stale.")
@click.option("--status", is_flag=True, help="Say how many pages are printed, stale and failed.")
@click.option("--check", is_flag=True, help="Hold the paper against the ledger and fresh printing.")
@click.option("--sample", type=click.IntRange(1), help="With --check: so many pages by chance.")
@click.option("--path", "paths", multiple=True, help="Print this address afresh; may be repeated.")
@with_django
def press(
    everything: bool,
    printers: int,
    watch: bool,
    status: bool,
    check: bool,
    sample: int | None,
    paths: tuple[str, ...],
) -> None:
    """Print what is stale (or what the options say)."""
    from dabir.commands import pressing

    if status:
        sys.exit(pressing.say_status())
    if check:
        sys.exit(pressing.check(sample))
    if watch:
        sys.exit(pressing.watch())
    if paths:
        sys.exit(pressing.print_paths(paths))
    sys.exit(pressing.print_all(printers) if everything else pressing.print_stale())


@main.command(short_help="Publish and withdraw at the second when it is due.")
@click.option("--status", is_flag=True, help="Say which clocks go and what is overdue.")
@with_django
def clock(status: bool) -> None:
    """Publish, withdraw and free from embargo at the second; any number may go at once."""
    from dabir.commands import clocking

    sys.exit(clocking.say_status() if status else clocking.strike_forever())


@main.command(short_help="Find stories by any spelling of their words.")
@click.argument("query", nargs=-1)
@click.option("--any", "any_word", is_flag=True, help="Stories with any of the words.")
@click.option("--limit", type=click.IntRange(1, 100_000), default=20, show_default=True)
@click.option("--json", "as_json", is_flag=True, help="Codes as a line of JSON.")
@click.option(
    "--batch",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help='A file of JSON lines, {"query": …, "spelling": …, "text": …}.',
)
@click.option("--rebuild", is_flag=True, help="Build the index anew from the stories.")
@click.option("--watch", is_flag=True, help="Keep the index as the stories are; one at a time.")
@click.option("--status", is_flag=True, help="Say how many stories can be found, and wait.")
@click.option(
    "--index-jsonl",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Index a file of JSON lines and not the paper, to measure.",
)
@with_django
def search(
    query: tuple[str, ...],
    any_word: bool,
    limit: int,
    as_json: bool,
    batch: Path | None,
    rebuild: bool,
    watch: bool,
    status: bool,
    index_jsonl: Path | None,
) -> None:
    """Find stories by any spelling of their words; keep the index, or build it anew."""
    from dabir.commands import searching

    if index_jsonl:
        sys.exit(searching.index_jsonl(index_jsonl))
    if rebuild:
        sys.exit(searching.rebuild())
    if watch:
        sys.exit(searching.watch())
    if status:
        sys.exit(searching.say_status())
    if batch:
        sys.exit(searching.batch(batch, any_word=any_word, limit=limit))
    if not query:
        refuse("Nothing is looked for.", "Say what: dabir search WORDS.")
    typed = " ".join(query)
    sys.exit(searching.search(typed, any_word=any_word, limit=limit, as_json=as_json))


@main.command(short_help="Add somebody to the newsroom.")
@click.argument("username")
@click.option(
    "--role",
    type=click.Choice(["reporter", "desk-editor", "editor-in-chief", "copy-chief", "engineer"]),
    default="reporter",
    show_default=True,
)
@click.option("--name", default="", help="First and last name.")
@click.password_option()
@with_django
def user(username: str, role: str, name: str, password: str) -> None:
    """Add somebody to the newsroom; an engineer may do everything."""
    from dabir.commands import staffing

    sys.exit(staffing.add_user(username, role, name, password))


@main.command(short_help="Let the copy desk read files of copy.")
@click.argument("files", nargs=-1, metavar="[FILE]...")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line of copy.")
@click.option("--fix", is_flag=True, help="Write a corrected copy: story.fixed.txt beside it.")
@click.option("-o", "--output", type=click.Path(path_type=Path), help="Where --fix writes to.")
@click.option("--force", is_flag=True, help="Let --fix write over a file that is there.")
@click.option("--diff", is_flag=True, help="Show what --fix would change.")
@click.option("--only", multiple=True, metavar="RULE", help="Use this rule; may be repeated.")
@click.option("--without", multiple=True, metavar="RULE", help="Leave this rule out; the same.")
@click.option(
    "--severity",
    "severities",
    multiple=True,
    type=click.Choice(["error", "spacing", "style"]),
    help="Tell only marks of this severity; may be repeated.",
)
@click.option("--profile", default="", help="Read in this style, not in the house's own.")
@click.option("--encoding", default="", help="What the files are in, if not in UTF-8.")
@click.option("--color/--no-color", default=None, help="Colours, even where no terminal reads.")
@click.pass_context
def proof(ctx: click.Context, /, color: bool | None, **wishes: Any) -> None:
    """Let the copy desk read files of copy; - or no file is standard input.

    Ends with 0 when nothing was marked, 1 when something was, 2 when a file could not be read.
    """
    from dabir.commands import proofing

    ctx.color = color
    sys.exit(proofing.main(**wishes))


@main.command(
    name="deploy-config", short_help="Write the configuration of nginx, Caddy and systemd."
)
@click.argument("kind", type=click.Choice(["nginx", "caddy", "systemd", "all"]), default="all")
@click.option("--domain", required=True, help="The paper's host name, such as paper.example.")
@click.option("--out", required=True, type=click.Path(path_type=Path), help="Folder to write to.")
@click.option("--tls", is_flag=True, help="For https: certificates, redirect, HSTS.")
@click.option("--certificate", default="", help="File of the certificate, where it lies elsewhere.")
@click.option("--key", default="", help="File of its key.")
@click.option("--data", type=click.Path(path_type=Path), help="The data folder, if not DABIR_DATA.")
@click.option("--bucket", is_flag=True, help="For a paper that is printed to a bucket.")
@click.option("--port", default=8000, show_default=True, help="Port of dabir run on loopback.")
@click.option("--listen", default=80, show_default=True, help="Port for http.")
@click.option("--listen-tls", default=443, show_default=True, help="Port for https.")
@click.option("--user", default="dabir", show_default=True, help="Who runs Dabir on the server.")
def deploy_config(kind: str, out: Path, data: Path | None, port: int, **wishes: Any) -> None:
    """Write the configuration of nginx or Caddy and the units of systemd for this paper."""
    from dabir import settings
    from dabir.commands import deploying

    place = (data or settings.DATA).absolute()
    site = deploying.Site(data=place, upstream=f"127.0.0.1:{port}", **wishes)
    kinds = deploying.FILES if kind == "all" else (kind,)
    deploying.say_written(deploying.write(kinds, site, out))


@main.command()
@click.argument("code", type=int, required=False)
@click.option("--limit", default=8, show_default=True, help="So many stories at most.")
@click.option("--learn", "learns", is_flag=True, help="Learn from the published stories.")
@click.option("--anew", is_flag=True, help="With --learn: forget what was learnt before.")
@click.option("--fill", is_flag=True, help="Find what is printed where nothing was chosen.")
@with_django
def related(code: int | None, limit: int, learns: bool, anew: bool, fill: bool) -> None:
    """Say which stories belong to another.

    The other is the one with CODE; where the same story was published twice, that is said too.
    """
    from dabir.commands import relating

    if learns or fill:
        failed = relating.learn(anew=anew) if learns else 0
        sys.exit(failed or (relating.fill() if fill else 0))
    if code is None:
        raise click.UsageError("Give the code of a story, or --learn or --fill.")
    sys.exit(relating.say(code, limit))


@main.group()
def copydesk() -> None:
    """The copy desk's words and rules; `dabir proof` reads copy."""


@copydesk.command()
def build() -> None:
    """Build the lexicon of the language from the pinned dictionaries."""
    from dabir.commands import desk_words

    sys.exit(desk_words.build())


@copydesk.command()
@click.argument("files", nargs=-1, type=click.Path(exists=True, dir_okay=False))
def learn(files: tuple[str, ...]) -> None:
    """Learn words from the paper's published stories, or from FILES.

    A .jsonl or .jsonl.gz file has a story a line, as a list of paragraphs; every other file is
    one story in plain text. Only what is new is learnt.
    """
    if not files:
        import django

        django.setup()
    from dabir.commands import learning

    sys.exit(learning.learn(files))


@copydesk.command(short_help="Say what the desk knows of each word.")
@click.argument("words", nargs=-1, required=True, metavar="WORD...")
def explain(words: tuple[str, ...]) -> None:
    """Say what the desk knows of each word, and what it says of them together."""
    from dabir.commands import desk_words

    sys.exit(desk_words.explain(words))


@copydesk.command()
@click.option(
    "--stdio", is_flag=True, help="Over standard input and output; there is no other way."
)
def serve(stdio: bool) -> None:
    """Serve editors that speak the Language Server Protocol."""
    from dabir.commands import desk_words

    sys.exit(desk_words.serve())


@copydesk.command(name="rules")
def list_rules() -> None:
    """List the rules in the order in which they are heard."""
    from dabir.commands import desk_words

    sys.exit(desk_words.list_rules())


if __name__ == "__main__":
    main()
