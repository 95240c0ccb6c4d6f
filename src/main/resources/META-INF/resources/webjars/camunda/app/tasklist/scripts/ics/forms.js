/**
 * What a Camunda Form lacks in Tasklist: Danish checks, the server's refusals at their fields, a summary one can jump
 * from, names and states a screen reader needs, and drafts that leave the browser.
 */
import {after} from './requests.js?v=8c806552';
import {check} from './danish.js?v=cf22570b';
import {dateProblem} from './dates.js?v=5734f3d1';
import {save, tellDraftState, typed} from './drafts.js?v=03596793';
import {watchZone} from './zone.js?v=d2feb875';

let open;

/** What Tasklist's notes of a refusal begin with: COMPLETE_ERROR and PROCESS_START_ERROR of da.json. */
const ECHOES = ['Opgaven blev ikke fuldført', 'Det blev ikke registreret'];

export function watchForms() {
  after(/^POST .*\/(task|process-definition)\/[^/]+\/submit-form$/, (_, {status, body}) => {
    if (open && status >= 400 && body?.fields && Object.keys(body.fields).length) {
      refuse(open, body);
    }
  });
  new MutationObserver((changes) =>
    changes.forEach(({addedNodes}) =>
      addedNodes.forEach((node) => {
        const container = node.nodeType === Node.ELEMENT_NODE && containerIn(node);
        if (container) {
          attach(container);
        } else if (open?.summary?.isConnected && node.parentElement?.closest('.page-notifications')) {
          closeEchoes();
        }
      })
    )
  ).observe(document.documentElement, {subtree: true, childList: true});
}

/** Tasklist asked for the draft to be kept (»Gem kladde«, or the session has ended). */
export function saveOpenForm(taskId) {
  if (open && open.taskId === taskId) {
    open.saving = true;
    save(taskId, open.values);
  }
}

function containerIn(node) {
  const container = node.matches('.fjs-container') ? node : node.querySelector('.fjs-container') ?? node.closest('.fjs-container');
  return container && !container.icsAttached ? container : undefined;
}

/** form-js draws with Preact, which keeps its tree on the node it draws into; the form is in its context. */
function formOf(container) {
  const nodes = [container.__k];
  while (nodes.length) {
    const node = nodes.shift();
    const getService = node?.props?.value?.getService;
    if (getService) {
      return getService('form');
    }
    if (node?.__k) {
      nodes.push(...node.__k);
    }
  }
  return undefined;
}

function taskInAddress() {
  return new URLSearchParams(window.location.hash.split('?')[1] ?? '').get('task') ?? undefined;
}

function attach(container) {
  const form = formOf(container);
  if (!form) {
    return;
  }
  container.icsAttached = true;
  const inDialog = Boolean(container.closest('.modal'));
  const view = {
    form,
    container,
    taskId: inDialog ? undefined : taskInAddress(),
    values: () => form._getSubmitData(),
    shown: {}
  };
  if (open && open.taskId !== view.taskId) {
    closeEchoes();
  }
  open = view;

  const validator = form.get('validator');
  for (const method of ['validateField', 'validateFieldInstance']) {
    const english = validator[method];
    validator[method] = (field, value) => {
      const drawn = field.type ? field : form.get('formFieldRegistry').get(field.id);
      const problem = drawn.type === 'datetime' && dateProblem(dateInput(view, field, drawn));
      return problem ? [problem] : english.call(validator, field, value).map((message) => check(message, drawn));
    };
  }

  let before = {};
  form.on('presubmit', () => {
    before = form._getState().errors;
    view.saving = false;
  });
  form.on('submit', () => queueMicrotask(() => checked(view, before)));
  // Tasklist disables »Fuldfør« as long as any field has a message; the server's may be cured elsewhere.
  form.on('changed', 2000, (event) => {
    event.errors = {};
  });
  let known = JSON.stringify(view.values());
  form.on('changed', 500, () => {
    const now = JSON.stringify(view.values());
    if (now !== known) {
      known = now;
      if (view.taskId && !container.closest('.disabled-form')) {
        typed(view.taskId, view.values);
      }
    }
    requestAnimationFrame(() => name(container));
  });
  if (inDialog) {
    closeOnlyWhatIsOpen(container);
  }
  stateLine(view);
  watchZone(view);
  new MutationObserver(() => name(container)).observe(container, {subtree: true, childList: true});
  name(container);
}

