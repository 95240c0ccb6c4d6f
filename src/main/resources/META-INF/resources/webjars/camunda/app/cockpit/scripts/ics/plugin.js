/** What Cockpit mounts itself, through its own plugin points. */
import {el} from '../../../tasklist/scripts/ics/parts.js?v=7ba64d5b';
import {compliancePage} from './compliance.js?v=f36e4939';
import {controlsPage} from './controls.js?v=1303f29a';
import {coursePage, courseTab} from './course.js?v=3ee49313';
import {findPage} from './find.js?v=2ae70260';
import {ledgerPage} from './ledger.js?v=532e9a31';
import {overview} from './overview.js?v=c6d59f8f';
import {reader} from './role.js?v=832cb868';
import {supervisionPage} from './supervision.js?v=8a5526af';
import {VIEWS} from './view.js?v=933a6a8c';

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
