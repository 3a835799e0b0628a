/** Who may send figures: the program that holds a token of the dataset. */
import type { HttpContext } from '../../core/http/context.ts';
import { type Dataset, findDataset } from '../../observations/index.ts';
import type { SiteContext } from '../server.ts';
import { insufficientScope, readToken } from './program-api.ts';

/**
 * The dataset of the address, for a program that holds a token of it.
 *
 * @throws RefusedRequest Forbidden, 401 without a token that holds; that it is revoked is told to its holder alone
 * @throws VigieError Forbidden when the token is not of this dataset, whether there is such a dataset or not
 */
export async function admitSender(c: HttpContext, site: SiteContext, slug: string): Promise<Dataset> {
  const token = await readToken(c, site);
  const dataset = token.scope === 'usage' && token.target === slug ? await findDataset(site.db, slug) : null;
  if (dataset !== null) return dataset;
  throw insufficientScope(c, 'This token opens no dataset of this name; check the address.');
}
