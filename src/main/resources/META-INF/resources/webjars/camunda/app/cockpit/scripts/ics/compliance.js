/** »Efterlevelse«: how the rules of the identity control were kept in a period, what is missing first. */
import {ask, askForFile} from '../../../tasklist/scripts/ics/ask.js?v=b8b1a21b';
import {day, el, moment} from '../../../tasklist/scripts/ics/parts.js?v=7ba64d5b';
import {at, danish, iso, today} from './days.js?v=bc11de93';
import {toControls} from './handover.js?v=7ef3bd45';
import {amount, facts, marked, route, save, table, who} from './view.js?v=933a6a8c';

const PATH = '/api/ics/reports/compliance';

export const compliancePage = route('compliance', (place, frame) => new Compliance(place, frame).open());

class Compliance {
  constructor(place, frame) {
    Object.assign(this, {place, frame});
    this.from = dayInput('ics-from', danish(at(today(), -1, 1)));
    this.to = dayInput('ics-to', danish(at(today(), 0, 0)));
    this.send = el('button', {type: 'submit', class: 'btn btn-primary'}, 'Vis rapport');
    this.pdf = el('button', {type: 'button', class: 'btn btn-default', click: () => this.take()}, 'Hent som PDF');
    this.report = el('div', {});
  }

  open() {
    this.place.replaceChildren(
      el(
        'form',
        {class: 'ics-filters', novalidate: true, submit: (event) => this.submit(event)},
        el(
          'div',
          {class: 'ics-filter-acts'},
          el('div', {class: 'ics-field'}, el('label', {for: 'ics-from'}, 'Fra'), this.from),
          el('div', {class: 'ics-field'}, el('label', {for: 'ics-to'}, 'Til og med'), this.to),
          this.send,
          this.pdf
        ),
        el('p', {class: 'ics-hint'}, 'Rapporten følger folkeregistreringsbekendtgørelsen § 1, stk. 7, nr. 1-4. En PDF registreres i kontrolsporet med dit navn.')
      ),
      this.report
    );
    return this.show();
  }

  submit(event) {
    event.preventDefault();
    return this.show('heading');
  }

  /** What was typed as ISO days; what is no day, the server says so. */
  period() {
    const typed = ({value}) => iso(value) ?? value.trim();
    return {from: typed(this.from), to: typed(this.to)};
  }

  async show(focus) {
    const answer = await this.call(() => ask('POST', PATH, this.period()), 'Gør rapporten op …');
    if (!answer) {
      return;
    }
    const heading = el('h2', {tabindex: '-1'}, `${day(answer.period.from)} – ${day(answer.period.to)}`);
    this.report.replaceChildren(heading, ...drawReport(answer));
    if (focus) {
      heading.focus();
    }
  }

  async take() {
    const {from, to} = this.period();
    const blob = await this.call(() => askForFile(PATH, {from, to}), 'Skriver PDF …');
    if (blob) {
      save(blob, `efterlevelse-${from}-${to}.pdf`);
    }
  }

  async call(work, text) {
    this.frame.accept();
    this.frame.say(text);
    [this.send, this.pdf].forEach((button) => (button.disabled = true));
    [this.from, this.to].forEach((input) => input.removeAttribute('aria-invalid'));
    const answer = await work();
    [this.send, this.pdf].forEach((button) => (button.disabled = false));
    this.frame.say();
    if (answer.ok) {
      return answer.body;
    }
    const fields = answer.body.fields ?? {};
    this.frame.refuse({...answer, body: {message: [answer.body.message, ...Object.values(fields)].join(' ')}});
    Object.keys(fields).forEach((key) => this[key]?.setAttribute('aria-invalid', 'true'));
    return undefined;
  }
}

function dayInput(id, value) {
  return el('input', {id, type: 'text', class: 'form-control', inputmode: 'numeric', placeholder: 'dd.mm.åååå', autocomplete: 'off', value});
}

