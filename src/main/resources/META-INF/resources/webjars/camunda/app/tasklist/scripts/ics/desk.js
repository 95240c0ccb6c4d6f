/**
 * The desk: what is closed in the engine's REST is closed on the page (comments, follow-up and due dates, groups,
 * assigning), dates on the list are dates, and a supervisor moves a task with a reason.
 */
import {whoIsHere} from './drafts.js?v=03596793';
import {isSupervisors} from './own.js?v=ccff6e92';
import {openTask} from './parts.js?v=7ba64d5b';
import {after, call} from './requests.js?v=8c806552';

const READ_ONLY = '.task-card .meta .due-date, .task-card .meta .followup-date, .task-card .meta .assignee .set-value, .task-card .meta .groups';
const EDITING_KEYS = ['Enter', ' ', 'Spacebar'];

/** What the last answers of the server said of the tasks on the page: dates, case, municipality. */
const seen = new Map();

export function keepTheDesk() {
  whoIsHere(askForGroups);
  after(/^(POST|GET) .*\/filter\/[^/]+\/list$/, (_, {body}) => remember(body?._embedded?.task));
  after(/^GET .*\/task\/[^/]+$/, (_, {body}) => remember(body?.id ? [body] : []));
  for (const event of ['click', 'keydown', 'paste']) {
    document.addEventListener(event, refuseEditing, true);
  }
  new MutationObserver(tidy).observe(document.documentElement, {subtree: true, childList: true});
}

function refuseEditing(event) {
  const part = event.target instanceof Element && event.target.closest(READ_ONLY);
  const asks = event.type !== 'keydown' || EDITING_KEYS.includes(event.key);
  if (part && asks && !event.target.closest('.unclaim')) {
    event.stopImmediatePropagation();
    event.preventDefault();
  }
}

function remember(tasks) {
  (tasks ?? []).forEach((task) => {
    const columns = Object.fromEntries((task._embedded?.variable ?? []).map(({name, value}) => [name, value]));
    seen.set(task.id, {...seen.get(task.id), definitionKey: task.taskDefinitionKey, due: task.due, created: task.created, ...columns});
  });
}

let planned = false;

function tidy() {
  if (!planned) {
    planned = true;
    requestAnimationFrame(() => {
      planned = false;
      ownTask();
      readOnlyParts();
      datesOnTheList();
      caseLine();
      tabs();
      labels();
      turnsAreNoCases();
    });
  }
}

/** A supervisor reads and sends the forms of the supervision's own tasks, and no others. */
function ownTask() {
  document.documentElement.classList.toggle('ics-own-task', isSupervisors(seen.get(openTask())?.definitionKey));
}

/** Tasklist's place for a description, which none of our tasks has. */
function tabs() {
  document.querySelectorAll('.task-card .nav-tabs > li').forEach((tab) => {
    tab.classList.toggle('ics-away', tab.textContent.trim() === 'Beskrivelse');
  });
}

/** »Sag 2026-000123 · Frederiksberg« over the task: the number the citizen asks by. */
function caseLine() {
  const title = document.querySelector('.task-card h2.task');
  const of = title && seen.get(openTask());
  if (!of?.caseReference) {
    if (of && !of.asked) {
      of.asked = true;
      askForCase(openTask());
    }
    return;
  }
  let line = title.parentElement.querySelector('.ics-case');
  if (!line) {
    line = document.createElement('p');
    line.className = 'ics-case';
    const back = document.createElement('a');
    back.className = 'ics-back';
    back.textContent = '‹ Til listen';
    back.href = '#/';
    back.addEventListener('click', () => {
      back.href = window.location.hash.replace(/([?&])task=[^&]*&?/, '$1');
    });
    title.before(back, line);
  }
  const text = ['Sag ' + of.caseReference, of.municipalityName].filter(Boolean).join(' · ');
  if (line.textContent !== text) {
    line.textContent = text;
  }
}

/** A task that is not on the page of the list says nothing of its case. */
function askForCase(taskId) {
  call('GET', `/api/engine/engine/default/task/${encodeURIComponent(taskId)}/variables?deserializeValues=false`)
    .then((answer) => (answer.ok ? answer.json() : {}))
    .then(({caseReference, municipalityName}) => {
      seen.set(taskId, {...seen.get(taskId), caseReference: caseReference?.value, municipalityName: municipalityName?.value});
      tidy();
    })
    .catch(() => {
      // No connection: the line stays away, and the case's panel says why.
    });
}

function readOnlyParts() {
  document.querySelectorAll('.task-card .meta [cam-widget-inline-field][tabindex]').forEach((part) => part.removeAttribute('tabindex'));
}

/** »Frist 25.11.2026« instead of »om 3 dage«: a caseworker plans by date. */
function datesOnTheList() {
  document.querySelectorAll('ol.tasks-list > li.task').forEach((card) => {
    const link = card.querySelector('h4.task a');
    const address = link?.getAttribute('href') ?? '';
    const dates = seen.get(new URLSearchParams(address.split('?')[1] ?? '').get('task'));
    if (dates?.caseReference && !link.hasAttribute('aria-label')) {
      // Otherwise a screen reader reads eight links of the same name.
      link.setAttribute('aria-label', `${link.textContent.trim()}, sag ${dates.caseReference}`);
    }
    write(card.querySelector('.due-date'), dates?.due);
    write(card.querySelector('.creation-date'), dates?.created);
  });
  write(document.querySelector('.task-card .meta .due-date'), seen.get(openTask())?.due, 'Frist ');
}

