/** What one of our views gives to the next, in this page's memory: no address names a case. */
import {el} from '../../../tasklist/scripts/ics/parts.js?v=7ba64d5b';
import {kept} from './memory.js?v=2275d740';
import {VIEWS} from './view.js?v=933a6a8c';

export function goTo(key, what) {
  kept.given = {key, what};
  window.location.hash = VIEWS[key].path;
}

/** What this view was given, once; undefined if somebody came by another way. */
export function handed(key) {
  const {given} = kept;
  delete kept.given;
  return given?.key === key ? given.what : undefined;
}

/** A case's number in a list, which leads to the controls of the case. */
export function toControls(reference) {
  return el('button', {type: 'button', class: 'ics-open', 'aria-label': `Vis kontrollerne i sag ${reference}`, click: () => goTo('controls', {only: reference})}, reference);
}
