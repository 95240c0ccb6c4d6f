/**
 * »Sagens forløb«: all that has happened in a case, running or closed, and the way it took through its models. What is
 * shown stays in this page's memory; the case is in no address.
 */
import {ask} from '../../../tasklist/scripts/ics/ask.js?v=b8b1a21b';
import {el, moment} from '../../../tasklist/scripts/ics/parts.js?v=7ba64d5b';
import {drawWay} from './diagram.js?v=a3b98375';
import {goTo, handed} from './handover.js?v=7ef3bd45';
import {kept} from './memory.js?v=2275d740';
import {route, tabOf} from './view.js?v=933a6a8c';

/** The kinds of lines; steps of the system are many and come when they are asked for. */
const HIDDEN_AT_FIRST = ['step'];

const START = 'Skriv sagsnummeret, og vælg, hvad du skal bruge sagen til. Forløbet vises her, også når sagen er afsluttet.';

export const coursePage = route('course', (place, frame) => new Course(place, frame, handed('course')).open());

/** On a running instance: the course of its case. */
export const courseTab = tabOf('course', 'cockpit.processInstance.runtime.tab', async (place, frame, {processInstanceId}) => {
  const answer = await ask('GET', `/api/engine/engine/default/process-instance/${encodeURIComponent(processInstanceId)}`);
  if (!answer.ok) {
    frame.refuse(answer);
  } else if (answer.body.businessKey) {
    new Course(place, frame, {reference: answer.body.businessKey}, processInstanceId).open();
  } else {
    frame.say('Forløbet hører ikke til en sag.');
  }
});

class Course {
  /**
   * @param given the case, what it is looked at for, and the view that somebody came from
   * @param instance of the tab the view stands on; without one it is a page of its own
   */
  constructor(place, frame, given = {}, instance = undefined) {
    Object.assign(this, {place, frame, given, instance});
    this.purpose = el('select', {id: 'ics-course-purpose', class: 'form-control'}, el('option', {value: ''}, 'Vælg …'));
    this.reference = el('input', {id: 'ics-course-reference', class: 'form-control', type: 'text', value: given.reference ?? '', autocomplete: 'off'});
    this.send = el('button', {type: 'submit', class: 'btn btn-primary'}, 'Vis forløb');
    this.found = el('section', {class: 'ics-course', 'aria-label': 'Forløbet'}, el('p', {class: 'ics-nothing'}, START));
  }

  form() {
    return el(
      'form',
      {class: 'ics-filters', novalidate: true, autocomplete: 'off', submit: (event) => this.submit(event)},
      el(
        'div',
        {class: 'ics-filter-acts'},
        el('div', {class: 'ics-field'}, el('label', {for: 'ics-course-reference'}, 'Sagsnummer'), this.reference),
        el('div', {class: 'ics-field'}, el('label', {for: 'ics-course-purpose'}, 'Hvad skal du bruge sagen til?'), this.purpose),
        this.send,
        el('p', {class: 'ics-hint'}, 'Hvert opslag registreres med dit navn og formålet.')
      )
    );
  }

  async open() {
    const answer = await ask('GET', '/api/ics/cases/purposes');
    if (!answer.ok) {
      this.frame.refuse(answer);
      return;
    }
    this.purpose.append(...answer.body.map(({code, label}) => el('option', {value: code}, label)));
    this.purpose.value = this.given.purpose ?? kept.purpose ?? '';
    this.place.replaceChildren(this.form(), this.found);
    if (this.given.purpose) {
      await this.show();
    }
  }

  submit(event) {
    event.preventDefault();
    this.given = {};
    return this.show();
  }

  async show() {
    this.frame.accept();
    const asked = {purpose: this.purpose.value, reference: this.reference.value.trim()};
    if (!asked.reference || !asked.purpose) {
      this.frame.refuse({body: {message: asked.reference ? 'Vælg, hvad du skal bruge sagen til.' : 'Skriv sagens nummer, fx 2026-000123.'}});
      (asked.reference ? this.purpose : this.reference).focus();
      return;
    }
    kept.purpose = asked.purpose;
    // What is shown belongs to the case that is asked for, also when there is none.
    this.found.replaceChildren();
    this.send.disabled = true;
    this.frame.say('Henter forløbet …');
    const answer = await ask('POST', '/api/ics/cases/course', asked);
    this.send.disabled = false;
    this.frame.say();
    if (answer.ok) {
      this.draw(answer.body, asked);
    } else {
      this.frame.refuse(answer);
    }
  }

  draw(course, asked) {
    const heading = el('h2', {tabindex: '-1'}, `Sag ${course.reference}`);
    this.found.replaceChildren(el('div', {class: 'ics-list-head'}, heading, this.acts(asked)), el('p', {}, state(course)), drawWay(course.instances, asked, this.instance), ...timeline(course));
    heading.focus();
  }

