/** The sentences of the article of an edition, in French. Figures with their denominators, each linked to its proof. */
import { getMethodology } from '../../criteria/index.ts';
import type { Selection, Service } from '../../editions/index.ts';
import {
  criterionLabel,
  pointsText,
  shareInProse,
  simpleFraction,
  totalInProse,
} from '../article-figures.ts';
import { type ArticleWords, findStatement, type Sentences } from './article-words.ts';
import { count, fractionText, inWords, names, withOwner, wordsOf } from './fr-article-parts.ts';
import { frQuality } from './fr-article-quality.ts';
import { localisation } from './index.ts';
import { capitalised, inFrench, type Prose, prose, proseList, proven } from './prose.ts';

const l = localisation('fr');

const sized = (size: number): string =>
  size === 1
    ? 'd’une démarche administrative'
    : count(size, 'démarche administrative', 'démarches administratives');

const chosen = (selection: Selection): string => {
  if (selection.rule === 'top') {
    return `, les plus utilisées des ${l.number(selection.candidates)} dont le volume annuel est connu`;
  }
  return selection.rule === 'list' ? ', retenues une à une avec leur motif' : '';
};

const SERVICES: Readonly<Record<Service, readonly [one: string, several: string]>> = {
  fully_online: ['se fait entièrement en ligne', 'se font entièrement en ligne'],
  partly_online: ['se fait en partie en ligne', 'se font en partie en ligne'],
  not_online: ['ne se fait pas encore en ligne', 'ne se font pas encore en ligne'],
  nothing_asked_again: [
    'ne redemande aucune donnée déjà connue de l’administration',
    'ne redemandent aucune donnée déjà connue de l’administration',
  ],
  one_asked_again: [
    'ne redemande qu’une donnée déjà connue de l’administration',
    'ne redemandent qu’une donnée déjà connue de l’administration',
  ],
  france_connect: ['accepte FranceConnect', 'acceptent FranceConnect'],
  mobile: ['s’utilise sur un téléphone', 's’utilisent sur un téléphone'],
  help: ['propose une aide humaine', 'proposent une aide humaine'],
  help_reachable: ['donne accès à une aide joignable', 'donnent accès à une aide joignable'],
};

/** "Au ministère de la Justice, ": the name of a ministry is the data's, and so is what it can be joined by. */
const ministryOf = (ministry: string | null): Prose => {
  if (ministry === null) return [];
  const [, first = '', rest = ''] = /^(\S+)(.*)$/su.exec(ministry) ?? [];
  if (/^minist[eè]re$/iu.test(first)) return prose`Au ministère${rest}, `;
  if (/^services$/iu.test(first)) return prose`Aux services${rest}, `;
  return prose`Côté ${inFrench(ministry)}, `;
};

/** How a status that counts for a part is told, and for how much it counts. */
const PARTIAL: Readonly<Record<string, string>> = { Partiel: 'en partie', Bêta: 'en version bêta' };
const partialText = (status: string): string => PARTIAL[status] ?? `au statut « ${status} »`;
const weightText = (weight: number): string =>
  ({ 0.5: 'pour moitié', 0.1: 'pour un dixième' })[weight] ?? `pour ${l.number(weight)}`;

