/** The sentences of the article of an edition, in English. Figures with their denominators, each linked to its proof. */
import { getMethodology } from '../../criteria/index.ts';
import type { Selection, Service } from '../../editions/index.ts';
import { criterionLabel, shareInProse, simpleFraction, totalInProse } from '../article-figures.ts';
import { type ArticleWords, findStatement, type Sentences } from './article-words.ts';
import { enOnline } from './en-article-online.ts';
import { count, fractionText, inHeading, inWords, names, withOwner, wordsOf } from './en-article-parts.ts';
import { enQuality } from './en-article-quality.ts';
import { localisation } from './index.ts';
import { capitalised, inFrench, type Prose, prose, proseList, proven } from './prose.ts';

const l = localisation('en');

const sized = (size: number): string =>
  size === 1 ? 'one public procedure' : count(size, 'public procedure', 'public procedures');

const chosen = (selection: Selection): string => {
  if (selection.rule === 'top') {
    return `, the most used of the ${l.number(selection.candidates)} whose yearly volume is known`;
  }
  return selection.rule === 'list' ? ', chosen one by one with a reason for each' : '';
};

const SERVICES: Readonly<Record<Service, readonly [one: string, several: string]>> = {
  fully_online: ['can be carried out entirely online', 'can be carried out entirely online'],
  being_deployed: ['is being deployed locally', 'are being deployed locally'],
  partly_online: ['can be carried out partly online', 'can be carried out partly online'],
  not_online: ['cannot be carried out online yet', 'cannot be carried out online yet'],
  nothing_asked_again: [
    'asks for nothing that the administration already knows',
    'ask for nothing that the administration already knows',
  ],
  one_asked_again: [
    'asks for only one data item that the administration already knows',
    'ask for only one data item that the administration already knows',
  ],
  france_connect: ['accepts FranceConnect', 'accept FranceConnect'],
  mobile: ['works on a phone', 'work on a phone'],
  help: ['offers human help', 'offer human help'],
  help_reachable: ['gives access to help that can be reached', 'give access to help that can be reached'],
};

const ministryOf = (ministry: string | null, then = ', '): Prose =>
  ministry === null ? [] : prose`At the ${inFrench(ministry)}${then}`;

