"""The desk's scripts, without a browser: what outlives a change, what is sent, what is pasted."""

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

import dabir.newsroom
from dabir.persian import HALF_SPACE

SCRIPTS = Path(dabir.newsroom.__file__).parent / "static" / "newsroom" / "copydesk"

TOLD = "const told = (it) => process.stdout.write(JSON.stringify(it), () => process.exit());"


def run(script: str, *names: str) -> Any:
    """Run ``script`` after the scripts called ``names``; return what it gives to ``told``."""
    node = shutil.which("node")
    if node is None:
        pytest.skip("The desk's scripts are judged by node, and there is none.")
    loaded = "".join(f"require({json.dumps(str(SCRIPTS / name))}.concat('.js'));" for name in names)
    whole = f"{loaded}{TOLD}{script}"
    done = subprocess.run([node, "-e", whole], capture_output=True, text=True, timeout=30)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


# What outlives a change ----------------------------------------------------------------


@pytest.mark.parametrize(
    ("before", "after", "left"),
    [
        ("این این خبر شهر شهر", "این این خبر تازهٔ شهر شهر", [[0, 7], [18, 25]]),
        ("این این خبر شهر شهر", "آن این خبر شهر شهر", [[11, 18]]),
        ("این این خبر شهر شهر", "این این خبر شهر شهری", [[0, 7]]),
        ("این این خبر شهر شهر", "این این خبر شهر شهر.", [[0, 7], [12, 19]]),
        ("این این خبر شهر شهر", "و این این خبر شهر شهر", [[2, 9], [14, 21]]),
        ("این این خبر شهر شهر", "واین این خبر شهر شهر", [[13, 20]]),
        ("این این خبر شهر شهر", "", []),
    ],
)
def test_a_mark_vanishes_with_its_words_and_others_move(before, after, left):
    marks = [{"start": 0, "end": 7}, {"start": 12, "end": 19}]
    asked = ", ".join(map(json.dumps, (marks, before, after)))
    found = run(f"told(copydesk.carried({asked}))", "text")
    assert [[mark["start"], mark["end"]] for mark in found] == left


def test_a_fix_replaces_as_little_as_it_can():
    least = run('told(copydesk.smallest("او این این خبر", 3, 10, "این"))', "text")
    assert least["start"] - least["end"] == -4
    assert least["text"] == ""


def test_words_around_a_mark_are_whole():
    text = "شهرداری سه کیلومتر مسیر تازه را امروز باز کرد و مردم آمدند"
    before, marked, after = run(f"told(copydesk.around({json.dumps(text)}, 24, 28, 8))", "text")
    assert marked == "تازه"
    assert before == "…مسیر "
    assert after == " را…"


# What is sent --------------------------------------------------------------------------

CLOCK = """
let now = 0, due = [];
Date.now = () => now;
setTimeout = (call, time = 0) => due[due.push({ at: now + time, call }) - 1];
clearTimeout = (one) => { due = due.filter((each) => each !== one); };
const settled = () => new Promise((done) => setImmediate(done));
const pause = (time) => new Promise((done) => setTimeout(done, time));
const wait = async (time) => {
  for (const until = now + time; ;) {
    await settled();
    const [next] = due.filter(({ at }) => at <= until).sort((a, b) => a.at - b.at);
    now = next ? next.at : until;
    if (!next) return;
    clearTimeout(next);
    next.call();
  }
};
"""
"""Time that passes at once, in order: ``wait`` lets everything happen that falls into it."""

TRANSPORT = """
const asked = [], heard = [];
const words = (text) => Object.fromEntries(text.split(" ").map((word) => [word, 1]));
let answer = ({ paragraphs }) => ({ version: "1", paragraphs: paragraphs.map(({ id, text }) => (
  { id, marks: [{ text }], words: words(text), new: [] })) });
const make = (more = {}) => new copydesk.Transport({
  ask: async (question) => { asked.push(question); return answer(question); },
  told: (id, text, marks) => heard.push([id, text, marks.length]),
  trouble: (problem) => { if (problem) heard.push(["trouble", problem.message, 0]); }, ...more });
"""


def send(script: str) -> Any:
    whole = f"{CLOCK}{TRANSPORT}(async () => {{ {script} told({{ asked, heard }}); }})();"
    return run(whole, "text", "elsewhere", "transport")


def texts(question: dict[str, Any]) -> list[str]:
    return [each["text"] for each in question["paragraphs"]]


def test_only_changed_paragraphs_are_sent_after_a_pause():
    found = send(
        """const desk = make(); desk.set("a", "one"); desk.set("b", "two"); await wait(50);
        desk.set("b", "two more"); await wait(400); desk.set("a", "one again"); await wait(400);"""
    )
    assert [texts(each) for each in found["asked"]] == [["one", "two more"], ["one again"]]


def test_what_was_read_before_is_not_sent_again():
    found = send(
        """const desk = make(); desk.set("a", "one"); await wait(300);
        desk.set("a", "two"); await wait(300);
        desk.set("a", "one"); desk.set("b", "two"); await wait(300);"""
    )
    assert [texts(each) for each in found["asked"]] == [["one"], ["two"]]
    assert found["heard"][-2:] == [["a", "one", 1], ["b", "two", 1]]


