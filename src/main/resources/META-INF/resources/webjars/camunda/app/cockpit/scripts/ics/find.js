/**
 * »Find borger«: from what somebody knows of a citizen to the record of the control and the course of the case. What is
 * typed and found stays in this page's memory and with the user who looked for it; nothing of it is in the address.
 */
import {ask} from '../../../tasklist/scripts/ics/ask.js?v=b8b1a21b';
import {day, el, moment} from '../../../tasklist/scripts/ics/parts.js?v=7ba64d5b';
import {FIELDS, heading, MORE, NONE, statusName} from '../../../tasklist/scripts/ics/sought.js?v=18bac3b4';
import {goTo, handed} from './handover.js?v=7ef3bd45';
import {kept} from './memory.js?v=2275d740';
import {route} from './view.js?v=933a6a8c';

const START = 'Udfyld det, du ved om borgeren, og søg. Resultaterne vises her.';

export const findPage = route('find', (place, frame, who) => new Find(place, frame).open(who));

class Find {
  constructor(place, frame) {
    Object.assign(this, {place, frame});
    this.purpose = el('select', {id: 'ics-find-purpose', class: 'form-control'}, el('option', {value: ''}, 'Vælg …'));
    this.inputs = Object.fromEntries(
      FIELDS.map(({key}) => [key, el('input', {id: `ics-find-${key}`, type: 'text', class: 'form-control', autocomplete: 'off', spellcheck: 'false', maxlength: '200'})])
    );
    this.send = el('button', {type: 'submit', class: 'btn btn-primary'}, 'Søg');
    this.heading = el('h2', {tabindex: '-1'}, 'Resultater');
    this.told = el('p', {class: 'ics-nothing'}, START);
    this.rows = el('tbody', {});
    this.table = el(
      'div',
      {class: 'ics-table-place', hidden: true},
      el(
        'table',
        {class: 'ics-table ics-controls'},
        el('caption', {class: 'ics-unseen'}, 'Sager, der passer'),
        el('thead', {}, el('tr', {}, ['Navn', 'Født', 'Sag', 'Kommune', 'Status', 'Åbnet', 'Vis'].map((name) => el('th', {scope: 'col'}, name)))),
        this.rows
      )
    );
  }

  /** Whoever comes back from a case finds what was found before. */
  async open({supervises}) {
    const given = handed('find');
    this.frame.say('Henter søgningen …');
    const purposes = await ask('GET', '/api/ics/cases/purposes');
    this.frame.say();
    if (!purposes.ok || !supervises) {
      this.frame.refuse(purposes.ok ? {status: 403} : purposes);
      return;
    }
    this.purpose.append(...purposes.body.map(({code, label}) => el('option', {value: code}, label)));
    this.purpose.value = kept.purpose ?? '';
    this.place.replaceChildren(this.form(), el('section', {class: 'ics-found', 'aria-label': 'Resultater'}, this.heading, this.told, this.table));
    if (kept.found) {
      Object.entries(kept.found.entered).forEach(([key, value]) => (this.inputs[key].value = value));
      this.draw(kept.found.answer);
    }
    if (given) {
      (this.rows.querySelector(`[data-case="${CSS.escape(given.reference)}"]`) ?? this.heading).focus();
    }
  }

  form() {
    return el(
      'form',
      {class: 'ics-filters', novalidate: true, autocomplete: 'off', 'aria-label': 'Søgning', submit: (event) => this.submit(event)},
      el(
        'div',
        {class: 'ics-filter-fields ics-find-fields'},
        field('Hvad skal du bruge sagen til?', undefined, this.purpose),
        FIELDS.map(({key, label, hint}) => field(label, key === 'name' ? 'Små stavefejl gør ikke noget' : hint, this.inputs[key]))
      ),
      el(
        'div',
        {class: 'ics-filter-acts'},
        this.send,
        el('button', {type: 'button', class: 'btn btn-default', click: () => this.clear()}, 'Ryd'),
        el('p', {class: 'ics-hint'}, 'Hver søgning og hver sag, du åbner, registreres med dit navn og formålet.')
      )
    );
  }

