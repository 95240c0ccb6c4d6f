/** »Ægthed«: how the evidence ledger stands, and whether anything was changed. */
import {ask} from '../../../tasklist/scripts/ics/ask.js?v=b8b1a21b';
import {el, moment} from '../../../tasklist/scripts/ics/parts.js?v=7ba64d5b';
import {amount, count, facts, route, table} from './view.js?v=933a6a8c';

const PATH = '/api/ics/evidence';
const PAUSE = 700;
/** How often a verification may be unknown to whoever answers, before somebody is told. */
const PATIENCE = 15;
const NOBODY = 'Kontrollen blev afbrudt, før den var færdig. Prøv igen, og kontakt driften, hvis det gentager sig.';
const ELSEWHERE = 'Kontrollen kører på en anden af systemets maskiner og fortsætter der. Genindlæs siden om nogle minutter for at se, hvad den kom til.';

export const ledgerPage = route('ledger', (place, frame) => new Ledger(place, frame).open());

class Ledger {
  constructor(place, frame) {
    Object.assign(this, {place, frame});
    this.state = el('section', {class: 'ics-part', 'aria-label': 'Kontrolsporets tilstand'});
    this.start = el('button', {type: 'button', class: 'btn btn-primary', click: () => this.verify()}, 'Kontrollér nu');
    this.bar = el('progress', {max: '1', value: '0', 'aria-label': 'Kontrollens fremdrift'});
    this.said = el('p', {role: 'status'});
    this.progress = el('div', {class: 'ics-verifying', hidden: true}, this.bar, this.said);
    this.report = el('section', {class: 'ics-part', 'aria-label': 'Kontrollens resultat'});
  }

  async open() {
    this.frame.say('Henter kontrolsporets tilstand …');
    if (await this.renew()) {
      this.place.replaceChildren(
        el('p', {}, 'Alt, hvad der sker i sagerne, skrives i et kontrolspor, som ingen kan ændre uden at det ses. Kontrollen regner hele sporet efter og sammenligner det med sagerne og med de underskrevne kontrolpunkter.'),
        this.state,
        el('div', {class: 'ics-verify'}, this.start, this.progress),
        this.report
      );
    }
  }

  async renew() {
    const answer = await ask('GET', `${PATH}/state`);
    if (!answer.ok) {
      this.frame.refuse(answer);
      return false;
    }
    this.frame.say();
    this.state.replaceChildren(...drawState(answer.body));
    return true;
  }

  async verify() {
    this.frame.accept();
    this.start.disabled = true;
    this.report.replaceChildren();
    this.progress.hidden = false;
    this.bar.removeAttribute('value');
    this.said.textContent = 'Kontrollen begynder …';
    const begun = await ask('POST', `${PATH}/verifications`, {});
    const done = begun.ok ? await this.follow(begun.body) : begun;
    this.progress.hidden = true;
    this.start.disabled = false;
    if (!done.ok) {
      this.frame.refuse(done);
      return;
    }
    const heading = el('h2', {tabindex: '-1'}, done.body.holds ? 'Intet er ændret' : 'Der er fundet fejl');
    this.report.replaceChildren(heading, ...drawReport(done.body));
    heading.focus();
    this.renew();
  }

  /** Until it is done. Only the machine that verifies knows how far it is; another one knows nothing. */
  async follow({id}) {
    for (let unknown = 0; unknown < PATIENCE; ) {
      await new Promise((go) => setTimeout(go, PAUSE));
      if (!this.place.isConnected) {
        return {ok: false, body: {message: ''}};
      }
      const answer = await ask('GET', `${PATH}/verifications/${id}`);
      if (answer.ok && answer.body.state === 'DONE') {
        return answer;
      }
      if (answer.ok && answer.body.state === 'FAILED') {
        return {ok: false, body: {message: NOBODY}};
      }
      if (!answer.ok && (answer.status === 403 || answer.status === 401)) {
        return answer;
      }
      unknown = answer.ok ? 0 : unknown + 1;
      this.show(answer.body);
    }
    return {ok: false, body: {message: ELSEWHERE}};
  }

