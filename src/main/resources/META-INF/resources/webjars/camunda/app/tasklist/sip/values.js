/*
 * What staff type, and what the server is sent. Every function takes text as typed and gives the written form, or
 * null when the text cannot be read as that kind of value. Whether a value is right is for the server to say.
 */

const pad = (number) => String(number).padStart(2, '0');

function exists(year, month, day) {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** 20260302, 2026-3-2, 2026/03/02 and 2026.03.02 become 2026-03-02. */
export function readDate(text) {
  const match = /^(\d{4})[-/. ]?(\d{2})[-/. ]?(\d{2})$/.exec(text) ?? /^(\d{4})[-/. ](\d{1,2})[-/. ](\d{1,2})$/.exec(text);
  if (!match) {
    return null;
  }
  const [year, month, day] = match.slice(1).map(Number);
  return exists(year, month, day) ? `${match[1]}-${pad(month)}-${pad(day)}` : null;
}

/** 9, 9.30, 930, 0930 and 9:30 become 09:00 and 09:30. */
export function readTime(text) {
  const match = /^(?:kl\.?\s*)?(\d{1,2})(?:[:.]?(\d{2}))?$/i.exec(text);
  if (!match) {
    return null;
  }
  const hours = Number(match[1]);
  const minutes = Number(match[2] ?? 0);
  return hours < 24 && minutes < 60 ? `${pad(hours)}:${pad(minutes)}` : null;
}

/** 1 200 and 1,5 become 1200 and 1.5. */
export function readNumber(text) {
  const plain = text.replace(/[\s\u00a0]/g, '').replace(',', '.').replace('\u2212', '-');
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : null;
}

/**
 * Ten or twelve digits, with or without sign, become twelve digits with hyphen. Ten digits mean the latest century
 * that is not in the future; a plus sign means a hundred years earlier. Anything else (reserve numbers) is kept.
 */
export function readPersonNumber(text, today) {
  const plain = text.replace(/[\s\u00a0]/g, '').replace(/[\u2010-\u2015\u2212]/g, '-');
  const long = /^(\d{8})-?(\d{4})$/.exec(plain);
  if (long) {
    return `${long[1]}-${long[2]}`;
  }
  const short = /^(\d{2})(\d{4})([-+]?)(\d{4})$/.exec(plain);
  if (!short) {
    return plain;
  }
  const [, year, monthAndDay, sign, last] = short;
  const now = today.replaceAll('-', '');
  let century = Number(now.slice(0, 2));
  if (`${century}${year}${monthAndDay}` > now) {
    century -= 1;
  }
  if (sign === '+') {
    century -= 1;
  }
  return `${century}${year}${monthAndDay}-${last}`;
}