const told: Omit<Sentences, keyof typeof frQuality> = {
  edition: ({ label, size, cutoffOn, publishedOn, methodology, selection, proof }) => {
    const words = ['démarche administrative', 'démarches administratives'] as const;
    const all =
      size === null ? words[1] : typeof size === 'number' ? sized(size) : totalInProse(l, size, ...words);
    const published = publishedOn === null ? '' : ` et publiées le ${l.day(publishedOn)}`;
    const method = proven(getMethodology(methodology).label.fr, { page: 'methodology', id: methodology });
    return prose`L’édition « ${label} » de l’observatoire rend compte de la qualité ${size === 1 ? '' : 'de '}${proven(all, proof)}${chosen(selection)}. Ses données, arrêtées au ${l.day(cutoffOn)}${published}, sont jugées selon la méthode « ${method} ».`;
  },
  reconstructed: ({ proof }) =>
    prose`Elle a été ${proven('reconstituée', proof)} après coup, à partir des données de l’époque : elle n’a pas été publiée sous cette forme.`,
  known_by_totals: ({ proof }) =>
    prose`On n’en connaît que ${proven('les chiffres d’ensemble', proof)}, tels qu’ils ont été annoncés : le détail par démarche manque.`,
  first_edition: ({ proof }) =>
    prose`C’est ${proven('la première édition', proof)} publiée ici ; elle ne se compare donc à aucune autre.`,
  previous_by_totals: ({ label, proof }) =>
    prose`De l’édition précédente, ${proven(`« ${label} »`, proof)}, on ne connaît que les chiffres d’ensemble : les démarches ne sont pas comparées une à une.`,
  method_changed: ({ before, notCompared, proof }, { id }) => {
    const changed = prose`La méthode a ${proven('changé', proof)} depuis l’édition précédente, qui suivait « ${proven(getMethodology(before).label.fr, { page: 'methodology', id: before })} ».`;
    if (notCompared.length === 0) return changed;
    const labels = notCompared.map((criterion) => `« ${criterionLabel(l, id, criterion)} »`);
    return prose`${changed} D’une édition à l’autre, aucune comparaison n’est donc faite pour ${l.plural(labels.length, { one: 'le critère', other: 'les critères' })} ${l.list(labels)}.`;
  },
  not_measured: ({ criteria, proof }, { id }) => {
    const labels = criteria.map((criterion) => `« ${criterionLabel(l, id, criterion)} »`);
    return prose`${proven('Faute de données', proof)}, l’édition ne dit rien ${l.plural(labels.length, { one: 'du critère', other: 'des critères' })} ${l.list(labels)}.`;
  },

  online_rate: ({ rate, full, partial, proof, fullProof }) => {
    const of = rate.denominator;
    const known = 'dont le statut en ligne est connu';
    if (full === of) {
      const all = l.plural(of, { one: 'La seule démarche', other: `Les ${l.number(of)} démarches` });
      return prose`${proven(`${all} ${known}`, proof)} ${l.plural(of, { one: 'se fait', other: 'se font toutes' })} entièrement en ligne (${shareInProse(l, 1)}).`;
    }
    const share = proven(shareInProse(l, rate.value ?? 0), proof);
    const fully = proven(
      full === 0
        ? 'aucune ne se fait entièrement en ligne'
        : full === 1
          ? 'une se fait entièrement en ligne'
          : `${l.number(full)} se font entièrement en ligne`,
      fullProof,
    );
    const among = prose`Sur ${l.plural(of, { one: 'la seule démarche', other: `les ${l.number(of)} démarches` })} ${known}, ${fully}`;
    if (partial.length === 0) return prose`${among}, soit un taux de ${share}.`;
    const partly = partial.map(
      ({ status, count: some }) => `${some === 1 ? 'une' : l.number(some)} ${partialText(status)}`,
    );
    const [alone] = partial;
    const weighed =
      partial.length === 1 && alone !== undefined
        ? `${l.plural(alone.count, { one: 'cette dernière', other: 'ces dernières' })} ${weightText(alone.weight)}`
        : l.list(partial.map(({ status, weight }) => `${weightText(weight)} celles ${partialText(status)}`));
    return prose`${among} et ${l.list(partly)}. En comptant ${weighed}, le taux s’établit à ${share}, soit l’équivalent de ${l.number(rate.numerator)} ${l.plural(rate.numerator, { one: 'démarche', other: 'démarches' })} sur ${l.number(of)}.`;
  },
  online_outside: ({ count: outside, of, proof }) =>
    prose`${proven(`${inWords(outside)} ${l.plural(outside, { one: 'démarche', other: 'démarches' })} sur ${l.number(of)}`, proof)} ${l.plural(outside, { one: 'reste', other: 'restent' })} hors du calcul, parce que leur statut n’est pas renseigné ou que le droit est accordé sans demande.`,
  online_by_volume: ({ rate, proof }) =>
    prose`Si l’on tient compte de l’usage, ${proven(`${shareInProse(l, rate.value ?? 0)} des démarches accomplies en un an`, proof)} pouvaient l’être en ligne ; ce calcul porte sur ${l.plural(rate.procedures, { one: 'la seule démarche', other: `les ${l.number(rate.procedures)} démarches` })} dont le volume annuel est connu.`,
  online_change: ({ label, before, points, otherProcedures, proof }) => {
    const shown = pointsText(points);
    const size = `${l.number(shown)} ${l.plural(Number(shown), { one: 'point', other: 'points' })}`;
    const moved =
      points === 0
        ? 'il n’a pas bougé'
        : Number(shown) === 0
          ? 'l’écart est inférieur à un dixième de point'
          : points > 0
            ? `il gagne ${size}`
            : `il perd ${size}`;
    const why =
      otherProcedures && points !== 0 ? ', en partie parce que des démarches sont entrées ou sorties' : '';
    return prose`Dans l’édition « ${label} », le taux était de ${proven(shareInProse(l, before), proof)} : ${moved}${why}.`;
  },

  entered: ({ count: entered, ministries, proof }) => {
    const what = `${inWords(entered)} ${l.plural(entered, { one: 'démarche fait son entrée', other: 'démarches font leur entrée' })}`;
    const from =
      ministries > 1
        ? `, sous la responsabilité de ${wordsOf(ministries)} ministères`
        : ministries === 1 && entered > 1
          ? ', sous la responsabilité d’un même ministère'
          : '';
    return prose`${proven(what, proof)} dans cette édition${from}.`;
  },
  entered_group: ({ ministry, sameMinistry, procedures, services }) => {
    const who = proseList(l, procedures.map(withOwner));
    const form = procedures.length === 1 ? 0 : 1;
    if (services.length > 0) {
      const from = sameMinistry ? prose`Dans le même ministère, ` : ministryOf(ministry);
      return prose`${ministry === null ? [] : from}${who} ${l.list(services.map((service) => SERVICES[service][form]))}.`;
    }
    if (ministry === null) return prose`${who} ${['en fait partie', 'en font partie'][form] ?? ''}.`;
    return sameMinistry
      ? prose`${['S’y ajoute', 'S’y ajoutent'][form] ?? ''} ${who}.`
      : prose`${ministryOf(ministry)}il s’agit de ${who}.`;
  },
  entered_others: ({ count: others, measure, proof }) => {
    const rest = proven(
      l.plural(others, { one: 'une autre démarche', other: `${wordsOf(others)} autres démarches` }),
      proof,
    );
    const enter = l.plural(others, { one: 'entre', other: 'entrent' });
    if (measure === 'volume')
      return prose`Ce sont les plus utilisées de celles dont l’usage est connu ; ${rest} ${enter} avec elles.`;
    if (measure === 'reviews')
      return prose`Ce sont celles qui ont recueilli le plus d’avis ; ${rest} ${enter} avec elles.`;
    return capitalised(prose`${rest} ${enter} avec elles.`);
  },
  newly_online: ({ procedures, others, proof }) =>
    prose`${names(procedures, others, proof)} ${procedures.length + others === 1 ? 'devient entièrement réalisable' : 'deviennent entièrement réalisables'} ${proven('en ligne', proof)}.`,
  left: ({ procedures, others, proof }) =>
    prose`${names(procedures, others, proof)} ne ${proven(procedures.length + others === 1 ? 'figure plus' : 'figurent plus', proof)} dans l’édition ; ${procedures.length + others === 1 ? 'ses' : 'leurs'} résultats passés restent consultables.`,
  none_entered: ({ left, proof }) =>
    left === 0
      ? prose`${proven('La liste des démarches', proof)} n’a pas changé depuis l’édition précédente.`
      : prose`${proven('Aucune démarche', proof)} n’entre dans cette édition.`,

  corrected: ({ revision, reason, differences, correctedOn, proof }) =>
    prose`La révision ${l.number(revision)}${correctedOn === null ? '' : `, du ${l.day(correctedOn)},`} ${differences === 0 ? 'ne modifie' : 'modifie'} ${proven(`${wordsOf(differences)} ${l.plural(differences, { one: 'valeur', other: 'valeurs' })}`, proof)} de la précédente, pour ce motif : « ${inFrench(reason.replace(/\.$/u, ''))} ».`,

  total_online: ({ total, of, proof }) => {
    const all = of === null ? 'démarches' : totalInProse(l, of, 'démarche', 'démarches');
    return capitalised(
      prose`${proven(`${totalInProse(l, total)} des ${all}`, proof)} étaient réalisables en ligne.`,
    );
  },
  total_new: ({ total, proof }) =>
    total.qualifier === 'exact'
      ? prose`${proven(`${inWords(total.value)} ${l.plural(total.value, { one: 'nouvelle démarche en ligne', other: 'nouvelles démarches en ligne' })}`, proof)} ${l.plural(total.value, { one: 'faisait son entrée', other: 'faisaient leur entrée' })} dans l’observatoire.`
      : capitalised(
          prose`${proven(totalInProse(l, total, 'nouvelle démarche en ligne', 'nouvelles démarches en ligne'), proof)} faisaient leur entrée dans l’observatoire.`,
        ),
  total_reviews: ({ reviews, equipped, proof }) => {
    const where =
      equipped === null
        ? ''
        : ` sur ${totalInProse(l, equipped, 'démarche équipée', 'démarches équipées')} du bouton qui les recueille`;
    return capitalised(
      prose`${proven(totalInProse(l, reviews, 'avis d’usager', 'avis d’usagers'), proof)} avaient été déposés${where}.`,
    );
  },
  total_well_rated: ({ rate, of, above, proof }) => {
    const threshold = above === null ? '' : `, avec une satisfaction supérieure à ${shareInProse(l, above)}`;
    const all = of === null ? 'de ces démarches' : `de ces ${totalInProse(l, of, 'démarche', 'démarches')}`;
    const fraction = rate.qualifier === 'exact' ? simpleFraction(rate.value) : null;
    const said = (fraction && fractionText(fraction)) ?? totalInProse(l, rate);
    const verdict = fraction?.[0] === 1 ? 'était jugée très bonne' : 'étaient jugées très bonnes';
    return capitalised(prose`${proven(said, proof)} ${all} ${verdict}${threshold}.`);
  },
};

