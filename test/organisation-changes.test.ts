/** What the pages of ministries say rose and fell, beside the comparison of the two editions, on the demonstration. */
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import type { App } from '../src/core/http/context.ts';
import { localisation } from '../src/web/i18n/index.ts';
import { openData } from '../src/web/open-data/routes.ts';
import { publicSite } from '../src/web/public/routes.ts';
import { createApp } from '../src/web/server.ts';
import { testDatabase } from './support/database.ts';
import { load } from './support/demonstration.ts';
import { appOptions } from './support/http.ts';

let app: App;
before(async () => {
  const db = await testDatabase();
  assert.ok(await load(db));
  app = createApp(appOptions(db, [publicSite, openData]));
});

type Change = {
  kind: string;
  better: boolean | null;
  criterion: string;
  procedure: { id: string; ministry: string };
};
type Listed = { organisations: { slug: string; name: string; level: string }[] };

async function json<Answer>(address: string): Promise<Answer> {
  return (await (await app.request(`${address}.json`)).json()) as Answer;
}

/** The ids of the procedures that a part of the page names under a heading, in the order of the page. */
function namedUnder(section: string, heading: string): string[] {
  const [, part = ''] = section.split(new RegExp(`<h3>${heading}[^<]*</h3>`));
  const [list = ''] = part.split('<h3>');
  return [...list.matchAll(/href="\/demarches\/(demo\d+)-/g)].map(([, id = '']) => id);
}

test('a ministry is told what the comparison says of its procedures, for the better and for the worse', async () => {
  const words = localisation('fr').messages.organisations.one;
  const { changes } = await json<{ changes: Change[] }>('/editions/demo-2026-t3/comparaison/demo-2026-t2');
  const { organisations } = await json<Listed>('/administrations');
  const ministries = organisations.filter(({ level }) => level === 'ministry');
  assert.equal(ministries.length, 7);
  const told = { better: 0, worse: 0 };
  for (const { slug, name } of ministries) {
    const page = await (await app.request(`/administrations/${slug}`)).text();
    const [, section = ''] = page.split('<section aria-labelledby="changes">');
    for (const [better, heading] of [
      [true, words.improved],
      [false, words.worsened],
    ] as const) {
      const expected = changes.filter(
        (change) => change.better === better && change.procedure.ministry === name,
      );
      const [shown = ''] = section.split('<section aria-labelledby=');
      assert.deepEqual(
        namedUnder(shown, heading).sort(),
        expected.map(({ procedure }) => procedure.id).sort(),
        `${name}: ${heading}`,
      );
      told[better ? 'better' : 'worse'] += expected.length;
    }
  }
  assert.ok(told.better > 0 && told.worse > 0, 'the demonstration shows neither');
});
