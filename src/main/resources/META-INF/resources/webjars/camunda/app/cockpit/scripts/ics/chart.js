/** Small pictures of figures. Every figure of a picture also stands beside it as text: nobody needs the picture. */
import {day, el} from '../../../tasklist/scripts/ics/parts.js?v=7ba64d5b';
import {amount} from './view.js?v=933a6a8c';

const SVG = 'http://www.w3.org/2000/svg';
const MONTHS = ['jan.', 'feb.', 'mar.', 'apr.', 'maj', 'jun.', 'jul.', 'aug.', 'sep.', 'okt.', 'nov.', 'dec.'];
const WIDTH = 520;
const HEIGHT = 150;
const FOOT = 22;
const HEAD = 18;

function svg(tag, attributes, ...children) {
  const element = document.createElementNS(SVG, tag);
  Object.entries(attributes).forEach(([name, value]) => element.setAttribute(name, value));
  element.append(...children);
  return element;
}

/** A column for each month, its doubts at the foot, and the same as a table for who cannot see it. */
export function columns(months) {
  const most = Math.max(1, ...months.map(({controls}) => controls));
  const room = HEIGHT - FOOT - HEAD;
  const step = WIDTH / months.length;
  const bars = months.flatMap(({first, controls, doubts}, i) => {
    const tall = (controls / most) * room;
    const doubtful = (doubts / most) * room;
    const x = i * step + step * 0.15;
    const middle = i * step + step / 2;
    return [
      svg('rect', {class: 'ics-bar', x, y: HEIGHT - FOOT - tall, width: step * 0.7, height: tall}),
      svg('rect', {class: 'ics-bar-doubt', x, y: HEIGHT - FOOT - doubtful, width: step * 0.7, height: doubtful}),
      svg('text', {x: middle, y: HEIGHT - FOOT - tall - 5, 'text-anchor': 'middle'}, controls ? amount(controls) : ''),
      svg('text', {x: middle, y: HEIGHT - 6, 'text-anchor': 'middle'}, MONTHS[Number(first.slice(5, 7)) - 1])
    ];
  });
  return el(
    'figure',
    {class: 'ics-chart'},
    el('figcaption', {}, 'Kontroller pr. måned, ', el('span', {class: 'ics-key-doubt'}, 'heraf med tvivl')),
    svg('svg', {viewBox: `0 0 ${WIDTH} ${HEIGHT}`, 'aria-hidden': 'true', focusable: 'false'}, svg('line', {class: 'ics-axis', x1: 0, x2: WIDTH, y1: HEIGHT - FOOT, y2: HEIGHT - FOOT}), ...bars),
    el(
      'table',
      {class: 'ics-unseen'},
      el('caption', {}, 'Kontroller pr. måned'),
      el('thead', {}, el('tr', {}, ['Måned', 'Kontroller', 'Med tvivl'].map((heading) => el('th', {scope: 'col'}, heading)))),
      el('tbody', {}, months.map(({first, controls, doubts}) => el('tr', {}, el('td', {}, day(first).slice(3)), el('td', {}, amount(controls)), el('td', {}, amount(doubts)))))
    )
  );
}

/** How large a part is; the words beside it say the same. */
export function share(part, of) {
  if (!of) {
    return undefined;
  }
  const filled = Math.floor((part / of) * 100);
  return svg(
    'svg',
    {class: 'ics-share', viewBox: '0 0 100 8', preserveAspectRatio: 'none', 'aria-hidden': 'true', focusable: 'false'},
    svg('rect', {class: 'ics-share-all', x: 0, y: 0, width: 100, height: 8}),
    svg('rect', {class: 'ics-share-part', x: 0, y: 0, width: filled, height: 8})
  );
}

/** Whole per cent, downwards: 100 % is all of it. */
export function percent(part, of) {
  return of ? `${Math.floor((part / of) * 100)} %` : '–';
}