/** Escape closes the list of options or the calendar, not the dialog with everything that was answered. */
function closeOnlyWhatIsOpen(container) {
  let closes = false;
  // On the way down: on the way up form-js has closed it already.
  container.addEventListener('keydown', ({key}) => {
    closes = key === 'Escape' && Boolean(document.querySelector('.fjs-dropdownlist, .flatpickr-calendar.open'));
  }, true);
  container.addEventListener('keydown', (event) => closes && event.stopPropagation());
}

function stateLine(view) {
  const line = document.createElement('p');
  line.className = 'ics-draft';
  line.setAttribute('role', 'status');
  view.container.after(line);
  tellDraftState((text, state) => {
    line.textContent = text;
    line.dataset.state = state;
    notice(state === 'loggedOut' ? text : '');
  });
}

/** Over whatever page there is: on the log-in page the form itself is gone. */
function notice(text) {
  document.querySelector('.ics-notice')?.remove();
  if (text) {
    const box = document.createElement('div');
    box.className = 'ics-notice';
    box.setAttribute('role', 'alert');
    box.textContent = text;
    document.body.append(box);
  }
}

/** form-js has checked the whole form: on »Fuldfør« we say what is missing, on »Gem kladde« nothing is reproached. */
function checked(view, before) {
  if (view.saving) {
    view.saving = false;
    view.form._setState({errors: before});
    return;
  }
  const {errors} = view.form._getState();
  const problems = problemsOf(view, errors);
  if (problems.length) {
    summarise(view, notYet(view), problems);
  } else {
    view.summary?.remove();
  }
}

function notYet({taskId}) {
  return taskId ? 'Opgaven kan ikke fuldføres endnu.' : 'Formularen kan ikke sendes endnu.';
}

/** Tasklist says every refusal once more in the corner, where it would stay until closed, also over the next task. */
function closeEchoes() {
  document.querySelectorAll('.page-notifications .alert-danger').forEach((note) => {
    if (ECHOES.some((echo) => note.textContent.includes(echo))) {
      // The first cross of a note is a hidden one that does nothing.
      note.querySelector('[ng-click^=removeNotification]')?.click();
    }
  });
}

function messagesIn(errors) {
  return Array.isArray(errors) ? errors : Object.values(errors ?? {}).flatMap(messagesIn);
}

function problemsOf(view, errors) {
  const fields = view.form.get('formFieldRegistry');
  return Object.entries(errors)
    .map(([id, found]) => ({field: fields.get(id), messages: [...new Set(messagesIn(found))]}))
    .filter(({field, messages}) => field && messages.length)
    .map(({field, messages}) => ({field, label: labelOf(field), message: messages[0]}));
}

function labelOf(field) {
  const label = field.label ?? field.dateLabel ?? field.timeLabel ?? '';
  return label.replace(/[:*]\s*$/, '');
}

/** The server refused: each sentence at its field, what was typed stays. */
function refuse(view, {message, fields}) {
  const registry = view.form.get('formFieldRegistry');
  const all = registry.getAll();
  const errors = {};
  const problems = [];
  for (const [key, sentence] of Object.entries(fields)) {
    const field = all.find((candidate) => candidate.key === key);
    if (field) {
      errors[field.id] = [sentence];
    }
    problems.push({field, label: field ? labelOf(field) : '', message: sentence});
  }
  view.form._setState({errors});
  const told = (message ?? '').split('\n').find(Boolean) ?? '';
  const saysMore = told && !problems.some(({message: sentence}) => told.endsWith(sentence));
  summarise(view, saysMore ? told : notYet(view), problems);
}