  clear() {
    delete kept.found;
    Object.values(this.inputs).forEach((one) => (one.value = ''));
    this.accept();
    this.forget();
    this.inputs.name.focus();
  }

  /** What is shown belongs to what was searched for. */
  forget() {
    this.heading.textContent = 'Resultater';
    this.told.textContent = START;
    this.told.hidden = false;
    this.table.hidden = true;
    this.rows.replaceChildren();
  }

  async submit(event) {
    event.preventDefault();
    delete kept.found;
    this.accept();
    this.forget();
    this.send.disabled = true;
    this.frame.say('Søger …');
    const entered = Object.fromEntries(Object.entries(this.inputs).map(([key, {value}]) => [key, value]));
    const answer = await ask('POST', '/api/ics/cases/search', {purpose: this.purpose.value, ...entered});
    this.send.disabled = false;
    this.frame.say();
    if (!answer.ok) {
      this.refuse(answer);
      return;
    }
    kept.purpose = this.purpose.value;
    kept.found = {entered, answer: answer.body};
    this.draw(answer.body);
    this.heading.focus();
  }

  draw(found) {
    this.heading.textContent = heading(found);
    this.told.textContent = found.hits.length === 0 ? NONE : MORE;
    this.told.hidden = found.hits.length > 0 && !found.more;
    this.table.hidden = found.hits.length === 0;
    this.rows.replaceChildren(
      ...found.hits.map((hit) =>
        el('tr', {}, [name(hit), day(hit.birthDate) || 'Ikke oplyst', hit.reference, hit.municipality, statusName(hit.status), moment(hit.openedAt), this.acts(hit)].map((cell) => el('td', {}, cell)))
      )
    );
  }

  acts({reference}) {
    const to = (text, view) =>
      el(
        'button',
        {
          type: 'button',
          class: 'ics-open',
          'aria-label': `${text} i sag ${reference}`,
          'data-case': reference,
          click: () => this.leave(view, reference)
        },
        text
      );
    return el('span', {class: 'ics-acts'}, to('Kontroldokumentation', 'controls'), to('Sagens forløb', 'course'));
  }

  leave(view, reference) {
    this.accept();
    if (this.purpose.value) {
      goTo(view, {reference, purpose: this.purpose.value, from: 'find'});
    } else {
      this.refuse({body: {message: 'Vælg, hvad du skal bruge sagen til.', fields: {purpose: 'Vælg, hvad du skal bruge sagen til.'}}});
    }
  }

  controls() {
    return {purpose: this.purpose, ...this.inputs};
  }

  /** Every sentence at its field, and the first wrong field has the focus; what is about no field stands above. */
  refuse(answer) {
    const fields = answer.body?.fields ?? {};
    const wrong = Object.entries(this.controls()).filter(([key]) => fields[key]);
    if (!wrong.length) {
      this.frame.refuse(answer);
      return;
    }
    wrong.forEach(([key, control]) => tell(control, fields[key]));
    wrong[0][1].focus();
  }

  accept() {
    this.frame.accept();
    Object.values(this.controls()).forEach((control) => tell(control, ''));
  }
}

function name({name: of, asWritten}) {
  return el('span', {}, el('strong', {}, of || 'Navn ikke oplyst'), !asWritten && el('span', {class: 'ics-near'}, 'navnet ligner'));
}

/** The sentence at a field; none takes it away. */
function tell(control, sentence) {
  const place = document.getElementById(`${control.id}-problem`);
  place.textContent = sentence;
  place.hidden = !sentence;
  if (sentence) {
    control.setAttribute('aria-invalid', 'true');
  } else {
    control.removeAttribute('aria-invalid');
  }
}

function field(label, hint, control) {
  control.setAttribute('aria-describedby', [hint && `${control.id}-hint`, `${control.id}-problem`].filter(Boolean).join(' '));
  return el(
    'div',
    {class: 'ics-field'},
    el('label', {for: control.id}, label),
    control,
    hint && el('p', {id: `${control.id}-hint`, class: 'ics-hint'}, hint),
    el('p', {id: `${control.id}-problem`, class: 'ics-problem', hidden: true})
  );
}
