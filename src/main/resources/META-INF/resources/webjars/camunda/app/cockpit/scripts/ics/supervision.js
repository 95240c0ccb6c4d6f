/** »Tilsyn«: each sample and how far it is, what was found and what follows; and an extra sample. */
import {ask} from '../../../tasklist/scripts/ics/ask.js?v=b8b1a21b';
import {day, el, moment} from '../../../tasklist/scripts/ics/parts.js?v=7ba64d5b';
import {iso} from './days.js?v=bc11de93';
import {toControls} from './handover.js?v=7ef3bd45';
import {amount, facts, route, table} from './view.js?v=933a6a8c';

const PATH = '/api/ics/supervisions';

const REASONS = {random: 'Stikprøve', risk: 'Risiko'};
const FINDINGS = {none: 'Ingen bemærkninger', remark: 'Bemærkning', error: 'Fejl'};
const STATES = {open: 'Ikke gennemgået', followUp: 'Under opfølgning', closed: 'Afsluttet'};
const KINDS = {recontrol: 'Ny kontrol', training: 'Kursus'};
const RESULTS = {done: 'gennemført', lapsed: 'bortfaldet'};

export const supervisionPage = route('supervision', (place, frame) => new Supervisions(place, frame).open());

class Supervisions {
  constructor(place, frame) {
    Object.assign(this, {place, frame});
    this.list = el('section', {class: 'ics-part', 'aria-label': 'Alle tilsyn'});
    this.one = el('section', {class: 'ics-part', 'aria-live': 'off'});
    this.from = input('ics-sample-from');
    this.to = input('ics-sample-to');
    this.seed = el('input', {id: 'ics-sample-seed', type: 'text', class: 'form-control', autocomplete: 'off', maxlength: '64', 'aria-describedby': 'ics-seed-hint'});
    this.send = el('button', {type: 'submit', class: 'btn btn-primary'}, 'Udtag stikprøve');
  }

  async open() {
    this.frame.say('Henter tilsyn …');
    if (!(await this.renew())) {
      return;
    }
    this.place.replaceChildren(
      el('p', {}, 'Den første arbejdsdag i hver måned udtages en stikprøve af den forrige måneds kontroller og alle dens risikosager. Kontrollerne gennemgås i Opgaver på listen »Tilsyn«, aldrig af den, der selv har haft del i kontrollen.'),
      this.list,
      this.one,
      el('details', {}, el('summary', {}, 'Udtag en ekstra stikprøve'), this.form())
    );
  }

  form() {
    return el(
      'form',
      {class: 'ics-filters', novalidate: true, submit: (event) => this.begin(event)},
      el(
        'div',
        {class: 'ics-filter-acts'},
        field('ics-sample-from', 'Kontroller fra', this.from),
        field('ics-sample-to', 'Til og med', this.to),
        field('ics-sample-seed', 'Startværdi (kan være tom)', this.seed),
        this.send
      ),
      el('p', {id: 'ics-seed-hint', class: 'ics-hint'}, 'Med startværdien fra et tidligere tilsyn udtages den samme stikprøve igen. Uden trækkes en ny, som gemmes.')
    );
  }

  async renew() {
    const answer = await ask('GET', PATH);
    this.frame.say();
    if (!answer.ok) {
      this.frame.refuse(answer);
      return false;
    }
    this.list.replaceChildren(
      answer.body.length
        ? table(
            'Alle tilsyn, det nyeste først',
            ['Tilsyn', 'Periode', 'Udtaget', 'Kontroller i perioden', 'Udtaget til gennemgang', 'Gennemgået', 'Fund', 'Afsluttet'],
            answer.body.map((one) => [
              el('button', {type: 'button', class: 'ics-open', click: () => this.show(one.number)}, `Tilsyn nr. ${one.number}`),
              `${day(one.periodFrom)} – ${day(one.periodTo)}`,
              `${moment(one.drawnAt)} ${one.startedBy ? `af ${one.startedBy}` : 'af systemet'}`,
              amount(one.population),
              amount(one.items),
              progress(one.reviewed, one.items, 'gennemgået'),
              amount(one.findings),
              one.endedAt ? moment(one.endedAt) : progress(one.closed, one.items, 'afsluttet')
            ])
          )
        : el('p', {class: 'ics-nothing'}, 'Der er endnu ikke ført tilsyn. Det første udtages den første arbejdsdag i næste måned; du kan også udtage en ekstra stikprøve her.')
    );
    return true;
  }

