// Administration in Danish; the rest is Camunda's own default.
document.documentElement.lang = 'da';

export default {
  app: {
    name: 'Administration',
    vendor: 'ICS Indrejse'
  },
  locales: {
    availableLocales: ['da'],
    fallbackLocale: 'da'
  },
  disableWelcomeMessage: true
};
