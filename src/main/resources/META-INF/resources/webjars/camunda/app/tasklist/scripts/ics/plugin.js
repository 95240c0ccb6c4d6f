/** What Tasklist mounts itself, through its own plugin points. */
import {handOver} from './desk.js?v=fd68a5ea';
import {findLink, findPage} from './find.js?v=5fb59579';

export default [handOver, findLink, findPage];
