/**
 * Where somebody without a mouse goes on. Tasklist draws its lists anew each minute, and what one has just pressed (»Tag
 * opgaven«, »Fuldfør«) goes away: the browser would begin at the top of the page again. Here the focus goes to what has
 * taken the place.
 */
import {openTask} from './parts.js?v=7ba64d5b';

const TASK = '.task-card h2.task';
const TASKS = 'ol.tasks-list h4.task a';
const FOCUSABLE = 'a, button, input, select, textarea, [tabindex]';
const LIST = '.task-filters .item.active h4 a';

/** What had the focus last, and what may have it when that is gone, best first. */
let last;
let heirs = [];

/** A button that cannot be pressed while the server answers; the browser takes the focus from it. */
let resting;

/** The task that was opened from the list with a key. */
let opened;

export function keepTheFocus() {
  let byKey = false;
  document.addEventListener('focusin', ({target}) => {
    last = target;
    heirs = heirsOf(target);
    if (byKey && target.closest('.task-card')) {
      // The browser is content when it shows the first line of a field, be it under the buttons.
      target.scrollIntoView({block: 'nearest'});
    }
  });
  document.addEventListener('keydown', () => {
    byKey = true;
  }, true);
  document.addEventListener('pointerdown', () => {
    byKey = false;
    last = undefined;
  }, true);
  // A key's click has no count.
  document.addEventListener('click', ({target, detail, isTrusted}) => {
    const link = isTrusted && detail === 0 && target.closest?.(TASKS);
    opened = link ? taskOf(link) : undefined;
  }, true);
  new MutationObserver(plan).observe(document.documentElement, {subtree: true, childList: true, attributes: true, attributeFilter: ['class', 'disabled']});
}

function taskOf(link) {
  return new URLSearchParams((link.getAttribute('href') ?? '').split('?')[1] ?? '').get('task');
}

function heirsOf(element) {
  const link = element.closest(TASKS);
  if (link) {
    const task = taskOf(link);
    return [() => [...document.querySelectorAll(TASKS)].find((one) => taskOf(one) === task), TASKS, TASK, LIST];
  }
  if (element.closest('.task-filters')) {
    const name = element.textContent;
    return [() => [...document.querySelectorAll('.task-filters .item h4 a')].find((one) => one.textContent === name), LIST];
  }
  return element.closest('.task-card') ? [TASK, TASKS, LIST] : [];
}

let planned = false;

function plan() {
  if (!planned) {
    planned = true;
    requestAnimationFrame(() => {
      planned = false;
      follow();
    });
  }
}

function follow() {
  if (opened && opened === openTask() && isThere(document.querySelector(TASK))) {
    opened = undefined;
    give(document.querySelector(TASK));
  } else if (last && [document.body, null].includes(document.activeElement)) {
    if (isShown(last) && last.disabled) {
      resting = last;
    } else if (!isThere(last)) {
      give(heirs.map((one) => (typeof one === 'string' ? document.querySelector(one) : one())).find(isThere));
    } else if (resting === last) {
      resting = undefined;
      give(last);
    }
  }
}

function isShown(element) {
  return Boolean(element?.isConnected && element.getClientRects().length);
}

/** Tasklist makes its read-only parts focusable as well, for the moment until desk.js sees them. */
function isThere(element) {
  return isShown(element) && !element.disabled && element.matches(`${FOCUSABLE}, ${TASK}`);
}

function give(element) {
  if (element?.matches(TASK)) {
    element.setAttribute('tabindex', '-1');
  }
  element?.focus();
}
