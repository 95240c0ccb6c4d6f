/** »Overblik« on Cockpit's front page: how the identity controls go, in one call. */
import {ask} from '../../../tasklist/scripts/ics/ask.js?v=b8b1a21b';
import {day, el, moment} from '../../../tasklist/scripts/ics/parts.js?v=7ba64d5b';
import {columns, percent, share} from './chart.js?v=450f52f2';
import {supervises} from './role.js?v=832cb868';
import {citizens} from './citizens.js?v=12a2d6b1';
import {amount, count, marked, tile, VIEWS} from './view.js?v=933a6a8c';

const MONTH = new Intl.DateTimeFormat('da-DK', {month: 'long', year: 'numeric', timeZone: 'UTC'});

export const overview = {
  id: 'ics-overview',
  pluginPoint: 'cockpit.dashboard',
  priority: 1000,
  properties: {label: 'Identitetskontrol'},
  render: (node) => draw(node),
  unmount: () => {}
};

async function draw(node) {
  if (!(await supervises())) {
    return;
  }
  const status = el('p', {class: 'ics-status', role: 'status'}, 'Henter overblikket …');
  const place = el('div', {});
  node.append(el('section', {class: 'ics-overview', 'aria-labelledby': 'ics-overview-title'}, el('h2', {id: 'ics-overview-title'}, 'Identitetskontrol'), status, place));
  first(node);
  const answer = await ask('GET', '/api/ics/overview');
  status.textContent = answer.ok ? `Opgjort ${moment(answer.body.at)}` : '';
  place.replaceChildren(...(answer.ok ? figures(answer.body) : [el('p', {class: 'ics-summary', role: 'alert'}, answer.body.message)]));
}

/** Before Cockpit's own figures: it is what a supervisor comes for. */
function first(node) {
  const section = node.closest('.dashboard section.deprecate');
  section?.parentElement.prepend(section);
}

function figures(all) {
  const controls = `#${VIEWS.controls.path}`;
  return [
    marked(all.notice),
    el(
      'div',
      {class: 'ics-tiles'},
      tile('Kontroller i dag', amount(all.controlsToday), `${amount(all.controlsThisMonth)} i denne måned`),
      tile('Fuldstændigt dokumenteret', percent(all.documented.part, all.documented.of), documented(all.documented), share(all.documented.part, all.documented.of)),
      tile('Åbne tvivl', amount(all.doubts.open), all.doubts.oldest ? `den ældste fra ${moment(all.doubts.oldest)}` : 'ingen venter på en afgørelse', undefined, all.doubts.open > 0),
      tile('Overskredne frister', amount(all.overdue.cases), overdue(all.overdue), undefined, all.overdue.cases > 0),
      tile(`Tilsyn, ${MONTH.format(new Date(`${all.supervised.first}T00:00:00Z`))}`, percent(all.supervised.reviewed, all.supervised.drawn), supervised(all), share(all.supervised.reviewed, all.supervised.drawn), all.followUps.overdue > 0),
      tile('Uddannelse', amount(all.training.expiring + all.training.expired + all.training.missing), training(all.training), undefined, all.training.expired + all.training.missing > 0)
    ),
    el('div', {class: 'ics-beside'}, columns(all.months), authorities(all.authorities), people(all.training)),
    el('p', {}, el('a', {href: controls}, 'Gå til kontroldokumentationen')),
    ...citizens(all.citizens)
  ].filter(Boolean);
}

function documented({of, part}) {
  return of ? `${amount(part)} af ${count(of, 'kontrol', 'kontroller')} i denne måned har alt, de skal have` : 'ingen kontroller i denne måned endnu';
}

function overdue({cases, deadlines, oldest}) {
  return cases ? `${count(cases, 'sag', 'sager')} med ${count(deadlines, 'frist', 'frister')}, den ældste ${day(oldest)}` : 'alle frister er overholdt';
}

function supervised({supervised: month, followUps}) {
  const drawn = month.drawn ? `${amount(month.reviewed)} af ${amount(month.drawn)} udtagne er gennemgået (${count(month.controls, 'kontrol', 'kontroller')} i alt)` : `${count(month.controls, 'kontrol', 'kontroller')}, ingen er udtaget`;
  const open = followUps.open && `${count(followUps.open, 'opfølgning', 'opfølgninger')} udestår${followUps.overdue ? `, ${amount(followUps.overdue)} over fristen` : ''}`;
  return [drawn, open].filter(Boolean).join('; ');
}

function training({valid, expiring, expired, missing}) {
  const act = [expiring && `${amount(expiring)} udløber snart`, expired && `${amount(expired)} er udløbet`, missing && `${amount(missing)} mangler`].filter(Boolean);
  return [...(act.length ? act : ['ingen udløber snart']), `${amount(valid)} er gyldige`].join(', ');
}

function authorities(all) {
  return el(
    'section',
    {class: 'ics-block'},
    el('h3', {}, 'Andre myndigheder'),
    el(
      'table',
      {class: 'ics-table'},
      el('caption', {class: 'ics-unseen'}, 'Hændelser hos andre myndigheder'),
      el('thead', {}, el('tr', {}, ['Myndighed', 'Fejlede kald', 'Venter på svar'].map((heading) => el('th', {scope: 'col'}, heading)))),
      el(
        'tbody',
        {},
        all.map(({label, connected, incidents, waiting, waitingSince}) =>
          el('tr', {}, el('th', {scope: 'row'}, label, !connected && ' (betjenes manuelt)'), number(incidents), el('td', {}, waiting ? `${amount(waiting)}, den ældste fra ${moment(waitingSince)}` : '0'))
        )
      )
    )
  );
}

function number(found) {
  return el('td', {class: found ? 'ics-bad' : ''}, amount(found));
}

function people({toAct}) {
  return el(
    'section',
    {class: 'ics-block ics-people'},
    el('h3', {}, 'Uddannelse, der kræver handling'),
    toAct.length
      ? el(
          'ul',
          {class: 'ics-lines'},
          toAct.slice(0, 8).map(({employee, course, standing, validUntil}) =>
            el('li', {}, el('strong', {}, employee.name), ` ${course.label}: ${standing.label.toLowerCase()}${validUntil ? ` ${day(validUntil)}` : ''}`)
          ),
          toAct.length > 8 && el('li', {}, `og ${amount(toAct.length - 8)} mere`)
        )
      : el('p', {class: 'ics-nothing'}, 'Alle har gyldig uddannelse, og ingen udløber snart.')
  );
}
