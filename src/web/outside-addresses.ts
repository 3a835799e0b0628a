/** The addresses of others that pages of text link to, by name. */
export const OUTSIDE = {
  /** Licence of the data: "Licence Ouverte / Open Licence" 2.0 (SPDX: etalab-2.0). */
  openLicence: 'https://www.etalab.gouv.fr/licence-ouverte-open-licence/',
  /** Licence of the code: European Union Public Licence 1.2 (SPDX: EUPL-1.2). */
  codeLicence: 'https://eupl.eu/1.2/fr/',
  rgaa: 'https://accessibilite.numerique.gouv.fr/',
  defenderForm: 'https://formulaire.defenseurdesdroits.fr/',
  defenderDelegates: 'https://www.defenseurdesdroits.fr/saisir/delegues',
  cnil: 'https://www.cnil.fr/fr/plaintes',
  servicePublic: 'https://www.service-public.fr/',
} as const;
