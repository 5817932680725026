/* The Jalali calendar by its 33-year cycle, right on every day of 1300-1500.
 *
 * A day is counted from 1 January 1970, as Date.UTC counts it: jalali.count({year: 1400,
 * month: 1, day: 1}) is 18707, and jalali.day(18707) is that day again.
 */
(() => {
  "use strict";

  const LEAPS = [1, 5, 9, 13, 17, 22, 26, 30];
  const NOWRUZ_1400 = 18707;
  const MONTHS = [
    "فروردین", "اردیبهشت", "خرداد", "تیر", "مرداد", "شهریور",
    "مهر", "آبان", "آذر", "دی", "بهمن", "اسفند",
  ];

  const isLeap = (year) => LEAPS.includes(year % 33);

  const monthLength = (year, month) => {
    if (month <= 6) return 31;
    if (month <= 11) return 30;
    return isLeap(year) ? 30 : 29;
  };

  /** How many leap years there are before `year`. */
  const leapsBefore = (year) =>
    Math.floor(year / 33) * LEAPS.length + LEAPS.filter((leap) => leap < year % 33).length;

  const nowruz = (year) =>
    NOWRUZ_1400 + (year - 1400) * 365 + leapsBefore(year) - leapsBefore(1400);

  const daysBefore = (month) => (month <= 7 ? (month - 1) * 31 : 186 + (month - 7) * 30);

  const count = ({ year, month, day }) => nowruz(year) + daysBefore(month) + day - 1;

  const day = (number) => {
    let year = 1400 + Math.floor((number - NOWRUZ_1400) / 365.25);
    while (nowruz(year + 1) <= number) year += 1;
    while (nowruz(year) > number) year -= 1;
    let rest = number - nowruz(year);
    let month = 1;
    while (rest >= monthLength(year, month)) {
      rest -= monthLength(year, month);
      month += 1;
    }
    return { year, month, day: rest + 1 };
  };

  /** 0 for Saturday to 6 for Friday. */
  const weekday = (number) => (((number + 5) % 7) + 7) % 7;

  /** Today by Tehran's clocks, and their time as [hour, minute]. */
  const now = (moment = new Date()) => {
    const parts = {};
    new Intl.DateTimeFormat("en-u-ca-gregory-nu-latn", {
      timeZone: "Asia/Tehran", hourCycle: "h23",
      year: "numeric", month: "numeric", day: "numeric", hour: "numeric", minute: "numeric",
    }).formatToParts(moment).forEach((part) => { parts[part.type] = Number(part.value); });
    const number = Date.UTC(parts.year, parts.month - 1, parts.day) / 86400000;
    return { day: day(number), clock: [parts.hour, parts.minute] };
  };

  const persian = (text) => String(text).replace(/[0-9]/g, (digit) => "۰۱۲۳۴۵۶۷۸۹"[digit]);
  const ascii = (text) =>
    String(text)
      .replace(/[۰-۹]/g, (digit) => "۰۱۲۳۴۵۶۷۸۹".indexOf(digit))
      .replace(/[٠-٩]/g, (digit) => "٠١٢٣٤٥٦٧٨٩".indexOf(digit));

  const padded = (number) => String(number).padStart(2, "0");

  /** «۱۳۹۵/۰۳/۲۱» */
  const written = ({ year, month, day: dayOfMonth }) =>
    persian(`${year}/${padded(month)}/${padded(dayOfMonth)}`);

  /** The day and the time that a text tells as 1395/03/21 14:05; null where it tells none. */
  const read = (text) => {
    const found = /(1[2-5]\d\d)\s*[/.-]\s*(\d\d?)\s*[/.-]\s*(\d\d?)/.exec(ascii(text));
    if (!found) return null;
    const [year, month, dayOfMonth] = found.slice(1).map(Number);
    if (month < 1 || month > 12 || dayOfMonth < 1 || dayOfMonth > monthLength(year, month)) return null;
    return { year, month, day: dayOfMonth };
  };

  globalThis.newsroomJalali = {
    MONTHS, ascii, count, day, isLeap, monthLength, now, padded, persian, read, weekday, written,
  };
})();
