/**
 * »Find sag«: a caseworker with somebody on the telephone finds the case by what the caller can say. What is typed and
 * found stays in this page's memory, and goes with it: nothing in the address, the title or the browser's storage.
 */
import {ask, doorOfPurpose} from './ask.js?v=b8b1a21b';
import {drawCase} from './case.js?v=9abfff80';
import {closePaper} from './paper.js?v=97c9ec03';
import {day, el} from './parts.js?v=7ba64d5b';
import {FIELDS, heading, MORE, NONE, statusName} from './sought.js?v=18bac3b4';

const PATH = '/find-sag';

const START = 'Udfyld det, borgeren kan oplyse, og søg. Resultaterne vises her.';

export const findLink = {
  id: 'ics-find-link',
  pluginPoint: 'tasklist.navbar.action',
  priority: 250,
  render: (node) => node.append(el('a', {href: `#${PATH}`}, el('span', {class: 'glyphicon glyphicon-search', 'aria-hidden': 'true'}), ' Find sag')),
  unmount: () => {}
};

export const findPage = {
  id: 'ics-find-page',
  pluginPoint: 'tasklist.route',
  priority: 100,
  properties: {path: PATH},
  render: (node) => new FindPage(node).open(),
  unmount: () => {}
};

class FindPage {
  constructor(node) {
    this.summary = el('div', {class: 'ics-summary', role: 'alert', tabindex: '-1', hidden: true});
    this.purpose = el('select', {id: 'ics-find-purpose', class: 'form-control'}, el('option', {value: ''}, 'Vælg …'));
    this.inputs = Object.fromEntries(FIELDS.map(({key}) => [key, input(key)]));
    this.send = el('button', {type: 'submit', class: 'btn btn-primary'}, 'Søg');
    this.heading = el('h2', {id: 'ics-find-found', tabindex: '-1'}, 'Resultater');
    this.status = el('p', {class: 'ics-nothing'}, START);
    this.list = el('ul', {class: 'ics-hits'});
    this.results = el('section', {'aria-labelledby': 'ics-find-found'}, this.heading, this.status, this.list);
    this.search = el('div', {}, this.form(), this.results);
    this.found = el('section', {class: 'ics-whole-case', hidden: true});
    node.append(
      el(
        'main',
        {class: 'ics-find'},
        el('a', {class: 'ics-to-tasks', href: '#/'}, '‹ Til opgaverne'),
        el('h1', {}, 'Find sag'),
        this.search,
        this.found
      )
    );
  }

  form() {
    return el(
      'form',
      {novalidate: true, autocomplete: 'off', submit: (event) => this.submit(event)},
      el('p', {}, 'Hver søgning og hver sag, du åbner, registreres med dit navn og formålet.'),
      this.summary,
      field('purpose', 'Hvad skal du bruge sagen til?', undefined, this.purpose),
      el('div', {class: 'ics-fields'}, FIELDS.map(({key, label, hint}) => field(key, label, hint, this.inputs[key]))),
      el('div', {class: 'ics-find-actions'}, this.send, el('button', {type: 'button', class: 'btn btn-default', click: () => this.clear()}, 'Ryd'))
    );
  }

  async open() {
    const answer = await ask('GET', '/api/ics/cases/purposes');
    if (!answer.ok) {
      this.refuse(answer.body);
      return;
    }
    this.purpose.append(...answer.body.map(({code, label}) => el('option', {value: code}, label)));
    this.purpose.focus();
  }

  clear() {
    Object.values(this.inputs).forEach((one) => (one.value = ''));
    this.accept();
    this.show('Resultater', START, []);
    this.inputs.name.focus();
  }