const NAMES = [
  ['.form-signin input[type=text]', 'Brugernavn'],
  ['.form-signin input[type=password]', 'Adgangskode'],
  ['.search-field .main-field', 'Søg i opgaverne'],
  ['.task-filters .region-toggle', 'Vis eller skjul lister'],
  ['.column-center .region-toggle', 'Vis eller skjul opgaver'],
  ['.task-details .region-toggle', 'Vis eller skjul opgaven'],
  ['.task-details .maximize', 'Vis kun opgaven'],
  ['.task-details .reset-regions', 'Vis lister og opgaver igen'],
  ['.unclaim', 'Læg opgaven tilbage'],
  ['.app-switch .dropdown-toggle', 'Skift program']
];

/** Names for the controls that Tasklist draws as a bare symbol. */
function labels() {
  document.querySelectorAll('.form-signin [tabindex]').forEach((control) => control.removeAttribute('tabindex'));
  NAMES.forEach(([control, name]) =>
    document.querySelectorAll(control).forEach((element) => {
      if (element.getAttribute('aria-label') !== name) {
        element.setAttribute('aria-label', name);
      }
    })
  );
}

/** The dialog of »Ny sag« opens withdrawals and corrections as well: there the name alone is the title. */
function turnsAreNoCases() {
  const title = document.querySelector('.modal-title')?.firstChild;
  if (title?.data?.startsWith('Ny sag: ')) {
    title.data = title.data.slice('Ny sag: '.length);
  }
}

function write(place, iso, word = '') {
  const relative = place?.querySelector('[am-time-ago]');
  if (!relative || !iso) {
    return;
  }
  const text = word + day(iso);
  let exact = place.querySelector('.ics-date');
  if (!exact) {
    exact = document.createElement('span');
    exact.className = 'ics-date';
    relative.after(exact);
    relative.classList.add('ics-relative');
  }
  if (exact.textContent !== text) {
    exact.textContent = text;
  }
}

function day(iso) {
  const [year, month, date] = iso.slice(0, 10).split('-');
  return `${date}.${month}.${year}`;
}

/** »Fordel opgaven«: only for supervisors, never without a reason (the server refuses it as well). */
export const handOver = {
  id: 'ics-hand-over',
  pluginPoint: 'tasklist.task.action',
  priority: 50,
  render: (node) => {
    groups.then((ids) => {
      if (!ids.includes('supervisor')) {
        return;
      }
      const button = document.createElement('button');
      button.type = 'button';
      button.className = 'btn btn-default ics-hand-over';
      button.textContent = 'Fordel opgaven';
      button.addEventListener('click', () => askForReason(button, openTask()));
      node.append(button);
    });
  },
  unmount: () => {}
};

/** Who may open a case, a turn of its life or a supervision with »Ny sag«. */
const STARTERS = ['visitation', 'caseworker', 'supervisor'];

let here;

/** Who is logged in. */
export function userHere() {
  return here;
}

/** Asked again for each log-in: another user may have logged in without loading the page anew. */
let groups = Promise.resolve([]);

function askForGroups(user) {
  here = user;
  groups = call('GET', `/api/engine/engine/default/identity/groups?userId=${encodeURIComponent(user)}`)
    .then((answer) => (answer.ok ? answer.json() : {}))
    .then((answer) => (answer.groups ?? []).map(({id}) => id))
    .catch(() => []);
  groups.then((ids) => {
    document.documentElement.classList.toggle('ics-may-start', STARTERS.some((id) => ids.includes(id)));
    document.documentElement.classList.toggle('ics-supervisor', ids.includes('supervisor'));
    document.documentElement.classList.toggle('ics-visitation', ids.includes('visitation'));
  });
}

function askForReason(opener, taskId) {
  const dialog = document.createElement('dialog');
  dialog.className = 'ics-dialog';
  dialog.setAttribute('aria-labelledby', 'ics-hand-over-title');
  dialog.innerHTML = `
    <form method="dialog" novalidate>
      <h2 id="ics-hand-over-title">Fordel opgaven</h2>
      <div class="ics-summary" role="alert" hidden></div>
      <label for="ics-hand-over-user">Hvem skal have opgaven? (brugernavn)</label>
      <input id="ics-hand-over-user" name="user" autocomplete="off" class="form-control">
      <label for="ics-hand-over-reason">Begrundelse</label>
      <textarea id="ics-hand-over-reason" name="reason" rows="3" class="form-control"></textarea>
      <p class="help-block">Begrundelsen står i sagens journal. Skriv ikke navne eller numre på borgere.</p>
      <div class="ics-dialog-actions">
        <button type="button" class="btn btn-link" value="cancel">Annullér</button>
        <button type="submit" class="btn btn-primary">Fordel</button>
      </div>
    </form>`;
  const form = dialog.querySelector('form');
  const problem = dialog.querySelector('[role=alert]');
  const refuse = (text, field) => {
    problem.hidden = false;
    problem.textContent = text;
    field?.focus();
  };
  dialog.querySelector('[value=cancel]').addEventListener('click', () => dialog.close());
  dialog.addEventListener('close', () => {
    dialog.remove();
    opener.focus();
  });
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const [userId, reason] = [form.user.value.trim(), form.reason.value.trim()];
    if (!userId) {
      refuse('Skriv, hvem der skal have opgaven.', form.user);
      return;
    }
    if (!reason) {
      refuse('Skriv en begrundelse.', form.reason);
      return;
    }
    const send = form.querySelector('[type=submit]');
    send.disabled = true;
    const answer = await call('POST', `/api/engine/engine/default/task/${taskId}/assignee`, {userId, reason}).catch(() => undefined);
    send.disabled = false;
    if (answer?.ok) {
      dialog.close();
      window.location.reload();
      return;
    }
    const said = await answer?.json().catch(() => undefined);
    refuse(said?.message ?? 'Opgaven kunne ikke fordeles. Prøv igen.', form.user);
  });
  document.body.append(dialog);
  dialog.showModal();
  form.user.focus();
}
