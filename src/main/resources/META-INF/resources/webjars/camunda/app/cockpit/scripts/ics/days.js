/** Days as people write them in Denmark, »02.03.2026«. */

/** A day of the month that lies so many months from here; day 0 is the last of the month before. */
export function at(day, months, number) {
  return new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + months, number));
}

const DANISH_DAY = new Intl.DateTimeFormat('sv-SE', {timeZone: 'Europe/Copenhagen'});

/** The day in Denmark at an instant, ISO. */
export function isoDay(instant) {
  return DANISH_DAY.format(new Date(instant));
}

/** The day in Denmark. */
export function today() {
  return new Date(`${isoDay(Date.now())}T00:00:00Z`);
}

export function danish(date) {
  const [year, month, day] = date.toISOString().slice(0, 10).split('-');
  return `${day}.${month}.${year}`;
}

/** The date as people write it, ISO; undefined if there is no such day. */
export function iso(text) {
  const parts = /^(\d{1,2})[./ -]+(\d{1,2})[./ -]+(\d{4})$/.exec(text.trim());
  if (!parts) {
    return undefined;
  }
  const [day, month, year] = parts.slice(1).map(Number);
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCDate() === day && date.getUTCMonth() === month - 1 ? date.toISOString().slice(0, 10) : undefined;
}
