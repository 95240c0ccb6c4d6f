/** The filters of the list of controls: what can be chosen, what is chosen, and what is wrong with it. */
import {at, danish, iso, today} from './days.js?v=bc11de93';
import {el} from '../../../tasklist/scripts/ics/parts.js?v=7ba64d5b';
import {kept} from './memory.js?v=2275d740';

const YES_NO = (yes, no) => [
  {code: 'yes', label: yes},
  {code: 'no', label: no}
];

export class Filters {
  /**
   * @param choices what the server offers
   * @param search called when the filters are to be used
   */
  constructor(choices, search) {
    this.search = search;
    this.controls = {
      from: text('from', 'dd.mm.åååå'),
      to: text('to', 'dd.mm.åååå'),
      reference: text('reference', '2026-000123'),
      municipality: select('municipality', choices.municipalities),
      employee: select('employee', choices.employees.map(({code, label}) => ({code, label: label === code ? code : `${label} (${code})`}))),
      outcome: select('outcome', choices.outcomes),
      doubt: select('doubt', YES_NO('Med tvivl', 'Uden tvivl')),
      photo: select('photo', YES_NO('Dokument vist som foto', 'Original vist')),
      procedure: select('procedure', choices.procedures),
      supervision: select('supervision', choices.supervision),
      lacking: select('lacking', YES_NO('Mangler et krav', 'Mangler ingen krav'))
    };
    Object.entries(this.controls).forEach(([key, control]) => (control.value = kept.filters?.[key] ?? ''));
    this.form = el(
      'form',
      {class: 'ics-filters', novalidate: true, autocomplete: 'off', 'aria-label': 'Filtre', submit: (event) => this.submit(event)},
      el(
        'div',
        {class: 'ics-filter-fields'},
        field('Fra og med', this.controls.from),
        field('Til og med', this.controls.to),
        field('Kommune', this.controls.municipality),
        field('Medarbejder', this.controls.employee),
        field('Udfald', this.controls.outcome),
        field('Tvivl', this.controls.doubt),
        field('Dokument', this.controls.photo),
        field('Forretningsgang', this.controls.procedure),
        field('Tilsyn', this.controls.supervision),
        field('Minimumskrav', this.controls.lacking),
        field('Sagsnummer', this.controls.reference)
      ),
      el(
        'div',
        {class: 'ics-filter-acts'},
        el('button', {type: 'submit', class: 'btn btn-primary'}, 'Vis kontroller'),
        el('button', {type: 'button', class: 'btn btn-default', click: () => this.clear()}, 'Ryd filtre'),
        el('span', {class: 'ics-periods', role: 'group', 'aria-label': 'Vælg periode'}, PERIODS.map(([label, days]) => el('button', {type: 'button', class: 'btn btn-link', click: () => this.period(days)}, label)))
      )
    );
  }

  submit(event) {
    event.preventDefault();
    if (this.check()) {
      this.search();
    }
  }

  clear() {
    Object.values(this.controls).forEach((control) => (control.value = ''));
    this.check();
    this.search();
  }

  /** The controls of one case, whatever was asked for before. */
  only(reference) {
    Object.values(this.controls).forEach((control) => (control.value = ''));
    this.controls.reference.value = reference;
  }

  period(days) {
    const [from, to] = days(today());
    this.controls.from.value = danish(from);
    this.controls.to.value = danish(to);
    if (this.check()) {
      this.search();
    }
  }

  /** What is asked for; fields that are empty are not. Whoever comes back from another view finds the same. */
  asked() {
    kept.filters = Object.fromEntries(Object.entries(this.controls).map(([key, control]) => [key, control.value]));
    return Object.fromEntries(
      Object.entries(kept.filters)
        .filter(([, value]) => value.trim())
        .map(([key, value]) => [key, key === 'from' || key === 'to' ? iso(value) : value.trim()])
    );
  }

  check() {
    const wrong = Object.fromEntries(
      ['from', 'to'].filter((key) => this.controls[key].value.trim() && !iso(this.controls[key].value)).map((key) => [key, 'Skriv datoen som 02.03.2026.'])
    );
    this.refuse(wrong);
    return Object.keys(wrong).length === 0;
  }

  /**
   * Every sentence at its field; the first wrong field has the focus.
   *
   * @returns whether there was one
   */
  refuse(fields) {
    Object.entries(this.controls).forEach(([key, control]) => {
      const place = this.form.querySelector(`#${control.id}-problem`);
      place.textContent = fields[key] ?? '';
      place.hidden = !fields[key];
      control.toggleAttribute('aria-invalid', Boolean(fields[key]));
      if (fields[key]) {
        control.setAttribute('aria-invalid', 'true');
      }
    });
    const first = Object.keys(this.controls).find((key) => fields[key]);
    if (first) {
      this.controls[first].focus();
    }
    return Boolean(first);
  }
}

const PERIODS = [
  ['I dag', (day) => [day, day]],
  ['Denne måned', (day) => [at(day, 0, 1), at(day, 1, 0)]],
  ['Sidste måned', (day) => [at(day, -1, 1), at(day, 0, 0)]],
  ['I år', (day) => [new Date(Date.UTC(day.getUTCFullYear(), 0, 1)), new Date(Date.UTC(day.getUTCFullYear(), 11, 31))]]
];

function text(key, placeholder) {
  return el('input', {id: `ics-filter-${key}`, type: 'text', class: 'form-control', placeholder, maxlength: '40', spellcheck: 'false'});
}

function select(key, choices) {
  return el('select', {id: `ics-filter-${key}`, class: 'form-control'}, el('option', {value: ''}, 'Alle'), choices.map(({code, label}) => el('option', {value: code}, label)));
}

function field(label, control) {
  control.setAttribute('aria-describedby', `${control.id}-problem`);
  return el('div', {class: 'ics-field'}, el('label', {for: control.id}, label), control, el('p', {id: `${control.id}-problem`, class: 'ics-problem', hidden: true}));
}
