/** By what somebody looks for a case, and how what is found is told: for »Find sag« here and »Find borger« in Cockpit. */

export const FIELDS = [
  {key: 'name', label: 'Navn', hint: 'Et eller flere navne, i vilkårlig rækkefølge. Små stavefejl gør ikke noget.'},
  {key: 'birthDate', label: 'Fødselsdato', hint: 'Fx 14.05.1991'},
  {key: 'reference', label: 'Sagsnummer', hint: 'Fx 2026-000123'},
  {key: 'cprNumber', label: 'CPR-nummer', hint: 'Ti cifre'},
  {key: 'documentNumber', label: 'Dokumentets nummer', hint: 'Pas, id-kort, EU-dokument'},
  {key: 'phone', label: 'Telefon', hint: 'Med eller uden landekode'},
  {key: 'email', label: 'E-mail', hint: 'Hele adressen'}
];

export const NONE = 'Prøv med færre felter, eller stav navnet på en anden måde. Du ser kun sager i de kommuner, du arbejder for.';
export const MORE = 'Der er flere sager end dem, der vises. Udfyld flere felter for at finde den rigtige.';

/** »1 sag fundet« of what the server answers. */
export function heading({hits, more}) {
  if (hits.length === 0) {
    return 'Ingen sager fundet';
  }
  if (more) {
    return `De første ${hits.length} sager`;
  }
  return hits.length === 1 ? '1 sag fundet' : `${hits.length} sager fundet`;
}

export function statusName(status) {
  return {open: 'Åben', closed: 'Afsluttet', moved: 'Flyttet'}[status] ?? status;
}
