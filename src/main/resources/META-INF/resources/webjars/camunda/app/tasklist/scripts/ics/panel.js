/**
 * »Sagen«: the whole case beside the form of a task. Its documents open over the lists, so that what stands in a document
 * can be compared with what is typed; they stay open when one goes back to the form.
 */
import {doorOfTask} from './ask.js?v=b8b1a21b';
import {drawCase} from './case.js?v=9abfff80';
import {closePaper} from './paper.js?v=97c9ec03';
import {isSupervisorsTask} from './own.js?v=ccff6e92';
import {el, openTask} from './parts.js?v=7ba64d5b';

const NARROW = 360;

export const casePanel = {
  id: 'ics-case-panel',
  pluginPoint: 'tasklist.task.detail',
  priority: 900,
  properties: {label: 'Sagen'},
  render: (node, {taskId}) => {
    const panel = el('div', {class: 'ics-panel'});
    node.append(panel);
    if (document.documentElement.classList.contains('ics-supervisor')) {
      isSupervisorsTask(taskId).then((own) => (own ? load(panel, taskId) : panel.append(elsewhere())));
    } else {
      load(panel, taskId);
    }
  },
  unmount: () => {}
};

function elsewhere() {
  return el('p', {class: 'ics-nothing'}, 'Sagen vises her for dem, der arbejder med opgaven. Brug ', el('a', {href: '#/find-sag'}, 'Find sag'), ', og vælg et formål.');
}

async function load(panel, taskId) {
  panel.replaceChildren(el('p', {class: 'ics-nothing', role: 'status'}, 'Henter sagen …'));
  const door = doorOfTask(taskId);
  const answer = await door.ask('');
  if (!panel.isConnected) {
    return;
  }
  if (!answer.ok) {
    const again = el('button', {type: 'button', class: 'btn btn-default', click: () => load(panel, taskId)}, 'Prøv igen');
    panel.replaceChildren(el('p', {class: 'ics-problem', role: 'alert'}, answer.body.message), again);
    return;
  }
  panel.replaceChildren(...drawCase(answer.body, door, docked(taskId)));
}

/** Over the lists, beside the task; over everything where the screen has no room for both. */
function docked(taskId) {
  return {
    put: (view) => {
      view.classList.add('ics-docked');
      // Not in the task's own column: that one lies below the lists.
      document.body.append(view);
      const fit = () => fitBeside(view);
      fit();
      window.addEventListener('resize', fit);
      const watch = new MutationObserver(() => {
        if (!view.isConnected || openTask() !== taskId) {
          watch.disconnect();
          window.removeEventListener('resize', fit);
          if (view.isConnected) {
            closePaper();
          }
        }
      });
      watch.observe(document.body, {subtree: true, childList: true});
    }
  };
}

function fitBeside(view) {
  const task = document.querySelector('.column-right')?.getBoundingClientRect();
  const beside = task && task.left >= NARROW;
  view.classList.toggle('ics-alone', !beside);
  Object.assign(view.style, beside ? {width: `${task.left}px`, top: `${task.top}px`} : {width: '', top: ''});
}