  /** To the case's control record, and back to where somebody came from. */
  acts({purpose, reference}) {
    const {from, before} = this.given;
    const act = (text, key, what) => el('button', {type: 'button', class: 'btn btn-default', click: () => goTo(key, what)}, text);
    return el(
      'div',
      {class: 'ics-record-acts'},
      from === 'find' && act('‹ Til søgningen', 'find', {reference}),
      from === 'record'
        ? act('‹ Til kontroldokumentationen', 'controls', {purpose, reference, from: before})
        : act('Kontroldokumentation', 'controls', {purpose, reference, from})
    );
  }
}

function state({municipality, category, status, openedAt, closedAt}) {
  return [status.label, municipality.label, category.label, `åbnet ${moment(openedAt)}`, closedAt && `lukket ${moment(closedAt)}`].filter(Boolean).join(' · ');
}

function timeline({lines, people}) {
  const kinds = new Map();
  lines.forEach(({kind}) => kinds.set(kind.code, {label: kind.label, count: (kinds.get(kind.code)?.count ?? 0) + 1}));
  const shown = new Set([...kinds.keys()].filter((code) => !HIDDEN_AT_FIRST.includes(code)));
  const proven = lines.filter(({entry}) => entry !== null).length;
  const named = (user) => (people[user] ? `${people[user]} (${user})` : user);
  const body = el('tbody', {});
  const count = el('p', {role: 'status'});
  const boxes = new Map();
  /** Only these kinds, with one press. */
  const only = (text, codes, none) =>
    el(
      'button',
      {
        type: 'button',
        class: 'btn btn-link',
        click: () => {
          boxes.forEach((box, code) => {
            box.checked = codes.includes(code);
            shown[box.checked ? 'add' : 'delete'](code);
          });
          redraw(none);
        }
      },
      text
    );
  const redraw = (none = 'Ingen linjer vises. Vælg, hvad du vil se.') => {
    const chosen = lines.filter(({kind}) => shown.has(kind.code));
    body.replaceChildren(...chosen.map((line) => row(line, named)));
    count.textContent = chosen.length ? `${chosen.length} af ${lines.length} linjer vises.` : none;
  };
  redraw();
  return [
    el('h3', {}, 'Hvad er der sket'),
    el(
      'p',
      {},
      `${proven} linjer er bevist: de står i kontrolsporet under det nummer, der er nævnt. ${lines.length - proven} linjer kendes kun fra systemhistorikken.`
    ),
    el(
      'fieldset',
      {class: 'ics-kinds'},
      el('legend', {}, 'Vis'),
      [...kinds].map(([code, {label, count: many}]) => {
        const box = el('input', {
          type: 'checkbox',
          checked: shown.has(code),
          change: () => {
            shown[box.checked ? 'add' : 'delete'](code);
            redraw();
          }
        });
        boxes.set(code, box);
        return el('label', {}, box, ` ${label} (${many})`);
      })
    ),
    el(
      'div',
      {class: 'ics-only'},
      only('Kun opslag: hvem har set sagen', ['access'], 'Der er ingen opslag før dit.'),
      only('Kun opgaver: hvem havde dem', ['task', 'claim'], 'Der har ingen opgaver været.'),
      only('Alt', [...kinds.keys()]),
      count
    ),
    el(
      'div',
      {class: 'ics-table-place'},
      el(
        'table',
        {class: 'ics-table'},
        el('caption', {class: 'ics-unseen'}, 'Sagens forløb, det ældste først'),
        el('thead', {}, el('tr', {}, ...['Tidspunkt', 'Art', 'Hvad', 'Hvem', 'Bevis'].map((name) => el('th', {scope: 'col'}, name)))),
        body
      )
    )
  ];
}

function row({at, kind, text, user, process, details: given, entry}, named) {
  const details = given.map(({label, value}) => ({label, value: label === 'Fra' || label === 'Til' ? named(value) : value}));
  return el(
    'tr',
    {},
    el('td', {class: 'ics-when'}, moment(at)),
    el('td', {}, kind.label),
    el(
      'td',
      {},
      el('span', {class: 'ics-what'}, text),
      process && el('small', {}, process),
      details.length > 0 &&
        (details.length < 4
          ? facts(details)
          : el('details', {}, el('summary', {}, details.find(({label}) => label.startsWith('Række'))?.label ?? 'Detaljer'), facts(details)))
    ),
    el('td', {}, user ? named(user) : 'Systemet'),
    el(
      'td',
      {},
      entry === null
        ? el('span', {class: 'ics-history'}, 'Systemhistorik')
        : el('span', {class: 'ics-proven'}, `Bevist, nr. ${entry}`)
    )
  );
}

function facts(details) {
  return el('dl', {class: 'ics-details'}, details.map(({label, value}) => el('div', {}, el('dt', {}, label), el('dd', {}, value))));
}
