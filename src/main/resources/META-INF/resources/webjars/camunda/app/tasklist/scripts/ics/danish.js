/**
 * Danish where Tasklist and form-js have English in their code: form-js' checks at their source, the few words it
 * draws by an observer, the date picker by its own locale, dates without a named locale by da-DK.
 */
import {readDates} from './dates.js?v=5734f3d1';

const CHECKS = [
  [/^Field is required\.$/, () => 'Feltet skal udfyldes.'],
  [/^Field must match pattern .*$/, () => 'Feltet er ikke udfyldt på den rigtige måde. Se vejledningen ved feltet.'],
  [/^Field must have minimum value of (.+)\.$/, (n) => `Skriv et tal på mindst ${number(n)}.`],
  [/^Field must have maximum value of (.+)\.$/, (n) => `Skriv et tal på højst ${number(n)}.`],
  [/^Field must have minimum length of (.+)\.$/, (n) => `Skriv mindst ${n} tegn.`],
  [/^Field must have maximum length of (.+)\.$/, (n) => `Skriv højst ${n} tegn.`],
  [/^Field must be a valid {1,2}international phone number\..*$/, () => 'Skriv telefonnummeret med landekode, fx +4533662000.'],
  [/^Field must be a valid email\.$/, () => 'Skriv en gyldig e-mailadresse, fx navn@firma.dk.'],
  [/^Value is not a number\.$/, () => 'Skriv et tal.'],
  [/^Value is expected to be an integer\.$/, () => 'Skriv et helt tal.'],
  [/^Value is expected to have at most (\d+) decimal digits?\.$/, (n) => `Skriv højst ${n} decimaler.`],
  [
    /^Please select a valid value, the two nearest valid values are (.+) and (.+)\.$/,
    (low, high) => `Tallet passer ikke. De nærmeste mulige er ${number(low)} og ${number(high)}.`
  ],
  [/^Date and time must both be entered\.$/, () => 'Udfyld både dato og klokkeslæt.']
];

const WORDS = new Map([
  ['Select', 'Vælg'],
  ['Search', 'Søg'],
  // Tasklist asks for this text once, and sometimes before the Danish texts have come.
  ['SEARCH_PLACEHOLDER', 'Søg i opgaverne'],
  ['Add new', 'Tilføj'],
  ['Collapse', 'Vis færre'],
  ['No results', 'Ingen fundet'],
  ['Nothing to show.', 'Der er ikke noget at vise.'],
  ['No content to show.', 'Der er ikke noget at vise.'],
  ['All values selected', 'Alt er valgt'],
  ["External content couldn't be loaded.", 'Indholdet kunne ikke hentes.'],
  ['This is an image placeholder', 'Her mangler et billede'],
  ['Remove tag', 'Fjern'],
  ['Increment', 'Én op'],
  ['Decrement', 'Én ned'],
  ['Previous page', 'Forrige side'],
  ['Next page', 'Næste side'],
  ['Click to remove sorting', 'Vælg for at fjerne sorteringen'],
  ['Powered by bpmn.io', 'Bygget med bpmn.io'],
  ['Web-based tooling for BPMN, DMN, and forms powered by', 'Formularerne er bygget med'],
  ['Invalid date', 'Ugyldig dato'],
  ['hh:mm', 'tt:mm'],
  ['dd.mm.yyyy', 'dd.mm.åååå'],
  ['Scroll to increment', 'Rul for at skifte'],
  ['Click to toggle', 'Vælg for at skifte'],
  ['Month', 'Måned'],
  ['Year', 'År'],
  ['Hour', 'Time'],
  ['Minute', 'Minut'],
  ['zoom in', 'Zoom ind'],
  ['zoom out', 'Zoom ud'],
  ['reset zoom', 'Vis det hele'],
  ['like', 'ligner'],
  ['not like', 'ligner ikke'],
  ['in', 'er en af']
]);

const PATTERNS = [
  [/^Expand all \((\d+)\)$/, (n) => `Vis alle (${n})`],
  [/^Remove list item (\d+)$/, (n) => `Fjern linje ${n}`],
  [/^Sort by (.+) (ascending|descending)$/, (name) => `Sortér efter ${name}`],
  [/^Click to sort (ascending|descending)$/, (way) => `Vælg for at sortere ${way === 'ascending' ? 'stigende' : 'faldende'}`]
];

/** Where the words above are drawn; elsewhere nothing is touched. */
const DRAWN_BY_OTHERS = '.fjs-container, .flatpickr-calendar, .search-field, .diagram-holder, .navigation, [cam-widget-bpmn-viewer]';
const ATTRIBUTES = ['placeholder', 'aria-label', 'title'];

