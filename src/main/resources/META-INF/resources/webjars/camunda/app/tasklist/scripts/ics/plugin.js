/** What Tasklist mounts itself, through its own plugin points. */
import {handOver} from './desk.js?v=c3de1162';
import {casePanel} from './panel.js?v=e578e5dd';
import {findLink, findPage} from './find.js?v=2a6a544b';

export default [casePanel, handOver, findLink, findPage];
