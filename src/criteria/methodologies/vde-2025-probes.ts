/** Criteria of `vde-2025` that a probe measures. */
import type { CriterionDefinition } from '../criterion.ts';
import { NOT_SAMPLED } from './legends.ts';

export const AVAILABILITY: CriterionDefinition = {
  ...NOT_SAMPLED,
  id: 'availability',
  label: { fr: 'Disponibilité', en: 'Availability' },
  shortLabel: { fr: 'Disponibilité', en: 'Uptime' },
  measures: {
    fr: 'La part du temps où le site de la démarche répond.',
    en: 'The share of time during which the website of the procedure answers.',
  },
  computedFrom: {
    fr: 'Une sonde qui interroge l’adresse de la démarche à intervalles réguliers, sur trois mois.',
    en: 'A probe that requests the address of the procedure at regular intervals, over three months.',
  },
  formula: {
    fr: 'temps disponible ÷ (temps disponible + temps indisponible)',
    en: 'time up ÷ (time up + time down)',
  },
  unit: 'share',
  direction: 'more',
  decimals: 2,
  legend: [
    {
      level: 'good',
      when: { kind: 'at_least', bound: 0.999 },
      words: { fr: '99,9 % ou plus', en: '99.9% or more' },
    },
    {
      level: 'medium',
      when: { kind: 'at_least', bound: 0.985 },
      words: { fr: 'de 98,5 % à moins de 99,9 %', en: 'from 98.5% to under 99.9%' },
    },
    { level: 'poor', when: { kind: 'otherwise' }, words: { fr: 'moins de 98,5 %', en: 'under 98.5%' } },
  ],
  windowMonths: 3,
  objective: { fr: 'une disponibilité de 99,9 % ou plus', en: 'an availability of 99.9% or more' },
  knownLimits: [
    {
      fr: 'Une sonde unique peut être bloquée par le site qu’elle mesure. Une disponibilité inférieure à 50 % alors que des usagers ont donné leur avis est tenue pour douteuse : la valeur est montrée, sans niveau.',
      en: 'A single probe may be blocked by the site it measures. An availability under 50% while users were leaving reviews is held suspect: the value is shown, without level.',
    },
    {
      fr: 'Les éditions publiées comparaient la valeur arrondie au dixième de pour cent : 99,85 % y passait pour 99,9 %. Ici la valeur n’est pas arrondie avant comparaison.',
      en: 'Published editions compared the value rounded to one tenth of a percent: 99.85% passed for 99.9%. Here the value is not rounded before it is compared.',
    },
    {
      fr: 'C’est une mesure de l’adresse d’entrée, pas de toute la démarche ; plusieurs démarches partagent parfois une adresse.',
      en: 'It measures the entry address, not the whole procedure; several procedures may share one address.',
    },
  ],
};

export const RESPONSE_TIME: CriterionDefinition = {
  ...NOT_SAMPLED,
  id: 'response_time',
  label: { fr: 'Temps de réponse', en: 'Response time' },
  shortLabel: { fr: 'Réponse', en: 'Response' },
  measures: {
    fr: 'Le temps moyen que met le serveur à répondre à une requête.',
    en: 'The mean time the server takes to answer a request.',
  },
  computedFrom: {
    fr: 'La même sonde que la disponibilité, sur trois mois.',
    en: 'The same probe as availability, over three months.',
  },
  formula: { fr: 'moyenne des temps de réponse', en: 'mean of the response times' },
  unit: 'ms',
  direction: 'less',
  decimals: 0,
  legend: [
    {
      level: 'good',
      when: { kind: 'below', bound: 400 },
      words: { fr: 'moins de 400 ms', en: 'under 400 ms' },
    },
    {
      level: 'medium',
      when: { kind: 'below', bound: 800 },
      words: { fr: 'de 400 à moins de 800 ms', en: 'from 400 to under 800 ms' },
    },
    { level: 'poor', when: { kind: 'otherwise' }, words: { fr: '800 ms ou plus', en: '800 ms or more' } },
  ],
  windowMonths: 3,
  objective: { fr: 'une réponse en moins de 400 ms', en: 'an answer in under 400 ms' },
  knownLimits: [
    {
      fr: 'Publié sous le nom de « temps de chargement », c’est le temps du serveur pour une requête, non celui de l’affichage d’une page.',
      en: 'Published as “loading time”, it is the time of the server for one request, not the time to display a page.',
    },
  ],
};
