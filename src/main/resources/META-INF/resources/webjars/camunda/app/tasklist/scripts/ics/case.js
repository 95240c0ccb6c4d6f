/** The whole case as `POST /camunda/api/ics/cases/open` answers it, drawn for reading. */
import {maskedAddress} from './address.js?v=cfdd34c3';
import {day, el, moment} from './parts.js?v=735d6183';

/** @param headline level of the headings of the parts, h3 under a page's h2 */
export function drawCase(found, headline = 'h3') {
  const part = (title, ...content) => el('section', {class: 'ics-part'}, el(headline, {}, title), ...content);
  return [
    el('p', {class: 'ics-case-state'}, state(found)),
    part('Borger', citizen(found)),
    part('Ydelser', list(found.services, service, 'Visitationen har endnu ikke valgt ydelser.')),
    part('Åbne opgaver', list(found.tasks, task, 'Der er ingen åbne opgaver på sagen.')),
    part('Frister', list(found.deadlines, deadline, 'Der er ingen frister på sagen.')),
    part('Dokumenter', list(found.documents, paper, 'Der er ingen dokumenter på sagen.')),
    part('Hvad er der sket', list(found.journal, event, 'Der er ikke sket noget på sagen endnu.', 'ol'))
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
  return line(`${one.deadline.label}: ${day(one.due)}`, one.met ? 'overholdt' : 'åben');
}

function paper(one) {
  return line(
    one.type.label,
    one.fileName,
    `modtaget ${day(one.receivedOn)}`,
    one.seenInOriginal ? 'set i original' : 'ikke set i original'
  );
}

function event(one) {
  return line(one.step ? `${one.description} (${one.step})` : one.description, moment(one.at), who(one.user));
}

function who(user) {
  return user === 'system' ? 'systemet' : user;
}
