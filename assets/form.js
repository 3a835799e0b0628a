/**
 * Forms that go from question to question where they stand: the page of the answer takes the place of this one, and each
 * page stays in memory as it was left, for Back. Whatever fails, what was typed stays.
 */
const pages = new Map();
let sending = false;
/** Beyond, a connection that says nothing is taken for lost; the server answers in 4 s at worst. */
const PATIENCE_MS = 20_000;

const find = (selector) => document.querySelector(selector);
const formOf = () => find('form[data-offline]');
/** The address of the page, whatever place of it a link led to. */
const here = () => location.href.split('#')[0];

function begin() {
  // Once somebody has ended, the next one on this screen meets nothing of what was written.
  if (find('.thanks')) pages.clear();
  pages.set(here(), { body: document.body, title: document.title });
  count();
}

/** Shows a page; the focus goes to what is wrong, else to its heading, which tells what is kept. */
function show({ body, title }) {
  const told = body.querySelector('[autofocus]') ?? body.querySelector('h1');
  told.autofocus = false;
  document.body = body;
  document.title = title;
  begin();
  scrollTo(0, 0);
  told.focus();
}

/** Gives a text that was typed for the same question, which has another address once other answers have changed. */
function keepTyped(body) {
  const field = body.querySelector('textarea');
  for (const page of field ? pages.values() : []) {
    if (!field.value) field.value = page.body.querySelector(`#${field.id}`)?.value ?? '';
  }
}

/**
 * Asks for a page and shows it, as it was left if it was met before.
 * @returns whether it is another one; @throws when what comes is no page to show instead
 */
async function go(url, request) {
  const answer = await fetch(url, { ...request, signal: AbortSignal.timeout?.(PATIENCE_MS) });
  const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const main = fresh.querySelector('main[data-form]');
  // What only says that nothing could be done with an answer must not take the place of that answer.
  const said = request && main?.querySelector('[data-refused]');
  if (!main || said) throw new Error('not shown', { cause: said?.dataset.refused });
  // A question that is shown again for what is wrong has no other address than its own.
  const isNext = answer.redirected || !request;
  if (isNext) history.pushState(null, '', answer.url);
  const page = (isNext && pages.get(answer.url)) || fresh;
  keepTyped(page.body);
  show(page);
  return isNext;
}

function unsay(body) {
  for (const notice of body.querySelectorAll('.notice')) notice.remove();
}

function complain(form, text) {
  unsay(document);
  const alert = document.createElement('p');
  Object.assign(alert, { className: 'notice', role: 'alert', tabIndex: -1 });
  form.prepend(alert);
  alert.textContent = text ?? form.dataset.offline;
  alert.focus();
}

/**
 * A page that shows what was sent can withdraw it: left blank, a page that shows nothing says nothing. It tells which help
 * it named, for what was said of that help goes with it.
 */
function markSent(form) {
  const value = new FormData(form).getAll('help').join('.');
  Object.assign(form.elements.deja, { value, disabled: false });
}

function mark(form, isSending) {
  sending = isSending;
  form.setAttribute('aria-busy', isSending);
  for (const button of form.querySelectorAll('button')) button.setAttribute('aria-disabled', isSending);
}

addEventListener('submit', async (event) => {
  const form = event.target;
  // Browsers that do not tell which face was tapped send the form by themselves.
  if (form !== formOf() || !('submitter' in event)) return;
  event.preventDefault();
  if (sending) return;
  mark(form, true);
  try {
    const body = new URLSearchParams(new FormData(form));
    const { name, value } = event.submitter ?? {};
    if (name) body.set(name, value);
    if (await go(form.getAttribute('action'), { method: 'POST', body })) {
      markSent(form);
      tellUsed();
    }
  } catch ({ cause }) {
    complain(form, cause);
  }
  mark(form, false);
});

addEventListener('click', async (event) => {
  const link = event.target.closest('a[data-step]');
  if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  if (sending) return;
  sending = true;
  await go(link.href).catch(() => location.assign(link.href));
  sending = false;
});

addEventListener('popstate', () => {
  const page = pages.get(here());
  if (!page) location.reload();
  else if (page.body !== document.body) {
    unsay(page.body);
    show(page);
  }
});

// "I needed no help" excludes the others.
addEventListener('change', ({ target }) => {
  const alone = target.closest('[data-alone]')?.dataset.alone;
  if (!alone || !target.checked) return;
  for (const box of target.form.elements[target.name]) {
    if ((box.value === alone) !== (target.value === alone)) box.checked = false;
  }
});

/** How many characters are left is told near the end only, once the person pauses. */
const NEAR = 500;
const PAUSE_MS = 800;
let pause;

function count() {
  const told = find('.count');
  if (!told) return;
  const { limit, left, over } = told.dataset;
  const rest = limit - find('textarea').value.trim().length;
  const shown = Math.abs(rest).toLocaleString(document.documentElement.lang);
  const text = rest > NEAR ? '' : `${rest < 0 ? over : left} ${shown}`;
  if (told.textContent !== text) told.textContent = text;
}

addEventListener('input', ({ target }) => {
  clearTimeout(pause);
  if (target.matches('textarea')) pause = setTimeout(count, PAUSE_MS);
});

/**
 * Tabs that opened the same form within an hour and have sent nothing share the review of the first: two tabs are one
 * opinion. What a token says beside its key, its review and its signature must be the same: they talk under that name. A tab
 * that was gone back to, or whose review another tab has begun, shares nothing: the next person may be before it.
 */
const HOUR_MS = 3_600_000;
const [arrival] = performance.getEntriesByType('navigation');
let shared = arrival?.type === 'navigate' ? find('form:not([data-kept])')?.elements.f.value : null;
const channel = shared && globalThis.BroadcastChannel && new BroadcastChannel(shared.split('~').slice(2, -1));
/** The instant at which a review was opened starts its id. */
const openedAt = (token) => Number.parseInt(token.split('~')[1].replace('-', ''), 16);

function tellUsed() {
  if (shared) channel?.postMessage({ used: shared });
  shared = null;
}

function meet({ token, used }) {
  if (used === shared) shared = null;
  if (!token || !shared || sending || Math.abs(openedAt(token) - openedAt(shared)) > HOUR_MS) return;
  if (token > shared) channel.postMessage({ token: shared });
  if (token < shared) {
    const url = new URL(location);
    url.searchParams.set('f', token);
    formOf().elements.f.value = shared = token;
    history.replaceState(null, '', url);
    begin();
  }
}

begin();
channel?.addEventListener('message', ({ data }) => meet(data));
if (shared) channel?.postMessage({ token: shared });
