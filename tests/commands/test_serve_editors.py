"""The copy desk in any editor: a client speaks to ``dabir copydesk serve`` as editors do."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from dabir.persian.letters import HALF_SPACE

STORY = "file:///story.txt"
SMILE = "\N{SLIGHTLY SMILING FACE}"


class Editor:
    """An editor with one text open, on the other end of the pipes."""

    def __init__(self, server: "subprocess.Popen[bytes]") -> None:
        self.server = server
        self.numbers = iter(range(1, 1000))
        self.version = 0

    def ask(self, method: str, params: Any) -> Any:
        number = next(self.numbers)
        self._send({"id": number, "method": method, "params": params})
        return self._hear(lambda said: said.get("id") == number)["result"]

    def tell(self, method: str, params: Any) -> None:
        self._send({"method": method, "params": params})

    def open(self, text: str) -> list[dict[str, Any]]:
        document = {"uri": STORY, "languageId": "plaintext", "version": 0, "text": text}
        self.tell("textDocument/didOpen", {"textDocument": document})
        return self.diagnostics()

    def change(self, text: str) -> None:
        self.version += 1
        self.tell(
            "textDocument/didChange",
            {
                "textDocument": {"uri": STORY, "version": self.version},
                "contentChanges": [{"text": text}],
            },
        )

    def diagnostics(self) -> list[dict[str, Any]]:
        said = self._hear(lambda said: said.get("method") == "textDocument/publishDiagnostics")
        assert said["params"]["uri"] == STORY
        assert said["params"].get("version", self.version) == self.version
        return said["params"]["diagnostics"]

    def actions(self, start: int, end: int, **context: Any) -> list[dict[str, Any]]:
        place = {
            "start": {"line": 0, "character": start},
            "end": {"line": 0, "character": end},
        }
        wanted = {
            "textDocument": {"uri": STORY},
            "range": place,
            "context": {"diagnostics": [], **context},
        }
        return self.ask("textDocument/codeAction", wanted)

    def _send(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self.server.stdin
        self.server.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self.server.stdin.flush()

    def _hear(self, wanted: Any) -> dict[str, Any]:
        while True:
            said = self._message()
            if wanted(said):
                return said

    def _message(self) -> dict[str, Any]:
        assert self.server.stdout
        length = 0
        while line := self.server.stdout.readline().strip():
            name, _, value = line.partition(b":")
            if name.lower() == b"content-length":
                length = int(value)
        assert length, "the server is gone"
        return json.loads(self.server.stdout.read(length))


@pytest.fixture
def editor(tmp_path: Path) -> Iterator[Editor]:
    server = subprocess.Popen(
        [sys.executable, "-m", "dabir.cli", "copydesk", "serve", "--stdio"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env={**os.environ, "DABIR_DATA": str(tmp_path)},
    )
    editor = Editor(server)
    editor.ask("initialize", {"processId": None, "rootUri": None, "capabilities": {}})
    editor.tell("initialized", {})
    yield editor
    editor.ask("shutdown", None)
    editor.tell("exit", None)
    assert server.wait(10) == 0


def doubled(marks: list[dict[str, Any]]) -> dict[str, Any]:
    return next(mark for mark in marks if mark["code"] == "doubled")


def test_it_marks_a_text_when_it_is_opened(editor: Editor) -> None:
    mark = doubled(editor.open("این این خبر است."))
    assert mark["range"] == {
        "start": {"line": 0, "character": 0},
        "end": {"line": 0, "character": 7},
    }
    assert (mark["source"], mark["severity"]) == ("dabir", 1)
    assert mark["message"].endswith(".")


def test_it_counts_as_editors_do(editor: Editor) -> None:
    text = f"خبر دیگری آمد.\r\n{SMILE} این این خبر است."
    mark = doubled(editor.open(text))
    assert mark["range"]["start"] == {"line": 1, "character": 3}
    assert mark["range"]["end"] == {"line": 1, "character": 10}


def test_it_reads_again_when_typing_pauses(editor: Editor) -> None:
    editor.open("این خبر است.")
    editor.change("این این")
    editor.change("این این خبر است.")
    assert doubled(editor.diagnostics())
    editor.change("این خبر است.")
    assert not editor.diagnostics()


def test_it_offers_the_fixes_at_the_cursor(editor: Editor) -> None:
    editor.open("این این خبر است.")
    fix = next(each for each in editor.actions(2, 2) if each.get("isPreferred"))
    assert fix["kind"] == "quickfix"
    (edit,) = fix["edit"]["changes"][STORY]
    assert edit["newText"] == "این"
    assert edit["range"]["end"]["character"] == 7
    assert not [each for each in editor.actions(12, 13) if each["kind"] == "quickfix"]


def test_it_offers_to_fix_everything(editor: Editor) -> None:
    editor.open("این این خبر خبر است.")
    (everything,) = editor.actions(0, 0, only=["source.fixAll"])
    assert [edit["newText"] for edit in everything["edit"]["changes"][STORY]] == ["این", "خبر"]


def test_it_is_quiet_about_a_text_that_is_closed(editor: Editor) -> None:
    editor.open("این این خبر است.")
    editor.tell("textDocument/didClose", {"textDocument": {"uri": STORY}})
    assert editor.diagnostics() == []
    assert not editor.actions(2, 2)


def test_it_reads_an_empty_text_and_a_strange_one(editor: Editor) -> None:
    assert editor.open("") == []
    editor.change(f"\N{LINE SEPARATOR}این این{HALF_SPACE} {SMILE}{SMILE}\x0b این این خبر")
    assert editor.diagnostics()
