/** Letters that no mail has brought: the desk prints them, and says so. */
import {ask, doorOfPurpose} from './ask.js?v=b8b1a21b';
import {download} from './paper.js?v=97c9ec03';
import {day, el} from './parts.js?v=7ba64d5b';
import {call} from './requests.js?v=8c806552';

/** The purpose under which a letter is opened to be printed; it is logged. */
const PURPOSE = 'casework';
const NOT_NOTED = 'Det blev ikke noteret, at brevet er printet. Prøv igen om lidt.';

/** @param tell what becomes of an act, or why nothing did: `tell(sentence, refused)` */
export class LettersToPrint {
  constructor(tell) {
    this.tell = tell;
    this.heading = el('h2', {id: 'ics-letters', tabindex: '-1'}, 'Breve, der skal printes');
    this.body = el('div', {});
    this.section = el('section', {'aria-labelledby': 'ics-letters'}, this.heading, this.body);
  }

  async read() {
    const answer = await ask('GET', '/api/ics/letters/to-print');
    if (!answer.ok) {
      this.body.replaceChildren(el('p', {class: 'ics-nothing'}, answer.body.message));
      return;
    }
    this.heading.textContent = `Breve, der skal printes (${answer.body.length})`;
    this.body.replaceChildren(
      answer.body.length === 0
        ? el('p', {class: 'ics-nothing'}, 'Alle breve er sendt med mail eller printet.')
        : el(
            'table',
            {class: 'ics-visit-list'},
            el('thead', {}, el('tr', {}, ['Skrevet', 'Brev', 'Sag'].map((heading) => el('th', {scope: 'col'}, heading)), el('td', {}))),
            el('tbody', {}, answer.body.map((letter) => this.row(letter)))
          )
    );
  }

  row(letter) {
    const named = (words) => `${words}: ${letter.title}, sag ${letter.reference}`;
    return el(
      'tr',
      {},
      el('td', {'data-heading': 'Skrevet'}, day(letter.date)),
      el('td', {'data-heading': 'Brev'}, letter.title),
      el('td', {'data-heading': 'Sag'}, letter.reference),
      el(
        'td',
        {'data-heading': ''},
        el(
          'span',
          {class: 'ics-visit-acts'},
          el('button', {type: 'button', class: 'btn btn-default', 'aria-label': named('Hent'), click: () => this.fetch(letter)}, 'Hent'),
          el('button', {type: 'button', class: 'btn btn-primary', 'aria-label': named('Printet'), click: () => this.printed(letter)}, 'Printet')
        )
      )
    );
  }

  async fetch(letter) {
    const paper = {id: letter.id, contentType: 'application/pdf', type: {label: 'brev'}};
    const answer = await download(paper, letter.reference, doorOfPurpose(PURPOSE, letter.reference));
    this.tell(answer.ok ? `Brevet til sag ${letter.reference} er hentet. Tryk på »Printet«, når det er printet.` : answer.body.message, !answer.ok);
  }

  async printed(letter) {
    const answer = await call('POST', `/api/ics/letters/${encodeURIComponent(letter.id)}/printed`, {}).catch(() => undefined);
    if (!answer?.ok) {
      const said = await answer?.json().catch(() => undefined);
      this.tell(said?.message ?? NOT_NOTED, true);
      await this.read();
      return;
    }
    await this.read();
    this.tell(`Brevet til sag ${letter.reference} er noteret som printet.`, false);
    this.heading.focus();
  }
}