def test_a_late_answer_is_remembered_and_not_told():
    found = send(
        """const usual = answer;
        answer = async (question) => { await pause(300); return usual(question); };
        const desk = make(); desk.set("a", "one"); await wait(200);
        desk.set("a", "two"); await wait(900);
        desk.set("a", "one"); await wait(200);"""
    )
    assert [text for _, text, _ in found["heard"]] == ["two", "one"]
    assert len(found["asked"]) == 2


def test_a_text_in_two_places_is_sent_once():
    found = send('const desk = make(); desk.set("a", "x"); desk.set("b", "x"); await wait(300);')
    assert [texts(each) for each in found["asked"]] == [["x"]]
    assert {id for id, *_ in found["heard"]} == {"a", "b"}


def test_much_is_sent_in_parts_what_is_near_first():
    found = send(
        """const desk = make({ isNear: (id) => id === "n" });
        for (let i = 0; i < 40; i += 1) desk.set(`p${i}`, `${i} `.padEnd(1000, "x"));
        desk.set("n", "near"); while (heard.length < 41) await wait(20);"""
    )
    assert texts(found["asked"][0]) == ["near"]
    assert len(found["heard"]) == 41
    assert max(sum(map(len, texts(each))) for each in found["asked"]) <= 16_000


def test_what_the_rest_of_the_story_says_goes_along():
    found = send(
        """const desk = make(); desk.set("a", "x y"); desk.set("b", "x z"); await wait(300);
        desk.set("b", "z"); await wait(300);"""
    )
    assert found["asked"][0]["elsewhere"] == {}
    assert found["asked"][1]["elsewhere"] == {"x": 1, "y": 1}


def test_new_names_of_the_story_let_others_be_read_again():
    found = send(
        """const usual = answer; answer = (question) => { const told = usual(question);
        told.paragraphs.forEach((read) => { read.new = Object.keys(read.words); }); return told; };
        const desk = make(); desk.set("a", "name"); await wait(300);
        desk.set("b", "name too"); await wait(600);"""
    )
    assert [texts(each) for each in found["asked"]] == [
        ["name"],
        ["name too"],
        ["name", "name too"],
    ]


def test_another_version_of_the_house_lets_all_be_read_again():
    found = send(
        """const desk = make(); desk.set("a", "one"); await wait(300);
        const old = answer; answer = (question) => ({ ...old(question), version: "2" });
        desk.set("b", "two"); await wait(600);"""
    )
    assert [texts(each) for each in found["asked"]] == [["one"], ["two"], ["one"]]


def test_trouble_is_told_and_tried_again():
    found = send(
        """const good = answer; answer = () => { answer = good; throw new Error("away"); };
        const desk = make(); desk.set("a", "one"); await wait(2600);"""
    )
    assert found["heard"] == [["trouble", "away", 0], ["a", "one", 1]]


def test_what_is_refused_for_good_is_let_be():
    found = send(
        """const good = answer;
        answer = () => { answer = good; throw Object.assign(new Error("no"), { isFinal: true }); };
        const desk = make(); desk.set("a", "one"); await wait(2600);
        desk.set("a", "two"); await wait(300);"""
    )
    assert [texts(each) for each in found["asked"]] == [["one"], ["two"]]


def test_a_paragraph_beyond_measure_is_not_sent():
    found = send(
        'const desk = make({ mostLetters: 10 }); desk.set("a", "x".repeat(11)); await wait(300);'
    )
    assert found["asked"] == []
    assert found["heard"][-1] == ["a", "x" * 11, 0]
    assert found["heard"][0][0] == "trouble"


# What is pasted ------------------------------------------------------------------------


FAMILY = "خانواده \U0001f468\u200d\U0001f469\u200d\U0001f467"


def cleaned(text: str) -> str:
    found = run(f"told(copydesk.cleanText({json.dumps(text)}))", "text", "paste")
    assert isinstance(found, str)
    return found


@pytest.mark.parametrize(
    ("pasted", "clean"),
    [
        ("\u0643تاب \u0639ل\u064a", "کتاب علی"),
        ("می\u00acرود", f"می{HALF_SPACE}رود"),
        ("می\u00adرود", f"می{HALF_SPACE}رود"),
        ("co\u00adop ¬ ", "coop ¬ "),
        (f"می{HALF_SPACE}رود", f"می{HALF_SPACE}رود"),
        (f"می{HALF_SPACE}{HALF_SPACE} رود", "می رود"),
        ("\u202bخبر\u202c\u200f \u200eG20\u2069", "خبر G20"),
        ("\ufeffخبر\u200b\u2060تازه\u200d", "خبرتازه"),
        ("\ufe97\ufe8e\ufea9", "تاد"),
        ("خبر\u00a0تازه\tدیگر", "خبر تازه دیگر"),
        ("٤٥٦ و 123", "۴۵۶ و 123"),
        ("بِسْمِ اللَّهِ الرَّحْمَنِ الرَّحِ\u064aمِ", "بِسْمِ اللَّهِ الرَّحْمَنِ الرَّحِ\u064aمِ"),
        ("سطر\r\nدیگر\u2028سوم", "سطر\nدیگر\nسوم"),
        (FAMILY, FAMILY),
        ("خانهٔ ما و مسألة", "خانهٔ ما و مسألة"),
    ],
)  # fmt: skip
def test_what_is_pasted_is_cleaned(pasted, clean):
    assert cleaned(pasted) == clean
