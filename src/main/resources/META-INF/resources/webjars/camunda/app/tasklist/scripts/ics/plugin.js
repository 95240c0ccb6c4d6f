/** What Tasklist mounts itself, through its own plugin points. */
import {handOver} from './desk.js?v=d44e5598';
import {casePanel} from './panel.js?v=e92fe6aa';
import {findLink, findPage} from './find.js?v=63a51ab7';

export default [casePanel, handOver, findLink, findPage];
