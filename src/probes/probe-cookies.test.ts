import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { cookieJar } from './probe-cookies.ts';

const at = (text: string) => new URL(text);

test('cookies go back to the host that set them, and to no other', () => {
  const jar = cookieJar();
  jar.keep(at('https://a.gouv.fr/'), [
    'one=1; Path=/; HttpOnly',
    'all=2; Domain=.gouv.fr',
    'stolen=3; Domain=b.fr',
  ]);
  assert.equal(jar.headerFor(at('https://a.gouv.fr/x')), 'one=1; all=2');
  assert.equal(jar.headerFor(at('https://b.gouv.fr/')), 'all=2');
  assert.equal(jar.headerFor(at('https://b.fr/')), null);
  assert.equal(jar.headerFor(at('https://evilgouv.fr/')), null);
});

test('a later cookie replaces the earlier, and one that is over removes it', () => {
  const jar = cookieJar();
  jar.keep(at('https://a.fr/'), ['a=1', 'b=2', 'a=3', 'b=; Max-Age=0']);
  assert.equal(jar.headerFor(at('https://a.fr/')), 'a=3');
});

test('secure cookies do not go over plain connections', () => {
  const jar = cookieJar();
  jar.keep(at('https://a.fr/'), ['a=1; Secure']);
  assert.equal(jar.headerFor(at('http://a.fr/')), null);
});

test('whatever a site sets, what is sent back is bounded and can be sent', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ maxLength: 100 }), { maxLength: 200 }), (lines) => {
      const jar = cookieJar();
      jar.keep(at('https://a.fr/'), [
        ...lines,
        ...Array.from({ length: 100 }, (_, i) => `c${i}=${'x'.repeat(100)}`),
      ]);
      const header = jar.headerFor(at('https://a.fr/')) ?? '';
      assert.ok(header.split('; ').length <= 50);
      assert.match(header, /^[\x20-\x7e\x80-\xff]*$/);
    }),
  );
});