function drawReport(report) {
  return [
    marked(report.notice),
    el('p', {}, `Opgjort ${moment(report.drawnAt)}. Omfatter ${report.municipalities.length === 1 ? report.municipalities[0].label : `${amount(report.municipalities.length)} kommuner`}.`),
    missing(report),
    part('Nr. 1: Forretningsgange og minimumskrav', ...procedures(report.procedures)),
    part('Nr. 2: Uddannelse', ...training(report.training)),
    part('Nr. 3: Tilsyn', ...supervision(report.supervision)),
    part('Nr. 4: Skriftlig dokumentation', documentation(report.documentation))
  ].filter(Boolean);
}

function part(title, ...content) {
  return el('section', {class: 'ics-part'}, el('h3', {}, title), content.flat());
}

function missing({missing: kinds}) {
  const lacking = kinds.filter(({total}) => total > 0);
  return part(
    'Det mangler',
    lacking.length === 0 && el('p', {class: 'ics-verdict ics-verdict-good'}, 'Der mangler ikke noget.'),
    ...lacking.map(({kind, number, total, items}) =>
      el(
        'details',
        {class: 'ics-kind ics-alarm'},
        el('summary', {}, `Nr. ${number}: ${kind.label} (${amount(total)})`),
        table(
          kind.label,
          ['Sag', 'Kommune', 'Medarbejder', 'Dag', 'Hvad'],
          items.map((item) => [
            item.reference ? el('span', {}, toControls(item.reference), item.control && `kontrol ${item.control}`) : '–',
            item.municipality?.label ?? '–',
            who(item.employee) ?? '–',
            day(item.day),
            item.text
          ])
        ),
        total > items.length && el('p', {}, `og ${amount(total - items.length)} mere. Vælg en kortere periode for at se dem.`)
      )
    ),
    el(
      'details',
      {},
      el('summary', {}, 'Undersøgt, og i orden'),
      el('ul', {}, kinds.filter(({total}) => total === 0).map(({nothing}) => el('li', {}, nothing)))
    )
  );
}

/** A table under its own heading. */
function told(title, headings, rows) {
  return [el('h4', {}, title), table(title, headings, rows)];
}

function procedures({versions, all, municipalities, requirements}) {
  const row = (name, {total, approved, doubt, photo, withDifferences, withNotRelevant}) => [name, ...[total, approved, doubt, photo, withDifferences, withNotRelevant].map(amount)];
  return [
    told(
      'Forretningsgange, der gjaldt i perioden',
      ['Udgave', 'Gjaldt', 'Sat i kraft af', 'Ændringer', 'Kontroller'],
      versions.map((one) => [
        one.version,
        one.until ? `${day(one.from)} – ${day(one.until)}` : `Fra ${day(one.from)}`,
        one.putInForceBy ? `${who(one.putInForceBy)}, ${moment(one.putInForceAt)}` : 'Gjaldt, da registret blev indført',
        [one.changed && 'Ændret i perioden.', one.changes].filter(Boolean).join(' '),
        amount(one.controls)
      ])
    ),
    ...(all.total === 0
      ? [el('p', {class: 'ics-nothing'}, 'Der er ikke udført nogen kontrol i perioden.')]
      : [
          told(
            'Kontroller efter kommune',
            ['Kommune', 'Kontroller', 'Godkendt', 'Tvivl', 'Foto', 'Forskelle', 'Ikke relevant'],
            [...municipalities.map(({municipality, controls}) => row(municipality.label, controls)), row('I alt', all)]
          ),
          told(
            'Minimumskrav',
            ['Krav', 'Stillet', 'Opfyldt', 'Ikke opfyldt', 'Ikke relevant'],
            requirements.map(({requirement, asked, met, notMet, notRelevant}) => [requirement.label, ...[asked, met, notMet, notRelevant].map(amount)])
          )
        ])
  ];
}

