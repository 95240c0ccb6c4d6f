/** The tasks of the supervision: the only ones that a supervisor works. */
import {call} from './requests.js?v=8c806552';

const OWN = ['reviewControl', 'closeFinding'];

export function isSupervisors(definitionKey) {
  return OWN.includes(definitionKey);
}

/** Asks the server which kind of task it is; a task that is not there is nobody's. */
export async function isSupervisorsTask(taskId) {
  const answer = await call('GET', `/api/engine/engine/default/task/${encodeURIComponent(taskId)}`).catch(() => undefined);
  return answer?.ok ? isSupervisors((await answer.json()).taskDefinitionKey) : false;
}
