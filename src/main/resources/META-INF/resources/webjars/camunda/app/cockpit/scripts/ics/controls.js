/**
 * »Kontroldokumentation«: every identity control, filtered and in pages, and its record. The list names nobody; opening a
 * control and taking the list along take a purpose and are logged. Nothing of it stands in the address.
 */
import {ask, askForFile} from '../../../tasklist/scripts/ics/ask.js?v=b8b1a21b';
import {el, moment} from '../../../tasklist/scripts/ics/parts.js?v=7ba64d5b';
import {Filters} from './filters.js?v=aece53af';
import {goTo, handed} from './handover.js?v=7ef3bd45';
import {kept} from './memory.js?v=2275d740';
import {drawRecord} from './record.js?v=da4e513b';
import {amount, count, marked, route, save} from './view.js?v=933a6a8c';

const PATH = '/api/ics/controls';

const COLUMNS = [
  {label: 'Tidspunkt', sort: 'time', cell: (line) => moment(line.at)},
  {label: 'Sag', sort: 'case'},
  {label: 'Kommune', sort: 'municipality', cell: (line) => line.municipality.label},
  {label: 'Medarbejder', sort: 'employee', cell: (line) => line.employee.label},
  {label: 'Udfald', cell: (line) => el('span', {class: `ics-outcome ics-outcome-${line.outcome.code}`}, line.outcome.label)},
  {label: 'Særligt', cell: (line) => [line.doubt && 'Tvivl', line.photo && 'Foto i stedet for original'].filter(Boolean).join(', ')},
  {label: 'Forretningsgang', cell: (line) => line.procedure},
  {label: 'Tilsyn', cell: (line) => line.supervision.label}
];

export const controlsPage = route('controls', (place, frame) => new Controls(place, frame).open());

class Controls {
  constructor(place, frame) {
    Object.assign(this, {place, frame});
    this.sort = 'time';
    this.descending = true;
    this.places = [];
  }

  async open() {
    this.frame.say('Henter kontrollerne …');
    const answer = await ask('GET', `${PATH}/choices`);
    if (!answer.ok) {
      this.frame.refuse(answer);
      return;
    }
    this.filters = new Filters(answer.body, () => this.first());
    this.purpose = el(
      'select',
      {id: 'ics-purpose', class: 'form-control', 'aria-describedby': 'ics-purpose-problem', change: () => this.choosePurpose()},
      el('option', {value: ''}, 'Vælg …'),
      answer.body.purposes.map(({code, label}) => el('option', {value: code}, label))
    );
    const given = handed('controls') ?? {};
    kept.purpose = given.purpose ?? kept.purpose ?? '';
    this.purpose.value = kept.purpose;
    this.purposeProblem = el('p', {id: 'ics-purpose-problem', class: 'ics-problem', hidden: true});
    this.heading = el('h2', {tabindex: '-1'}, 'Kontroller');
    this.body = el('tbody', {});
    this.head = el('tr', {});
    this.pages = el('div', {class: 'ics-pages'});
    this.nothing = el('p', {class: 'ics-nothing', hidden: true}, 'Ingen kontroller passer til filtrene. Vælg en længere periode, eller ryd et filter.');
    this.table = el('table', {class: 'ics-table ics-controls'}, el('caption', {class: 'ics-unseen'}, 'Identitetskontroller'), el('thead', {}, this.head), this.body);
    this.list = el(
      'div',
      {},
      marked(answer.body.notice),
      this.filters.form,
      el(
        'section',
        {'aria-label': 'Kontroller'},
        el(
          'div',
          {class: 'ics-list-head'},
          this.heading,
          el(
            'div',
            {class: 'ics-field ics-purpose'},
            el('label', {for: 'ics-purpose'}, 'Hvad skal du bruge kontrollerne til?'),
            this.purpose,
            this.purposeProblem
          ),
          el('button', {type: 'button', class: 'btn btn-default', click: () => this.export()}, 'Hent listen (CSV)')
        ),
        el('p', {class: 'ics-hint'}, 'Vælg formål, og åbn kontrollen på sagens nummer. Hver kontrol, du åbner, og hver liste, du henter, registreres med dit navn og formålet.'),
        this.nothing,
        el('div', {class: 'ics-table-place'}, this.table),
        this.pages
      )
    );
    this.record = el('div', {hidden: true});
    this.list.hidden = Boolean(given.reference);
    this.place.replaceChildren(this.list, this.record);
    if (given.only) {
      this.filters.only(given.only);
    }
    await this.show(Boolean(given.only));
    if (given.reference) {
      await this.openRecord(given.reference, given.from);
      this.list.hidden = !this.record.hidden;
    }
  }

