/** Who is here, to show what is for them. What is shown follows from it; what may be done, the server decides. */
import {ask} from '../../../tasklist/scripts/ics/ask.js?v=b8b1a21b';

/** Asked for each time: another user may have logged in on the same page. */
export async function reader() {
  const user = await ask('GET', '/api/admin/auth/user/default');
  const userId = user.ok ? user.body.userId : undefined;
  if (!userId) {
    return {supervises: false, partner: false};
  }
  const answer = await ask('GET', `/api/engine/engine/default/identity/groups?userId=${encodeURIComponent(userId)}`);
  const groups = answer.ok ? (answer.body.groups ?? []).map(({id}) => id) : [];
  return {userId, supervises: groups.includes('supervisor'), partner: groups.includes('partner')};
}

export async function supervises() {
  return (await reader()).supervises;
}