function number(english) {
  return english.replace('.', ',');
}

function first(rules, text) {
  for (const [pattern, say] of rules) {
    const found = pattern.exec(text);
    if (found) {
      return say(...found.slice(1));
    }
  }
  return undefined;
}

/** form-js' message of a check in Danish, the field's own where it has one; a message of ours comes back as it is. */
export function check(message, field) {
  const pattern = /^Field must match pattern /.test(message) && field?.properties?.patternMessage;
  return pattern || (first(CHECKS, message) ?? message);
}

export function word(text) {
  const trimmed = text.trim();
  const danish = WORDS.get(trimmed) ?? first(PATTERNS, trimmed) ?? first(CHECKS, trimmed);
  return danish === undefined ? undefined : text.replace(trimmed, danish);
}

/** Dates that name no locale are Danish, two digits for day and month; form-js takes its date format from here. */
function datesWithoutLocale() {
  const Original = Intl.DateTimeFormat;
  function DateTimeFormat(locales, options) {
    const unnamed = locales === undefined || locales === 'default';
    const plain = options === undefined || Object.keys(options).length === 0;
    return new Original(
      unnamed ? 'da-DK' : locales,
      unnamed && plain ? {day: '2-digit', month: '2-digit', year: 'numeric'} : options
    );
  }
  DateTimeFormat.prototype = Original.prototype;
  DateTimeFormat.supportedLocalesOf = Original.supportedLocalesOf;
  Intl.DateTimeFormat = DateTimeFormat;
}

const PICKER = {
  weekdays: {
    shorthand: ['søn', 'man', 'tir', 'ons', 'tor', 'fre', 'lør'],
    longhand: ['søndag', 'mandag', 'tirsdag', 'onsdag', 'torsdag', 'fredag', 'lørdag']
  },
  months: {
    shorthand: ['jan', 'feb', 'mar', 'apr', 'maj', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec'],
    longhand: [
      'januar', 'februar', 'marts', 'april', 'maj', 'juni',
      'juli', 'august', 'september', 'oktober', 'november', 'december'
    ]
  },
  ordinal: () => '.',
  firstDayOfWeek: 1,
  rangeSeparator: ' til ',
  weekAbbreviation: 'Uge',
  scrollTitle: 'Rul for at skifte',
  toggleTitle: 'Vælg for at skifte',
  yearAriaLabel: 'År',
  monthAriaLabel: 'Måned',
  hourAriaLabel: 'Time',
  minuteAriaLabel: 'Minut',
  time_24hr: true
};

/** The date picker puts itself on the window when it is first needed. */
function datePicker() {
  let picker = window.flatpickr;
  teach(picker);
  Object.defineProperty(window, 'flatpickr', {
    configurable: true,
    get: () => picker,
    set: (loaded) => {
      picker = loaded;
      teach(picker);
    }
  });
}

function teach(picker) {
  picker?.localize(PICKER);
  // What a screen reader says of a day.
  picker?.setDefaults({ariaDateFormat: 'j. F Y', onReady: readDates});
}

function translate(node) {
  if (node.nodeType === Node.TEXT_NODE) {
    if (node.parentElement?.closest(DRAWN_BY_OTHERS) && !node.parentElement.closest('textarea')) {
      const danish = word(node.data);
      if (danish !== undefined && danish !== node.data) {
        node.data = danish;
      }
    }
    return;
  }
  if (node.nodeType !== Node.ELEMENT_NODE || !node.closest(DRAWN_BY_OTHERS)) {
    return;
  }
  for (const attribute of ATTRIBUTES) {
    const text = node.getAttribute(attribute);
    const danish = text && word(text);
    if (danish && danish !== text) {
      node.setAttribute(attribute, danish);
    }
  }
}

function everythingIn(node) {
  translate(node);
  if (node.nodeType === Node.ELEMENT_NODE) {
    const walker = document.createTreeWalker(node, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      translate(walker.currentNode);
    }
  }
}

export function speakDanish() {
  document.documentElement.lang = 'da';
  datesWithoutLocale();
  datePicker();
  new MutationObserver((changes) =>
    changes.forEach((change) => {
      if (change.type === 'childList') {
        change.addedNodes.forEach(everythingIn);
      } else {
        translate(change.target);
      }
    })
  ).observe(document.documentElement, {
    subtree: true,
    childList: true,
    characterData: true,
    attributes: true,
    attributeFilter: ATTRIBUTES
  });
}