function training({day: at, valid, expiring, expired, missing: none, employees}) {
  return [
    facts([
      ['Opgjort den', day(at)],
      ['Gyldig uddannelse', amount(valid)],
      ['Udløber snart', amount(expiring)],
      ['Udløbet', amount(expired)],
      ['Ikke registreret', amount(none)]
    ]),
    employees.length
      ? told(
          'Medarbejdernes uddannelse',
          ['Medarbejder', 'Kursus', 'Status', 'Gyldig til', 'Kontroller'],
          employees.map((one) => [who(one.employee), one.course.label, one.standing.label, one.validUntil ? day(one.validUntil) : '–', amount(one.controls)])
        )
      : el('p', {class: 'ics-nothing'}, 'Ingen medarbejdere i de valgte kommuner skal have uddannelse i identitetskontrol.')
  ];
}

function supervision({all, municipalities, caseworkers, samples}) {
  const of = (some, whole) => (whole ? `${amount(some)} af ${amount(whole)} (${Math.round((100 * some) / whole)} %)` : amount(some));
  return [
    facts([
      ['Omfattet af et tilsyn', of(all.covered, all.controls)],
      ['Udtaget til gennemgang', of(all.drawn, all.controls)],
      ['Gennemgået af de udtagne', of(all.reviewed, all.drawn)],
      ['Bemærkninger', amount(all.remarks)],
      ['Fejl', amount(all.errors)],
      ['Opfølgning', `${amount(all.followUps)}, heraf ${amount(all.openFollowUps)} ikke afsluttet`]
    ]),
    municipalities.length > 0 &&
      told(
        'Tilsyn efter kommune',
        ['Kommune', 'Kontroller', 'Omfattet', 'Udtaget', 'Gennemgået', 'Bemærkninger', 'Fejl'],
        [...municipalities.map(({municipality, coverage}) => [municipality.label, ...numbers(coverage)]), ['I alt', ...numbers(all)]]
      ),
    caseworkers.length > 0 &&
      told(
        'Dækning efter kommune og medarbejder',
        ['Kommune', 'Medarbejder', 'Kontroller', 'Omfattet', 'Udtaget', 'Gennemgået', 'Bemærkninger', 'Fejl'],
        caseworkers.map(({municipality, caseworker, coverage}) => [
          municipality.label,
          who(caseworker),
          ...numbers(coverage)
        ])
      ),
    samples.length === 0 ? el('p', {class: 'ics-nothing'}, 'Der er ikke ført tilsyn med perioden.') : el('p', {}, `${amount(samples.length)} tilsyn har kontroller fra perioden; se dem under »Tilsyn«.`)
  ];
}

function numbers({controls, covered, drawn, reviewed, remarks, errors}) {
  return [controls, covered, drawn, reviewed, remarks, errors].map(amount);
}

function documentation(one) {
  const last = one.lastVerification;
  return facts([
    ['Kontroller i perioden', amount(one.controls)],
    ['Fuldstændigt dokumenteret', amount(one.complete)],
    ['Poster i kontrolsporet', `${amount(one.entries)} underskrevet i perioden`],
    ['Kontrolpunkter', `${amount(one.checkpoints)} i perioden`],
    ['Seneste kontrolpunkt', one.lastCheckpointAt ? `Nr. ${one.lastCheckpoint}, ${moment(one.lastCheckpointAt)}` : 'Der er endnu ikke et kontrolpunkt'],
    ['Endnu ikke dækket', amount(one.uncovered)],
    ['Efterprøvninger', `${amount(one.verifications)} i perioden, heraf ${amount(one.holding)} uden fund`],
    ['Seneste efterprøvning', last ? `${moment(last.startedAt)}: ${last.holds ? 'intet ændret' : 'fund, se »Ægthed«'}` : 'Kontrolsporet er endnu ikke efterprøvet']
  ]);
}
