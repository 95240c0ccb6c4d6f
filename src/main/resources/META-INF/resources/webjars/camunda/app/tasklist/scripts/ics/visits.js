/**
 * »Fremmøde i dag«: who is expected, who waits and for how long. Arrival and call-up are registered here with one press;
 * what is sent are the forms of the tasks »Registrér fremmøde« and »Kald borger op«, which stay on the lists as well.
 */
import {ask} from './ask.js?v=b8b1a21b';
import {userHere} from './desk.js?v=7b1f068d';
import {LettersToPrint} from './letters.js?v=05217705';
import {el, minutes, moment} from './parts.js?v=7ba64d5b';
import {call} from './requests.js?v=8c806552';

const PATH = '/fremmoede';
// Tasklist's own: `pace.js` makes it once a minute, and only while somebody works with the page.
const PACE = 10_000;
const NOT_DONE = 'Det lykkedes ikke. Der er måske ingen forbindelse til systemet. Prøv igen om lidt.';
const DAY = new Intl.DateTimeFormat('da-DK', {weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC'});

export const visitsLink = {
  id: 'ics-visits-link',
  pluginPoint: 'tasklist.navbar.action',
  priority: 240,
  render: (node) => node.append(el('a', {href: `#${PATH}`}, el('span', {class: 'glyphicon glyphicon-time', 'aria-hidden': 'true'}), ' Fremmøde')),
  unmount: () => {}
};

let page;

export const visitsPage = {
  id: 'ics-visits-page',
  pluginPoint: 'tasklist.route',
  priority: 100,
  properties: {path: PATH},
  render: (node) => {
    page = new VisitsPage(node);
    page.open();
  },
  unmount: () => page?.close()
};

class VisitsPage {
  constructor(node) {
    this.problem = el('div', {class: 'ics-summary', role: 'alert', tabindex: '-1', hidden: true});
    this.said = el('p', {class: 'ics-said', role: 'status'});
    this.state = el('p', {class: 'ics-case-state'}, 'Henter dagens fremmøder …');
    this.desk = el('input', {id: 'ics-visits-desk', class: 'form-control', type: 'number', min: '1', max: '99', inputmode: 'numeric', autocomplete: 'off', 'aria-describedby': 'ics-visits-desk-hint'});
    this.lists = el('div', {});
    this.letters = new LettersToPrint((sentence, refused) => this.tell(sentence, refused));
    this.work = el(
      'div',
      {hidden: true},
      el(
        'div',
        {class: 'ics-field ics-field-desk'},
        el('label', {for: this.desk.id}, 'Bord nummer'),
        el('p', {class: 'ics-hint', id: 'ics-visits-desk-hint'}, 'Det bord, du kalder borgere op til'),
        this.desk
      ),
      this.lists,
      this.letters.section
    );
    node.append(
      el(
        'main',
        {class: 'ics-find ics-visits'},
        el('a', {class: 'ics-to-tasks', href: '#/'}, '‹ Til opgaverne'),
        el('h1', {tabindex: '-1'}, 'Fremmøde i dag'),
        this.state,
        this.problem,
        this.said,
        this.work
      )
    );
    this.node = node;
  }

  open() {
    this.timer = window.setInterval(() => this.node.isConnected && !this.busy && this.read(), PACE);
    return Promise.all([this.read(), this.letters.read()]);
  }

  /** What became of an act; a refusal stands on top of the page and has the focus. */
  tell(sentence, refused) {
    this.problem.hidden = true;
    this.said.textContent = refused ? '' : sentence;
    if (refused) {
      this.refuse(sentence);
    }
  }

  close() {
    window.clearInterval(this.timer);
    this.node.replaceChildren();
  }

  async read() {
    const {ok, body} = await ask('GET', '/api/ics/desk');
    if (ok) {
      this.problem.hidden ||= !this.readAt;
      this.readAt = body.at;
      this.work.hidden = false;
      this.draw(body);
    } else if (this.readAt) {
      // Nobody is called away from the lists because they could not be read anew.
      this.state.textContent = `Listerne er fra ${clock(this.readAt)} og kan ikke opdateres: ${body.message}`;
    } else {
      this.state.textContent = '';
      this.refuse(body.message);
    }
    this.state.classList.toggle('ics-late', !ok);
  }

  draw({at, day, visits, missed, waits}) {
    const focused = document.activeElement?.dataset?.act;
    const waiting = visits.filter(({state}) => state === 'waiting').sort((a, b) => a.cameAt.localeCompare(b.cameAt));
    const expected = visits.filter(({state}) => state === 'expected');
    const called = visits.filter(({state}) => state === 'called_up').sort((a, b) => b.calledUpAt.localeCompare(a.calledUpAt));
    this.state.textContent = `${DAY.format(new Date(`${day}T00:00:00Z`))} · opdateret ${clock(at)} · ${told(waits)}`;
    const sections = [
      section('Venter', waiting, 'Ingen venter lige nu.', ['Kom', 'Har ventet', 'Aftalt tid', 'Borger', ''], (one) => [
        clock(one.cameAt),
        minutes(one.waitedMinutes),
        clock(one.appointmentAt) || 'uden aftale',
        citizen(one),
        this.button(one, 'callUp', 'Kald op', () => this.callUp(one))
      ]),
      section('Forventes', expected, 'Der er ikke flere aftaler i dag.', ['Aftalt tid', '', 'Borger', ''], (one) => [
        clock(one.appointmentAt),
        late(one, at),
        citizen(one),
        this.attendance(one)
      ]),
      section('Kaldt op i dag', called, 'Ingen er kaldt op endnu.', ['Kaldt op', 'Bord', 'Ventede', 'Aftalt tid', 'Borger'], (one) => [
        clock(one.calledUpAt),
        String(one.desk ?? ''),
        minutes(one.waitedMinutes),
        clock(one.appointmentAt) || 'uden aftale',
        citizen(one)
      ]),
      missed.length > 0 &&
        section('Mødte ikke op til en tidligere aftale', missed, '', ['Aftalt tid', 'Borger', ''], (one) => [moment(one.appointmentAt), citizen(one), this.attendance(one)])
    ];
    this.lists.replaceChildren(...sections.filter(Boolean));
    if (focused) {
      this.lists.querySelector(`[data-act="${CSS.escape(focused)}"]`)?.focus();
    }
  }

  attendance(one) {
    return el(
      'span',
      {class: 'ics-visit-acts'},
      this.button(one, 'checkIn', 'Mødt', () => this.submit(one, {attendanceOutcome: 'attended'}, 'er registreret som mødt')),
      this.button(one, 'checkIn', 'Udeblevet', () => this.askForNoShow(one), 'noShow', 'btn-default')
    );
  }

  /** The act, or why there is none. */
  button(one, form, words, act, key = form, style = 'btn-primary') {
    if (one.task?.form !== form) {
      return key === 'noShow' ? '' : el('span', {class: 'ics-hint'}, 'Sagen har ikke opgaven endnu');
    }
    if (one.task.assignee && one.task.assignee !== userHere()) {
      return key === 'noShow' ? '' : el('span', {class: 'ics-hint'}, `Opgaven er taget af ${one.task.assignee}`);
    }
    return el(
      'button',
      {type: 'button', class: `btn ${style}`, 'data-act': `${key} ${one.reference}`, 'aria-label': `${words}: ${one.name || 'sag ' + one.reference}`, click: act},
      words
    );
  }

  callUp(one) {
    const desk = Number(this.desk.value);
    if (!Number.isInteger(desk) || desk < 1 || desk > 99) {
      this.refuse('Skriv først nummeret på det bord, du kalder op til (1-99).');
      this.desk.focus();
      return undefined;
    }
    return this.submit(one, {desk}, `er kaldt op til bord ${desk}`);
  }

  askForNoShow(one) {
    const opener = document.activeElement;
    const dialog = el(
      'dialog',
      {class: 'ics-dialog', 'aria-labelledby': 'ics-no-show-title', close: () => (dialog.remove(), opener.isConnected && opener.focus())},
      el('h2', {id: 'ics-no-show-title'}, 'Udeblevet?'),
      el('p', {}, `${one.name || 'Borgeren'} (sag ${one.reference}) registreres som udeblevet, og der skal aftales en ny tid.`),
      el(
        'div',
        {class: 'ics-dialog-actions'},
        el('button', {type: 'button', class: 'btn btn-link', click: () => dialog.close()}, 'Annullér'),
        el('button', {type: 'button', class: 'btn btn-primary', click: () => (dialog.close(), this.submit(one, {attendanceOutcome: 'noShow'}, 'er registreret som udeblevet'))}, 'Registrér som udeblevet')
      )
    );
    document.body.append(dialog);
    dialog.showModal();
  }

  /** Lets all buttons be pressed, or none. */
  letPress(pressed) {
    this.lists.querySelectorAll('button').forEach((button) => (button.disabled = !pressed));
  }

  /** Takes the task, sends its form, and puts it back if it is refused: nothing is left half done. */
  async submit(one, values, outcome) {
    if (this.busy) {
      return;
    }
    this.busy = true;
    this.problem.hidden = true;
    this.said.textContent = '';
    this.letPress(false);
    const refused = await this.send(one.task, values);
    this.busy = false;
    await this.read();
    this.letPress(true);
    if (refused) {
      this.refuse(refused);
      return;
    }
    this.said.textContent = `${one.name || 'Borgeren'} (sag ${one.reference}) ${outcome}.`;
    (this.lists.querySelector('button') ?? this.node.querySelector('h1')).focus();
  }

  /** @return why it was refused; nothing if it is done */
  async send({id, assignee}, values) {
    const task = `/api/engine/engine/default/task/${encodeURIComponent(id)}`;
    const mine = assignee === userHere();
    const steps = [
      !mine && ['POST', 'claim', {userId: userHere()}],
      ['GET', 'form-variables?deserializeValues=false'],
      ['POST', 'submit-form', {variables: Object.fromEntries(Object.entries(values).map(([key, value]) => [key, {value}]))}]
    ].filter(Boolean);
    for (const [place, [method, act, body]] of steps.entries()) {
      const answer = await call(method, `${task}/${act}`, body).catch(() => undefined);
      if (!answer?.ok) {
        const said = await answer?.json().catch(() => undefined);
        if (!mine && place > 0) {
          await call('POST', `${task}/unclaim`, {}).catch(() => undefined);
        }
        return said?.message ?? NOT_DONE;
      }
    }
    return undefined;
  }

  refuse(message) {
    this.problem.hidden = false;
    this.problem.textContent = message;
    this.problem.focus();
  }
}

function section(title, rows, none, headings, cells) {
  const id = `ics-visits-${title.split(' ')[0].toLowerCase()}`;
  return el(
    'section',
    {'aria-labelledby': id},
    el('h2', {id}, `${title} (${rows.length})`),
    rows.length === 0
      ? el('p', {class: 'ics-nothing'}, none)
      : el(
          'table',
          {class: 'ics-visit-list'},
          el('thead', {}, el('tr', {}, headings.map((heading) => (heading ? el('th', {scope: 'col'}, heading) : el('td', {}))))),
          el('tbody', {}, rows.map((one) => el('tr', {}, cells(one).map((cell, at) => el('td', {'data-heading': headings[at]}, cell)))))
        )
  );
}

function citizen({name, reference, municipality, family}) {
  return el(
    'span',
    {class: 'ics-visit-citizen'},
    el('strong', {}, name || `Sag ${reference}`),
    el('span', {class: 'ics-hint'}, [name && `Sag ${reference}`, municipality, family && `familie ${family}`].filter(Boolean).join(' · '))
  );
}

function late({appointmentAt}, at) {
  const minutesLate = Math.floor((new Date(at) - new Date(appointmentAt)) / 60_000);
  return minutesLate > 0 ? el('span', {class: 'ics-late'}, `${minutes(minutesLate)} forsinket`) : '';
}

function told({called, median, longest}) {
  return called ? `ventetid i dag: median ${minutes(median)}, længst ${minutes(longest)}` : 'ingen er kaldt op endnu';
}

/** »kl. 10.05« of an instant, Danish time. */
function clock(instant) {
  return moment(instant).split(' ').slice(1).join(' ');
}
