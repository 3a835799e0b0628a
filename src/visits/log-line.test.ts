import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FIREFOX, logLine } from '../../test/support/access-log.ts';
import { parseLogLine } from './log-line.ts';

const read = (line: string) => {
  const parsed = parseLogLine(line);
  assert.ok(typeof parsed === 'object', String(parsed));
  return parsed;
};

test('a line of Apache or Nginx is read field by field', () => {
  assert.deepEqual(read(logLine({ path: '/depot?x=1', referrer: 'https://a.fr/b', status: 304 })), {
    address: '81.2.69.142',
    time: '04/Mar/2026:10:00:00 +0100',
    request: 'GET /depot?x=1 HTTP/1.1',
    status: 304,
    referrer: 'https://a.fr/b',
    userAgent: FIREFOX,
  });
});

test('fields that some servers add at the end are left alone', () => {
  assert.equal(read(`${logLine()} "10.0.0.1" 0.005 TLSv1.3`).userAgent, FIREFOX);
});

test('what visitors choose may hold quotes, brackets and backslashes', () => {
  const odd = read(
    logLine({ agent: 'Lynx \\"9\\" [x] \\\\', referrer: 'https://a.fr/\\"', user: 'jean [dit] "jj"' }),
  );
  assert.equal(odd.userAgent, 'Lynx \\"9\\" [x] \\\\');
  assert.equal(odd.referrer, 'https://a.fr/\\"');
  assert.equal(odd.time, '04/Mar/2026:10:00:00 +0100');
});

test('a browser that says nothing of itself or of where it comes from tells blanks', () => {
  const silent = read(logLine({ agent: '-', referrer: '-' }));
  assert.deepEqual([silent.userAgent, silent.referrer], ['', '']);
});

test('a line that cannot be read says which part it lacks', () => {
  const whole = logLine();
  const common = whole.slice(0, whole.indexOf(' "-" "'));
  assert.equal(parseLogLine('vigie'), 'time');
  assert.equal(parseLogLine(whole.replace('[04/', '04/')), 'time');
  assert.equal(parseLogLine(whole.replace('"GET', 'GET')), 'request');
  assert.equal(parseLogLine(whole.replace(' 200 ', ' ok ')), 'status');
  assert.equal(parseLogLine(common), 'agent');
  assert.equal(parseLogLine(`${common} "-" "cut`), 'agent');
});