  first() {
    this.places = [];
    return this.show();
  }

  /** The page after the last of `places`; the first if there is none. */
  async show(focus) {
    this.frame.accept();
    this.frame.say('Henter kontrollerne …');
    const turn = (this.turn = {});
    const asked = {...this.filters.asked(), sort: this.sort, descending: this.descending ? 'yes' : 'no'};
    const answer = await ask('POST', `${PATH}/search`, {...asked, ...(this.places.length ? {after: this.places.at(-1)} : {})});
    if (turn !== this.turn) {
      return;
    }
    if (!answer.ok) {
      this.empty();
      this.frame.say();
      if (!this.filters.refuse(answer.body.fields ?? {})) {
        this.frame.refuse(answer);
      }
      return;
    }
    this.asked = asked;
    this.draw(answer.body);
    if (focus) {
      this.heading.focus();
    }
  }

  /** What was shown does not belong to the filters any more. */
  empty() {
    this.asked = undefined;
    this.heading.textContent = 'Kontroller';
    this.nothing.hidden = true;
    this.table.hidden = true;
    this.pages.replaceChildren();
  }

  draw({lines, after, count: counted, atLeast}) {
    if (counted !== null) {
      this.counted = atLeast ? `Mere end ${amount(counted)} kontroller` : count(counted, 'kontrol', 'kontroller');
    }
    const number = this.places.length + 1;
    this.heading.textContent = number > 1 ? `${this.counted}, side ${number}` : this.counted;
    this.frame.say();
    this.nothing.hidden = lines.length > 0;
    this.table.hidden = lines.length === 0;
    this.head.replaceChildren(...COLUMNS.map((column) => this.headOf(column)));
    this.body.replaceChildren(...lines.map((line) => this.row(line)));
    this.pages.replaceChildren(
      ...[
        this.places.length && el('button', {type: 'button', class: 'btn btn-default', click: () => this.turnTo(this.places.slice(0, -1))}, '‹ Forrige side'),
        after && el('button', {type: 'button', class: 'btn btn-default', click: () => this.turnTo([...this.places, after])}, 'Næste side ›')
      ].filter(Boolean)
    );
  }

  turnTo(places) {
    this.places = places;
    return this.show(true);
  }

  headOf({label, sort}) {
    if (!sort) {
      return el('th', {scope: 'col'}, label);
    }
    const on = sort === this.sort;
    const order = on ? (this.descending ? 'descending' : 'ascending') : undefined;
    return el(
      'th',
      {scope: 'col', 'aria-sort': order},
      el('button', {type: 'button', class: 'ics-sort', click: () => this.sortBy(sort)}, label, el('span', {'aria-hidden': 'true'}, on ? (this.descending ? ' ▼' : ' ▲') : ' ↕'))
    );
  }

  async sortBy(sort) {
    this.descending = sort === this.sort ? !this.descending : sort === 'time';
    this.sort = sort;
    await this.first();
    this.head.querySelector('[aria-sort] button')?.focus();
  }

