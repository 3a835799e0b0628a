import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { create } from 'qrcode';
import { qrPng, qrSvg } from './button-qr.ts';

test('what is drawn is the code, dark where it is dark, with four blank modules around', () => {
  fc.assert(
    fc.property(fc.webUrl({ withQueryParameters: true, size: 'small' }), (address) => {
      const svg = qrSvg(address);
      const side = Number(/viewBox="0 0 (\d+) /.exec(svg)?.[1]);
      const dark = new Set<string>();
      for (const [, x, y, length] of svg.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
        for (let at = 0; at < Number(length); at += 1) dark.add(`${Number(x) + at} ${y}`);
      }
      const { modules } = create(address, { errorCorrectionLevel: 'Q' });
      assert.equal(side, modules.size + 8);
      for (let row = 0; row < side; row += 1) {
        for (let column = 0; column < side; column += 1) {
          const [r, c] = [row - 4, column - 4];
          const isWithin = r >= 0 && c >= 0 && r < modules.size && c < modules.size;
          const expected = isWithin && modules.get(r, c) === 1;
          assert.equal(dark.has(`${column} ${row}`), expected, `${column} ${row}`);
        }
      }
    }),
    { numRuns: 20 },
  );
});

test('an address with the signs of markup stays a well-formed drawing', () => {
  assert.match(
    qrSvg('https://v.fr/avis/a?fin=success&etape=x'),
    /<title>[^<]*fin=success&amp;etape=x<\/title>/,
  );
});

test('the PNG is one', async () => {
  assert.deepEqual([...(await qrPng('https://v.fr')).subarray(0, 4)], [0x89, 0x50, 0x4e, 0x47]);
});