const told: Omit<Sentences, keyof typeof enQuality | keyof typeof enOnline> = {
  edition: ({ label, size, cutoffOn, publishedOn, revisedOn, methodology, selection, proof }) => {
    const words = ['public procedure', 'public procedures'] as const;
    const all =
      size === null
        ? words[1]
        : typeof size === 'number'
          ? size === 1
            ? 'one public procedure'
            : count(size, ...words)
          : totalInProse(l, size, ...words);
    const days = l.list([
      `as of ${l.day(cutoffOn)}`,
      ...(publishedOn === null ? [] : [`published on ${l.day(publishedOn)}`]),
      ...(revisedOn === null ? [] : [`corrected on ${l.day(revisedOn)}`]),
    ]);
    const method = proven(getMethodology(methodology).label.en, { page: 'methodology', id: methodology });
    return prose`The “${inFrench(label)}” edition of the observatory reports on the quality of ${proven(all, proof)}${chosen(selection)}. Its data, ${days}, are judged by the “${method}” methodology.`;
  },
  reconstructed: ({ proof }) =>
    prose`It was ${proven('reconstructed', proof)} afterwards from the data of the time, and was not published in this form.`,
  known_by_totals: ({ proof }) =>
    prose`Only its ${proven('overall figures', proof)} are known, as they were announced: the detail by procedure is missing.`,
  first_edition: ({ proof }) =>
    prose`It is ${proven('the first edition', proof)} published here, so it is not compared with any other.`,
  previous_by_totals: ({ label, proof }) =>
    prose`Of the previous edition, ${proven(`“${label}”`, proof)}, only the overall figures are known: procedures are not compared one by one.`,
  method_changed: ({ before, notCompared, proof }, { id }) => {
    const changed = prose`${proven('The methodology has changed', proof)} since the previous edition, which followed “${proven(getMethodology(before).label.en, { page: 'methodology', id: before })}”.`;
    if (notCompared.length === 0) return changed;
    const labels = notCompared.map((criterion) => `“${criterionLabel(l, id, criterion)}”`);
    return prose`${changed} No comparison between the two editions is therefore made for ${l.plural(labels.length, { one: 'the criterion', other: 'the criteria' })} ${l.list(labels)}.`;
  },
  not_measured: ({ criteria, proof }, { id }) => {
    const labels = criteria.map((criterion) => `“${criterionLabel(l, id, criterion)}”`);
    return prose`${proven('For want of data', proof)}, the edition says nothing of ${l.plural(labels.length, { one: 'the criterion', other: 'the criteria' })} ${l.list(labels)}.`;
  },

  entered: ({ count: entered, ministries, proof }) => {
    const what = `${inWords(entered)} ${l.plural(entered, { one: 'procedure enters', other: 'procedures enter' })}`;
    const from =
      ministries > 1
        ? `, under the responsibility of ${wordsOf(ministries)} ministries`
        : ministries === 1 && entered > 1
          ? ', all under the responsibility of one ministry'
          : '';
    return prose`${proven(what, proof)} this edition${from}.`;
  },
  entered_group: ({ ministry, sameMinistry, procedures, services }) => {
    const who = proseList(l, procedures.map(withOwner));
    const form = procedures.length === 1 ? 0 : 1;
    if (services.length > 0) {
      const from = sameMinistry ? prose`At the same ministry, ` : ministryOf(ministry);
      return prose`${ministry === null ? [] : from}${who} ${l.list(services.map((service) => SERVICES[service][form]))}.`;
    }
    if (ministry === null) return prose`${who} ${['is one of them', 'are among them'][form] ?? ''}.`;
    return sameMinistry
      ? prose`${who} ${['joins', 'join'][form] ?? ''} from there too.`
      : prose`${ministryOf(ministry, ': ')}${who}.`;
  },
  entered_others: ({ count: others, measure, proof }) => {
    const rest = proven(
      l.plural(others, { one: 'one other procedure', other: `${wordsOf(others)} other procedures` }),
      proof,
    );
    const enter = l.plural(others, { one: 'enters', other: 'enter' });
    if (measure === 'volume') {
      return prose`These are the most used of those whose use is known; ${rest} ${enter} with them.`;
    }
    if (measure === 'reviews') {
      return prose`These are the ones that received the most reviews; ${rest} ${enter} with them.`;
    }
    return capitalised(prose`${rest} ${enter} with them.`);
  },
  selection_changed: ({ proof }) =>
    prose`The two editions did not choose their procedures in the same way, so ${proven('coming in or going out', proof)} does not mean being new or withdrawn.`,
  newly_online: ({ procedures, others, proof }) =>
    prose`${names(procedures, others, proof)} can ${others > 0 ? 'now' : proven('now', proof)} be carried out entirely online.`,
  left: ({ procedures, others, measure, proof }) => {
    if (others > 0) {
      const first =
        procedures.length === 1
          ? ''
          : measure === 'volume'
            ? ', the most used of those whose use is known'
            : measure === 'reviews'
              ? ', those that received the most reviews'
              : '';
      return prose`Of the previous edition, ${proven(`${wordsOf(procedures.length + others)} procedures`, proof)} are no longer there, among them ${names(procedures, 0, proof)}${first}; past results can still be read.`;
    }
    return prose`${names(procedures, 0, proof)} ${procedures.length + others === 1 ? 'is' : 'are'} ${proven('no longer in the edition', proof)}; past results can still be read.`;
  },
  none_entered: ({ left, proof }) =>
    left === 0
      ? prose`${proven('The list of procedures', proof)} has not changed since the previous edition.`
      : prose`${proven('No procedure', proof)} enters this edition.`,

  corrected: ({ revision, reason, differences, correctedOn, proof, listProof }) =>
    prose`${revision <= 2 ? [] : prose`The edition has been corrected ${proven(revision === 3 ? 'twice' : `${wordsOf(revision - 1)} times`, listProof)}. `}${revision <= 2 ? 'Revision' : 'The last correction, revision'} ${l.number(revision)}${correctedOn === null ? '' : `, of ${l.day(correctedOn)},`} changes ${proven(`${wordsOf(differences)} ${l.plural(differences, { one: 'value', other: 'values' })}`, proof)} of the one before, for this reason: “${inFrench(reason.replace(/\.$/u, ''))}”.`,

  total_online: ({ total, of, proof }) => {
    const all = of === null ? 'procedures' : `the ${totalInProse(l, of, 'procedure', 'procedures')}`;
    return capitalised(
      prose`at that date, ${proven(`${totalInProse(l, total)} of ${all}`, proof)} could be carried out online.`,
    );
  },
  total_new: ({ total, proof }) => {
    const words = ['new online procedure', 'new online procedures'] as const;
    const what =
      total.qualifier === 'exact'
        ? `${inWords(total.value)} ${l.plural(total.value, { one: words[0], other: words[1] })}`
        : totalInProse(l, total, ...words);
    return capitalised(prose`${proven(what, proof)} entered the observatory.`);
  },
  total_reviews: ({ reviews, equipped, proof }) => {
    const where =
      equipped === null
        ? ''
        : ` on ${totalInProse(l, equipped, 'procedure', 'procedures')} with the button that collects them`;
    return capitalised(
      prose`${reviews.qualifier === 'exact' ? 'in all, ' : []}${proven(totalInProse(l, reviews, 'review from users', 'reviews from users'), proof)} had been left${where}.`,
    );
  },
  total_well_rated: ({ rate, of, above, proof }) => {
    const threshold = above === null ? '' : `, with a satisfaction above ${shareInProse(l, above)}`;
    const all = of === null ? 'these procedures' : `these ${totalInProse(l, of, 'procedure', 'procedures')}`;
    const fraction = rate.qualifier === 'exact' ? simpleFraction(rate.value) : null;
    const said = (fraction && fractionText(fraction)) ?? totalInProse(l, rate);
    return capitalised(
      prose`${proven(said, proof)} of ${all} ${fraction?.[0] === 1 ? 'was' : 'were'} rated very good${threshold}.`,
    );
  },
};