  row(line) {
    const open = el(
      'button',
      {type: 'button', class: 'ics-open', 'aria-label': `Åbn kontrollen i sag ${line.reference} fra ${moment(line.at)}`, click: () => this.openRecord(line.reference)},
      line.reference
    );
    return el('tr', {}, COLUMNS.map((column) => el('td', {}, column.sort === 'case' ? open : column.cell(line))));
  }

  choosePurpose() {
    kept.purpose = this.purpose.value;
    this.askForPurpose('');
  }

  /** @returns whether a purpose is chosen; otherwise it is asked for */
  hasPurpose(sentence) {
    this.askForPurpose(this.purpose.value ? '' : sentence);
    return Boolean(this.purpose.value);
  }

  askForPurpose(sentence) {
    this.purposeProblem.textContent = sentence;
    this.purposeProblem.hidden = !sentence;
    if (sentence) {
      this.purpose.setAttribute('aria-invalid', 'true');
      this.purpose.focus();
    } else {
      this.purpose.removeAttribute('aria-invalid');
    }
  }

  async export() {
    if (!this.asked || !this.hasPurpose('Vælg, hvad du skal bruge listen til.')) {
      return;
    }
    this.frame.accept();
    this.frame.say('Henter listen …');
    const answer = await askForFile(`${PATH}/export`, {...this.asked, purpose: this.purpose.value});
    if (!answer.ok) {
      this.frame.refuse(answer);
      return;
    }
    save(answer.body, `kontroller-${new Intl.DateTimeFormat('sv-SE', {timeZone: 'Europe/Copenhagen'}).format(new Date())}.csv`);
    this.frame.say('Listen er hentet. Slet den, når du ikke længere har brug for den.');
  }

  /** @param from the view that somebody came from and goes back to; without one it is the list */
  async openRecord(reference, from) {
    if (!this.hasPurpose('Vælg, hvad du skal bruge sagen til.')) {
      return;
    }
    this.frame.accept();
    this.frame.say('Henter kontroldokumentationen …');
    const asked = {purpose: this.purpose.value, reference};
    const answer = await ask('POST', '/api/ics/reports/control-record', asked);
    if (!answer.ok) {
      this.frame.refuse(answer);
      return;
    }
    this.frame.say();
    const heading = el('h2', {tabindex: '-1'}, `Sag ${reference}`, ` · ${answer.body.subject.name}`);
    const back =
      from === 'find'
        ? act('‹ Til søgningen', () => goTo('find', {reference}))
        : act('‹ Til listen', () => this.closeRecord(reference));
    const course = act('Sagens forløb', () => goTo('course', {...asked, from: 'record', before: from}));
    const pdf = el('button', {type: 'button', class: 'btn btn-primary', click: () => this.takeRecord(asked, pdf)}, 'Hent som PDF');
    this.record.replaceChildren(el('div', {class: 'ics-record-acts'}, back, course, pdf), heading, ...drawRecord(answer.body));
    this.list.hidden = true;
    this.record.hidden = false;
    heading.focus();
    heading.scrollIntoView({block: 'center'});
  }

  async takeRecord(asked, button) {
    this.frame.accept();
    this.frame.say('Danner PDF …');
    button.disabled = true;
    const answer = await askForFile('/api/ics/reports/control-record', asked);
    button.disabled = false;
    if (!answer.ok) {
      this.frame.refuse(answer);
      return;
    }
    save(answer.body, `kontroldokumentation-${asked.reference}.pdf`);
    this.frame.say('Kontroldokumentationen er hentet. Slet filen, når du ikke længere har brug for den.');
    button.focus();
  }

  /** Back to where somebody came from in the list, if it is on this page of it. */
  closeRecord(reference) {
    this.frame.say();
    this.frame.accept();
    this.record.replaceChildren();
    this.record.hidden = true;
    this.list.hidden = false;
    ([...this.body.querySelectorAll('.ics-open')].find(({textContent}) => textContent === reference) ?? this.heading).focus();
  }
}

function act(text, click) {
  return el('button', {type: 'button', class: 'btn btn-default', click}, text);
}
