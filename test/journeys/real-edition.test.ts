/** The same care over the real data, where they stand beside the project. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fixedClock } from '../../src/core/clock.ts';
import { importEdition, importQuarterly } from '../../src/editions/index.ts';
import { localisation } from '../../src/web/i18n/index.ts';
import { urlsIn } from '../../src/web/urls.ts';
import { axeViolations } from '../support/browser.ts';
import {
  found,
  layoutFaults,
  overlapFaults,
  structureFaults,
  targetFaults,
} from '../support/journey-checks.ts';
import { openJourneySite } from '../support/journey-site.ts';
import { sharedData } from '../support/shared-data.ts';

const EDITION = '2025-10';
/** "Fil d’Ariane": in the edition and in every quarter. */
const LONG_HISTORY_ID = '1716';

test('the real edition and ten real quarters are read by anybody, on a phone as on a large screen', async (t) => {
  const edition = sharedData(t, 'edition-2025-10.csv');
  const quarters = sharedData(t, 'quarterly-2023-2025.csv');
  if (edition === null || quarters === null) return;
  const clock = fixedClock('2025-10-16T00:00:00Z');
  const site = await openJourneySite(async (db) => {
    const file = { bytes: quarters, name: 'quarterly-2023-2025.csv' };
    await importQuarterly(db, { file, methodology: 'vde-2025', author: 'test' }, clock);
    await importEdition(
      db,
      {
        file: { bytes: edition, name: 'edition-2025-10.csv' },
        slug: EDITION,
        label: 'Octobre 2025',
        methodology: 'vde-2025',
        cutoffOn: '2025-09-30',
        publishedAt: new Date('2025-10-15T00:00:00Z'),
        author: 'test',
      },
      clock,
    );
  });
  const { page, faults } = await site.visit();
  const { messages } = localisation('fr');

  await page.goto(site.origin);
  await page.getByRole('link', { name: messages.home.seeEdition }).click();
  assert.equal(new URL(page.url()).pathname, urlsIn('fr').edition(EDITION));
  assert.equal(await page.getByRole('status').innerText(), messages.units.procedures(160));

  const urls = urlsIn('fr');
  for (const path of [
    urls.edition(EDITION),
    urls.edition('2024-06-30'),
    urls.procedure({ publicId: LONG_HISTORY_ID, slug: 'x' }),
    urls.procedures(),
  ]) {
    await page.goto(site.origin + path);
    for (const width of [320, 1024, 1280, 1920]) {
      await page.setViewportSize({ width, height: 900 });
      for (const check of [structureFaults, layoutFaults, overlapFaults, targetFaults]) {
        faults.push(...(await found(page, check, `${path} at ${width} px`)));
      }
    }
  }
  await page.goto(`${site.origin}${urls.edition(EDITION)}?niveau=poor&critere=satisfaction`);
  faults.push(...(await axeViolations(page)));
  assert.deepEqual(faults, []);
});
