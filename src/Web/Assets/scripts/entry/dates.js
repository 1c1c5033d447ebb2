// Dates in one field, day first: 4/3/16, 4.3.2016, 040316, 04032016. The server reads them again; this only tells when one is whole.
const between = /[/. -]/;

function partsOf(text) {
  const typed = text.trim();
  if (/^\d{6}$|^\d{8}$/.test(typed)) return [typed.slice(0, 2), typed.slice(2, 4), typed.slice(4)];
  return typed.split(between).filter(Boolean);
}

export function isDate(text) {
  const [d, m, y, ...more] = partsOf(text);
  if (!y || more.length > 0 || !/^\d{1,2}$/.test(d) || !/^\d{1,2}$/.test(m) || !/^(\d{2}|\d{4})$/.test(y)) return false;
  const year = y.length === 2 ? 2000 + Number(y) : Number(y);
  const date = new Date(year, Number(m) - 1, Number(d));
  return year >= 1900 && year <= 2200 && date.getMonth() === Number(m) - 1 && date.getDate() === Number(d);
}

// Whether nothing more can come, real or not: a year of 19 or 20 may be the start of one of four digits.
export function isWhole(text) {
  const [, , y] = partsOf(text);
  return y?.length === 4 || (y?.length === 2 && !/^(19|20)$/.test(y));
}

// As the API writes it; nothing where it is not a date yet.
export function isoOf(text) {
  if (!isDate(text)) return undefined;
  const [d, m, y] = partsOf(text);
  return `${y.length === 2 ? `20${y}` : y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`;
}
