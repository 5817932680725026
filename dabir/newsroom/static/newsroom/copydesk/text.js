/* What the desk's scripts know of text: what changed in it, and which marks outlive a change.
 *
 * Offsets count UTF-16 code units, as JavaScript does and as the server answers.
 */
(() => {
  "use strict";

  const HALF_SPACE = "\u200c";

  /** How two texts, or lists of lines, differ: their common beginning, and what stands between it and their common end. */
  const difference = (before, after) => {
    const most = Math.min(before.length, after.length);
    let start = 0;
    while (start < most && before[start] === after[start]) start += 1;
    let tail = 0;
    while (tail < most - start
      && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1;
    return { start, end: before.length - tail, newEnd: after.length - tail };
  };

  /** The marks whose text a change left alone, where they stand now. A mark that was touched is gone. */
  const carried = (marks, before, after) => {
    const { start, end, newEnd } = difference(before, after);
    const by = newEnd - end;
    return marks.flatMap((mark) => {
      if (mark.end < start || (mark.end === start && start === end && !isLetter(after[start]))) return [mark];
      if (mark.start > end || (mark.start === end && !isLetter(after[newEnd - 1]))) {
        return [{ ...mark, start: mark.start + by, end: mark.end + by }];
      }
      return [];
    });
  };

  const isLetter = (sign) => sign !== undefined && (sign === HALF_SPACE || /[\p{L}\p{M}\p{N}]/u.test(sign));

  /** The least that must be replaced to put `fix` over text[start:end], so that styles stay. */
  const smallest = (text, start, end, fix) => {
    const found = difference(text.slice(start, end), fix);
    return {
      start: start + found.start,
      end: start + found.end,
      text: fix.slice(found.start, found.newEnd),
    };
  };

  /** `text` with edits put in; they do not overlap. */
  const edited = (text, edits) => {
    let out = "";
    let at = 0;
    [...edits].sort((a, b) => a.start - b.start).forEach((edit) => {
      out += text.slice(at, edit.start) + edit.text;
      at = edit.end;
    });
    return out + text.slice(at);
  };

  /** The words around a mark, for a list: [before, marked, after]. */
  const around = (text, start, end, length = 24) => {
    let from = Math.max(0, start - length);
    let to = Math.min(text.length, end + length);
    if (from > 0) from = Math.min(start, text.indexOf(" ", from) + 1 || from);
    if (to < text.length) to = Math.max(end, text.lastIndexOf(" ", to));
    return [
      (from > 0 ? "…" : "") + text.slice(from, start),
      text.slice(start, end),
      text.slice(end, to) + (to < text.length ? "…" : ""),
    ];
  };

  /** What nobody sees, shown: a half-space as a thin bar, a blank as an open box. */
  const visible = (text) => {
    if (text === "") return "(هیچ)";
    if (/^\s+$/.test(text)) return "␣".repeat(text.length);
    return text;
  };

  const persian = (number) => String(number).replace(/[0-9]/g, (digit) => "۰۱۲۳۴۵۶۷۸۹"[digit]);

  globalThis.copydesk = Object.assign(globalThis.copydesk ?? {}, {
    HALF_SPACE, around, carried, difference, edited, persian, smallest, visible,
  });
})();