  async show(number) {
    this.frame.accept();
    this.frame.say('Henter tilsynet …');
    const answer = await ask('GET', `${PATH}/${number}`);
    this.frame.say();
    if (!answer.ok) {
      this.frame.refuse(answer);
      return;
    }
    this.draw(answer.body);
  }

  draw({supervision, items}) {
    const heading = el('h2', {tabindex: '-1'}, `Tilsyn nr. ${supervision.number}`);
    this.one.replaceChildren(
      heading,
      facts([
        ['Periode', `${day(supervision.periodFrom)} – ${day(supervision.periodTo)}`],
        ['Udtaget', `${moment(supervision.drawnAt)} ${supervision.startedBy ? `af ${supervision.startedBy}` : 'af systemet'}`],
        ['Kontroller i perioden', amount(supervision.population)],
        ['Stikprøvetabellens udgave', String(supervision.sampleVersion)],
        ['Startværdi', el('code', {class: 'ics-hash'}, supervision.seed)]
      ]),
      items.length
        ? table(
            `Kontroller i tilsyn nr. ${supervision.number}`,
            ['Nr.', 'Sag', 'Kontrolleret af', 'Udtaget som', 'Stilling', 'Fund', 'Opfølgning'],
            items.map(row)
          )
        : el('p', {class: 'ics-nothing'}, 'Ingen kontroller er udtaget i de kommuner, du ser.')
    );
    heading.focus();
  }

  async begin(event) {
    event.preventDefault();
    this.frame.accept();
    const fields = {periodFrom: this.from, periodTo: this.to, seed: this.seed};
    Object.values(fields).forEach((one) => one.removeAttribute('aria-invalid'));
    this.send.disabled = true;
    this.frame.say('Udtager stikprøven …');
    const typed = ({value}) => iso(value) ?? value.trim();
    const seed = this.seed.value.trim();
    const answer = await ask('POST', PATH, {periodFrom: typed(this.from), periodTo: typed(this.to), ...(seed && {seed})});
    this.send.disabled = false;
    this.frame.say();
    if (!answer.ok) {
      const problems = answer.body.fields ?? {};
      this.frame.refuse({...answer, body: {message: [answer.body.message, ...Object.values(problems)].join(' ')}});
      Object.keys(problems).forEach((key) => fields[key]?.setAttribute('aria-invalid', 'true'));
      return;
    }
    await this.renew();
    this.draw(answer.body);
  }
}

function input(id) {
  return el('input', {id, type: 'text', class: 'form-control', inputmode: 'numeric', placeholder: 'dd.mm.åååå', autocomplete: 'off'});
}

function field(id, label, one) {
  return el('div', {class: 'ics-field'}, el('label', {for: id}, label), one);
}

function progress(done, all, word) {
  return `${amount(done)} af ${amount(all)} ${word}`;
}

function row({item, risks, state, waitsForAnother}) {
  const {review} = item;
  return [
    String(item.number),
    el('span', {}, toControls(text(item.caseReference)), `kontrol ${item.controlNo}`),
    item.controlledBy,
    [REASONS[item.reason], risks.join(', ')].filter(Boolean).join(': '),
    el('span', {class: state === 'closed' ? 'ics-good' : 'ics-noteworthy'}, waitsForAnother ? 'Venter på en anden tilsynsførende' : STATES[state]),
    review ? [FINDINGS[review.finding], review.text].filter(Boolean).join(': ') : '',
    item.followUps.length
      ? el(
          'ul',
          {class: 'ics-plain'},
          item.followUps.map(({kind, employee, course, due, end}) =>
            el(
              'li',
              {},
              [[KINDS[kind], course, employee].filter(Boolean).join(', '), end ? `${RESULTS[end.result]} ${moment(end.endedAt)}` : `frist ${day(due)}`, end?.text].filter(Boolean).join(': ')
            )
          )
        )
      : ''
  ];
}

/** A case's number as the server writes it. */
function text(reference) {
  return reference.value ?? reference;
}
