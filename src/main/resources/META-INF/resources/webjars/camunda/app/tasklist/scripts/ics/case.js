/** The whole case as the server answers it, drawn for reading: for the panel of a task and for »Find sag«. */
import {maskedAddress} from './address.js?v=ec89bb30';
import {noteForm} from './note.js?v=f4395282';
import {download, showPaper} from './paper.js?v=97c9ec03';
import {day, el, moment} from './parts.js?v=7ba64d5b';

/** Lines of the journal that are shown at first. */
const NEWEST = 12;

/**
 * @param door the way to the case, for its documents and notes
 * @param place where a document is shown, see `showPaper`; without one below the list of documents
 * @param headline level of the headings of the parts, h3 under a page's h2
 */
export function drawCase(found, door, place, headline = 'h3') {
  const part = (title, ...content) => el('section', {class: 'ics-part'}, el(headline, {}, title), ...content);
  const below = el('div', {});
  const where = place ?? {put: (view) => below.append(view)};
  const journal = el('div', {});
  const showJournal = (events) => journal.replaceChildren(...drawJournal(events));
  showJournal(found.journal);
  return [
    el('p', {class: 'ics-case-state'}, state(found)),
    part('Borger', citizen(found)),
    part('Dokumenter', list(found.documents, (one) => paper(one, found, door, where), 'Der er ikke modtaget dokumenter på sagen endnu.'), below),
    el(
      'div',
      {class: 'ics-beside-each-other'},
      part('Ydelser', list(found.services, service, 'Visitationen har endnu ikke valgt ydelser.')),
      part('Frister', list(found.deadlines, deadline, 'Der er ingen frister på sagen.')),
      part('Åbne opgaver', list(found.tasks, task, 'Der er ingen åbne opgaver på sagen.')),
      part('Familie', list(found.family, relative, 'Ingen andre er med i samme ansøgning.'))
    ),
    part('Hvad er der sket', found.mayNote && noteForm(door, showJournal), journal)
  ];
}

function state(found) {
  const words = [found.status.label, found.municipality.label, found.category.label, `åbnet ${moment(found.openedAt)}`];
  if (found.closedAt) {
    words.push(`lukket ${moment(found.closedAt)}`);
  }
  if (found.outcome) {
    words.push(found.outcome.label);
  }
  return words.join(' · ');
}

function citizen(found) {
  const rows = [{label: 'Navn', value: found.name || 'Ikke oplyst endnu'}, ...found.citizen];
  if (found.address.length) {
    const lines = found.address.join('\n');
    rows.push({label: 'Adresse', value: found.addressMasked ? maskedAddress(found.reference, lines) : lines});
  }
  rows.push({label: 'Henvendt sig ved', value: found.channel.label});
  return el(
    'dl',
    {class: 'ics-facts'},
    rows.map(({label, value}) => el('div', {}, el('dt', {}, label), el('dd', {}, value)))
  );
}

function list(rows, line, nothing, tag = 'ul') {
  return rows.length
    ? el(tag, {class: 'ics-lines'}, rows.map((row) => el('li', {}, line(row))))
    : el('p', {class: 'ics-nothing'}, nothing);
}

function line(main, ...more) {
  const beside = more.filter(Boolean).join(' · ');
  return [el('span', {class: 'ics-main'}, main), beside && el('span', {class: 'ics-beside'}, beside)];
}

function service(one) {
  return line(one.service.label, one.outcome ?? one.state.label);
}

function task(one) {
  const whose = one.assignee ? `taget af ${one.assignee}` : 'ingen har taget den';
  const mayLook = one.workable || document.documentElement.classList.contains('ics-supervisor');
  const name = mayLook ? el('a', {href: `#/?task=${encodeURIComponent(one.id)}`}, one.name) : one.name;
  return line(name, one.process, one.group, whose, one.due && `frist ${day(one.due)}`);
}

function deadline(one) {
  const late = !one.met && one.due < today();
  const parts = line(`${one.deadline.label}: ${day(one.due)}`, one.met ? 'overholdt' : late ? 'overskredet' : 'åben');
  parts[1].classList.toggle('ics-late', late);
  return parts;
}

/** The day in Denmark, ISO. */
function today() {
  return new Intl.DateTimeFormat('sv-SE', {timeZone: 'Europe/Copenhagen'}).format(new Date());
}

function paper(one, found, door, where) {
  const name = [one.type.label, one.fileName].filter(Boolean).join(', ');
  const problem = el('span', {class: 'ics-problem', role: 'status'});
  const show = el('button', {type: 'button', class: 'btn btn-default', 'aria-label': `Vis ${name}`, click: () => showPaper(one, found.reference, door, show, where)}, 'Vis');
  const save = async () => {
    const answer = await download(one, found.reference, door);
    problem.textContent = answer.ok ? '' : answer.body.message;
  };
  const original = el('button', {type: 'button', class: 'btn btn-link', 'aria-label': `Hent original: ${name}`, click: save}, 'Hent original');
  const came = `${one.issued ? 'udleveret' : 'modtaget'} ${day(one.receivedOn)}`;
  const seen = !one.issued && (one.seenInOriginal ? 'set i original' : 'ikke set i original');
  const about = line(one.type.label, one.fileName, came, seen, !one.contentType && 'ingen fil');
  return [
    el('span', {class: 'ics-paper-line'}, about),
    one.contentType && el('span', {class: 'ics-paper-acts'}, show, original),
    problem
  ];
}

function relative(one) {
  const who = one.name || `navnet vises kun for ${one.municipality.label}`;
  return line(who, one.relation, `sag ${one.reference}`, one.municipality.label, one.status.label);
}

function drawJournal(events) {
  const drawn = list(events, event, 'Der er ikke sket noget på sagen endnu.', 'ol');
  const older = [...drawn.children].slice(NEWEST);
  if (!older.length) {
    return [drawn];
  }
  older.forEach((row) => (row.hidden = true));
  const all = el(
    'button',
    {
      type: 'button',
      class: 'btn btn-link ics-older',
      click: () => {
        older.forEach((row) => (row.hidden = false));
        all.remove();
        older[0].setAttribute('tabindex', '-1');
        older[0].focus();
      }
    },
    `Vis de ${older.length} ældre`
  );
  return [drawn, all];
}

function event(one) {
  const beside = [moment(one.at), who(one.user)];
  return one.note
    ? [el('span', {class: 'ics-beside'}, ['Notat', ...beside].join(' · ')), el('span', {class: 'ics-noted'}, one.description)]
    : line(one.step && one.step !== one.description ? `${one.description} (${one.step})` : one.description, ...beside);
}

function who(user) {
  return user === 'system' ? 'systemet' : user;
}
