/** The addresses of a name. */
import { Resolver } from 'node:dns/promises';
import { setTimeout } from 'node:timers/promises';

/**
 * A dead name server is asked twice, for 1.5 then 3 s. The system's own look-up would hold one of the four threads of the
 * process meanwhile, and four dead names would stop every read of a file.
 */
const PATIENCE = { timeout: 1_500, tries: 2 };

/** How long IPv6 is waited for once IPv4 is known (RFC 8305 §3). */
const OTHER_FAMILY_MS = 50;

/**
 * Asks name servers for both families together; those of the system, but not its file of hosts.
 * @param signal ends the question
 * @param servers name servers to ask in place of the system's
 * @throws an error with the code of the name system: `ENOTFOUND` or `ENODATA` when there is no such name or no address for
 *   it, another when no server could say
 */
export async function resolveName(
  name: string,
  signal: AbortSignal,
  servers?: readonly string[],
): Promise<readonly string[]> {
  const resolver = new Resolver(PATIENCE);
  if (servers !== undefined) resolver.setServers(servers);
  const found: string[] = [];
  const note = (addresses: readonly string[]) => found.push(...addresses);
  const cancel = () => resolver.cancel();
  signal.addEventListener('abort', cancel, { once: true });
  try {
    const [six, four] = [resolver.resolve6(name).then(note), resolver.resolve4(name).then(note)];
    await Promise.any([six, four]);
    // To its end: IPv6 alone leads nowhere on a machine that has none.
    await four.catch(() => {});
    await Promise.race([six.catch(() => {}), setTimeout(OTHER_FAMILY_MS)]);
    return [...found];
  } catch (error) {
    throw error instanceof AggregateError ? mostTelling(error.errors) : error;
  } finally {
    signal.removeEventListener('abort', cancel);
    resolver.cancel();
  }
}

/** A server that failed outweighs one that knows of nothing: the name may exist. */
function mostTelling(errors: readonly unknown[]): unknown {
  const isAbsence = (error: unknown) =>
    error instanceof Error && 'code' in error && /^(ENOTFOUND|ENODATA)$/.test(String(error.code));
  return errors.find((error) => !isAbsence(error)) ?? errors[0];
}
