/** Invented surveys, whose figures are known by how many people answered them. */
import { fixedClock } from '../../src/core/clock.ts';
import type { Database } from '../../src/core/database.ts';
import { readSurvey, recordSurvey } from '../../src/observations/index.ts';

const both = (text: string) => ({ fr: text, en: text });

/** A question that 1,000 adults answer by yes or no. */
export function question(counted: number | null, given: Record<string, unknown> = {}) {
  return {
    ...{ code: 'ligne', version: '1', label: both('Démarche en ligne') },
    wording: { fr: 'Avez-vous fait une démarche sur Internet ?', en: null },
    answers: [
      {
        ...{ code: 'oui', label: both('Oui'), key: { answer: 'oui' } },
        values: counted === null ? [] : [{ count: counted }],
      },
    ],
    ...given,
  };
}

/** A wave of a year, of 1,000 adults drawn at random. */
export function wave(year: number, questions: readonly unknown[], given: Record<string, unknown> = {}) {
  return {
    ...{ code: String(year), from: `${year}-01-01`, to: `${year}-12-31` },
    ...{
      producer: 'Institut inventé',
      title: both('Enquête fictive'),
      about: both('Ce que disent des personnes inventées.'),
    },
    ...{ population: both('adultes'), method: both('Tirage au hasard, par téléphone.'), people: 1000 },
    ...{ source: both('inventée'), questions },
    ...given,
  };
}

/** The bytes of a file of these waves. */
export function surveyBytes(survey: string, waves: readonly unknown[], name = 'Enquête fictive'): Uint8Array {
  return Buffer.from(JSON.stringify({ survey, name, waves }));
}

/** Records a file of these waves. */
export function recordWaves(db: Database, survey: string, waves: readonly unknown[], name?: string) {
  const file = readSurvey(surveyBytes(survey, waves, name));
  const signed = { author: 'test', clock: fixedClock('2026-01-10T08:00:00Z') };
  return db.transaction((tx) => recordSurvey(tx, file, signed));
}

/** Slug of the survey of the made-up site that has all there may be. */
export const TOLD_SURVEY = 'enquete-fictive';
export const LONE_INDEX = 'indice-fictif';

/** A survey with a break, a tested change, parts, groups of unknown size and a gap; and an index with places. */
export async function stateJourneySurveys(db: Database): Promise<void> {
  const rewritten = { version: '2', wording: { fr: 'Cette année, l’avez-vous fait ?', en: 'Did you?' } };
  const country = (code: string, label: string, people: number | null) => ({
    ...{ kind: 'country', code, label: both(label), people },
  });
  const byCountry = {
    ...{ code: 'pays', version: '1', label: both('Selon le pays'), by: 'country' },
    answers: [
      {
        ...{ code: 'avance', label: both('Le jugent avancé'), key: { answer: 'avance' } },
        values: [
          { group: 'FR', share: 0.66 },
          { group: 'DE', status: 'not_reported' },
        ],
      },
    ],
  };
  const parts = {
    ...{ code: 'frequence', version: '1', label: both('Fréquence') },
    asked: { who: both('ceux qui l’ont fait'), people: 600 },
    answers: [
      {
        ...{ code: 'mois', label: both('Chaque mois'), key: { answer: 'mois' } },
        values: [{ share: 0.53, rounded: 0.01 }],
      },
      {
        ...{ code: 'souvent', label: both('plusieurs fois par mois'), key: { answer: 'souvent' } },
        ...{ within: 'mois', values: [{ count: 162 }] },
      },
    ],
  };
  const groups = [country('FR', 'France', 500), country('DE', 'Allemagne', null)];
  await recordWaves(db, TOLD_SURVEY, [
    wave(2023, [question(600)]),
    wave(2024, [question(620, rewritten)]),
    wave(2025, [question(670, rewritten), parts, byCountry], { groups }),
  ]);
  const places = {
    ...{ code: 'place', version: '1', label: both('Place'), measure: 'place', among: 28 },
    answers: [
      { ...{ code: 'tout', label: both('Tout'), key: { topic: 'tout' } }, values: [{ place: 9 }] },
      { ...{ code: 'rien', label: both('Rien de dit'), key: { topic: 'rien' } } },
    ],
  };
  await recordWaves(
    db,
    LONE_INDEX,
    [wave(2025, [places], { kind: 'index', people: null, method: null, title: both('Indice fictif') })],
    'Indice fictif',
  );
}
