import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { REFERRER_HOSTS, REFERRERS, referrerOf } from './referrer.ts';

const SCRIPT = readFileSync(new URL('../../assets/mesure.js', import.meta.url), 'utf8');

test('the kind of a site that leads to a page', () => {
  const kinds: Record<string, string> = {
    '': 'none',
    'android-app://com.google.android.gm/': 'other',
    'https://demarche.exemple.fr/autre?x=1': 'internal',
    'https://www.impots.gouv.fr/portail': 'administration',
    'https://www.service-public.fr/': 'administration',
    'https://www.google.fr/': 'search',
    'https://duckduckgo.com/': 'search',
    'https://fr.search.yahoo.com/': 'search',
    'https://mail.google.com/': 'other',
    'https://search.brave.com/search?q=a': 'search',
    'https://www.facebook.com/': 'social',
    'https://t.co/abc': 'social',
    'https://netflix.com/': 'other',
    'https://pasgouv.fr.example.org/': 'other',
    'https://gouv.fr.attaque.example/': 'other',
    'n’importe quoi': 'none',
  };
  for (const [referrer, kind] of Object.entries(kinds)) {
    assert.equal(referrerOf(referrer, 'demarche.exemple.fr'), kind, referrer);
  }
});

test('the script judges by the same expressions, and knows the same kinds', () => {
  for (const [kind, hosts] of Object.entries(REFERRER_HOSTS)) {
    assert.ok(SCRIPT.includes(`/${hosts.source}/`), `the expression of ${kind}`);
  }
  for (const kind of REFERRERS.filter((one) => one !== 'unknown'))
    assert.ok(SCRIPT.includes(`'${kind}'`), kind);
});
