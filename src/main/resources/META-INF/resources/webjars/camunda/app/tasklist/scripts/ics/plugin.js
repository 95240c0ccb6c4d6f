/** What Tasklist mounts itself, through its own plugin points. */
import {handOver} from './desk.js?v=d44e5598';
import {casePanel} from './panel.js?v=d910fc8b';
import {findLink, findPage} from './find.js?v=4ac96567';

export default [casePanel, handOver, findLink, findPage];
