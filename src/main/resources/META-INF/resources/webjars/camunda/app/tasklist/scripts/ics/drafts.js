/**
 * Drafts live in the case file, never in the browser: written two seconds after the last keystroke, when the page is
 * left, before logging out, and by Tasklist's own »Gem kladde«. What a session time-out has kept from being written stays in
 * this page's memory and is written as soon as the same user has logged in again, before the form is opened.
 */
import {after, before, call} from './requests.js?v=8c806552';

const PAUSE = 2000;
const RETRY = 10000;

let user;
let pending;
let unsent;
let sending = Promise.resolve();
let timer;
let say = () => {};
let newcomer = () => {};
let loggedOut = () => {};

/** Where the one line about the draft is shown. */
export function tellDraftState(show) {
  say = show;
}

export function watchSessions() {
  after(/^GET .*\/api\/admin\/auth\/user\//, (_, {status, body}) => signedIn(status, body));
  after(/^POST .*\/api\/admin\/auth\/user\/[^/]+\/login\//, (_, {status, body}) => signedIn(status, body));
  before(/^POST .*\/api\/admin\/auth\/user\/[^/]+\/logout$/, () => saveNow());
  before(/^GET .*\/task\/[^/]+\/form-variables$/, () => sending.then(() => unsent && resend()));
  after(/^POST .*\/task\/[^/]+\/(submit-form|complete)$/, (done, {status}) => {
    if (status >= 200 && status < 300) {
      drop(taskOf(done.path));
    }
  });
  window.addEventListener('pagehide', () => saveNow({keepalive: true}));
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') {
      saveNow({keepalive: true});
    }
  });
}

/** What makes Tasklist see that the session has ended: then it asks for the password by itself. */
export function onLoggedOut(look) {
  loggedOut = look;
}

/** Tells who is logged in, each time the server says so. */
export function whoIsHere(tell) {
  newcomer = tell;
}

function taskOf(path) {
  return path.split('/task/')[1].split('/')[0];
}

function signedIn(status, body) {
  if (status !== 200 || !body?.userId) {
    return;
  }
  if (user !== body.userId) {
    newcomer(body.userId);
  }
  user = body.userId;
  if (unsent && unsent.user !== user) {
    unsent = undefined;
    say('', 'gone');
  }
}

/** Something was typed; `values` gives the form's values when it is time to write them. */
export function typed(taskId, values) {
  pending = {taskId, values, user};
  clearTimeout(timer);
  timer = setTimeout(saveNow, PAUSE);
}

/** Writes what is waiting; calls follow one another, so an older draft never overtakes a newer one. */
export function saveNow(options) {
  clearTimeout(timer);
  if (!pending) {
    return undefined;
  }
  const draft = {taskId: pending.taskId, user: pending.user, values: pending.values()};
  pending = undefined;
  sending = sending.then(() => put(draft, options));
  return sending;
}

/** The task's values at once, whoever asks: »Gem kladde«, or Tasklist when the session has ended. */
export function save(taskId, values) {
  typed(taskId, values);
  return saveNow();
}

function drop(taskId) {
  if (pending?.taskId === taskId) {
    clearTimeout(timer);
    pending = undefined;
  }
  if (unsent?.taskId === taskId) {
    unsent = undefined;
  }
}

async function put(draft, options) {
  let status = 0;
  try {
    status = (await call('PUT', `/api/ics/task/${draft.taskId}/draft`, bodyOf(draft.values), options)).status;
  } catch (unreachable) {
    status = 0;
  }
  if (status >= 200 && status < 300) {
    say(`Kladde gemt kl. ${clock()}`, 'saved');
  } else if (status === 401) {
    unsent = draft;
    say('Du er logget ud. Log ind igen i dette vindue – det, du har skrevet, er ikke tabt.', 'loggedOut');
    loggedOut();
  } else if (status === 0 || status >= 500) {
    unsent = draft;
    say('Kladden kunne ikke gemmes lige nu. Vi prøver igen om lidt.', 'problem');
    setTimeout(() => unsent === draft && resend(), RETRY);
  } else if (status === 403 || status === 404 || status === 410) {
    say('Kladden blev ikke gemt: opgaven er ikke længere din.', 'problem');
  } else {
    say('Kladden blev ikke gemt. Ret det, du har skrevet, og gem igen.', 'problem');
  }
}

/** The same body a form is submitted with. */
function bodyOf(values) {
  return {variables: Object.fromEntries(Object.entries(values).map(([key, value]) => [key, {value}]))};
}

function resend() {
  const draft = unsent;
  unsent = undefined;
  if (!draft || (user && draft.user && draft.user !== user)) {
    return undefined;
  }
  sending = sending.then(() => put(draft));
  return sending;
}

function clock() {
  const now = new Date();
  return `${String(now.getHours()).padStart(2, '0')}.${String(now.getMinutes()).padStart(2, '0')}`;
}
