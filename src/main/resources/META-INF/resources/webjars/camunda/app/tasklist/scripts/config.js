// Tasklist's configuration. Loaded fresh on every visit (Tasklist asks for it with a time stamp); everything it names
// carries `?v=` and the beginning of the file's SHA-256, so that a new release is never mixed with cached old files.
// `mvn test -Dtest=TasklistFilesTest` says which stamp is missing.
import {keepFormsOutOfTheBrowser, forgetKeptTexts} from './ics/storage.js?v=ca849064';
import {listen} from './ics/requests.js?v=8c806552';
import {paceTheRefresh} from './ics/pace.js?v=62e7e184';
import {speakDanish} from './ics/danish.js?v=cf22570b';
import {onLoggedOut, watchSessions} from './ics/drafts.js?v=03596793';
import {saveOpenForm, watchForms} from './ics/forms.js?v=0ac26100';
import {keepTheFocus} from './ics/focus.js?v=48eb7b1e';
import {keepTheDesk} from './ics/desk.js?v=7b1f068d';

const LOCALE = 'locales/da.json?v=675abf64';
const STYLE = 'styles/ics.css?v=9bad88b7';

keepFormsOutOfTheBrowser(saveOpenForm);
forgetKeptTexts();
speakDanish();
listen((url) => (url.includes('locales/da.json') ? url.replace(/locales\/da\.json(\?|$)/, `${LOCALE}&`) : url));
onLoggedOut(paceTheRefresh());
watchSessions();
watchForms();
keepTheDesk();
keepTheFocus();

const style = document.createElement('link');
style.rel = 'stylesheet';
style.href = new URL(`../${STYLE}`, import.meta.url);
document.head.append(style);

export default {
  app: {
    name: 'Opgaver',
    vendor: 'ICS Indrejse'
  },
  locales: {
    availableLocales: ['da'],
    fallbackLocale: 'da'
  },
  dateFormat: {
    monthName: 'MMM',
    day: 'DD',
    abbr: 'L [kl.] LT',
    normal: 'LLL',
    long: 'LLLL',
    short: 'LL'
  },
  customScripts: ['scripts/ics/plugin.js?v=20697adc&.js'],
  disableWelcomeMessage: true,
  shortcuts: {
    claimTask: {
      key: 'ctrl+alt+c',
      description: 'tager den valgte opgave'
    },
    focusFilter: {
      key: 'ctrl+shift+f',
      description: 'går til den første liste'
    },
    focusList: {
      key: 'ctrl+alt+l',
      description: 'går til den første opgave på listen'
    },
    focusForm: {
      key: 'ctrl+alt+f',
      description: 'går til det første felt i opgaven'
    },
    startProcess: {
      key: 'ctrl+alt+p',
      description: 'åbner »Ny sag«'
    }
  }
};
