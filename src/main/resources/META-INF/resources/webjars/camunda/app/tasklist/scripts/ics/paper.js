/**
 * A document, one page at a time, as images that the server has drawn: the pages' CSP shows neither a PDF nor anything
 * else that the sender made. Nothing of it is kept longer than the view is open.
 */
import {el} from './parts.js?v=7ba64d5b';

const ZOOMS = [50, 75, 100, 125, 150, 200, 300, 400];
const FIT = 100;
/** Pages that are at hand without asking (and logging) again. */
const REMEMBERED = 12;
const EXTENSIONS = {'application/pdf': 'pdf', 'image/jpeg': 'jpg', 'image/png': 'png'};

let open;

/** Closes whatever document is open. */
export function closePaper() {
  open?.close();
}

/**
 * Shows a document's first page.
 *
 * @param opener the control to which the focus goes back
 * @param place where the view is put: `{put(view), docked}`
 */
export function showPaper(paper, reference, door, opener, place) {
  closePaper();
  open = new PaperView(paper, reference, door, opener, place);
  open.turnTo(1);
}

/** Fetches the file as it came and hands it to the browser to be saved, under a name that is nobody's. */
export async function download(paper, reference, door) {
  const answer = await door.file('original', {document: paper.id});
  if (answer.ok) {
    const link = el('a', {href: URL.createObjectURL(answer.body), download: fileName(paper, reference)});
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  }
  return answer;
}

function fileName(paper, reference) {
  const type = paper.type.label.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '');
  return `sag-${reference}-${type}.${EXTENSIONS[paper.contentType] ?? 'bin'}`;
}

class PaperView {
  constructor(paper, reference, door, opener, place) {
    Object.assign(this, {paper, reference, door, opener, place});
    this.page = 1;
    this.pages = undefined;
    this.zoom = FIT;
    this.angle = 0;
    this.seen = new Map();
    this.draw();
    place.put(this.view);
    this.resized = new ResizeObserver(() => this.layOut());
    this.resized.observe(this.sheet);
    this.sheet.focus();
  }

  draw() {
    const button = (text, name, click) => el('button', {type: 'button', class: 'btn btn-default', 'aria-label': name, title: name, click}, text);
    const title = el('h4', {id: 'ics-paper-title'}, this.paper.type.label);
    this.where = el('span', {class: 'ics-paper-where'}, '');
    this.previous = button('‹', 'Forrige side', () => this.turnTo(this.page - 1));
    this.next = button('›', 'Næste side', () => this.turnTo(this.page + 1));
    this.smaller = button('−', 'Zoom ud', () => this.zoomBy(-1));
    this.larger = button('+', 'Zoom ind', () => this.zoomBy(1));
    this.size = button('100 %', 'Tilpas til bredden', () => this.zoomTo(FIT));
    this.original = button('Hent original', 'Hent original', () => this.save());
    this.original.classList.add('ics-paper-original');
    this.image = el('img', {alt: '', hidden: true});
    this.box = el('div', {class: 'ics-paper-box'}, this.image);
    this.problem = el('p', {class: 'ics-paper-problem', role: 'alert', hidden: true});
    this.sheet = el('div', {class: 'ics-paper-sheet', tabindex: '0', role: 'group', 'aria-labelledby': 'ics-paper-title', 'aria-describedby': 'ics-paper-keys'}, this.problem, this.box);
    this.status = el('p', {class: 'ics-paper-status', role: 'status'});
    this.view = el(
      'section',
      {class: 'ics-paper', 'aria-labelledby': 'ics-paper-title', keydown: (event) => this.key(event)},
      el('div', {class: 'ics-paper-head'}, title, this.where, button('Luk', 'Luk dokumentet', () => this.close())),
      el(
        'div',
        {class: 'ics-paper-tools', role: 'group', 'aria-label': 'Vis dokumentet'},
        el('span', {class: 'ics-paper-group'}, this.previous, this.next),
        el('span', {class: 'ics-paper-group'}, this.smaller, this.size, this.larger),
        button('⟳ Drej', 'Drej 90 grader', () => this.turn()),
        this.original
      ),
      this.status,
      this.sheet,
      el('p', {id: 'ics-paper-keys', class: 'ics-paper-keys'}, 'PgUp og PgDn skifter side, + og − zoomer, R drejer, Esc lukker.')
    );
  }

  key(event) {
    if (event.ctrlKey || event.altKey || event.metaKey) {
      return;
    }
    const act = {
      PageDown: () => this.turnTo(this.page + 1),
      PageUp: () => this.turnTo(this.page - 1),
      '+': () => this.zoomBy(1),
      '-': () => this.zoomBy(-1),
      0: () => this.zoomTo(FIT),
      r: () => this.turn(),
      R: () => this.turn(),
      Escape: () => this.close()
    }[event.key];
    if (act) {
      event.preventDefault();
      event.stopPropagation();
      act();
    }
  }

