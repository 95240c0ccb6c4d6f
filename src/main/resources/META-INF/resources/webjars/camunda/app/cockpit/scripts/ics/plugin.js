/** What Cockpit mounts itself, through its own plugin points. */
import {el} from '../../../tasklist/scripts/ics/parts.js?v=7d5f6244';
import {controlsPage} from './controls.js?v=34b37051';
import {ledgerPage} from './ledger.js?v=19a6b5ea';
import {overview} from './overview.js?v=43381386';
import {supervises} from './role.js?v=3535d4fa';
import {VIEWS} from './view.js?v=1a25855c';

const link = {
  id: 'ics-supervision-link',
  pluginPoint: 'cockpit.navigation',
  priority: 1000,
  properties: {label: 'Kontrol og tilsyn', path: VIEWS.controls.path},
  render: async (node) => {
    if (await supervises()) {
      node.append(el('a', {href: `#${VIEWS.controls.path}`, class: 'ics-supervision-link'}, 'Kontrol og tilsyn'));
    }
  },
  unmount: () => {}
};

export default [link, overview, controlsPage, ledgerPage];
