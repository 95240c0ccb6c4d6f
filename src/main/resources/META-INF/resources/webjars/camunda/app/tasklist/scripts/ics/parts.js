/** Parts of a page, made of text only: what comes from the server never becomes markup. */

/** An element with its attributes (`onClick`-like keys are listeners) and its children: elements, texts, or nothing. */
export function el(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  Object.entries(attributes).forEach(([name, value]) => {
    if (typeof value === 'function') {
      element.addEventListener(name, value);
    } else if (value === true) {
      element.setAttribute(name, '');
    } else if (value !== undefined && value !== null && value !== false) {
      element.setAttribute(name, value);
    }
  });
  element.append(...children.flat().filter((child) => child !== undefined && child !== null && child !== false && child !== ''));
  return element;
}

/** The task in the page's address. */
export function openTask() {
  return new URLSearchParams(window.location.hash.split('?')[1] ?? '').get('task');
}

/** »02.03.2026« of a day, ISO. */
export function day(iso) {
  if (!iso) {
    return '';
  }
  const [year, month, date] = iso.slice(0, 10).split('-');
  return `${date}.${month}.${year}`;
}

const MOMENT = new Intl.DateTimeFormat('da-DK', {
  timeZone: 'Europe/Copenhagen',
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit'
});

/** »02.03.2026 kl. 10.05« of an instant, Danish time. */
export function moment(instant) {
  if (!instant) {
    return '';
  }
  const part = Object.fromEntries(MOMENT.formatToParts(new Date(instant)).map(({type, value}) => [type, value]));
  return `${part.day}.${part.month}.${part.year} kl. ${part.hour}.${part.minute}`;
}

/** »35 min.« or »1 t. 30 min.« */
export function minutes(all) {
  const hours = Math.floor(all / 60);
  return hours ? `${hours} t. ${all % 60} min.` : `${all} min.`;
}
