/* Vigie counts visits of this procedure. It sets no cookie, keeps nothing in the browser, and sends three words: the step, the
   path without what follows "?", and the kind of site that led here, not its address. */
(() => {
  const { dataset, src } = document.currentScript;
  const send = (step, kind) =>
    fetch(new URL(dataset.counter, src), {
      method: 'POST',
      body: [step, location.pathname, kind].join('\n'),
      keepalive: true,
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
    }).catch(() => {});
  const from = document.referrer && new URL(document.referrer).host;
  const kinds = [
    [
      'administration',
      /\.gouv\.fr$|(^|\.)((service-public|ameli|caf|msa|urssaf|francetravail)\.fr|europa\.eu)$/,
    ],
    [
      'search',
      /^(?!mail\.)(.*\.)?(google|bing|qwant|duckduckgo|ecosia|yahoo|yandex|lilo|startpage|search\.brave)\.[a-z.]{2,6}$/,
    ],
    [
      'social',
      /(^|\.)((facebook|instagram|linkedin|youtube|reddit|whatsapp|twitter|x|tiktok)\.com|t\.co|bsky\.app)$/,
    ],
    ['other', /./],
  ];
  const [kind] = !from
    ? ['none']
    : from === location.host
      ? ['internal']
      : kinds.find(([, hosts]) => hosts.test(from));
  const shown = () => send(dataset.step || 'view', kind);
  if (document.prerendering) document.addEventListener('prerenderingchange', shown, { once: true });
  else shown();
  document.addEventListener('vigie', ({ detail }) => send(detail, 'internal'));
})();
