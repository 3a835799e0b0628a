/**
 * Forms that go from question to question where they stand: the page of the answer takes the place of this one, and each
 * page stays in memory as it was left, for Back. Whatever fails, what was typed stays.
 */
const pages = new Map();
let sending = false;

const formOf = () => document.querySelector('form[data-offline]');
/** The address of the page, whatever place of it a link led to. */
const here = () => location.href.split('#')[0];

function begin() {
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

/** Asks for a page and shows it, as it was left if it was met before. @throws when what comes is no page of ours */
async function go(url, request) {
  const answer = await fetch(url, request);
  const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
  if (!fresh.querySelector('main[data-form]')) throw new Error('another answer');
  // A question that is shown again for what is wrong has no other address than its own.
  const isNext = answer.redirected || !request;
  if (isNext) history.pushState(null, '', answer.url);
  show((isNext && pages.get(answer.url)) || fresh);
}

function complain(form) {
  form.querySelector('.notice')?.remove();
  const alert = document.createElement('p');
  Object.assign(alert, { className: 'notice', role: 'alert', tabIndex: -1 });
  form.prepend(alert);
  alert.textContent = form.dataset.offline;
  alert.focus();
}

function mark(form, isSending) {
  sending = isSending;
  form.setAttribute('aria-busy', isSending);
  for (const button of form.querySelectorAll('button')) button.setAttribute('aria-disabled', isSending);
}

document.addEventListener('submit', async (event) => {
  const form = event.target;
  if (form !== formOf()) return;
  event.preventDefault();
  if (sending) return;
  mark(form, true);
  try {
    const body = new URLSearchParams(new FormData(form, event.submitter));
    await go(form.action, { method: 'POST', body });
    shared = null;
  } catch {
    complain(form);
  }
  mark(form, false);
});

document.addEventListener('click', (event) => {
  const link = event.target.closest('a[data-step]');
  if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  if (!sending) go(link.href).catch(() => location.assign(link.href));
});

addEventListener('popstate', () => {
  const page = pages.get(here());
  if (!page) location.reload();
  else if (page.body !== document.body) show(page);
});

// "I needed no help" excludes the others.
document.addEventListener('change', ({ target }) => {
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
  const told = document.querySelector('.count');
  const field = document.querySelector('textarea');
  if (!told || !field) return;
  const { limit, left, over } = told.dataset;
  const rest = limit - field.value.trim().length;
  const text =
    rest > NEAR
      ? ''
      : `${rest < 0 ? over : left} ${Math.abs(rest).toLocaleString(document.documentElement.lang)}`;
  if (told.textContent !== text) told.textContent = text;
}

document.addEventListener('input', ({ target }) => {
  clearTimeout(pause);
  if (target.matches('textarea')) pause = setTimeout(count, PAUSE_MS);
});

/**
 * Tabs that opened the same form and have sent nothing share the review of the first: two tabs are one opinion. What a
 * token says beside its key, its review and its signature must be the same.
 */
let shared = formOf()?.elements.f?.value ?? null;
const kindOf = (token) => token.split('~').slice(2, -1).join();
begin();

const channel = new BroadcastChannel('form');

channel.onmessage = ({ data }) => {
  const form = formOf();
  if (!shared || sending || !form || kindOf(data) !== kindOf(shared) || data === shared) return;
  if (data > shared) {
    channel.postMessage(shared);
    return;
  }
  const url = new URL(location);
  url.searchParams.set('f', data);
  form.elements.f.value = shared = data;
  history.replaceState(null, '', url);
  begin();
};

if (shared && !formOf().hasAttribute('data-kept')) channel.postMessage(shared);
else shared = null;
