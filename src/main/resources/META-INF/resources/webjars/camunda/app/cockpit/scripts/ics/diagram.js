/**
 * The way a case took through its models. bpmn-js draws them (served by the application, loaded when a diagram is wanted
 * first); what was gone through is marked by line and by sign, and told in words below.
 */
import {ask} from '../../../tasklist/scripts/ics/ask.js?v=b8b1a21b';
import {el, moment} from '../../../tasklist/scripts/ics/parts.js?v=7ba64d5b';

const VIEWER = '../../vendor/bpmn-js-8.0.0/bpmn-navigated-viewer.production.min.js';
/** Below this scale nobody reads the names. */
const LEGIBLE = 0.7;
const MARGIN = 24;

const STATES = {done: 'Gennemført', running: 'I gang', cancelled: 'Afbrudt'};

let viewer;

/** The class of bpmn-js; asked for once. */
function viewerClass() {
  viewer ??= new Promise((loaded, failed) => {
    const script = document.createElement('script');
    script.src = new URL(VIEWER, import.meta.url).href;
    script.onload = () => loaded(window.BpmnJS);
    script.onerror = () => {
      viewer = undefined;
      failed(new Error('bpmn-js'));
    };
    document.head.append(script);
  });
  return viewer;
}

/**
 * @param instances of the course
 * @param asked purpose and reference, which the server wants again
 * @param first id of the instance to begin with
 */
export function drawWay(instances, asked, first) {
  const byId = new Map(instances.map((one) => [one.id, one]));
  const choice = el(
    'select',
    {id: 'ics-way-of', class: 'form-control', change: () => draw()},
    instances.map((one) => el('option', {value: one.id, selected: one.id === first}, `${depth(one, byId)}${one.process}, ${moment(one.startedAt)}`))
  );
  const canvas = el('div', {class: 'ics-canvas', role: 'group', 'aria-labelledby': 'ics-way-title', 'aria-describedby': 'ics-way-words'});
  const words = el('div', {id: 'ics-way-words'});
  const status = el('p', {role: 'status'});
  const tools = el('div', {class: 'ics-tools'});
  let shown;

  async function draw() {
    const id = choice.value;
    status.textContent = 'Henter diagrammet …';
    const [answer, Viewer] = await Promise.all([
      ask('POST', '/api/ics/cases/course/diagram', {...asked, instance: id}),
      viewerClass().catch(() => undefined)
    ]);
    if (choice.value !== id) {
      return;
    }
    shown?.destroy();
    shown = undefined;
    words.replaceChildren();
    tools.replaceChildren();
    if (!answer.ok || !Viewer) {
      status.textContent = answer.ok ? 'Diagrammet kunne ikke tegnes. Genindlæs siden, og prøv igen.' : answer.body.message;
      return;
    }
    shown = new Viewer({container: canvas});
    canvas.querySelector('.bjs-powered-by')?.setAttribute('lang', 'en');
    await shown.importXML(answer.body.xml);
    status.textContent = '';
    mark(shown, answer.body);
    begin(shown.get('canvas'));
    tools.append(...zoomButtons(shown.get('canvas')));
    words.append(...told(shown, answer.body, choice, byId, draw));
  }

  const box = el(
    'details',
    {
      class: 'ics-way',
      toggle: ({target}) => {
        if (target.open && !shown) {
          draw();
        }
      }
    },
    el('summary', {}, 'Vis sagens vej på diagrammet'),
    el('h3', {id: 'ics-way-title', class: 'ics-unseen'}, 'Sagens vej på diagrammet'),
    el('div', {class: 'ics-filter-acts'}, el('div', {class: 'ics-field'}, el('label', {for: 'ics-way-of'}, 'Forløb'), choice), tools),
    status,
    canvas,
    el('p', {class: 'ics-legend'}, ...Object.entries(STATES).map(([state, name]) => el('span', {class: `ics-legend-${state}`}, name))),
    el('p', {class: 'ics-hint'}, 'Pilene er udledt af trinnenes rækkefølge: systemet gemmer trin, ikke pile.'),
    words
  );
  return box;
}

/** How deep an instance was called, as dashes before its name. */
function depth(one, byId) {
  let deep = 0;
  for (let above = byId.get(one.parent); above; above = byId.get(above.parent)) {
    deep += 1;
  }
  return deep ? `${'– '.repeat(deep)}` : '';
}

function mark(view, {elements, flows}) {
  const canvas = view.get('canvas');
  const registry = view.get('elementRegistry');
  elements.filter(({id}) => registry.get(id)).forEach(({id, state}) => canvas.addMarker(id, `ics-${state}`));
  flows.filter((id) => registry.get(id)).forEach((id) => canvas.addMarker(id, 'ics-taken'));
  const overlays = view.get('overlays');
  elements
    .filter(({id}) => registry.get(id))
    .forEach(({id, state, times}) => {
      const sign = {done: '✓', running: '…', cancelled: '✕'}[state];
      overlays.add(id, {position: {top: -12, right: 12}, html: el('span', {class: `ics-sign ics-sign-${state}`}, times > 1 ? `${sign} ${times}` : sign)});
    });
}

/** The whole diagram; of one too wide to be read like that, its beginning. */
function begin(canvas) {
  canvas.zoom('fit-viewport', 'auto');
  if (canvas.zoom() < LEGIBLE) {
    const {inner, outer} = canvas.viewbox();
    canvas.viewbox({x: inner.x - MARGIN, y: inner.y - MARGIN, width: outer.width / LEGIBLE, height: outer.height / LEGIBLE});
  }
}

function zoomButtons(canvas) {
  const button = (text, name, work) => el('button', {type: 'button', class: 'btn btn-default', 'aria-label': name, title: name, click: work}, text);
  return [
    button('+', 'Større', () => canvas.zoom(canvas.zoom() * 1.25)),
    button('−', 'Mindre', () => canvas.zoom(canvas.zoom() / 1.25)),
    button('Hele', 'Vis hele diagrammet', () => canvas.zoom('fit-viewport', 'auto')),
    button('‹', 'Flyt til venstre', () => canvas.scroll({dx: 150, dy: 0})),
    button('›', 'Flyt til højre', () => canvas.scroll({dx: -150, dy: 0}))
  ];
}

/** The same in words, for who does not see it; called processes are opened from here. */
function told(view, {elements}, choice, byId, draw) {
  const registry = view.get('elementRegistry');
  const named = elements
    .map((one) => ({...one, name: registry.get(one.id)?.businessObject.name}))
    .filter(({name, called}) => name || called);
  return [
    el('h4', {}, 'Gennemløbet i ord'),
    el(
      'ul',
      {class: 'ics-told'},
      named.map(({name, state, times, called}) =>
        el(
          'li',
          {},
          `${name ?? ''} – ${STATES[state].toLowerCase()}${times > 1 ? `, ${times} gange` : ''} `,
          byId.has(called) &&
            el(
              'button',
              {
                type: 'button',
                class: 'btn btn-link',
                click: () => {
                  choice.value = called;
                  choice.focus();
                  draw();
                }
              },
              'Vis delforløbet'
            )
        )
      )
    )
  ];
}