export const frArticle: ArticleWords = {
  titles: {
    online_rate: ({ rate }) => `${shareInProse(l, rate.value ?? 0)} des démarches réalisables en ligne`,
    total_online: ({ total }) => capital(`${totalInProse(l, total)} des démarches réalisables en ligne`),
    well_rated: ({ count: good, of, above }) =>
      good === 0
        ? `Aucune démarche notée ${above === null ? 'n’atteint l’objectif de satisfaction' : 'n’est jugée très bonne'}`
        : `${shareInProse(l, good / of)} des démarches notées ${above === null ? 'atteignent l’objectif de satisfaction' : 'sont jugées très bonnes'}`,
    edition: ({ size }) =>
      typeof size === 'number' && size > 0
        ? `La qualité ${size === 1 ? '' : 'de '}${sized(size)}`
        : 'La qualité des démarches administratives',
  },
  over: (label) => `Édition ${label}`,
  headings: {
    online: () => 'Ce qui peut se faire en ligne',
    entered: (statements) => {
      const total = findStatement(statements, 'total_new')?.total;
      const entered = findStatement(statements, 'entered')?.count ?? total?.value ?? 0;
      return entered === 0
        ? 'Entrées et sorties'
        : `${inWords(entered)} ${l.plural(entered, { one: 'nouvelle démarche', other: 'nouvelles démarches' })}`;
    },
    uses: () => 'L’usage au quotidien',
    reviews: (statements) => {
      const total = findStatement(statements, 'total_reviews')?.reviews;
      if (total !== undefined) return capital(`${totalInProse(l, total, 'avis d’usager', 'avis d’usagers')}`);
      const reviews = findStatement(statements, 'reviews');
      return reviews === undefined
        ? 'La parole aux usagers'
        : count(reviews.total, 'avis d’usager', 'avis d’usagers');
    },
    progress: () => 'Progrès et difficultés',
    availability: () => 'La disponibilité des services',
    corrections: () => 'Correction',
  },
  sentences: { ...told, ...frQuality },
  allResults: 'Consulter tous les résultats de l’édition',
  notes: {
    heading: 'Notes de la rédaction',
    signature: (author, day, name) => prose`${author}, le ${day}, à propos de « ${name} »`,
  },
};

function capital(text: string): string {
  return text.slice(0, 1).toLocaleUpperCase('fr') + text.slice(1);
}
