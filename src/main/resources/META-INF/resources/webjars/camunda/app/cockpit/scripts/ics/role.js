/** Whether somebody is here to supervise. What is shown follows from it; what may be done, the server decides. */
import {ask} from '../../../tasklist/scripts/ics/ask.js?v=b8b1a21b';

export async function supervises() {
  const user = await ask('GET', '/api/admin/auth/user/default');
  if (!user.ok || !user.body.userId) {
    return false;
  }
  const groups = await ask('GET', `/api/engine/engine/default/identity/groups?userId=${encodeURIComponent(user.body.userId)}`);
  return groups.ok && (groups.body.groups ?? []).some(({id}) => id === 'supervisor');
}
