"""The desk for every editor that speaks the Language Server Protocol, over standard input.

    editor -- text --> Sheet (the text as it was read) -- marks --> diagnostics
           -- where is the cursor? --> the fixes there, and those of the whole text

The text comes whole at every change, is read when typing pauses, and goes to no other
machine. Needs the package pygls: ``pip install dabir[lsp]``.
"""

import asyncio
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib.metadata import version
from typing import Any, Final

from lsprotocol import types as lsp
from pygls.lsp.server import LanguageServer
from pygls.workspace import PositionCodec

from dabir.copydesk.desk import Desk
from dabir.copydesk.lines import LINE_END, ReadLine
from dabir.copydesk.marks import Mark, Severity
from dabir.persian.letters import HALF_SPACE

PAUSE: Final = 0.25
"""Seconds without a change after which the text is read."""

SOURCE: Final = "dabir"
FIX_ALL: Final = "source.fixAll.dabir"
FIX_SPACING: Final = "source.fixAll.dabir.spacing"
SEVERITIES: Final = {
    Severity.ERROR: lsp.DiagnosticSeverity.Error,
    Severity.SPACING: lsp.DiagnosticSeverity.Warning,
    Severity.STYLE: lsp.DiagnosticSeverity.Information,
}


@dataclass(frozen=True)
class Sheet:
    """A text as it was read: its lines with their marks, in the units that the editor counts."""

    lines: list[ReadLine]
    codec: PositionCodec

    @classmethod
    def read(cls, desk: Desk, text: str, codec: PositionCodec) -> "Sheet":
        """Let ``desk`` read ``text``."""
        lines = LINE_END.split(text)
        numbered = enumerate(zip(lines, desk.read_lines(lines), strict=True))
        return cls([ReadLine(number, *read) for number, read in numbered], codec)

    def diagnostics(self) -> Iterator[lsp.Diagnostic]:
        """Yield what the editor shows."""
        for line in self.lines:
            for mark in line.marks:
                yield self._diagnostic(line, mark)

    def actions(self, uri: str, wanted: lsp.Range) -> Iterator[lsp.CodeAction]:
        """Yield the fixes of the marks that ``wanted`` touches, the first of each preferred."""
        for line in self.lines[wanted.start.line : wanted.end.line + 1]:
            for mark in line.marks:
                place = self._range(line, mark)
                if place.start <= wanted.end and wanted.start <= place.end:
                    yield from self._fixes(uri, line, mark)

    def fix_all(self, severities: Iterable[Severity] = tuple(Severity)) -> list[lsp.TextEdit]:
        """Return the first fixes of all marks of these severities."""
        return [
            lsp.TextEdit(self._range(line, mark), mark.fixes[0])
            for line in self.lines
            for mark in line.marks
            if mark.fixes and mark.severity in severities
        ]

    def _fixes(self, uri: str, line: ReadLine, mark: Mark) -> Iterator[lsp.CodeAction]:
        for number, fix in enumerate(mark.fixes):
            yield lsp.CodeAction(
                title=f"«{line.text[mark.start : mark.end]}» ← «{fix}»",
                kind=lsp.CodeActionKind.QuickFix,
                diagnostics=[self._diagnostic(line, mark)],
                is_preferred=number == 0,
                edit=_edit(uri, [lsp.TextEdit(self._range(line, mark), fix)]),
            )

    def _diagnostic(self, line: ReadLine, mark: Mark) -> lsp.Diagnostic:
        return lsp.Diagnostic(
            range=self._range(line, mark),
            message=mark.why,
            severity=SEVERITIES[mark.severity],
            code=mark.rule,
            source=SOURCE,
            data=mark.as_record(),
        )

    def _range(self, line: ReadLine, mark: Mark) -> lsp.Range:
        start, end = (
            lsp.Position(line.number, self.codec.client_num_units(line.text[:at]))
            for at in (mark.start, mark.end)
        )
        return lsp.Range(start, end)


