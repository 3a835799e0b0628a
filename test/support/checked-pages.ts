/** Pages of a procedure of known answer to each check by a browser. All names are invented. */

import { type SitePage, soundPage } from './checked-site.ts';
import { official } from './declaration-pages.ts';

const HEADERS = {
  'content-security-policy': "default-src 'self' 'unsafe-inline'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'set-cookie': 'session=1; Secure; HttpOnly; SameSite=Lax',
};

const FRANCECONNECT = `<button type="button"><span>S’identifier avec</span> <span>FranceConnect</span></button>
  <p><a href="https://franceconnect.gouv.fr/">Qu’est-ce que FranceConnect ?</a></p>`;

const button = (href: string) =>
  `<p><a href="${href}" lang="fr" data-vigie-button="abcdefghij" data-vigie-version="1"><img src="/button.svg" alt="Je donne mon avis" width="200" height="85"></a></p>`;

const mention = (words: string, href: string) =>
  soundPage(`<h1>Démarche</h1><p><a href="${href}">${words}</a></p>`);

const PROSE =
  '<p>Un texte assez long pour que la page ait quelque chose à lire sur un petit écran.</p>'.repeat(4);

/** The pages of a site, by path. */
export const CHECKED_PAGES = (origin: string): Readonly<Record<string, SitePage | string>> => ({
  '/sound': {
    headers: HEADERS,
    body: soundPage(`<h1>Refaire sa carte</h1>${PROSE}${FRANCECONNECT}
      <p>Écrivez à <a href="mailto:aide@agence.test">aide@agence.test</a>,</p>
      <p>ou appelez le 01 00 00 00 00 du lundi au vendredi de 9 h à 17 h 30.</p>
      <p><a href="/aide">Aide</a></p>${button(`${origin}/form`)}
      <p><a href="/declaration">Accessibilité : partiellement conforme</a></p>`),
  },
  '/poor': {
    headers: { 'set-cookie': ['session=1', 'choice=2; Secure; HttpOnly; SameSite=Strict'] },
    body: `<!doctype html><html><title>x</title><body style="font-size:9px;margin:0"><img src="/a.svg"><img src="/b.svg">
      <div style="color:#aaa">Un texte pâle et petit</div><input type="password" style="height:12px;width:60px">
      <a href="/x" style="display:block;height:10px">un</a><a href="/y" style="display:block;height:10px">deux</a></body></html>`,
  },
  '/broken': { status: 500, body: 'panne' },
  '/crash': soundPage(`<h1>Démarche</h1>${FRANCECONNECT}`),
  '/aide': soundPage('<h1>Aide</h1>'),
  '/form': soundPage('<h1>Votre avis</h1>'),
  '/a.svg': {
    headers: { 'content-type': 'image/svg+xml' },
    body: '<svg xmlns="http://www.w3.org/2000/svg"></svg>',
  },

  '/declaration': soundPage(
    official(
      'partiellement conforme',
      'L’audit mené le 6 janvier 2025 révèle que 78,5 % des critères RGAA sont respectés.',
      'Cette déclaration a été établie le 20 janvier 2025.',
    ),
  ),
  '/expired': soundPage(
    official('non conforme', 'Aucun audit.', 'Cette déclaration a été établie le 1er mars 2023.'),
  ),
  '/mention-expired': mention('Accessibilité : non conforme', '/expired'),
  '/mention-contradicts': mention('Accessibilité : totalement conforme', '/declaration'),
  '/mention-bare': mention('Accessibilité', '/declaration'),
  '/mention-pdf': mention('Accessibilité : non conforme', '/declaration.pdf'),
  '/mention-hidden-pdf': mention('Accessibilité : non conforme', '/download'),
  '/download': { headers: { 'content-type': 'application/pdf' }, body: '%PDF-1.4' },
  '/mention-dead': mention('Accessibilité : non conforme', '/no-declaration'),
  '/mention-home': mention('Accessibilité : non conforme', '/aide'),
  '/mention-inner': mention('Accessibilité : non conforme', 'http://169.254.169.254/declaration'),

  '/wide': soundPage(`${PROSE}<table style="width:900px"><tr><td>large</td></tr></table>`),
  '/cut': soundPage(
    `<div style="overflow:hidden;width:100%"><div style="width:900px">large</div></div>${PROSE}`,
  ),
  '/fixed': soundPage(PROSE).replace('width=device-width, initial-scale=1', 'width=1024'),
  '/no-viewport': soundPage(PROSE).replace(/<meta name="viewport"[^>]*>/, ''),
  '/no-zoom': soundPage(PROSE).replace('initial-scale=1', 'initial-scale=1, user-scalable=no'),
  '/small-targets': soundPage(
    `${PROSE}${['un', 'deux'].map((word) => `<button style="height:14px;width:14px;padding:0;border:0;font-size:12px">${word}</button>`).join('')}`,
  ),
  '/spaced-targets': soundPage(
    `${PROSE}<button style="height:14px;width:14px;padding:0;border:0;margin:40px;font-size:12px">un</button>`,
  ),
  '/links-in-text': soundPage(
    '<p>Lire <a href="/a">ceci</a> et <a href="/b">cela</a> avant de commencer la démarche.</p>',
  ),
  '/small-text': soundPage(`<div style="font-size:10px">${PROSE}</div>`),

  '/franceconnect': soundPage(FRANCECONNECT),
  '/franceconnect-plus': soundPage(
    '<a href="/login"><span>S’identifier avec</span> <span>FranceConnect</span></a><a href="https://franceconnect.gouv.fr/franceconnect-plus">Qu’est-ce que FranceConnect+ ?</a>',
  ),
  '/franceconnect-image': soundPage(
    '<a href="/login"><img src="/a.svg" alt="S’identifier avec FranceConnect"></a>',
  ),
  '/franceconnect-form': soundPage(
    '<form action="https://app.franceconnect.gouv.fr/api/v2/authorize"><button>Connexion</button></form>',
  ),
  '/proconnect': soundPage(
    '<form action="/auth/proconnect"><button>S’identifier avec <b>ProConnect</b></button></form>',
  ),
  '/both': soundPage(
    '<a href="/a">S’identifier avec FranceConnect</a> <a href="/b">S’identifier avec ProConnect</a>',
  ),
  '/password': soundPage(
    '<form><label>Mot de passe <input type="password"></label><button>Se connecter</button></form>',
  ),
  '/about-franceconnect': soundPage(
    '<a href="https://franceconnect.gouv.fr/">FranceConnect</a> <a href="/n">Comment FranceConnect protège vos données</a>',
  ),
  '/named-franceconnect': soundPage(
    `<a href="/a">CGU FranceConnect</a> <a href="/b">Mentions FranceConnect</a> <a href="/actualites/franceconnect">FranceConnect</a>
    <a href="/n">FranceConnect arrive sur ce site</a> <a href="/franceconnect">Vos données</a>
    <a href="/problemes-de-connexion/franceconnect">Se connecter</a>`,
  ),
  '/franceconnect-name': soundPage('<a href="/a" title="nouvelle fenêtre">FranceConnect</a>'),
  '/franceconnect-path': soundPage('<a href="/auth/franceconnect"><img src="/a.svg" alt=""></a>'),
  '/franceconnect-with': soundPage('<a href="/a">Continuer avec FranceConnect</a>'),
  '/sign-in-elsewhere': soundPage('<a href="/login">Se connecter</a>'),

  '/contact-only': soundPage('<a href="/contact">Nous contacter</a>'),
  '/contact': soundPage(
    '<h1>Contact</h1><form><label>Message <textarea></textarea></label><button>Envoyer</button></form>',
  ),
  '/contact-dead': soundPage('<a href="/no-contact">Contact</a>'),
  '/contact-refused': soundPage('<a href="/refused">Contact</a>'),
  '/refused': { status: 403, body: soundPage('no robots') },
  '/short-phone': soundPage(
    '<p>Appelez le 39 39 (service gratuit), du lundi au vendredi, de 8h30 à 18h.</p>',
  ),
  '/help-only': soundPage('<a href="/aide">Foire aux questions</a> <a href="/b">Aide sociale</a>'),

  '/button-dead': soundPage(button('/no-form')),
  '/button-refused': soundPage(button('/refused')),
  '/button-words': soundPage('<a href="/form">Donnez-nous votre avis</a>'),
  '/button-inner': soundPage(button('http://169.254.169.254/avis/abcdefghij')),
});
