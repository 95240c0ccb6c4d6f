/**
 * What our views remember while the page is: filters, what was found, what cases are looked at for. Logging out does not
 * load the page anew, so it is one user's and gone for the next.
 */
export const kept = {};

let owner;

export function keptFor(userId) {
  if (owner !== userId) {
    Object.keys(kept).forEach((key) => delete kept[key]);
  }
  owner = userId;
}
