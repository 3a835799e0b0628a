import { VigieError } from '../core/errors.ts';
import { type Finding, finding } from './finding.ts';
import { sha256 } from './published-edition.ts';
import type { SourceFile } from './source-row.ts';

/**
 * The hash of a downloaded file, and whether the manifest of its edition names it.
 *
 * @param manifest `/editions/{slug}/manifest.json`, or null where it is not at hand
 * @throws VigieError InvalidInput for a manifest that is none
 */
export function verifyFileHash(
  { bytes, name }: SourceFile,
  manifest: SourceFile | null,
): { sha256: string; findings: Finding[] } {
  const hash = sha256(bytes);
  if (manifest === null) return { sha256: hash, findings: [] };
  const known = hashesOf(manifest);
  return { sha256: hash, findings: known.includes(hash) ? [] : [finding(`${name}, sha256`, known, hash)] };
}

function hashesOf({ bytes, name }: SourceFile): string[] {
  try {
    const { files } = JSON.parse(new TextDecoder().decode(bytes)) as { files: { sha256: string }[] };
    return files.map((file) => file.sha256);
  } catch {
    throw new VigieError(
      'InvalidInput',
      `${name} is no manifest: it must be what /editions/{slug}/manifest.json answers.`,
    );
  }
}
