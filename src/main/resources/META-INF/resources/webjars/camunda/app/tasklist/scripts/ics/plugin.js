/** What Tasklist mounts itself, through its own plugin points. */
import {handOver} from './desk.js?v=e2e5afc6';
import {casePanel} from './panel.js?v=761f7829';
import {findLink, findPage} from './find.js?v=a75aecc4';

export default [casePanel, handOver, findLink, findPage];
