// Cockpit in Danish and with the supervisor's views; the rest is Camunda's own default. Loaded fresh on every visit, like
// Tasklist's; everything it names carries `?v=` and the beginning of the file's SHA-256, and
// `mvn test -Dtest=TasklistFilesTest` says which stamp is missing.
const STYLE = 'styles/ics.css?v=c3594e50';

document.documentElement.lang = 'da';

const style = document.createElement('link');
style.rel = 'stylesheet';
style.href = new URL(`../${STYLE}`, import.meta.url);
document.head.append(style);

export default {
  app: {
    name: 'Cockpit',
    vendor: 'ICS Indrejse'
  },
  locales: {
    availableLocales: ['da'],
    fallbackLocale: 'da'
  },
  customScripts: ['scripts/ics/plugin.js?v=771f447c&.js'],
  disableWelcomeMessage: true
};
