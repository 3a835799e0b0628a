import type { Command } from 'commander';
import { VigieError } from '../core/errors.ts';
import {
  type Finding,
  type RevisionVerification,
  readEditionCsv,
  readEditionJson,
  type SourceFile,
  verifyEdition,
  verifyFileHash,
  verifyResults,
  verifyStored,
} from '../editions/index.ts';
import { answer, readSourceFile, sayProgress, withStore } from './command.ts';

/** What verification of a file alone cannot say. */
const ONLY_ITSELF =
  'the file is consistent with itself; that it is the one published is shown by --manifest, with the manifest.json of the site';

type Options = { all?: true; manifest?: string; json?: true };

/** `vigie edition verify SLUG|FILE`: everything that can be recomputed is, and what differs is listed. */
export function editionVerifyCommand(parent: Command): void {
  parent
    .command('verify')
    .description('recompute every level, interval, aggregate and hash, and list what differs')
    .argument(
      '[edition]',
      'an edition of the store, or a downloaded file (.json or .csv): no store is needed then',
    )
    .option('--all', 'every edition of the store')
    .option('--manifest <file>', 'the manifest.json of the edition, to check the hash of a downloaded file')
    .option('--json', 'answer in JSON')
    .action(async (edition: string | undefined, { all, manifest, json }: Options) => {
      if ((edition === undefined) !== (all === true)) {
        throw new VigieError('InvalidInput', 'Name an edition or a file, or give --all.');
      }
      const isFile = edition !== undefined && /[./\\]/.test(edition);
      if (manifest !== undefined && !isFile) {
        throw new VigieError(
          'InvalidInput',
          '--manifest goes with a downloaded file: the store has its own hashes.',
        );
      }
      const verified = isFile
        ? [await verifyFile(edition, manifest)]
        : (await verifyInStore(edition ?? null)).map(ofRevision);
      const findings = verified.reduce((sum, one) => sum + one.findings.length, 0);
      answer(json === true, { findings, verified }, [
        ...verified.flatMap(linesOf),
        findings === 0
          ? 'nothing differs'
          : `${findings} ${findings === 1 ? 'thing differs' : 'things differ'}`,
        ...(isFile && manifest === undefined && findings === 0 ? [ONLY_ITSELF] : []),
      ]);
      if (findings > 0) process.exitCode = 1;
    });
}

type Verified = {
  readonly what: string;
  readonly checked: string;
  readonly sha256: readonly string[];
  readonly findings: readonly Finding[];
};

async function verifyInStore(slug: string | null): Promise<RevisionVerification[]> {
  const verified = await withStore((db) => verifyStored(db, slug, (one) => sayProgress(`edition ${one}`)));
  sayProgress('');
  return verified;
}

function ofRevision(one: RevisionVerification): Verified {
  return {
    what: `edition ${one.edition}, revision ${one.revision}`,
    checked: `${one.results} results, ${one.aggregates} aggregate figures, ${one.rows} rows, ${one.files.length} files`,
    sha256: one.files.map(({ format, sha256 }) => `${format} ${sha256}`),
    findings: one.findings,
  };
}

async function verifyFile(path: string, manifest: string | undefined): Promise<Verified> {
  const file = await readSourceFile(path);
  const hash = verifyFileHash(file, manifest === undefined ? null : await readSourceFile(manifest));
  const itself = file.name.toLowerCase().endsWith('.csv') ? verifyCsv(file) : verifyJson(file);
  return { ...itself, sha256: [hash.sha256], findings: [...hash.findings, ...itself.findings] };
}

function verifyJson({ bytes, name }: SourceFile) {
  const published = readEditionJson(bytes, name);
  const { slug, revision } = published.edition;
  const { results, aggregates, findings } = verifyEdition(published);
  return {
    what: `${name}: edition ${slug}, revision ${revision}`,
    checked: `${results} results, ${aggregates} aggregate figures`,
    findings,
  };
}

function verifyCsv({ bytes, name }: SourceFile) {
  const { checked, findings } = verifyResults(readEditionCsv(bytes, name));
  return { what: name, checked: `${checked} results`, findings };
}

function linesOf({ what, checked, sha256, findings }: Verified): string[] {
  return [
    `${what}: ${checked} recomputed, ${findings.length} differ`,
    ...sha256.map((hash) => `  SHA-256 ${hash}`),
    ...findings.map(
      ({ where, published, recomputed }) => `  ${where}: published ${published}, recomputed ${recomputed}`,
    ),
  ];
}