function summarise(view, heading, problems) {
  view.summary?.remove();
  const box = document.createElement('div');
  box.className = 'ics-summary';
  box.setAttribute('role', 'alert');
  const title = document.createElement('h3');
  title.textContent = heading;
  const list = document.createElement('ul');
  for (const {field, label, message} of problems) {
    const item = document.createElement('li');
    const text = [label && !label.endsWith('?') ? `${label}:` : label, message].filter(Boolean).join(' ');
    if (field) {
      const jump = document.createElement('button');
      jump.type = 'button';
      jump.textContent = text;
      jump.addEventListener('click', () => focusOn(view, field));
      item.append(jump);
    } else {
      item.textContent = text;
    }
    list.append(item);
  }
  box.append(title, list);
  view.container.before(box);
  view.summary = box;
  closeEchoes();
  requestAnimationFrame(() => {
    name(view.container);
    focusOn(view, firstInForm(view, problems));
  });
}

function inputsOf(view, field) {
  const element = view.container.querySelector(`.fjs-form-field [id^="fjs-form-"][id$="${CSS.escape(field.id)}"], [id*="${CSS.escape(field.id)}"]`);
  const box = element?.closest('.fjs-form-field');
  return box ? [...box.querySelectorAll('input, textarea, select, button')] : [];
}

function firstInForm(view, problems) {
  const found = problems
    .map(({field}) => field)
    .filter((field) => field && inputsOf(view, field).length);
  found.sort((a, b) => {
    const [first, second] = [inputsOf(view, a)[0], inputsOf(view, b)[0]];
    return first.compareDocumentPosition(second) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
  });
  return found[0];
}

/** Where a date is typed; in a list each row has its own. */
function dateInput({container}, {indexes}, {id}) {
  const row = Object.values(indexes ?? {}).map((index) => `_${index}`).join('');
  return container.querySelector(`[id^="fjs-form-"][id$="-${CSS.escape(id)}${row}-date"]`);
}

function focusOn(view, field) {
  const input = field && inputsOf(view, field)[0];
  if (input) {
    input.scrollIntoView({block: 'center'});
    focusQuietly(input);
  }
}

/** form-js opens its calendar or list on each focus, over the message; here only a click or a key opens it. */
function focusQuietly(input) {
  const quiet = (event) => event.stopImmediatePropagation();
  input.addEventListener('focusin', quiet, true);
  input.focus({preventScroll: true});
  input.removeEventListener('focusin', quiet, true);
  if (input.matches('.fjs-select-hidden-input')) {
    // The only one that form-js opens by nothing but the focus.
    const open = ({key}) => key === 'ArrowDown' && input.dispatchEvent(new FocusEvent('focusin'));
    input.addEventListener('keydown', open);
    input.addEventListener('blur', () => input.removeEventListener('keydown', open), {once: true});
  }
}

/** Names and states that form-js leaves out: groups of choices, and aria-invalid on dates and drop-downs. */
function name(container) {
  container.querySelectorAll('.fjs-form-field-radio, .fjs-form-field-checklist').forEach((box) => {
    const label = box.querySelector(':scope > .fjs-form-field-label');
    if (label && !box.hasAttribute('role')) {
      label.id ||= `ics-label-${Math.random().toString(36).slice(2)}`;
      box.setAttribute('role', box.matches('.fjs-form-field-radio') ? 'radiogroup' : 'group');
      box.setAttribute('aria-labelledby', label.id);
    }
  });
  container.querySelectorAll('.fjs-form-field').forEach((box) => {
    const error = box.querySelector(':scope > .fjs-form-field-error');
    box.querySelectorAll(':scope > :not(.fjs-form-field) input, :scope > input, :scope > textarea, :scope > select').forEach((input) => {
      if (box.matches('.fjs-form-field-grouplike') || box.querySelector('.fjs-form-field')) {
        return;
      }
      if (error) {
        input.setAttribute('aria-invalid', 'true');
        const described = (input.getAttribute('aria-describedby') ?? '').split(/\s+/).filter(Boolean);
        if (error.id && !described.includes(error.id)) {
          input.setAttribute('aria-describedby', [...described, error.id].join(' '));
        }
      } else if (input.getAttribute('aria-invalid') === 'true') {
        input.setAttribute('aria-invalid', 'false');
      }
    });
  });
}
