/** What Tasklist mounts itself, through its own plugin points. */
import {handOver} from './desk.js?v=c3de1162';
import {casePanel} from './panel.js?v=e578e5dd';
import {findLink, findPage} from './find.js?v=6cf6650a';

export default [casePanel, handOver, findLink, findPage];