  async submit(event) {
    event.preventDefault();
    this.accept();
    this.send.disabled = true;
    const entered = Object.fromEntries(Object.entries(this.inputs).map(([key, {value}]) => [key, value]));
    const answer = await ask('POST', '/api/ics/cases/search', {purpose: this.purpose.value, ...entered});
    this.send.disabled = false;
    if (!answer.ok) {
      this.show('Resultater', START, []);
      this.refuse(answer.body);
      return;
    }
    const {hits, more} = answer.body;
    this.show(heading(answer.body), hits.length === 0 ? NONE : more ? MORE : '', hits);
    this.heading.focus();
    this.results.scrollIntoView({block: 'nearest'});
  }

  show(title, status, hits) {
    this.heading.textContent = title;
    this.status.textContent = status;
    this.status.hidden = !status;
    this.list.replaceChildren(...hits.map((one) => el('li', {}, this.hit(one))));
  }

  hit(one) {
    const button = el(
      'button',
      {type: 'button', class: 'ics-hit', click: () => this.openCase(one.reference, button)},
      el('span', {class: 'ics-hit-name'}, one.name || 'Navn ikke oplyst', !one.asWritten && el('span', {class: 'ics-near'}, 'navnet ligner')),
      el('span', {}, one.birthDate ? `født ${day(one.birthDate)}` : 'fødselsdato ikke oplyst'),
      el('span', {}, one.municipality),
      el('span', {}, statusName(one.status)),
      el('span', {class: 'ics-hit-case'}, `Sag ${one.reference}`)
    );
    return button;
  }

  async openCase(reference, button) {
    this.accept();
    const door = doorOfPurpose(this.purpose.value, reference);
    const answer = await door.ask('');
    if (!answer.ok) {
      this.refuse(answer.body);
      return;
    }
    const heading = el('h2', {tabindex: '-1'}, `Sag ${answer.body.reference}`, answer.body.name && ` · ${answer.body.name}`);
    const back = el('button', {type: 'button', class: 'btn btn-default', click: () => this.closeCase(button)}, '‹ Til resultaterne');
    this.found.replaceChildren(back, heading, ...drawCase(answer.body, door));
    this.search.hidden = true;
    this.found.hidden = false;
    heading.focus();
    this.found.parentElement.scrollIntoView({block: 'start'});
  }

  closeCase(button) {
    closePaper();
    this.found.replaceChildren();
    this.found.hidden = true;
    this.search.hidden = false;
    button.focus();
  }

  controls() {
    return {purpose: this.purpose, ...this.inputs};
  }

  /** Every sentence at its field; the first wrong field has the focus, or the sentence itself if it is about all. */
  refuse({message, fields = {}}) {
    this.summary.hidden = false;
    this.summary.textContent = message;
    const wrong = Object.entries(this.controls()).filter(([key]) => fields[key]);
    wrong.forEach(([key, control]) => {
      control.setAttribute('aria-invalid', 'true');
      const place = document.getElementById(`${control.id}-problem`);
      place.textContent = fields[key];
      place.hidden = false;
    });
    (wrong[0]?.[1] ?? this.summary).focus();
  }

  accept() {
    this.summary.hidden = true;
    Object.values(this.controls()).forEach((control) => {
      control.removeAttribute('aria-invalid');
      const place = document.getElementById(`${control.id}-problem`);
      if (place) {
        place.textContent = '';
        place.hidden = true;
      }
    });
  }
}

function input(key) {
  return el('input', {
    id: `ics-find-${key}`,
    type: key === 'email' ? 'email' : 'text',
    class: 'form-control',
    autocomplete: 'off',
    spellcheck: 'false',
    maxlength: '200'
  });
}

function field(key, label, hint, control) {
  const described = [hint && `${control.id}-hint`, `${control.id}-problem`].filter(Boolean).join(' ');
  control.setAttribute('aria-describedby', described);
  return el(
    'div',
    {class: `ics-field ics-field-${key}`},
    el('label', {for: control.id}, label),
    hint && el('p', {id: `${control.id}-hint`, class: 'ics-hint'}, hint),
    control,
    el('p', {id: `${control.id}-problem`, class: 'ics-problem', hidden: true})
  );
}
