/**
 * Dates as people type them. form-js' calendar takes the 31st of February for a day in March, empties the field of what
 * it cannot read at all, and misses what was typed when a click elsewhere closes it. Here a day must exist, what does
 * not exist stays in its field for the message to be about, and what was typed counts however the field is left.
 */
const DAY = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$|^(\d{2})(\d{2})(\d{4})$/;

/** @return the day these words name, or nothing if there is no such day */
function dayOf(text) {
  const found = DAY.exec(text.trim());
  if (!found) {
    return undefined;
  }
  const [day, month, year] = found.slice(1).filter(Boolean).map(Number);
  const date = new Date(year, month - 1, day);
  // 31.02. would have become another day, and the year 50 the year 1950.
  return date.getDate() === day && date.getMonth() === month - 1 && date.getFullYear() === year ? date : undefined;
}

/** For every calendar, as soon as form-js has made it. */
export function readDates(selected, text, calendar) {
  const {config, input} = calendar;
  let typed;
  config.parseDate = dayOf;
  config.onValueUpdate.push((days) => {
    if (days.length) {
      typed = undefined;
    } else if (typed) {
      input.value = typed;
    }
  });
  input.addEventListener('input', () => {
    typed = input.value.trim();
  });
  // The calendar's own comes first.
  input.addEventListener('blur', ({relatedTarget}) => {
    if (typed !== undefined && !calendar.calendarContainer.contains(relatedTarget)) {
      calendar.setDate(typed, true);
    }
  });
}

/** @return what is wrong with what stands in a date's field, or nothing */
export function dateProblem(input) {
  const text = input?._flatpickr && !input.disabled ? input.value.trim() : '';
  if (!text) {
    return undefined;
  }
  const day = dayOf(text);
  if (!day) {
    return 'Datoen findes ikke. Skriv den som dd.mm.åååå.';
  }
  return input._flatpickr.isEnabled(day) ? undefined : 'Datoen ligger før 1900.';
}
