/** Writing a note on a case. What is typed stays until the server has it, also when one looks at the form meanwhile. */
import {after} from './requests.js?v=8c806552';
import {el, moment} from './parts.js?v=7ba64d5b';

/** Notes that are begun, by the way to their case: in this page's memory only, and of one user. */
const begun = new Map();

after(/^(POST .*\/login\/[^/]+|POST .*\/logout)$/, () => begun.clear());

/** @param added is given the journal with the new note */
export function noteForm(door, added) {
  const note = begun.get(door.key) ?? {id: newId(), text: ''};
  const text = el('textarea', {
    id: 'ics-note-text',
    class: 'form-control',
    rows: '3',
    autocomplete: 'off',
    'aria-describedby': 'ics-note-hint ics-note-problem',
    input: () => begun.set(door.key, {...note, text: text.value})
  });
  text.value = note.text;
  const problem = el('p', {id: 'ics-note-problem', class: 'ics-problem', hidden: true});
  const status = el('p', {class: 'ics-nothing', role: 'status'});
  const save = el('button', {type: 'submit', class: 'btn btn-primary'}, 'Gem notat');
  const refuse = (message) => {
    problem.textContent = message;
    problem.hidden = !message;
    text.toggleAttribute('aria-invalid', false);
    if (message) {
      text.setAttribute('aria-invalid', 'true');
      text.focus();
    }
  };
  const submit = async (event) => {
    event.preventDefault();
    if (save.disabled) {
      return;
    }
    save.disabled = true;
    status.textContent = 'Gemmer …';
    const answer = await door.ask('note', {id: note.id, text: text.value});
    save.disabled = false;
    status.textContent = '';
    if (!answer.ok) {
      refuse(answer.body.fields?.text ?? answer.body.message);
      return;
    }
    refuse('');
    begun.delete(door.key);
    note.id = newId();
    text.value = '';
    status.textContent = `Notatet er gemt ${moment(answer.body.journal.find(({note: isNote}) => isNote)?.at)}.`;
    added(answer.body.journal);
    text.focus();
  };
  return el(
    'form',
    {class: 'ics-note', novalidate: true, submit},
    el('label', {for: 'ics-note-text'}, 'Nyt notat'),
    text,
    problem,
    el('div', {class: 'ics-note-end'}, el('p', {id: 'ics-note-hint', class: 'ics-hint'}, 'Notatet bliver stående i sagen med dit navn og tidspunktet. Det kan ikke rettes.'), status, save)
  );
}

/** A random UUID, also where the page is not served over TLS. */
function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
