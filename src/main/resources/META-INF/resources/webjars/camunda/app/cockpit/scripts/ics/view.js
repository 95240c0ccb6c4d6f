/** What our views in Cockpit have in common: the way from one to the other, and what stands there while nothing else can. */
import {el} from '../../../tasklist/scripts/ics/parts.js?v=7ba64d5b';
import {keptFor} from './memory.js?v=2275d740';
import {reader} from './role.js?v=832cb868';

/** Every view of ours with its place in Cockpit, in the order of the tabs; what is a partner municipality's too says so. */
export const VIEWS = {
  controls: {path: '/kontroldokumentation', label: 'Kontroldokumentation', partner: true},
  find: {path: '/find-borger', label: 'Find borger'},
  course: {path: '/sagens-forloeb', label: 'Sagens forløb', partner: true},
  supervision: {path: '/tilsyn', label: 'Tilsyn'},
  compliance: {path: '/efterlevelse', label: 'Efterlevelse'},
  ledger: {path: '/aegthed', label: 'Ægthed'}
};

const noRights = ({partner}) =>
  `Du har ikke adgang til denne side. Den er kun for ${partner ? 'tilsynet og partnerkommunerne' : 'tilsynet'}. Skal du have adgang, så kontakt IT-administrationen.`;

/**
 * A route of Cockpit's, drawn anew each time somebody goes there.
 *
 * @param draw gets the place of the view's own content, the frame, which says what cannot be shown, and who is here
 */
export function route(key, draw) {
  return {
    id: `ics-${key}`,
    pluginPoint: 'cockpit.route',
    priority: 100,
    properties: {path: VIEWS[key].path},
    render: (node) => new Frame(node, key).open(draw),
    unmount: () => {}
  };
}

/** A tab on one of Cockpit's own pages; `draw` gets also what Cockpit says of the page. */
export function tabOf(key, pluginPoint, draw) {
  return {
    id: `ics-${key}-tab`,
    pluginPoint,
    priority: 90,
    properties: {label: VIEWS[key].label},
    render: (node, about) => {
      new Frame(node, key, true).open((place, frame) => draw(place, frame, about));
    },
    unmount: () => {}
  };
}

class Frame {
  constructor(node, key, within) {
    this.key = key;
    this.status = el('p', {class: 'ics-status', role: 'status'});
    this.problem = el('p', {class: 'ics-summary', role: 'alert', tabindex: '-1', hidden: true});
    this.place = el('div', {});
    this.tabs = el('nav', {class: 'ics-tabs', 'aria-label': 'Kontrol og tilsyn'});
    if (within) {
      node.append(el('section', {class: 'ics-view'}, this.status, this.problem, this.place));
      return;
    }
    node.append(
      el(
        'main',
        {class: 'ics-view', 'aria-labelledby': 'ics-view-title'},
        el('div', {class: 'ics-view-head'}, el('h1', {id: 'ics-view-title', tabindex: '-1'}, VIEWS[key].label), this.tabs, this.status),
        this.problem,
        this.place
      )
    );
    document.title = `${VIEWS[key].label} – Cockpit`;
  }

  async open(draw) {
    this.say('Henter …');
    const who = await reader();
    keptFor(who.userId);
    this.tabs.replaceChildren(...tabs(this.key, who));
    this.say();
    await draw(this.place, this, who);
  }

  /** While something is on its way; nothing takes it away. */
  say(text = '') {
    this.status.textContent = text;
  }

  /** What the server did not do, and why. Without rights nothing else is left on the page. */
  refuse({status, body}) {
    this.say();
    this.problem.hidden = false;
    this.problem.textContent = status === 403 ? noRights(VIEWS[this.key]) : body.message;
    if (status === 403) {
      this.place.replaceChildren();
      this.tabs.remove();
    }
    this.problem.focus();
  }

  accept() {
    this.problem.hidden = true;
  }
}

/** The views that are the reader's; none for whoever is told that the page is not his. */
function tabs(key, {supervises, partner}) {
  return Object.entries(VIEWS)
    .filter(([, view]) => supervises || (partner && view.partner))
    .map(([one, {path, label}]) => el('a', {href: `#${path}`, 'aria-current': one === key && 'page'}, label));
}

/** A table with its headings; a cell is a text or an element. */
export function table(caption, headings, rows) {
  return el(
    'div',
    {class: 'ics-table-place'},
    el(
      'table',
      {class: 'ics-table'},
      el('caption', {class: 'ics-unseen'}, caption),
      el('thead', {}, el('tr', {}, headings.map((heading) => el('th', {scope: 'col'}, heading)))),
      el('tbody', {}, rows.map((cells) => el('tr', {}, cells.map((cell) => el('td', {}, cell)))))
    )
  );
}

/** Terms and what they are; what is not known is left out. */
export function facts(pairs) {
  return el(
    'dl',
    {class: 'ics-facts'},
    pairs.filter(([, value]) => value !== undefined && value !== null && value !== '').map(([term, value]) => el('div', {}, el('dt', {}, term), el('dd', {}, value)))
  );
}

/** An employee by name and user id; undefined where nobody did it. */
export function who(employee) {
  if (!employee) {
    return undefined;
  }
  return employee.name === employee.userId || employee.userId === 'system' ? employee.name : `${employee.name} (${employee.userId})`;
}

/** »1 kontrol«, »2 kontroller«, »1.000 kontroller«. */
export function count(number, one, more) {
  return `${amount(number)} ${number === 1 ? one : more}`;
}

const AMOUNT = new Intl.NumberFormat('da-DK');

export function amount(number) {
  return AMOUNT.format(number);
}

/** A figure that is read first, and what it means. */
export function tile(label, figure, words, picture, attention) {
  return el(
    'div',
    {class: attention ? 'ics-tile ics-attention' : 'ics-tile'},
    el('h3', {}, label),
    el('p', {class: 'ics-figure'}, figure),
    picture,
    el('p', {}, words)
  );
}

/** What has to be said of all figures that follow: that they are of multiplied data. */
export function marked(notice) {
  return notice ? el('p', {class: 'ics-warning ics-marked', role: 'note'}, notice) : undefined;
}

/** Hands a file to the browser to be saved. */
export function save(blob, name) {
  const link = el('a', {href: URL.createObjectURL(blob), download: name});
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}
