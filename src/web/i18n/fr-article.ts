/** The sentences of the article of an edition, in French. Figures with their denominators, each linked to its proof. */
import { getMethodology } from '../../criteria/index.ts';
import type { Selection, Service } from '../../editions/index.ts';
import { criterionLabel, shareInProse, simpleFraction, totalInProse } from '../article-figures.ts';
import { type ArticleWords, findStatement, type Sentences } from './article-words.ts';
import { frOnline } from './fr-article-online.ts';
import { count, fractionText, inHeading, inWords, names, withOwner, wordsOf } from './fr-article-parts.ts';
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
  being_deployed: ['est en cours de déploiement local', 'sont en cours de déploiement local'],
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
const ministryOf = (ministry: string | null, then = ', '): Prose => {
  if (ministry === null) return [];
  const [, first = '', rest = ''] = /^(\S+)(.*)$/su.exec(ministry) ?? [];
  if (/^minist[eè]re$/iu.test(first)) return prose`Au ministère${rest}${then}`;
  if (/^services$/iu.test(first)) return prose`Aux services${rest}${then}`;
  return prose`Côté ${inFrench(ministry)}${then}`;
};

const told: Omit<Sentences, keyof typeof frQuality | keyof typeof frOnline> = {
  edition: ({ label, size, cutoffOn, publishedOn, revisedOn, methodology, selection, proof }) => {
    const words = ['démarche administrative', 'démarches administratives'] as const;
    const all =
      size === null ? words[1] : typeof size === 'number' ? sized(size) : totalInProse(l, size, ...words);
    const days = l.list([
      `arrêtées au ${l.day(cutoffOn)}`,
      ...(publishedOn === null ? [] : [`publiées le ${l.day(publishedOn)}`]),
      ...(revisedOn === null ? [] : [`corrigées le ${l.day(revisedOn)}`]),
    ]);
    const method = proven(getMethodology(methodology).label.fr, { page: 'methodology', id: methodology });
    return prose`L’édition « ${label} » de l’observatoire rend compte de la qualité ${size === 1 ? '' : 'de '}${proven(all, proof)}${chosen(selection)}. Ses données, ${days}, sont jugées selon la méthode « ${method} ».`;
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
    const changed = prose`${proven('La méthode a changé', proof)} depuis l’édition précédente, qui suivait « ${proven(getMethodology(before).label.fr, { page: 'methodology', id: before })} ».`;
    if (notCompared.length === 0) return changed;
    const labels = notCompared.map((criterion) => `« ${criterionLabel(l, id, criterion)} »`);
    return prose`${changed} D’une édition à l’autre, aucune comparaison n’est donc faite pour ${l.plural(labels.length, { one: 'le critère', other: 'les critères' })} ${l.list(labels)}.`;
  },
  not_measured: ({ criteria, proof }, { id }) => {
    const labels = criteria.map((criterion) => `« ${criterionLabel(l, id, criterion)} »`);
    return prose`${proven('Faute de données', proof)}, l’édition ne dit rien ${l.plural(labels.length, { one: 'du critère', other: 'des critères' })} ${l.list(labels)}.`;
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
      : prose`${ministryOf(ministry, ' : ')}${who}.`;
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
  selection_changed: ({ proof }) =>
    prose`Les deux éditions n’ont pas choisi leurs démarches de la même façon : ${proven('y entrer ou en sortir', proof)} ne veut donc pas dire être nouvelle ou supprimée.`,
  newly_online: ({ procedures, others, proof }) =>
    prose`${names(procedures, others, proof)} ${procedures.length + others === 1 ? 'devient entièrement réalisable' : 'deviennent entièrement réalisables'} ${others > 0 ? 'en ligne' : proven('en ligne', proof)}.`,
  left: ({ procedures, others, measure, proof }) => {
    if (others > 0) {
      const first =
        procedures.length === 1
          ? ''
          : measure === 'volume'
            ? ', les plus utilisées de celles dont l’usage est connu'
            : measure === 'reviews'
              ? ', celles qui recueillaient le plus d’avis'
              : '';
      return prose`De l’édition précédente, ${proven(`${wordsOf(procedures.length + others)} démarches`, proof)} ne figurent plus, parmi lesquelles ${names(procedures, 0, proof)}${first} ; leurs résultats passés restent consultables.`;
    }
    return prose`${names(procedures, 0, proof)} ne ${proven(procedures.length + others === 1 ? 'figure plus' : 'figurent plus', proof)} dans l’édition ; ${procedures.length + others === 1 ? 'ses' : 'leurs'} résultats passés restent consultables.`;
  },
  none_entered: ({ left, proof }) =>
    left === 0
      ? prose`${proven('La liste des démarches', proof)} n’a pas changé depuis l’édition précédente.`
      : prose`${proven('Aucune démarche', proof)} n’entre dans cette édition.`,

  corrected: ({ revision, reason, differences, correctedOn, proof, listProof }) =>
    prose`${revision <= 2 ? [] : prose`L’édition a été corrigée ${proven(`${wordsOf(revision - 1)} fois`, listProof)}. `}${revision <= 2 ? 'La' : 'La dernière correction, la'} révision ${l.number(revision)}${correctedOn === null ? '' : `, du ${l.day(correctedOn)},`} ${differences === 0 ? 'ne modifie' : 'modifie'} ${proven(`${wordsOf(differences)} ${l.plural(differences, { one: 'valeur', other: 'valeurs' })}`, proof)} de la précédente, pour ce motif : « ${inFrench(reason.replace(/\.$/u, ''))} ».`,

  total_online: ({ total, of, proof }) => {
    const all = of === null ? 'démarches' : totalInProse(l, of, 'démarche', 'démarches');
    return capitalised(
      prose`à cette date, ${proven(`${totalInProse(l, total)} des ${all}`, proof)} étaient réalisables en ligne.`,
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
      prose`${reviews.qualifier === 'exact' ? 'au total, ' : []}${proven(totalInProse(l, reviews, 'avis d’usager', 'avis d’usagers'), proof)} avaient été déposés${where}.`,
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
    online_rate: ({ rate, full }) =>
      full === rate.numerator
        ? `${shareInProse(l, rate.value ?? 0)} des démarches réalisables en ligne`
        : `Taux de réalisation en ligne : ${shareInProse(l, rate.value ?? 0)}`,
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
  pageTitle: (title, label) => `${title} – édition ${label}`,
  over: (label) => `Édition ${label}`,
  headings: {
    online: () => 'Ce qui peut se faire en ligne',
    entered: (statements) => {
      const total = findStatement(statements, 'total_new')?.total.value ?? 0;
      const entered = findStatement(statements, 'entered')?.count ?? 0;
      if (total > 0) {
        return `${inHeading(total)} ${l.plural(total, { one: 'nouvelle démarche', other: 'nouvelles démarches' })}`;
      }
      return entered === 0
        ? 'Entrées et sorties'
        : `${inHeading(entered)} ${l.plural(entered, { one: 'démarche entre', other: 'démarches entrent' })} dans l’édition`;
    },
    uses: () => 'L’usage au quotidien',
    reviews: (statements) => {
      const total = findStatement(statements, 'total_reviews')?.reviews;
      if (total !== undefined) return capital(`${totalInProse(l, total, 'avis d’usager', 'avis d’usagers')}`);
      const reviews = findStatement(statements, 'reviews');
      return reviews === undefined
        ? 'La parole aux usagers'
        : `${count(reviews.total, 'avis d’usager', 'avis d’usagers')}${reviews.isYear ? ' en un an' : ''}`;
    },
    progress: () => 'Progrès et difficultés',
    availability: () => 'La disponibilité des services',
    corrections: () => 'Correction',
  },
  sentences: { ...told, ...frOnline, ...frQuality },
  allResults: 'Consulter tous les résultats de l’édition',
  notes: {
    heading: 'Notes de la rédaction',
    signature: (author, day, name) => prose`${author}, le ${day}, à propos de « ${name} »`,
  },
};

function capital(text: string): string {
  return text.slice(0, 1).toLocaleUpperCase('fr') + text.slice(1);
}
