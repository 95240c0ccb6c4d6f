/**
 * The machine readable lines of a document beside the application, as soon as they are read: what differs has to be
 * explained while the document is still in hand.
 */
import {ask} from './ask.js?v=b8b1a21b';
import {el} from './parts.js?v=7ba64d5b';

const FIELD = 'mrz';
const LENGTHS = [72, 88, 90];
const PAUSE = 500;

/** @param view the open form: its form-js form, its container, its task and its values */
export function watchZone(view) {
  const field = view.form.get('formFieldRegistry').getAll().find(({key}) => key === FIELD);
  if (!field || !view.taskId) {
    return;
  }
  const box = el('div', {class: 'ics-zone', role: 'status'});
  let read;
  let timer;
  const look = () => {
    const text = (view.values()[FIELD] ?? '').trim();
    place(view, field, box);
    if (text === read) {
      return;
    }
    read = text;
    clearTimeout(timer);
    if (!LENGTHS.includes(text.replace(/\s/g, '').length)) {
      box.replaceChildren();
      return;
    }
    timer = setTimeout(async () => {
      const {ok, body} = await ask('POST', `/api/ics/task/${encodeURIComponent(view.taskId)}/zone`, {mrz: text});
      if (text === read) {
        box.replaceChildren(...(ok ? answer(body) : [el('p', {class: 'ics-problem'}, body.message)]));
        place(view, field, box);
      }
    }, PAUSE);
  };
  view.form.on('changed', 400, () => requestAnimationFrame(look));
  requestAnimationFrame(look);
}

function place({container}, {id}, box) {
  const drawn = container.querySelector(`textarea[id$="${CSS.escape(id)}"]`)?.closest('.fjs-form-field');
  if (drawn && box.parentElement !== drawn) {
    drawn.append(box);
  } else if (!drawn) {
    box.remove();
  }
}

function answer({problems, lines, differences}) {
  return [
    ...problems.map((sentence) => el('p', {class: 'ics-problem'}, sentence)),
    lines.length > 0 && el('p', {class: differences ? 'ics-problem' : 'ics-agrees'}, told(differences)),
    lines.length > 0 && table(lines)
  ].filter(Boolean);
}

function told(differences) {
  if (!differences) {
    return 'Linjerne svarer til ansøgningen.';
  }
  return differences === 1
    ? 'Én oplysning er forskellig fra ansøgningen. Forklar den nedenfor, hvis identiteten godkendes.'
    : `${differences} oplysninger er forskellige fra ansøgningen. Forklar dem nedenfor, hvis identiteten godkendes.`;
}

function table(lines) {
  const head = el('tr', {}, ...['Oplysning', 'I dokumentet', 'I ansøgningen'].map((name) => el('th', {scope: 'col'}, name)));
  return el('table', {}, el('thead', {}, head), el('tbody', {}, ...lines.map(row)));
}

function row({label, zone, application, agrees, note}) {
  return el(
    'tr',
    {class: agrees ? undefined : 'ics-differs'},
    el('th', {scope: 'row'}, agrees ? label : `${label} – forskelligt`),
    el('td', {}, zone, note && el('small', {}, note)),
    el('td', {}, application)
  );
}
