/** What Cockpit mounts itself, through its own plugin points. */
import {el} from '../../../tasklist/scripts/ics/parts.js?v=7d5f6244';
import {compliancePage} from './compliance.js?v=529cefb8';
import {controlsPage} from './controls.js?v=eac82bfc';
import {coursePage, courseTab} from './course.js?v=c8833b64';
import {findPage} from './find.js?v=90e5f43a';
import {ledgerPage} from './ledger.js?v=8675de96';
import {overview} from './overview.js?v=2ee29a9e';
import {reader} from './role.js?v=832cb868';
import {supervisionPage} from './supervision.js?v=76835b04';
import {VIEWS} from './view.js?v=8adda020';

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
