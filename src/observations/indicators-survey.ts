/** The indicators of surveys and of comparisons between countries. */
import { type Indicator, indicator, words } from './indicator-definition.ts';

export const SURVEY_INDICATORS: readonly Indicator[] = [
  indicator('rate', {
    id: 'share',
    unit: 'share',
    label: words('Part des réponses', 'Share of answers'),
    definition: words(
      'Part des personnes interrogées qui donnent une réponse à une question d’enquête ; la dimension dit laquelle.',
      'Share of the people asked who give an answer to a question of a survey; the dimension says which.',
    ),
    expectedAgeDays: null,
  }),
  indicator('people', {
    id: 'sample_size',
    things: words('personnes', 'people'),
    label: words('Personnes interrogées', 'People asked'),
    definition: words('Nombre de personnes interrogées par une enquête.', 'How many people a survey asked.'),
    expectedAgeDays: null,
    plausible: [1, 10_000_000],
  }),
  indicator('rank', {
    id: 'rank',
    unit: 'rank',
    direction: 'less',
    label: words('Rang', 'Rank'),
    definition: words(
      'Place parmi d’autres, le premier rang étant le meilleur ; la dimension dit sur quel sujet.',
      'Place among others, the first being the best; the dimension says on what.',
    ),
    periodKind: 'year',
  }),
];
