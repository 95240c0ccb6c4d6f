/** What Tasklist mounts itself, through its own plugin points. */
import {handOver} from './desk.js?v=cfd0cb52';
import {casePanel} from './panel.js?v=e578e5dd';
import {findLink, findPage} from './find.js?v=6cf6650a';
import {visitsLink, visitsPage} from './visits.js?v=3155f983';

export default [casePanel, handOver, findLink, findPage, visitsLink, visitsPage];
