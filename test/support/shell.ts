/** A frame and a moment for pages drawn without a server. */
import type { Shell, Visit } from '../../src/web/design/index.ts';

export const SHELL: Shell = {
  origin: 'https://vigie.example',
  stylesheet: '/vigie.css',
  icon: '/vigie.svg',
  scripts: [],
  home: '/',
  navigation: [{ href: '/editions', label: 'Éditions' }],
  feeds: [{ href: '/editions.atom', label: 'Fil des éditions' }],
  footer: [{ title: 'Le site', links: [{ href: '/accessibilite', label: 'Accessibilité' }] }],
};

export const VISIT: Visit = { query: '', today: '2026-01-15', isDemonstration: false };
