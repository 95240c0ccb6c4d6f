/** A call about a case, and its answer: what was asked for, or a sentence that can be shown as it stands. */
import {call} from './requests.js?v=8c806552';

const NOT_THERE = 'Der er ingen forbindelse til systemet. Prøv igen om lidt.';
const LOGGED_OUT = 'Du er logget ud. Log ind igen, og prøv igen.';

/** The server's answer as JSON: `{ok, body}`, where a body that is not ok has a `message`. */
export function ask(method, path, body) {
  return answerOf(call(method, path, body), (answer) => answer.json());
}

/** The server's answer as a file: `{ok, body: Blob, pages}`, or `{ok: false, body: {message}}`. */
export function askForFile(path, body) {
  return answerOf(call('POST', path, body, {accept: 'image/jpeg, application/pdf, image/png, application/json'}), (answer) =>
    answer.ok ? answer.blob() : answer.json()
  );
}

async function answerOf(called, read) {
  const sentence = (message) => ({ok: false, body: {message}});
  const answer = await called.catch(() => undefined);
  if (answer?.status === 401) {
    return sentence(LOGGED_OUT);
  }
  const said = answer && (await read(answer).catch(() => undefined));
  return said ? {ok: answer.ok, status: answer.status, body: said, pages: Number(answer.headers.get('ICS-Pages')) || undefined} : sentence(NOT_THERE);
}

/** The way to the case of a task: the task is the purpose. */
export function doorOfTask(taskId) {
  const path = (act) => `/api/ics/task/${encodeURIComponent(taskId)}/case${act && `/${act}`}`;
  return {
    key: `task ${taskId}`,
    ask: (act, body = {}) => ask('POST', path(act), body),
    file: (act, body) => askForFile(path(act), body)
  };
}

/** The way to a case that was found for a purpose. */
export function doorOfPurpose(purpose, reference) {
  const path = (act) => `/api/ics/cases/${act || 'open'}`;
  return {
    key: `case ${reference}`,
    ask: (act, body = {}) => ask('POST', path(act), {purpose, reference, ...body}),
    file: (act, body) => askForFile(path(act), {purpose, reference, ...body})
  };
}
