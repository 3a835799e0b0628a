/** How the robot of this observatory names itself to the sites that it probes. */
import manifest from '../../package.json' with { type: 'json' };
import { robotName } from '../probes/index.ts';
import { urlsIn } from './urls.ts';

/**
 * Its name, with the page that explains it to those who find it in their logs.
 * @param publicUrl where the public reaches the site, without a final slash (`VIGIE_PUBLIC_URL`)
 */
export function ownRobotName(publicUrl: string): string {
  return robotName(manifest.version, `${publicUrl}${urlsIn('fr').robot()}`);
}
