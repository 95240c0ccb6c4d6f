/**
 * No form data in the browser. Tasklist keeps drafts of Camunda Forms in localStorage under
 * `camunda-form:<taskId>` (and of embedded forms under `camForm:<id>`): personal data on a shared desk.
 * What it writes there goes to the given function instead, what older versions left is removed.
 */
const FORM_DRAFT = /^(?:camunda-form|camForm):(.*)$/;

export function keepFormsOutOfTheBrowser(onSave) {
  for (const storage of [window.localStorage, window.sessionStorage]) {
    Object.keys(storage)
      .filter((key) => FORM_DRAFT.test(key))
      .forEach((key) => storage.removeItem(key));
  }

  const setItem = Storage.prototype.setItem;
  Storage.prototype.setItem = function (key, value) {
    const draft = FORM_DRAFT.exec(String(key));
    if (draft) {
      onSave(draft[1]);
      return;
    }
    setItem.call(this, key, value);
  };
}

/** Tasklist keeps the locale file in localStorage and shows the kept one first: a new text would come one visit late. */
export function forgetKeptTexts() {
  const kept = JSON.parse(window.localStorage.getItem('camunda-web') || '{}');
  const texts = Object.keys(kept).filter((key) => key.includes('_locales_data_'));
  texts.forEach((key) => delete kept[key]);
  if (texts.length) {
    window.localStorage.setItem('camunda-web', JSON.stringify(kept));
  }
}
