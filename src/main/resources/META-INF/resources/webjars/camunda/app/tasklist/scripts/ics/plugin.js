/** What Tasklist mounts itself, through its own plugin points. */
import {handOver} from './desk.js?v=aeb48e96';
import {casePanel} from './panel.js?v=b810595f';
import {findLink, findPage} from './find.js?v=2a6a544b';

export default [casePanel, handOver, findLink, findPage];
