/** The French sentences on how procedures work for their users: uses, reviews, progress, availability. */
import { findCriterion, type Methodology } from '../../criteria/index.ts';
import type { ChangedProcedure, MarkedProcedure, Proof, UntestableReason } from '../../editions/index.ts';
import { criterionLabel, resultText, shareInProse, simpleFraction } from '../article-figures.ts';
import type { Sentences } from './article-words.ts';
import {
  byPartOf,
  count,
  fractionText,
  inWords,
  names,
  partOf,
  quoted,
  type Verdict,
  wordsOf,
} from './fr-article-parts.ts';
import { localisation } from './index.ts';
import { type Prose, prose, proven } from './prose.ts';

const l = localisation('fr');

/** "8,2 sur 10": a result in a sentence. */
const value = (methodology: Methodology, criterion: string, result: ChangedProcedure['after']): string => {
  const text = resultText(l, methodology.id, criterion, result);
  return findCriterion(methodology, criterion)?.unit === 'mark' ? `${text} sur 10` : text;
};

/** "« A » (satisfaction des usagers, de 7,1 à 7,6 sur 10)". */
const change =
  (methodology: Methodology) =>
  (one: ChangedProcedure): Prose => {
    const label = criterionLabel(l, methodology.id, one.criterion).toLocaleLowerCase('fr');
    const before = resultText(l, methodology.id, one.criterion, one.before);
    return prose`${quoted(one)} (${label}, de ${before} à ${value(methodology, one.criterion, one.after)})`;
  };

/** "« A » (de 4 à 2)". */
const counts =
  ({ id }: Methodology) =>
  (one: ChangedProcedure): Prose =>
    prose`${quoted(one)} (de ${resultText(l, id, one.criterion, one.before)} à ${resultText(l, id, one.criterion, one.after)})`;

/** "« A » (3,2 sur 10, pour 534 159 démarches par an)". */
const mark =
  (methodology: Methodology) =>
  (one: MarkedProcedure): Prose => {
    const used =
      one.volume_total !== null
        ? `, réalisée ${times(one.volume_total)} en un an`
        : one.result.n !== null
          ? `, ${count(one.result.n, 'avis', 'avis')}`
          : '';
    return prose`${quoted(one)} (${value(methodology, 'satisfaction', one.result)}${used})`;
  };

const times = (volume: number): string =>
  volume >= 1_000_000 ? `${l.compactNumber(volume)} de fois` : `${l.number(volume)} fois`;

const REASONS: Readonly<Record<UntestableReason, string>> = {
  absent_before: 'l’édition précédente n’a pas la valeur',
  absent_after: 'la nouvelle édition n’a pas la valeur',
  absent_both: 'aucune des deux éditions n’a la valeur',
  criterion_not_comparable: 'le critère a changé de définition',
  n_unknown: 'la source ne dit pas combien d’avis fondent chacun d’eux',
  variance_unknown: 'la dispersion des réponses n’est pas connue',
  too_few: 'trop peu de réponses sont entrées ou sorties entre les deux',
  no_variance: 'toutes les réponses sont identiques',
  windows_overlap: 'elles comptent en partie les mêmes avis, sans que l’on sache lesquels ont changé',
  probe_series: 'les séries de mesures ne se comparent pas',
  no_direction: 'le critère n’a pas de bon sens d’évolution',
  suspect: 'la valeur est douteuse',
};

const MARKED = ['notée', 'notées'] as const;
const DESCRIBED = [
  'dont la compatibilité mobile est connue',
  'dont la compatibilité mobile est connue',
] as const;
const ASKING = [
  'dont le nombre de données redemandées est connu',
  'dont le nombre de données redemandées est connu',
] as const;
const MEASURED = ['mesurée', 'mesurées'] as const;
const SIGNING_IN = ['où il faut s’identifier', 'où il faut s’identifier'] as const;

const MOBILE: Verdict = {
  one: 's’utilise sur un téléphone',
  several: 's’utilisent sur un téléphone',
  none: (pas) => `ne s’utilise${pas} sur un téléphone`,
  end: '',
};
const ONCE_ONLY: Verdict = {
  one: 'redemande au plus une donnée',
  several: 'redemandent au plus une donnée',
  none: (pas) => `ne se limite${pas} à redemander une donnée`,
  end: ' que l’administration détient déjà',
};

const ratedVerdict = (methodology: Methodology, above: number | null): Verdict =>
  above === null
    ? {
        one: 'atteint l’objectif',
        several: 'atteignent l’objectif',
        none: (pas) => `n’atteint${pas} l’objectif`,
        end: `, ${findCriterion(methodology, 'satisfaction')?.objective?.fr ?? ''}`,
      }
    : {
        one: 'est jugée très bonne',
        several: 'sont jugées très bonnes',
        none: (pas) => `n’est${pas} jugée très bonne`,
        end: `, avec une satisfaction supérieure à ${shareInProse(l, above)}`,
      };

