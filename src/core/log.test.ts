import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openLog } from './log.ts';

function told(write: (log: ReturnType<typeof openLog>) => void, level: 'info' | 'warn' = 'info') {
  const lines: string[] = [];
  write(openLog(level, { write: (line: string) => void lines.push(line) }));
  return lines.map((line) => JSON.parse(line));
}

test('a line is JSON with its level as a word and its time, and nothing of the machine', () => {
  const [line] = told((log) => log.info({ request: 'r1' }, 'hello'));
  assert.deepEqual(Object.keys(line).toSorted(), ['level', 'msg', 'request', 'time']);
  assert.equal(line.level, 'info');
  assert.match(line.time, /^\d{4}-\d\d-\d\dT.*Z$/);
});

test('an error is told with its causes and codes, without the row that the store quotes', () => {
  const cause = Object.assign(new Error('duplicate key'), {
    code: '23505',
    constraint: 'slug_names_one_subject',
    detail: 'Key (email)=(marie.dupont@example.org) already exists.',
    where: 'COPY review, line 1: "marie.dupont"',
  });
  const lines = told((log) => log.error({ err: new Error('not recorded', { cause }) }));
  assert.equal(lines[0].err.message, 'not recorded');
  assert.equal(lines[0].err.cause.code, '23505');
  assert.equal(lines[0].err.cause.constraint, 'slug_names_one_subject');
  assert.match(lines[0].err.stack, /log\.test\.ts/);
  assert.doesNotMatch(JSON.stringify(lines), /dupont/);
});

test('a value that the store quotes in its message is not told', () => {
  const message = 'malformed array literal: "{\n"Je suis Marie Dupont"}"';
  const [line] = told((log) =>
    log.error({ err: Object.assign(new Error(message), { code: '22P02' }) }, 'refused'),
  );
  assert.equal(line.err.message, 'malformed array literal');
  assert.match(line.err.stack, /log\.test\.ts/);
  assert.doesNotMatch(JSON.stringify(line), /Dupont/);
});

test('an error that is its own cause, or no error at all, is told all the same', () => {
  const loop = new Error('loop');
  loop.cause = loop;
  assert.equal(told((log) => log.error({ err: loop })).length, 1);
  assert.equal(told((log) => log.error({ err: 'text' }))[0].err.message, 'text');
});

test('lines less severe than the level are left out', () => {
  assert.deepEqual(
    told((log) => log.info('hello'), 'warn'),
    [],
  );
});
