/** What Tasklist mounts itself, through its own plugin points. */
export {handOver as default} from './desk.js?v=fd68a5ea';