def _edit(uri: str, edits: list[lsp.TextEdit]) -> lsp.WorkspaceEdit:
    return lsp.WorkspaceEdit(changes={uri: edits})


class DeskServer(LanguageServer):
    """A language server that keeps a sheet of every open text."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(
            SOURCE, version("dabir"), text_document_sync_kind=lsp.TextDocumentSyncKind.Full
        )
        self.desk = desk
        self.sheets: dict[str, Sheet] = {}
        self._waiting: dict[str, asyncio.Task[None]] = {}

    def read_soon(self, uri: str, pause: float = PAUSE) -> None:
        """Read the text when nothing has changed in it for a while."""
        self.leave(uri)
        self._waiting[uri] = asyncio.ensure_future(self._read(uri, pause))

    def leave(self, uri: str) -> None:
        """Read the text no more."""
        if task := self._waiting.pop(uri, None):
            task.cancel()

    async def _read(self, uri: str, pause: float) -> None:
        await asyncio.sleep(pause)
        document = self.workspace.get_text_document(uri)
        text, number = document.source, document.version
        sheet = await asyncio.to_thread(Sheet.read, self.desk, text, self.workspace.position_codec)
        self.sheets[uri] = sheet
        self.tell(uri, sheet.diagnostics(), number)

    def tell(
        self, uri: str, diagnostics: Iterable[lsp.Diagnostic], number: int | None = None
    ) -> None:
        """Show the editor what is marked in a text, in the state with this number."""
        shown = lsp.PublishDiagnosticsParams(uri, list(diagnostics), number)
        self.text_document_publish_diagnostics(shown)


def server(desk: Desk) -> DeskServer:
    """Return the server that lets ``desk`` read; ``start_io()`` starts it."""
    made = DeskServer(desk)

    @made.feature(lsp.TEXT_DOCUMENT_DID_OPEN)
    def opened(params: lsp.DidOpenTextDocumentParams) -> None:
        made.read_soon(params.text_document.uri, pause=0)

    @made.feature(lsp.TEXT_DOCUMENT_DID_CHANGE)
    def changed(params: lsp.DidChangeTextDocumentParams) -> None:
        made.sheets.pop(params.text_document.uri, None)
        made.read_soon(params.text_document.uri)

    @made.feature(lsp.TEXT_DOCUMENT_DID_CLOSE)
    def closed(params: lsp.DidCloseTextDocumentParams) -> None:
        made.leave(params.text_document.uri)
        made.sheets.pop(params.text_document.uri, None)
        made.tell(params.text_document.uri, [])

    @made.feature(
        lsp.TEXT_DOCUMENT_CODE_ACTION,
        lsp.CodeActionOptions([lsp.CodeActionKind.QuickFix, FIX_ALL, FIX_SPACING]),
    )
    def actions(params: lsp.CodeActionParams) -> list[lsp.CodeAction]:
        return list(_actions(made.sheets.get(params.text_document.uri), params))

    return made


def _actions(sheet: Sheet | None, params: lsp.CodeActionParams) -> Iterator[lsp.CodeAction]:
    """Yield what the editor offers at a place; nothing while the text is unread."""
    if sheet is None:
        return
    uri, only = params.text_document.uri, params.context.only
    if _is_wanted(lsp.CodeActionKind.QuickFix, only):
        yield from sheet.actions(uri, params.range)
    for kind, title, severities in (
        (FIX_SPACING, f"همهٔ نیم{HALF_SPACE}فاصله{HALF_SPACE}ها را درست کن", [Severity.SPACING]),
        (FIX_ALL, f"همهٔ نشان{HALF_SPACE}ها را درست کن", list(Severity)),
    ):
        edits = sheet.fix_all(severities) if _is_wanted(kind, only) else []
        if edits:
            yield lsp.CodeAction(title=title, kind=kind, edit=_edit(uri, edits))


def _is_wanted(kind: str, only: Iterable[Any] | None) -> bool:
    """Tell whether an editor that asks for these kinds only asks for this one."""
    return only is None or any(kind == str(each) or kind.startswith(f"{each}.") for each in only)
