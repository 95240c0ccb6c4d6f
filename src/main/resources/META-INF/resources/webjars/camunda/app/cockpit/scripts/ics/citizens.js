/** How it goes for those who come: what they ask, how long they wait, what they think of it. */
import {el, minutes} from '../../../tasklist/scripts/ics/parts.js?v=7ba64d5b';
import {amount, count, tile} from './view.js?v=933a6a8c';

const MONTH = new Intl.DateTimeFormat('da-DK', {month: 'long', year: 'numeric', timeZone: 'UTC'});
const MARK = new Intl.NumberFormat('da-DK', {minimumFractionDigits: 1});

const TOPICS = {
  cprNumber: 'CPR-nummer og folkeregistrering',
  residenceDocument: 'EU-opholdsdokument',
  healthCard: 'sundhedskort og læge',
  mitId: 'MitID',
  taxCard: 'skattekort',
  unemploymentBenefit: 'dagpenge fra et andet land',
  guidance: 'arbejde og rettigheder',
  appointment: 'tidsbestilling',
  caseStatus: 'en sag, der er i gang',
  other: 'andet'
};

export function citizens({enquiries, waits, opinions}) {
  const [newest] = opinions;
  return [
    el('h2', {}, 'Borgerne'),
    el(
      'div',
      {class: 'ics-tiles'},
      tile('Henvendelser i denne måned', amount(enquiries.all), asked(enquiries)),
      tile('Ventetid i denne måned', waits.calledUp ? minutes(waits.median) : '–', waited(waits)),
      tile('Borgernes mening', newest ? `${MARK.format(newest.satisfaction)} af 5` : '–', thought(newest))
    ),
    opinions.some(({comments}) => comments.length) && el('details', {class: 'ics-comments'}, el('summary', {}, 'Læs borgernes bemærkninger'), opinions.map(remarks))
  ];
}

function asked({all, answered, becameCases, referred, topics}) {
  if (!all) {
    return 'ingen på telefon, mail eller ved skranken endnu';
  }
  const most = topics.slice(0, 2).map(({topic}) => TOPICS[topic] ?? topic);
  return `${amount(answered)} besvaret med det samme, ${amount(becameCases)} blev til sager, ${amount(referred)} henvist; mest om ${most.join(' og ')}`;
}

function waited({calledUp, ninth}) {
  return calledUp ? `median af ${count(calledUp, 'opkald', 'opkald')}; ni af ti ventede højst ${minutes(ninth)}` : 'ingen er kaldt op endnu';
}

function thought(newest) {
  return newest
    ? `så tilfredse var borgerne i ${month(newest)} (${count(newest.answers, 'svar', 'svar')}); for hvor let det var, fik vi ${MARK.format(newest.ease)} af 5`
    : 'der er for få svar til at vise dem uden at røbe, hvem der har svaret';
}

function remarks(one) {
  return one.comments.length > 0 && el('section', {}, el('h3', {}, month(one)), el('ul', {class: 'ics-lines'}, one.comments.map((comment) => el('li', {}, comment))));
}

function month({month: first}) {
  return MONTH.format(new Date(`${first}T00:00:00Z`));
}