  show({state, done, total}) {
    if (state === 'RUNNING' && total) {
      this.bar.setAttribute('value', String(Math.min(done / total, 1)));
      this.said.textContent = `Kontrollerer: ${amount(done)} af ${amount(total)} poster`;
    } else if (state === 'WAITING') {
      this.said.textContent = 'Venter på, at en anden kontrol bliver færdig …';
    }
  }
}

function drawState({at, ledger, lastVerification: last}) {
  const checkpoint = ledger.checkpoint === null ? 'Der er ikke lavet noget kontrolpunkt endnu' : `Nr. ${ledger.checkpoint}, ${moment(ledger.checkpointAt)} (${age(ledger.checkpointAt, at)})`;
  return [
    el('h2', {}, 'Kontrolsporet nu'),
    facts([
      ['Poster i alt', amount(ledger.entries)],
      ['Sidste kontrolpunkt', checkpoint],
      ['Ikke dækket endnu', ledger.uncovered ? `${count(ledger.uncovered, 'post', 'poster')}, den ældste fra ${moment(ledger.uncoveredSince)}` : 'Ingen, alt er underskrevet'],
      ['Sidste kontrol', last ? `${moment(last.startedAt)} af ${last.startedBy.name}, ${count(last.entries, 'post', 'poster')}` : 'Kontrolsporet er ikke kontrolleret endnu'],
      ['Sidste kontrol viste', last && el('strong', {class: last.holds ? 'ics-good' : 'ics-bad'}, last.holds ? 'Intet er ændret' : 'Der er fundet fejl')]
    ]),
    ledger.late &&
      el(
        'p',
        {class: 'ics-warning'},
        'Der er poster, som skulle have været underskrevet. Kontakt driften: de skal se efter, hvorfor der ikke laves kontrolpunkter.'
      ),
    last &&
      !last.holds &&
      el('ul', {class: 'ics-found'}, last.findings.map(({type, count: found}) => el('li', {}, `${type.label.replace(/\.$/, '')} (${count(found, 'sted', 'steder')})`)))
  ].filter(Boolean);
}

function age(from, to) {
  const minutes = Math.max(0, Math.floor((Date.parse(to) - Date.parse(from)) / 60000));
  if (minutes < 1) {
    return 'under et minut gammelt';
  }
  if (minutes < 120) {
    return `${count(minutes, 'minut', 'minutter')} gammelt`;
  }
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? `${hours} timer gammelt` : `${Math.floor(hours / 24)} dage gammelt`;
}

/** What was found, by kind, with what to do; then where it is. */
function drawReport(run) {
  const beside = `Kontrolleret ${moment(run.startedAt)} af ${run.startedBy}: ${count(run.done, 'post', 'poster')}.`;
  const alarms = run.kinds.filter(({alarm}) => alarm);
  const known = run.kinds.filter(({alarm}) => !alarm);
  return [
    el('p', {class: run.holds ? 'ics-verdict ics-verdict-good' : 'ics-verdict ics-verdict-bad'}, run.holds ? 'Kontrolsporet og sagerne passer sammen.' : 'Noget er ændret, fjernet eller ikke underskrevet. Læs, hvad du skal gøre.', ' ', beside),
    ...alarms.map((kind) => drawKind(kind, run.findings)),
    known.length > 0 && el('h3', {}, 'Godt at vide'),
    ...known.map((kind) => drawKind(kind, run.findings))
  ].filter(Boolean);
}

function drawKind({type, alarm, count: found, text, advice}, findings) {
  const places = findings.filter((one) => one.type === type);
  const more = found - places.length;
  return el(
    'div',
    {class: alarm ? 'ics-kind ics-alarm' : 'ics-kind'},
    el(alarm ? 'h3' : 'h4', {}, `${text.replace(/\.$/, '')} (${count(found, 'sted', 'steder')})`),
    el('p', {}, el('strong', {}, 'Det skal du gøre: '), advice),
    places.length > 0 &&
      el(
        'details',
        {open: alarm && places.length <= 10},
        el('summary', {}, 'Vis hvor'),
        table(
          text,
          ['Sag', 'Post', 'Sted'],
          places.map(({chain, sequence, place}) => [chain === 'system' ? 'Systemet' : chain ?? '', sequence === null ? '' : String(sequence), place ?? ''])
        ),
        more > 0 && el('p', {class: 'ics-nothing'}, `og ${count(more, 'sted', 'steder')} mere.`)
      )
  );
}
