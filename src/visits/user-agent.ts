/** What a browser says of itself, as far as it is counted: a robot or not, and the kind of device. */
import { isbot } from 'isbot';
import { LRUCache } from 'lru-cache';

export const DEVICES = ['desktop', 'mobile', 'tablet', 'other'] as const;
export type Device = (typeof DEVICES)[number];

export type Agent = { readonly isRobot: boolean; readonly device: Device };

const TABLET = /iPad|Tablet|PlayBook|Kindle|Silk(?!.*Mobile)|Android(?!.*Mobi)/i;
const MOBILE = /Mobi|iPhone|iPod|Opera Mini|Windows Phone/i;
const DESKTOP = /Windows NT|Macintosh|X11|CrOS|Linux/i;

/** The kind of device; a tablet that says it is a computer, as an iPad may, is taken for one. */
export function deviceOf(userAgent: string): Device {
  if (TABLET.test(userAgent)) return 'tablet';
  if (MOBILE.test(userAgent)) return 'mobile';
  return DESKTOP.test(userAgent) ? 'desktop' : 'other';
}

/** Browsers name themselves: who does not is a program. */
export function isRobot(userAgent: string): boolean {
  return userAgent === '' || isbot(userAgent);
}

/** Most are said by many: the same words are judged once. Held in memory, in no other place. */
const REMEMBERED = 2_000;

/** Judges user agents, and remembers what it found until `forget`. */
export function createAgentReader(): { read(userAgent: string): Agent; forget(): void } {
  const known = new LRUCache<string, Agent>({ max: REMEMBERED });
  return {
    read(userAgent) {
      const found = known.get(userAgent);
      if (found !== undefined) return found;
      const agent = { isRobot: isRobot(userAgent), device: deviceOf(userAgent) };
      known.set(userAgent, agent);
      return agent;
    },
    forget: () => known.clear(),
  };
}
