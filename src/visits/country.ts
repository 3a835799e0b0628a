/** The country of a network, from the table that comes with the product: nobody is asked. */
import { fileURLToPath } from 'node:url';
import ipaddr from 'ipaddr.js';
import { open } from 'maxmind';

/** What is said of networks that the table does not know, and of all until it is read. */
export const UNKNOWN_COUNTRY = 'unknown';

export type FindCountry = (network: string) => string;

type CountryRecord = { readonly country_code?: string };

const TABLE = '@ip-location-db/geo-whois-asn-country-mmdb/geo-whois-asn-country.mmdb';

/** Reads the table, 8 MB for both families of addresses. Gives the ISO 3166 code of a network; private ones, which it lists too, are in none. */
export async function openCountries(): Promise<FindCountry> {
  const reader = await open<CountryRecord & never>(fileURLToPath(import.meta.resolve(TABLE)));
  return (network) => {
    if (!ipaddr.isValid(network) || ipaddr.parse(network).range() !== 'unicast') return UNKNOWN_COUNTRY;
    const code = (reader.get(network) as CountryRecord | null)?.country_code ?? '';
    return /^[A-Z]{2}$/.test(code) ? code : UNKNOWN_COUNTRY;
  };
}