/** " Quatre d’entre elles sont trop proches du seuil pour conclure." */
const doubtful = (borderline: number, of: number, proof: Proof): Prose =>
  borderline === 0
    ? []
    : prose` ${proven(of === 1 ? 'Elle' : borderline === 1 ? 'L’une d’entre elles' : `${inWords(borderline)} d’entre elles`, proof)} ${l.plural(borderline, { one: 'est trop proche', other: 'sont trop proches' })} du seuil pour conclure.`;

const NO_POOR_MARK: Verdict = {
  one: '',
  several: '',
  none: (pas) => `n’a${pas} de mauvaise note de satisfaction`,
  end: '',
};

export const frQuality = {
  reaching: (statement) =>
    statement.criterion === 'authentication'
      ? prose`FranceConnect ${byPartOf(statement, SIGNING_IN, 'proposé')}.`
      : statement.criterion === 'mobile'
        ? prose`${partOf(statement, DESCRIBED, MOBILE)}.`
        : prose`${partOf(statement, ASKING, ONCE_ONLY)}.`,
  usable_better: ({ criterion, procedures, others, proof }, methodology) => {
    if (criterion === 'once_only') {
      return prose`Le ${proven('compte des données redemandées', proof)}, pondéré par l’effort, baisse pour ${names(procedures, others, proof, counts(methodology))}.`;
    }
    const who = names(procedures, others, proof);
    const one = procedures.length + others === 1;
    return criterion === 'mobile'
      ? prose`${who} le ${one ? 'permet' : 'permettent'} ${proven('désormais', proof)}.`
      : prose`${who} l’${one ? 'a adopté' : 'ont adopté'} ${proven('depuis l’édition précédente', proof)}.`;
  },

  reviews: ({ total, count: k, of, period, isYear, proof }) => {
    const where =
      of === 1
        ? 'la seule démarche de l’édition'
        : k === of
          ? `l’ensemble des ${l.number(of)} démarches`
          : `${l.number(k)} des ${l.number(of)} démarches`;
    const when =
      period !== null
        ? `Entre le ${l.day(period.start)} et le ${l.day(period.end)}`
        : isYear
          ? 'Sur douze mois'
          : 'Au total';
    return prose`${when}, ${proven(count(total, 'avis d’usager a été recueilli', 'avis d’usagers ont été recueillis'), proof)} sur ${where}.`;
  },
  reviews_dated: ({ count: k, of, lastOn, cutoffOn, unchanged, proof }) => {
    const some =
      of === 1 ? 'de cette note' : k === of ? 'de ces notes' : `de ${l.number(k)} des ${l.number(of)} notes`;
    const known =
      unchanged === 0
        ? ''
        : unchanged === k
          ? ` : ${k === 1 ? 'elle n’a pas été mise' : 'elles n’ont pas été mises'} à jour depuis l’édition précédente`
          : ` ; ${l.number(unchanged)} ${l.plural(unchanged, { one: 'n’a pas été mise à jour', other: 'n’ont pas été mises à jour' })} depuis l’édition précédente`;
    return prose`Les avis ${some} s’arrêtent ${k === of ? '' : 'au plus tard '}${proven(`au ${l.day(lastOn)}`, proof)}, avant l’arrêt des données de l’édition au ${l.day(cutoffOn)}${known}.`;
  },
  margin_unknown: ({ count: k, of, proof }) =>
    k === of
      ? prose`La répartition des réponses n’est pas connue : la marge d’incertitude de ${proven(of === 1 ? 'cette note' : 'ces notes', proof)} ne l’est donc pas non plus.`
      : prose`La marge d’incertitude n’est pas connue pour ${proven(`${l.number(k)} de ces ${l.number(of)} notes`, proof)}.`,
  reviews_uncounted: ({ proof }) =>
    prose`${proven('La source', proof)} ne dit pas combien d’avis fondent ces notes : leur marge d’incertitude n’est donc pas connue.`,
  marked: ({ count: k, of, insufficient, proof }) => {
    if (k === 0) {
      const none = of === 1 ? 'La démarche' : `Aucune des ${l.number(of)} démarches`;
      return prose`${proven(none, proof)} n’a encore reçu assez d’avis pour être notée.`;
    }
    const few =
      insufficient === 0
        ? ''
        : ` ; ${wordsOf(insufficient)} ${l.plural(insufficient, { one: 'autre a', other: 'autres ont' })} reçu trop peu d’avis pour en avoir une`;
    const which =
      k === of
        ? l.plural(of, { one: 'la seule démarche de l’édition', other: `les ${l.number(of)} démarches` })
        : `${count(k, 'démarche', 'démarches')} sur ${l.number(of)}`;
    return prose`Une note de satisfaction est publiée pour ${proven(which, proof)}${few}.`;
  },
  well_rated: (statement, methodology) => {
    const { count: k, of, above, borderline, proof } = statement;
    const verdict = ratedVerdict(methodology, above);
    const share = shareInProse(l, of === 0 ? 0 : k / of);
    const fraction = k > 1 && k < of ? simpleFraction(k / of) : null;
    if (fraction !== null) {
      const said = `${fractionText(fraction) ?? ''} ${fraction[0] === 1 ? verdict.one : verdict.several}`;
      return prose`Parmi les ${l.number(of)} démarches notées, ${proven(said, proof)}${verdict.end} : elles sont ${l.number(k)}, soit ${share}.${doubtful(borderline, k, proof)}`;
    }
    const exact = k > 0 && k < of ? ` (${share})` : '';
    return prose`${partOf(statement, MARKED, verdict)}${exact}.${doubtful(borderline, k, proof)}`;
  },

  tested: ({ tested, better, worse, falseDiscoveryRate, proof }) => {
    const all = proven(
      `${inWords(tested)} ${l.plural(tested, { one: 'évolution a pu être testée', other: 'évolutions ont pu être testées' })}`,
      proof,
    );
    if (better + worse === 0) {
      return prose`${all} depuis l’édition précédente, et ${l.plural(tested, { one: 'elle', other: 'aucune' })} ne dépasse ${l.plural(tested, { one: 'pas ', other: '' })}ce que le hasard expliquerait.`;
    }
    const found = l.list([
      ...(better > 0 ? [`${wordsOf(better)} ${l.plural(better, { one: 'hausse', other: 'hausses' })}`] : []),
      ...(worse > 0 ? [`${wordsOf(worse)} ${l.plural(worse, { one: 'baisse', other: 'baisses' })}`] : []),
    ]);
    return prose`${all} depuis l’édition précédente : ${found} ${l.plural(better + worse, { one: 'dépasse', other: 'dépassent' })} ce que le hasard expliquerait (au plus ${shareInProse(l, falseDiscoveryRate)} de fausses alertes parmi elles, en moyenne).`;
  },
  better: ({ procedures, others, proof }, methodology) =>
    prose`Une hausse est ${proven('établie', proof)} pour ${names(procedures, others, proof, change(methodology))}.`,
  worse: ({ procedures, others, proof }, methodology) =>
    prose`Une baisse est ${proven('établie', proof)} pour ${names(procedures, others, proof, change(methodology))}.`,
  none_tested: ({ pairs, reasons, proof }) =>
    prose`Les deux éditions ont en commun ${proven(l.plural(pairs, { one: 'un chiffre tiré', other: `${l.number(pairs)} chiffres tirés` }), proof)} des réponses d’usagers, mais aucune hausse ni baisse ne peut être établie : ${reasons.map((reason) => REASONS[reason]).join(', ou ')}.`,
  poorly_rated: ({ count: poor, of, procedures, others, measure, borderline, proof }, methodology) => {
    const threshold =
      findCriterion(methodology, 'satisfaction')?.legend.find(({ level }) => level === 'poor')?.words.fr ??
      '';
    const list = names(procedures, 0, proof, mark(methodology));
    const scale =
      findCriterion(methodology, 'satisfaction')?.unit === 'mark' ? `${threshold} sur 10` : threshold;
    const doubt = doubtful(borderline, poor, proof);
    const who =
      of === 1
        ? 'La seule démarche notée'
        : `${inWords(poor)} ${l.plural(poor, { one: 'démarche', other: 'démarches' })} sur les ${l.number(of)} notées`;
    const all = prose`${proven(who, proof)} ${l.plural(poor, { one: 'mécontente ses', other: 'mécontentent leurs' })} usagers (${scale})`;
    if (others === 0) return prose`${all} : ${list}.${doubt}`;
    const first =
      measure === 'volume'
        ? 'Les plus utilisées, parmi celles dont l’usage est connu, sont'
        : measure === 'reviews'
          ? 'Celles qui reçoivent le plus d’avis sont'
          : 'Parmi elles figurent';
    return prose`${all}. ${first} ${list}.${doubt}`;
  },
  none_poorly_rated: ({ of, proof }) => prose`${partOf({ count: 0, of, proof }, MARKED, NO_POOR_MARK)}.`,

  available: (statement, methodology) => {
    const { criterion, count: k, of } = statement;
    const objective = findCriterion(methodology, criterion)?.objective?.fr ?? '';
    const share = k === 0 || k === of ? '' : `, soit ${shareInProse(l, k / of)}`;
    return prose`L’objectif, ${objective}, ${byPartOf(statement, MEASURED, 'atteint')}${share}.`;
  },
  suspect: ({ count: k, of, reason, proof }) => {
    const other = k === of ? '' : l.plural(k, { one: 'autre ', other: 'autres ' });
    const what = proven(`${inWords(k)} ${other}${l.plural(k, { one: 'mesure', other: 'mesures' })}`, proof);
    const aside = l.plural(k, { one: 'a été écartée', other: 'ont été écartées' });
    return reason === 'probe_blocked'
      ? prose`${what} ${aside} : la sonde y voyait le service indisponible plus de la moitié du temps alors que des usagers donnaient leur avis, signe qu’elle était sans doute bloquée.`
      : prose`${what} ${aside}, parce que ${l.plural(k, { one: 'sa', other: 'leur' })} valeur n’est pas plausible.`;
  },
} satisfies Partial<Sentences>;
