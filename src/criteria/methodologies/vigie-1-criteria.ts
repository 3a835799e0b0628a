/** Criteria that `vigie-1` adds to those of `vde-2025`. */
import type { CriterionDefinition } from '../criterion.ts';
import { NOT_SAMPLED, YES_PARTLY_NO_LEGEND } from './legends.ts';

export const DISPLAY_SPEED: CriterionDefinition = {
  ...NOT_SAMPLED,
  id: 'display_speed',
  label: { fr: 'Vitesse d’affichage', en: 'Display speed' },
  shortLabel: { fr: 'Affichage', en: 'Display' },
  measures: {
    fr: 'Le temps que met le contenu principal de la première page à s’afficher.',
    en: 'The time the main content of the first page takes to appear.',
  },
  computedFrom: {
    fr: 'Trois affichages de la page dans un navigateur de laboratoire (indicateur LCP, « Largest Contentful Paint »).',
    en: 'Three displays of the page in a laboratory browser (LCP, Largest Contentful Paint).',
  },
  formula: { fr: 'médiane de trois mesures', en: 'median of three measurements' },
  unit: 'ms',
  direction: 'less',
  decimals: 0,
  legend: [
    {
      level: 'good',
      when: { kind: 'at_most', bound: 2500 },
      words: { fr: '2,5 s ou moins', en: '2.5 s or less' },
    },
    {
      level: 'medium',
      when: { kind: 'at_most', bound: 4000 },
      words: { fr: 'de plus de 2,5 s à 4 s', en: 'from over 2.5 s to 4 s' },
    },
    { level: 'poor', when: { kind: 'otherwise' }, words: { fr: 'plus de 4 s', en: 'over 4 s' } },
  ],
  objective: { fr: 'un affichage en 2,5 s ou moins', en: 'a display in 2.5 s or less' },
  knownLimits: [
    {
      fr: 'Le laboratoire simule un appareil et un réseau : les usagers vivent d’autres durées.',
      en: 'The laboratory simulates one device and one network: users experience other durations.',
    },
  ],
};

export const MOBILE: CriterionDefinition = {
  ...NOT_SAMPLED,
  id: 'mobile',
  label: { fr: 'Utilisable sur mobile', en: 'Usable on a phone' },
  shortLabel: { fr: 'Mobile', en: 'Mobile' },
  measures: {
    fr: 'Si la première page de la démarche s’utilise sur l’écran d’un téléphone.',
    en: 'Whether the first page of the procedure can be used on the screen of a phone.',
  },
  computedFrom: {
    fr: 'Un test automatique de la page à la largeur d’un téléphone.',
    en: 'An automatic test of the page at the width of a phone.',
  },
  formula: { fr: 'le verdict du test', en: 'the verdict of the test' },
  unit: 'category',
  direction: 'none',
  decimals: 0,
  legend: YES_PARTLY_NO_LEGEND,
  objective: { fr: 'utilisable sur mobile', en: 'usable on a phone' },
  knownLimits: [
    {
      fr: 'Un test automatique ne voit que la première page et une partie des défauts.',
      en: 'An automatic test sees only the first page and some of the defects.',
    },
  ],
};
