/**
 * »Sagens forløb«: all that has happened in a case, running or closed, and the way it took through its models. What is
 * shown stays in this page's memory; the case is in no address.
 */
import {ask} from '../../../tasklist/scripts/ics/ask.js?v=b8b1a21b';
import {el, moment} from '../../../tasklist/scripts/ics/parts.js?v=7d5f6244';
import {drawWay} from './diagram.js?v=eace964b';

const PATH = '/sagens-forloeb';

/** The kinds of lines; steps of the system are many and come when they are asked for. */
const HIDDEN_AT_FIRST = ['step'];

const START = 'Skriv sagsnummeret, og vælg, hvad du skal bruge sagen til. Forløbet vises her, også når sagen er afsluttet.';

export const coursePage = {
  id: 'ics-course-page',
  pluginPoint: 'cockpit.route',
  priority: 80,
  properties: {path: PATH},
  render: (node) => new CoursePage(node, handedOver()).open(),
  unmount: () => {}
};

/** On a running instance: its case in the same view. */
export const courseTab = {
  id: 'ics-course-tab',
  pluginPoint: 'cockpit.processInstance.runtime.tab',
  priority: 90,
  properties: {label: 'Sagens forløb'},
  render: async (node, {processInstanceId}) => {
    const answer = await ask('GET', `/api/engine/engine/default/process-instance/${encodeURIComponent(processInstanceId)}`);
    if (!answer.ok || !answer.body.businessKey) {
      node.append(el('p', {class: 'ics-nothing'}, answer.ok ? 'Forløbet hører ikke til en sag.' : answer.body.message));
      return;
    }
    new CoursePage(node, {reference: answer.body.businessKey}, processInstanceId).open();
  },
  unmount: () => {}
};

/** The case another view of ours goes on with; never in the address, gone with the page. */
let next;

export function showCourse(reference, purpose) {
  next = {reference, purpose};
  window.location.hash = `#${PATH}`;
}

function handedOver() {
  const given = next ?? {};
  next = undefined;
  return given;
}

class CoursePage {
  constructor(node, given, instance) {
    this.given = given;
    this.instance = instance;
    this.problem = el('p', {class: 'ics-problem', role: 'alert', tabindex: '-1', hidden: true});
    this.purpose = el('select', {id: 'ics-course-purpose', class: 'form-control'}, el('option', {value: ''}, 'Vælg …'));
    this.reference = el('input', {id: 'ics-course-reference', class: 'form-control', type: 'text', value: given.reference ?? '', autocomplete: 'off'});
    this.send = el('button', {type: 'submit', class: 'btn btn-primary'}, 'Vis forløb');
    this.found = el('section', {'aria-live': 'off'}, el('p', {class: 'ics-nothing'}, START));
    node.append(
      el(
        instance ? 'section' : 'main',
        {class: 'ics-page ics-course'},
        !instance && el('h1', {}, 'Sagens forløb'),
        this.form(),
        this.found
      )
    );
  }

  form() {
    return el(
      'form',
      {class: 'ics-course-form', novalidate: true, autocomplete: 'off', submit: (event) => this.submit(event)},
      el('p', {}, 'Hvert opslag registreres med dit navn og formålet.'),
      this.problem,
      el(
        'div',
        {class: 'ics-row'},
        el('div', {}, el('label', {for: 'ics-course-reference'}, 'Sagsnummer'), this.reference),
        el('div', {}, el('label', {for: 'ics-course-purpose'}, 'Hvad skal du bruge sagen til?'), this.purpose),
        this.send
      )
    );
  }

  async open() {
    const answer = await ask('GET', '/api/ics/cases/purposes');
    if (!answer.ok) {
      this.refuse(answer.body.message);
      return;
    }
    this.purpose.append(...answer.body.map(({code, label}) => el('option', {value: code}, label)));
    if (this.given.purpose) {
      this.purpose.value = this.given.purpose;
      this.show();
    } else if (!this.instance) {
      this.reference.focus();
    }
  }

  refuse(message) {
    this.problem.textContent = message;
    this.problem.hidden = false;
    this.problem.focus();
  }

  submit(event) {
    event.preventDefault();
    return this.show();
  }

  async show() {
    this.problem.hidden = true;
    const asked = {purpose: this.purpose.value, reference: this.reference.value.trim()};
    if (!asked.reference || !asked.purpose) {
      this.refuse(asked.reference ? 'Vælg, hvad du skal bruge sagen til.' : 'Skriv sagens nummer, fx 2026-000123.');
      (asked.reference ? this.purpose : this.reference).focus();
      return;
    }
    this.send.disabled = true;
    const answer = await ask('POST', '/api/ics/cases/course', asked);
    this.send.disabled = false;
    if (!answer.ok) {
      this.refuse(answer.body.message);
      return;
    }
    this.draw(answer.body, asked);
  }

  draw(course, asked) {
    const heading = el('h2', {tabindex: '-1'}, `Sag ${course.reference}`);
    this.found.replaceChildren(
      heading,
      el('p', {class: 'ics-case-state'}, state(course)),
      drawWay(course.instances, asked, this.instance),
      ...timeline(course.lines)
    );
    heading.focus();
  }
}

function state({municipality, category, status, openedAt, closedAt}) {
  return [status.label, municipality.label, category.label, `åbnet ${moment(openedAt)}`, closedAt && `lukket ${moment(closedAt)}`].filter(Boolean).join(' · ');
}

function timeline(lines) {
  const kinds = new Map();
  lines.forEach(({kind}) => kinds.set(kind.code, {label: kind.label, count: (kinds.get(kind.code)?.count ?? 0) + 1}));
  const shown = new Set([...kinds.keys()].filter((code) => !HIDDEN_AT_FIRST.includes(code)));
  const proven = lines.filter(({entry}) => entry !== null).length;
  const body = el('tbody', {});
  const count = el('p', {role: 'status'});
  const redraw = () => {
    const chosen = lines.filter(({kind}) => shown.has(kind.code));
    body.replaceChildren(...chosen.map(row));
    count.textContent = chosen.length ? `${chosen.length} af ${lines.length} linjer vises.` : 'Ingen linjer vises. Vælg, hvad du vil se.';
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
      [...kinds].map(([code, {label, count: many}]) =>
        el(
          'label',
          {},
          el('input', {
            type: 'checkbox',
            checked: shown.has(code),
            change: ({target}) => {
              if (target.checked) {
                shown.add(code);
              } else {
                shown.delete(code);
              }
              redraw();
            }
          }),
          ` ${label} (${many})`
        )
      )
    ),
    count,
    el(
      'div',
      {class: 'ics-scrolls', tabindex: '0', role: 'region', 'aria-label': 'Hvad er der sket'},
      el(
        'table',
        {class: 'ics-table'},
        el('caption', {class: 'sr-only'}, 'Sagens forløb, det ældste først'),
        el('thead', {}, el('tr', {}, ...['Tidspunkt', 'Art', 'Hvad', 'Hvem', 'Bevis'].map((name) => el('th', {scope: 'col'}, name)))),
        body
      )
    )
  ];
}

function row({at, kind, text, user, process, details, entry}) {
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
    el('td', {}, user ?? 'Systemet'),
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
