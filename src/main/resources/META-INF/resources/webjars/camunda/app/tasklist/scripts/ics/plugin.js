/** What Tasklist mounts itself, through its own plugin points. */
import {handOver} from './desk.js?v=7b1f068d';
import {casePanel} from './panel.js?v=fb4297a2';
import {findLink, findPage} from './find.js?v=07de2807';
import {visitsLink, visitsPage} from './visits.js?v=ffd5aadc';

export default [casePanel, handOver, findLink, findPage, visitsLink, visitsPage];
