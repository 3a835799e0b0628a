/** The English words of figures of usage. */
import { formats } from './formats.ts';
import type { Messages } from './fr.ts';

const { number } = formats('en');
const ordinals = new Intl.PluralRules('en-GB', { type: 'ordinal' });
const SUFFIXES: Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> = { one: 'st', two: 'nd', few: 'rd' };

export const enFigureWords: Messages['figureWords'] = {
  absent: {
    not_reported: 'not reported',
    not_applicable: 'not applicable',
    insufficient: 'too few answers',
  },
  dimensions: {
    device: 'Device',
    country: 'Country',
    form: 'Forms',
    change_from: 'Compared with',
    screens: 'Number of screens',
    cumulative_since: 'Counted since',
    range: 'Bound',
    channel: 'Access',
    answer: 'Answer',
    topic: 'Subject',
    satisfaction_index: 'Satisfaction index',
  },
  values: {
    'device=desktop': 'computer',
    'device=mobile': 'phone',
    'device=tablet': 'tablet',
    'device=other': 'other',
    'range=low': 'low',
    'range=high': 'high',
    'channel=classic site': 'classic site',
    'channel=mobile': 'application or mobile site',
    'form=CERFA': 'CERFA forms (official French forms)',
    'cumulative_since=launch (5 years)': 'the launch (5 years)',
    'satisfaction_index=above 80 %': 'above 80%',
    'topic=digital administration': 'digital administration',
    'topic=usage': 'usage',
    'answer=at least once a month': 'at least once a month',
    'answer=several times a month': 'several times a month',
    'answer=did an administrative procedure online in the last 12 months':
      'did an administrative procedure online in the last 12 months',
    'answer=digital services are advanced': 'digital services are advanced',
    'answer=ahead of or level with private companies': 'ahead of private companies, or level with them',
  },
  ofThings: (count, things) => `${count} ${things}`,
  rank: (place) => `${number(place)}${SUFFIXES[ordinals.select(place)] ?? 'th'}`,
  euros: (amount) => `€${amount}`,
};
