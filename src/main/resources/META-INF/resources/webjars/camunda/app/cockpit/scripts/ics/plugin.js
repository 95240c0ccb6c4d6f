/** What Cockpit mounts itself, through its own plugin points. */
import {el} from '../../../tasklist/scripts/ics/parts.js?v=7d5f6244';
import {compliancePage} from './compliance.js?v=a2a941a1';
import {controlsPage} from './controls.js?v=cab0267c';
import {coursePage, courseTab} from './course.js?v=eabf1f07';
import {ledgerPage} from './ledger.js?v=9e69bfb1';
import {overview} from './overview.js?v=6ba76037';
import {supervises} from './role.js?v=3535d4fa';
import {supervisionPage} from './supervision.js?v=9cd58af1';
import {VIEWS} from './view.js?v=0b8a3de6';

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
