/** Sites of a bench have certificates of their own. */
import { readFileSync } from 'node:fs';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';

/** Does `work` while this process also trusts the certificates of a file. */
export async function trusting<Result>(
  certificates: string | URL,
  work: () => Promise<Result>,
): Promise<Result> {
  const before = getCACertificates('default');
  setDefaultCACertificates([...before, readFileSync(certificates, 'utf8')]);
  try {
    return await work();
  } finally {
    setDefaultCACertificates(before);
  }
}