export const enArticle: ArticleWords = {
  titles: {
    online_rate: ({ rate, full }) =>
      full === rate.numerator
        ? `${shareInProse(l, rate.value ?? 0)} of procedures available online`
        : `Online rate: ${shareInProse(l, rate.value ?? 0)}`,
    total_online: ({ total }) => capital(`${totalInProse(l, total)} of procedures available online`),
    well_rated: ({ count: good, of, above }) =>
      `${good === 0 ? 'None' : shareInProse(l, good / of)} of the procedures with a mark ${above === null ? `${good === 0 ? 'reaches' : 'reach'} the satisfaction objective` : `${good === 0 ? 'is' : 'are'} rated very good`}`,
    edition: ({ size }) =>
      typeof size === 'number' && size > 0
        ? `The quality of ${sized(size)}`
        : 'The quality of public procedures',
  },
  pageTitle: (title, label) => `${title} – edition ${label}`,
  over: (label) => `Edition ${label}`,
  headings: {
    online: () => 'What can be done online',
    entered: (statements) => {
      const total = findStatement(statements, 'total_new')?.total.value ?? 0;
      const entered = findStatement(statements, 'entered')?.count ?? 0;
      if (total > 0) {
        return `${inHeading(total)} ${l.plural(total, { one: 'new procedure', other: 'new procedures' })}`;
      }
      return entered === 0
        ? 'What entered and what left'
        : `${inHeading(entered)} ${l.plural(entered, { one: 'procedure enters', other: 'procedures enter' })} the edition`;
    },
    uses: () => 'Everyday use',
    reviews: (statements) => {
      const total = findStatement(statements, 'total_reviews')?.reviews;
      if (total !== undefined) return capital(totalInProse(l, total, 'review', 'reviews'));
      const reviews = findStatement(statements, 'reviews');
      return reviews === undefined
        ? 'What users say'
        : `${count(reviews.total, 'review', 'reviews')}${reviews.isYear ? ' in a year' : ''}`;
    },
    progress: () => 'Progress and difficulties',
    availability: () => 'Availability of services',
    corrections: () => 'Correction',
  },
  sentences: { ...told, ...enOnline, ...enQuality },
  allResults: 'See all the results of the edition',
  notes: {
    heading: 'Editors’ notes',
    signature: (author, day, name) => prose`${author}, ${day}, on “${name}”`,
  },
};

function capital(text: string): string {
  return text.slice(0, 1).toLocaleUpperCase('en') + text.slice(1);
}