  async turnTo(page) {
    if (page < 1 || (this.pages && page > this.pages)) {
      return;
    }
    this.page = page;
    this.controls();
    this.status.textContent = this.seen.has(page) ? '' : 'Henter siden …';
    const {answer, data} = await this.pageAt(page);
    if (open !== this) {
      return;
    }
    this.pages = answer.pages ?? this.pages;
    if (this.page !== page) {
      return;
    }
    this.status.textContent = '';
    if (answer.ok) {
      this.show(data);
    } else {
      this.seen.delete(page);
      this.refuse(answer.body.message);
    }
  }

  /** Asked for once, also if one turns to and fro before it is there. */
  pageAt(page) {
    if (!this.seen.has(page)) {
      const asked = this.door
        .file('page', {document: this.paper.id, page})
        .then(async (answer) => ({answer, data: answer.ok ? await dataOf(answer.body) : undefined}));
      this.seen.set(page, asked);
      if (this.seen.size > REMEMBERED) {
        this.seen.delete(this.seen.keys().next().value);
      }
    }
    return this.seen.get(page);
  }

  show(data) {
    this.problem.hidden = true;
    this.image.onload = () => this.layOut();
    this.image.src = data;
    this.image.alt = `Side ${this.page} af ${this.pages} i dokumentet ${this.paper.type.label}`;
    this.image.hidden = false;
    this.sheet.scrollTop = 0;
    this.controls();
  }

  /** The page is missing, the view stays: other pages and the original may be there. */
  refuse(message) {
    this.image.hidden = true;
    this.box.style.height = '';
    this.problem.textContent = message;
    this.problem.hidden = false;
    this.controls();
  }

  controls() {
    this.where.textContent = this.pages ? `Side ${this.page} af ${this.pages}` : '';
    setDisabled(this.previous, this.page <= 1, this.sheet);
    setDisabled(this.next, !this.pages || this.page >= this.pages, this.sheet);
    setDisabled(this.smaller, this.zoom === ZOOMS[0], this.sheet);
    setDisabled(this.larger, this.zoom === ZOOMS.at(-1), this.sheet);
    this.size.textContent = `${this.zoom} %`;
  }

  zoomBy(steps) {
    this.zoomTo(ZOOMS[Math.min(ZOOMS.length - 1, Math.max(0, ZOOMS.indexOf(this.zoom) + steps))]);
  }

  zoomTo(zoom) {
    this.zoom = zoom;
    this.layOut();
    this.controls();
    this.status.textContent = `${zoom} %`;
  }

  turn() {
    this.angle = (this.angle + 90) % 360;
    this.layOut();
    this.status.textContent = `Drejet ${this.angle} grader`;
  }

  /** 100 % is the width of the view. A turned page keeps its width, so that it can be read. */
  layOut() {
    const {naturalWidth, naturalHeight} = this.image;
    if (!naturalWidth || this.image.hidden) {
      return;
    }
    const lying = this.angle % 180 !== 0;
    const width = ((this.sheet.clientWidth - 16) * this.zoom) / 100;
    const height = lying ? (width * naturalWidth) / naturalHeight : (width * naturalHeight) / naturalWidth;
    Object.assign(this.box.style, {width: `${width}px`, height: `${height}px`});
    Object.assign(this.image.style, {
      width: `${lying ? height : width}px`,
      height: `${lying ? width : height}px`,
      transform: `translate(-50%, -50%) rotate(${this.angle}deg)`
    });
  }

  async save() {
    this.status.textContent = 'Henter originalen …';
    this.original.disabled = true;
    const answer = await download(this.paper, this.reference, this.door);
    this.original.disabled = false;
    this.status.textContent = answer.ok ? 'Originalen er hentet. Slet den, når du ikke længere har brug for den.' : answer.body.message;
  }

  close() {
    open = undefined;
    this.resized.disconnect();
    this.view.remove();
    this.seen.clear();
    if (this.opener.isConnected) {
      this.opener.focus();
    }
  }
}

/** A control that is switched off under the user's finger gives the focus to the page. */
function setDisabled(control, disabled, instead) {
  if (disabled && document.activeElement === control) {
    instead.focus();
  }
  control.disabled = disabled;
}

function dataOf(blob) {
  return new Promise((done, failed) => {
    const reader = new FileReader();
    reader.onload = () => done(reader.result);
    reader.onerror = () => failed(reader.error);
    reader.readAsDataURL(blob);
  });
}
