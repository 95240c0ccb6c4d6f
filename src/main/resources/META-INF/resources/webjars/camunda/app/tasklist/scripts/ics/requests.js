/**
 * Listens to the calls Tasklist makes, so that the rest of the plugin needs no private part of it:
 * before(pattern, work) holds a call back until the work is done, after(pattern, look) sees its answer.
 */
const gates = [];
const watchers = [];

/** This page's name: the server remembers what each page was shown, so an old window never passes for a new one. */
const PAGE = Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
const OF_A_FORM = /\/task\/[^/]+\/(form-variables|submit-form)$/;

export function before(pattern, work) {
  gates.push({pattern, work});
}

export function after(pattern, look) {
  watchers.push({pattern, look});
}

/** What the rest of the plugin sees of a call: never kept, never logged. */
function callOf(method, url) {
  const path = new URL(String(url), document.baseURI).pathname;
  return {method: String(method).toUpperCase(), path, name: `${String(method).toUpperCase()} ${path}`};
}

function json(text) {
  try {
    return JSON.parse(text);
  } catch (notJson) {
    return undefined;
  }
}

export function listen(versions) {
  const {open, send} = XMLHttpRequest.prototype;

  XMLHttpRequest.prototype.open = function (method, url, ...rest) {
    this.icsCall = callOf(method, url);
    return open.call(this, method, versions(String(url)), ...rest);
  };

  XMLHttpRequest.prototype.send = function (body) {
    const call = this.icsCall;
    if (!call) {
      return send.call(this, body);
    }
    started();
    if (OF_A_FORM.test(call.path)) {
      this.setRequestHeader('ICS-Page', PAGE);
    }
    this.addEventListener('loadend', () => {
      ended();
      const seen = watchers.filter(({pattern}) => pattern.test(call.name));
      if (seen.length) {
        const readable = this.responseType === '' || this.responseType === 'text';
        const answer = {status: this.status, body: readable ? json(this.responseText) : this.response};
        seen.forEach(({look}) => look(call, answer));
      }
    });
    const work = gates.filter(({pattern}) => pattern.test(call.name)).map((gate) => gate.work(call));
    const waiting = work.filter(Boolean);
    if (!waiting.length) {
      return send.call(this, body);
    }
    Promise.allSettled(waiting).then(() => {
      if (this.readyState === XMLHttpRequest.OPENED) {
        send.call(this, body);
      } else {
        ended();
      }
    });
    return undefined;
  };
}

/** The progress sign: a bar and one word, after a second of waiting for the server. */
let running = 0;
let timer;

function started() {
  running += 1;
  timer ??= setTimeout(() => show(true), 1000);
}

function ended() {
  running = Math.max(0, running - 1);
  if (running === 0) {
    clearTimeout(timer);
    timer = undefined;
    show(false);
  }
}

function show(visible) {
  let sign = document.getElementById('ics-progress');
  if (!sign) {
    if (!visible) {
      return;
    }
    sign = document.createElement('div');
    sign.id = 'ics-progress';
    sign.setAttribute('role', 'status');
    document.body.append(sign);
  }
  sign.textContent = visible ? 'Arbejder …' : '';
  sign.classList.toggle('ics-visible', visible);
}

/** The value the server wants back on every change (X-XSRF-TOKEN). */
function csrfToken() {
  const cookie = document.cookie.split('; ').find((part) => part.startsWith('XSRF-TOKEN='));
  return cookie ? decodeURIComponent(cookie.slice('XSRF-TOKEN='.length)) : '';
}

/**
 * A call of our own to the application, with session and CSRF token; the path begins after `/camunda`. It counts for the
 * progress sign like Tasklist's own.
 *
 * @param options of `fetch`, and `accept`: what is wanted, if not JSON
 */
export async function call(method, path, body, {accept = 'application/json', ...options} = {}) {
  const root = document.querySelector('base').getAttribute('app-root');
  started();
  try {
    return await fetch(root + path, {
      method,
      credentials: 'same-origin',
      headers: {
        Accept: accept,
        'X-XSRF-TOKEN': csrfToken(),
        'ICS-Page': PAGE,
        ...(body === undefined ? {} : {'Content-Type': 'application/json'})
      },
      body: body === undefined ? undefined : JSON.stringify(body),
      ...options
    });
  } finally {
    ended();
  }
}
