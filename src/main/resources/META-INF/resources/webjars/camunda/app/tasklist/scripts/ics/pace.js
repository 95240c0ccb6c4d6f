/**
 * Tasklist asks for list, count and the open task every ten seconds, whether anyone is there or not: that is six times
 * the load of a minute's pace, and a session that is asked for never times out. Here it asks once a minute, and only
 * while somebody works with the page; a look at a page left for a while brings it up to date at once.
 */
const TASKLISTS_PACE = 10_000;
const OUR_PACE = 60_000;
const GONE = 5 * 60_000;

/** @return asks at once, whatever the pace */
export function paceTheRefresh() {
  let lastSeen = Date.now();
  let lastAsked = Date.now();
  const ask = [];

  const here = () => document.visibilityState === 'visible' && Date.now() - lastSeen < GONE;
  const askNow = () => {
    lastAsked = Date.now();
    ask.forEach((work) => work());
  };
  for (const sign of ['pointerdown', 'keydown', 'wheel', 'focus']) {
    window.addEventListener(
      sign,
      () => {
        lastSeen = Date.now();
        if (Date.now() - lastAsked > OUR_PACE) {
          askNow();
        }
      },
      {capture: true, passive: true}
    );
  }

  const setInterval = window.setInterval;
  window.setInterval = function (work, pause, ...rest) {
    if (pause !== TASKLISTS_PACE || typeof work !== 'function') {
      return setInterval.call(window, work, pause, ...rest);
    }
    ask.push(work);
    return setInterval.call(window, () => {
      if (here()) {
        lastAsked = Date.now();
        work();
      }
    }, OUR_PACE);
  };
  return askNow;
}
