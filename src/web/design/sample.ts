import type { Html } from './html.ts';

/** One component as the page of components shows it. */
export type ComponentSample = { name: string; description: string; sample: Html | '' };

/** Longer than any name of the real catalogue. */
export const LONG_NAME =
  'Demande d’indemnisation des victimes d’actes de terrorisme et d’autres infractions auprès du fonds de garantie, pour les ayants droit résidant à l’étranger';
