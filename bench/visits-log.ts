/** An access log as a busy site writes it: people, robots and what pages are made of. */
import { open } from 'node:fs/promises';

const AT_ONCE = 20_000;
const MONTHS = 'JanFebMarAprMayJunJulAugSepOctNovDec';
const PATHS = [
  '/',
  '/depot',
  '/depot/identite',
  '/depot/pieces?dossier=48213',
  '/confirmation',
  '/aide/contact',
];
const FILES = ['/css/site.css', '/js/app.js?v=3', '/images/logo.png', '/fonts/texte.woff2'];
const REFERRERS = [
  '-',
  'https://www.google.com/',
  'https://www.service-public.fr/',
  'https://a.example.fr/depot',
];
const ROBOTS = ['Googlebot/2.1 (+http://www.google.com/bot.html)', 'curl/8.5.0', 'bingbot/2.0'];
const SYSTEMS = [
  'Windows NT 10.0; Win64; x64',
  'Macintosh; Intel Mac OS X 10_15_7',
  'Linux; Android 14; Pixel 8',
  'iPhone; CPU iPhone OS 17_5 like Mac OS X',
];

/** Different user agents of people: as many as a site of a million visitors meets. */
export const AGENTS = 6_000;

/**
 * Writes a log of Combined format over some days of March 2026, in order of time.
 * @returns its bytes
 */
export async function writeMadeUpLog(
  path: string,
  { lines, days }: { lines: number; days: number },
): Promise<number> {
  const file = await open(path, 'w');
  try {
    let written = 0;
    const begun = Date.parse('2026-02-28T23:00:00Z');
    for (let at = 0; at < lines; at += AT_ONCE) {
      const some = Array.from({ length: Math.min(AT_ONCE, lines - at) }, (_, more) =>
        lineOf(at + more, begun + Math.floor(((at + more) * days * 86_400_000) / lines)),
      );
      written += (await file.write(`${some.join('\n')}\n`)).bytesWritten;
    }
    return written;
  } finally {
    await file.close();
  }
}

/** A line by its rank: its numbers spread as if they were drawn, and are the same at each run. */
function lineOf(rank: number, atMs: number): string {
  const drawn = Math.imul(rank + 1, 2_654_435_761) >>> 0;
  const pick = <One>(all: readonly One[], salt: number): One =>
    all[((drawn >>> salt) + rank) % all.length] as One;
  const person = drawn % Math.max(1_000, AGENTS * 8);
  const isRobot = drawn % 12 === 0;
  const isFile = drawn % 5 < 2;
  const version = `${100 + (person % 30)}.0.${person % (AGENTS / 4)}`;
  const system = SYSTEMS[person % SYSTEMS.length];
  const agent = isRobot
    ? pick(ROBOTS, 4)
    : `Mozilla/5.0 (${system}) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/${version} Safari/537.36`;
  const address = `${1 + (person % 200)}.${(person >> 3) % 256}.${(person >> 6) % 256}.${drawn % 256}`;
  const status = drawn % 50 === 0 ? 404 : 200;
  const path = isFile ? pick(FILES, 7) : pick(PATHS, 9);
  return `${address} - - [${timeOf(atMs)}] "GET ${path} HTTP/1.1" ${status} ${drawn % 60_000} "${pick(REFERRERS, 3)}" "${agent}"`;
}

function timeOf(atMs: number): string {
  const paris = new Date(atMs + 3_600_000).toISOString();
  const month = MONTHS.slice(3 * (Number(paris.slice(5, 7)) - 1)).slice(0, 3);
  return `${paris.slice(8, 10)}/${month}/${paris.slice(0, 4)}:${paris.slice(11, 19)} +0100`;
}
