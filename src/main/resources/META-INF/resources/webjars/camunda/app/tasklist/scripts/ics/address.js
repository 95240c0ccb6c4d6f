/** A protected address: masked until somebody says what for, which the server logs with the name of who asks. */
import {el} from './parts.js?v=7ba64d5b';
import {call} from './requests.js?v=8c806552';

export function maskedAddress(reference, mask) {
  const shown = el('div', {tabindex: '-1'}, mask);
  const purpose = el('select', {id: 'ics-address-purpose', class: 'form-control'}, el('option', {value: ''}, 'Vælg …'));
  const problem = el('p', {class: 'ics-problem', role: 'alert', hidden: true});
  const refuse = (message) => {
    problem.textContent = message;
    problem.hidden = false;
    purpose.focus();
  };
  const choice = el(
    'form',
    {
      hidden: true,
      submit: async (event) => {
        event.preventDefault();
        if (!purpose.value) {
          refuse('Vælg, hvad du skal bruge adressen til.');
          return;
        }
        const answer = await ask('POST', '/api/ics/cases/address', {purpose: purpose.value, reference});
        if (!answer.ok) {
          refuse(answer.body.message);
          return;
        }
        shown.textContent = answer.body.address.join('\n');
        choice.remove();
        shown.focus();
      }
    },
    el('label', {for: purpose.id}, 'Hvad skal du bruge adressen til?'),
    purpose,
    problem,
    el('button', {type: 'submit', class: 'btn btn-default'}, 'Vis adressen')
  );
  const open = el(
    'button',
    {
      type: 'button',
      class: 'btn btn-default',
      click: async () => {
        const answer = await ask('GET', '/api/ics/cases/purposes');
        open.remove();
        choice.hidden = false;
        if (!answer.ok) {
          refuse(answer.body.message);
          return;
        }
        purpose.append(...answer.body.map(({code, label}) => el('option', {value: code}, label)));
        purpose.focus();
      }
    },
    'Vis adressen …'
  );
  return [shown, open, choice];
}

async function ask(method, path, body) {
  const answer = await call(method, path, body).catch(() => undefined);
  const said = await answer?.json().catch(() => undefined);
  return said
    ? {ok: answer.ok, body: said}
    : {ok: false, body: {message: 'Der er ingen forbindelse til systemet. Prøv igen om lidt.'}};
}
