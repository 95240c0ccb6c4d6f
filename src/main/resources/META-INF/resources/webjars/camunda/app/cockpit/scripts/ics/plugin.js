/** What Cockpit mounts itself, through its own plugin points. */
import {el} from '../../../tasklist/scripts/ics/parts.js?v=7d5f6244';
import {compliancePage} from './compliance.js?v=c1a8451a';
import {controlsPage} from './controls.js?v=5d0f1e1d';
import {coursePage, courseTab} from './course.js?v=b1834898';
import {findPage} from './find.js?v=d4257dc3';
import {ledgerPage} from './ledger.js?v=4e4fe98f';
import {overview} from './overview.js?v=334e68cb';
import {reader} from './role.js?v=832cb868';
import {supervisionPage} from './supervision.js?v=568b3ca7';
import {VIEWS} from './view.js?v=792b5a81';

const link = {
  id: 'ics-supervision-link',
  pluginPoint: 'cockpit.navigation',
  priority: 1000,
  properties: {label: 'Kontrol og tilsyn', path: VIEWS.controls.path},
  render: async (node) => {
    const {supervises, partner} = await reader();
    if (supervises || partner) {
      node.append(el('a', {href: `#${VIEWS.controls.path}`, class: 'ics-supervision-link'}, supervises ? 'Kontrol og tilsyn' : VIEWS.controls.label));
    }
  },
  unmount: () => {}
};

export default [link, overview, controlsPage, findPage, coursePage, courseTab, supervisionPage, compliancePage, ledgerPage];
