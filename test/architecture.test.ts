// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the samples are code
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { RULES, readSources, type Source } from './support/architecture.ts';

const sources = readSources('src', 'test', 'bench', 'db');

for (const [name, rule] of Object.entries(RULES)) {
  test(name, () => assert.deepEqual(rule(sources), []));
}

/** For each rule, sources that it must refuse, and their like that it must accept. */
type Samples = { refused: Source[][]; accepted: Source[][] };
const SAMPLES: Readonly<Record<string, Samples>> = {
  'imports go to the left only': {
    refused: [
      [file('src/core/x.ts', "import { a } from '../catalogue/index.ts';")],
      [file('src/catalogue/x.ts', "import type { A } from '../editions/index.ts';")],
      [file('src/observations/x.ts', "import {\n  a,\n  b,\n} from '../feedback/index.ts';")],
      [file('src/web/x.ts', "export { a } from '../cli/a.ts';")],
      [file('src/editions/x.ts', "const a = await import('../accounts/index.ts');")],
      [file('src/cli.ts', "import './main.ts';")],
    ],
    accepted: [[file('src/editions/x.ts', "import { a } from '../criteria/index.ts';\nimport './y.ts';")]],
  },
  'a feature is entered through its index': {
    refused: [[file('src/web/public/x.ts', "import { a } from '../../catalogue/slug.ts';")]],
    accepted: [[file('src/catalogue/x.ts', "import { a } from './slug.ts';\nimport 'pg';")]],
  },
  'audiences do not know one another, nor do commands and what audiences share know them': {
    refused: [
      [file('src/web/public/x.ts', "import { a } from '../open-data/index.ts';")],
      [file('src/web/server.ts', "import { a } from './public/index.ts';")],
      [file('src/cli/x.ts', "import { a } from '../web/public/index.ts';")],
    ],
    accepted: [[file('src/main.ts', "import { a } from './web/public/index.ts';")]],
  },
  'the method is pure': {
    refused: [
      [file('src/criteria/x.ts', "import { a } from '../core/database.ts';")],
      [file('src/criteria/x.ts', "import { readFile } from 'node:fs/promises';")],
    ],
    accepted: [[file('src/criteria/x.ts', "import type { Fact } from '../core/figure.ts';")]],
  },
  'there are no cycles': {
    refused: [
      [file('src/core/a.ts', "import './b.ts';"), file('src/core/b.ts', "import type { A } from './a.ts';")],
    ],
    accepted: [
      [
        file('src/core/a.ts', "import './b.ts';\nimport './c.ts';"),
        file('src/core/b.ts', "import './c.ts';"),
      ],
    ],
  },
  'SQL is in *.sql.ts only': {
    refused: [
      [file('src/core/x.ts', 'query(`\n  select a\n  from b`)')],
      [file('src/core/x.ts', "query('insert into a.b values (1)')")],
      [file('src/core/x.ts', 'query("update a.b set c = 1")')],
      [file('src/core/x.ts', 'query(`listen a`)')],
    ],
    accepted: [
      [
        file('src/core/x.sql.ts', 'query(`select a from b`)'),
        file('src/core/x.test.ts', "q('delete from a')"),
      ],
      [file('src/web/x.ts', "'Select a ministry', 'from the list'")],
    ],
  },
  'the environment is read in core/config.ts only': {
    refused: [[file('src/web/x.ts', 'const home = process.env.HOME;')]],
    accepted: [[file('src/core/config.ts', 'process.env'), file('src/web/x.ts', '/** process.env */')]],
  },
  'the time comes from core/clock.ts only': {
    refused: [
      [file('src/core/x.ts', 'const now = Date.now();')],
      [file('src/core/x.ts', 'const now = new Date();')],
    ],
    accepted: [[file('src/core/x.ts', 'new Date(text); performance.now(); clock.now()')]],
  },
  'markup is in web/ only': {
    refused: [
      [file('src/cli/x.ts', "import { html } from 'hono/html';")],
      [file('src/core/x.ts', 'const a = `<p>${text}</p>`;')],
    ],
    accepted: [[file('src/web/x.ts', 'html`<p>${text}</p>`')]],
  },
  'attributes are quoted': {
    refused: [[file('src/web/x.ts', 'html`<a href=${href}>`')]],
    accepted: [[file('src/web/x.ts', 'html`<a href="${href}">${`?page=${page}`}`')]],
  },
  'an address from data becomes a link only after a check of its scheme': {
    refused: [[file('src/web/x.ts', 'html`<a href="${procedure.url}">`')]],
    accepted: [[file('src/web/x.ts', 'html`<a href="${link.href}">`')]],
  },
  'unescaped markup is made in web/design only': {
    refused: [[file('src/web/public/x.ts', 'raw(comment)')]],
    accepted: [[file('src/web/design/x.ts', 'raw(buffer)')]],
  },
  'a feature holds its door, notions, their tests and SQL': {
    refused: [
      [file('src/catalogue/Slug.ts')],
      [file('src/catalogue/x.service.ts')],
      [file('src/editions/y_z.ts')],
    ],
    accepted: [
      ['index', 'jobs', 'slug', 'slug.test', 'record.sql', 'record.sql.test'].map((name) =>
        file(`src/catalogue/${name}.ts`),
      ),
    ],
  },
  'a door says what its feature owns': {
    refused: [[file('src/catalogue/index.ts', "export { a } from './a.ts';")]],
    accepted: [[file('src/catalogue/index.ts', '/** Owns the subjects. */')]],
  },
  'notions do no input nor output': {
    refused: [
      [file('src/catalogue/x.ts', "import { readFile } from 'node:fs/promises';")],
      [file('src/probes/x.ts', "import { readFile } from 'node:fs/promises';")],
      [file('src/catalogue/x.ts', "import { connect } from 'node:net';")],
    ],
    accepted: [
      [file('src/cli/x.ts', "import { readFile } from 'node:fs/promises';")],
      [file('src/probes/x.ts', "import { connect } from 'node:net';")],
    ],
  },
  'files are short': {
    refused: [[file('src/core/x.ts', 'a\n'.repeat(301))]],
    accepted: [[file('src/core/x.ts', 'a\n'.repeat(300))]],
  },
  'names say something': {
    refused: [
      [file('src/core/utils.ts')],
      [file('src/web/helpers/x.ts')],
      [file('src/core/pool-manager.ts')],
    ],
    accepted: [[file('src/core/community.ts')]],
  },
};

function file(path: string, text = ''): Source {
  return { path, text };
}

for (const [name, rule] of Object.entries(RULES)) {
  test(`the rule can fail: ${name}`, () => {
    const { refused, accepted } = SAMPLES[name] ?? { refused: [], accepted: [] };
    assert.ok(refused.length > 0 && accepted.length > 0, 'it has no samples');
    for (const sample of refused) assert.equal(rule(sample).length, 1, sample[0]?.text ?? '');
    for (const sample of accepted) assert.deepEqual(rule(sample), []);
  });
}
