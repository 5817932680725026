"""The calendar of the browser agrees with the calendar of the server."""

import json
import shutil
import subprocess
from datetime import date
from pathlib import Path

import pytest

import dabir.newsroom
from dabir.persian import JalaliDay, JalaliMonth

SCRIPT = Path(dabir.newsroom.__file__).parent / "static" / "newsroom" / "jalali.js"
ASK = """
require(process.argv[1]);
const jalali = globalThis.newsroomJalali;
const told = [];
for (let year = 1300; year <= 1500; year += 1) {
  for (let month = 1; month <= 12; month += 1) {
    const count = jalali.count({ year, month, day: 1 });
    const back = jalali.day(count);
    told.push([year, month, jalali.monthLength(year, month), count, jalali.weekday(count),
      [back.year, back.month, back.day]]);
  }
}
console.log(JSON.stringify({ told, now: jalali.now(new Date("2016-06-10T20:35:00Z")),
  read: [jalali.read("۱۳۹۵/۳/۲۱ ۱۴:۰۵"), jalali.read("۱۴۰۰/۱۲/۳۰"), jalali.read("فردا")],
  written: jalali.written({ year: 1395, month: 3, day: 21 }) }));
"""


@pytest.fixture(scope="module")
def script():
    node = shutil.which("node")
    if node is None:
        pytest.skip("The calendar's script is judged by node, and there is none.")
    told = subprocess.run([node, "-e", ASK, str(SCRIPT)], capture_output=True, check=True)
    return json.loads(told.stdout)


def test_months_days_and_weekdays_are_the_same(script):
    for year, month, length, count, weekday, back in script["told"]:
        first = JalaliDay(year, month, 1)
        assert length == JalaliMonth(year, month).length, (year, month)
        assert count == (first.gregorian - date(1970, 1, 1)).days, (year, month)
        assert weekday == first.weekday, (year, month)
        assert back == [year, month, 1]


def test_now_is_tehran_s_day(script):
    assert script["now"] == {"day": {"year": 1395, "month": 3, "day": 22}, "clock": [1, 5]}


def test_it_reads_and_writes_a_day(script):
    assert script["read"] == [{"year": 1395, "month": 3, "day": 21}, None, None]
    assert script["written"] == "۱۳۹۵/۰۳/۲۱"
