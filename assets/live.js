/**
 * Lists and tables that are filtered, sorted and paged where they stand. Each element with `data-live` takes what its
 * namesake holds in the answer of the server at the new address; its children with `role` search or status stay, with
 * the focus, the typed text and their announcements. Whatever fails, the browser goes to that
 * address as it would without this module.
 */
const PAUSE_MS = 200;

let asked = new AbortController();
let timer;
let shown = location.pathname + location.search;

function stop() {
  clearTimeout(timer);
  asked.abort();
}

/**
 * Shows in place what is at `url`, for a reader who acted in `region`. `push`: Back leads to what was shown before;
 * `turns`: this is another page of the same list; `typed`: the field that keeps what is typed in it.
 */
async function go(url, region, { push = false, turns = false, typed = null } = {}) {
  stop();
  asked = new AbortController();
  const { signal } = asked;
  const rest = () => region.removeAttribute('aria-busy');
  region.setAttribute('aria-busy', 'true');
  signal.addEventListener('abort', rest);
  try {
    const answer = await fetch(url, { signal, headers: { accept: 'text/html' } });
    const isPage = answer.headers.get('content-type')?.startsWith('text/html');
    if (!answer.ok || answer.redirected || !isPage) throw new Error('another answer');
    const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
    rest();
    show(fresh, region, turns, typed);
    history[push && url.href !== location.href ? 'pushState' : 'replaceState'](null, '', url);
    shown = url.pathname + url.search;
  } catch {
    if (!signal.aborted) location.assign(url);
  }
}

function show(fresh, region, turns, typed) {
  const active = document.activeElement;
  const left = region.querySelector('.scroll')?.scrollLeft ?? 0;
  document.title = fresh.title;
  for (const part of document.querySelectorAll('[data-live]')) {
    refresh(part, fresh.querySelector(`[data-live="${part.dataset.live}"]`), typed);
  }
  const list = region.querySelector('.scroll') ?? region;
  list.scrollLeft = left;
  if (turns) list.scrollIntoView();
  if (!turns && active.isConnected) return;
  const nameOf = (link) => link.ariaLabel ?? link.textContent;
  const twin = [...region.querySelectorAll('a')].find((link) => nameOf(link) === nameOf(active));
  const next = turns || !twin ? list : twin;
  if (next === region) region.tabIndex = -1;
  next.focus({ preventScroll: true });
}

/** Gives `part` the content of `model` around the children that stay. */
function refresh(part, model, typed) {
  const staying = ({ children }) =>
    [...children].filter((child) => child.matches('[role="search"], [role="status"]'));
  const [kept, models] = [staying(part), staying(model)];
  if (kept.length !== models.length) throw new Error('another structure');
  for (const child of [...part.childNodes]) if (!kept.includes(child)) child.remove();
  for (const child of [...model.childNodes]) {
    if (child !== models[0]) {
      part.insertBefore(child, kept[0] ?? null);
      continue;
    }
    models.shift();
    const stays = kept.shift();
    if (stays.elements) fill(stays, child, typed);
    else if (stays.textContent !== child.textContent) stays.textContent = child.textContent;
  }
}

function fill(form, model, typed) {
  const hidden = 'input[type="hidden"]';
  for (const field of form.querySelectorAll(hidden)) field.remove();
  form.prepend(...model.querySelectorAll(hidden));
  for (const field of form.querySelectorAll('input[id], select[id]')) {
    const other = model.querySelector(`#${CSS.escape(field.id)}`);
    if (other === null || field === typed) continue;
    const { value, checked } = other;
    if (field.matches('select')) field.replaceChildren(...other.children);
    if (field.matches('[type="checkbox"], [type="radio"]')) field.checked = checked;
    else field.value = value;
  }
}

/** The region of a form or a link that leads to this same page; null when it is none of ours. */
function regionOf(element) {
  const address = element?.action ?? element?.href;
  if (!address || element.hash || element.target || element.method === 'post') return null;
  const { origin, pathname } = new URL(address);
  const isHere = origin === location.origin && pathname === location.pathname;
  return isHere ? element.closest('[data-live]') : null;
}

/** Where a form leads, without the fields that ask for nothing. */
function addressOf(form) {
  const url = new URL(form.action);
  url.search = new URLSearchParams([...new FormData(form)].filter(([, value]) => value !== ''));
  return url;
}

document.addEventListener('input', ({ target }) => {
  const region = regionOf(target.form);
  if (region === null) return;
  stop();
  timer = setTimeout(() => go(addressOf(target.form), region, { typed: target }), PAUSE_MS);
});

document.addEventListener('submit', (event) => {
  const region = regionOf(event.target);
  stop();
  if (region === null) return;
  event.preventDefault();
  go(addressOf(event.target), region, { push: true, typed: document.activeElement });
});

document.addEventListener('click', (event) => {
  const link = event.target.closest('a[href]');
  const { button, ctrlKey, metaKey, shiftKey, altKey } = event;
  if (link === null || button || ctrlKey || metaKey || shiftKey || altKey) return;
  // A request cut short by going elsewhere must not lead back here.
  stop();
  const region = regionOf(link);
  if (region === null) return;
  event.preventDefault();
  go(new URL(link.href), region, { push: true, turns: link.closest('.pagination') !== null });
});

addEventListener('popstate', () => {
  const region = document.querySelector('[data-live]:has(> form)');
  if (region && location.pathname + location.search !== shown) go(new URL(location), region);
});
