/** What Cockpit mounts itself, through its own plugin points. */
import {el} from '../../../tasklist/scripts/ics/parts.js?v=7d5f6244';
import {compliancePage} from './compliance.js?v=454f8e92';
import {controlsPage} from './controls.js?v=a27a9a6a';
import {coursePage, courseTab} from './course.js?v=f6f96de3';
import {ledgerPage} from './ledger.js?v=ef359dfd';
import {overview} from './overview.js?v=c3eb406a';
import {supervises} from './role.js?v=3535d4fa';
import {supervisionPage} from './supervision.js?v=9d6659c9';
import {VIEWS} from './view.js?v=b638df1c';

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

export default [link, overview, controlsPage, coursePage, courseTab, supervisionPage, compliancePage, ledgerPage];
