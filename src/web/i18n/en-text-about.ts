/** The English text of the page that says what Vigie is: the same parts as `fr-text-about.ts`. */
import type { frAbout } from './fr-text-about.ts';

export const enAbout: typeof frAbout = {
  title: 'About Vigie',
  lead: 'Vigie is an observatory: it says how well online administrative procedures work, and shows where each figure comes from.',
  sections: [
    {
      id: 'what',
      title: 'What Vigie does',
      text: [
        'For each administrative procedure it follows, Vigie says whether it can be done online, what its users think of it, whether it is accessible, whether its site answers and how much it is used. Each figure carries its source, its date, the number of answers it rests on and, where it can be computed, its margin of uncertainty.',
        'A missing figure is never replaced by a zero: the page says why it is missing.',
      ],
    },
    {
      id: 'sources',
      title: 'Where the figures come from',
      text: [
        'Vigie collects the [reviews of users](reviews) by the “Je donne mon avis” button (“I give my opinion”), which organisations put on their sites and at their counters. It counts them itself, and says of each procedure who answered.',
        'A [robot](robot) asks for the pages of the procedures that are monitored, and says whether they [answer](availability). The rest comes from files:',
        [
          'editions that were already published, with their marks, shares and measurements;',
          'the reviews of earlier times, counted mark by mark;',
          'overall figures announced before the detail was published;',
          'the catalogue of procedures, kept up to date by organisations or by whoever runs this site.',
        ],
        'Each value says where it comes from: of a published file, the file and the line. What could not be read is told on the page of the edition, and nothing is guessed.',
      ],
    },
    {
      id: 'edition',
      title: 'How an edition is made',
      text: [
        'An edition is a snapshot: all the figures known on one date. It is made in four steps.',
        [
          'First, [choosing the procedures](glossary#selection): the most used, a list with a reason for each, or those of a published file. The rule is written on the page.',
          'Then gathering what is known of each of them on the cut-off day.',
          'Next, judging each value by a [methodology](methodologies) written beforehand: the same rules and thresholds for every procedure.',
          'Last, publishing. The files are then kept as they are, with a [fingerprint](glossary#sha-256) by which anyone can check a copy.',
        ],
        'A published edition never changes, even if the methodology does.',
      ],
    },
    {
      id: 'correction',
      title: 'How a mistake is corrected',
      text: [
        'A correction replaces nothing in silence. It is a new [revision](glossary#revision), dated and signed, with its reason and the list of all it changes. Earlier revisions can still be read, and a [feed](correctionsFeed) tells of each correction.',
        'Have you seen a mistake? [Write to us](contact), with the address of the page.',
      ],
    },
    {
      id: 'independence',
      title: 'A methodology that anyone can redo',
      text: [
        'The methodology is written, numbered and published: formulas, thresholds, minimum of answers, known limits. It applies alike to all organisations, the one that runs this site included. A value corrected by hand is marked as such.',
        'Whoever has the files can redo the computations: [the data](data) are open, and so is the software, under the [EUPL 1.2 licence](codeLicence).',
      ],
    },
    {
      id: 'limits',
      title: 'What Vigie does not do',
      text: [
        [
          'Vigie is not the place to carry out a procedure. The page of each procedure leads to its site; [service-public.fr](servicePublic) helps to find the right one.',
          'Vigie handles neither cases nor complaints. Write to the organisation that answers for the procedure; if its reply does not satisfy you, the French [Defender of Rights](defenderForm) can be asked for help free of charge.',
          'Vigie ranks neither civil servants nor offices: it judges procedures.',
        ],
      ],
    },
    {
      id: 'who',
      title: 'Who answers for this site',
      text: [
        'Vigie is free software; several bodies may run it, each on its own site. The one that publishes this site is named in the [legal notice](legal).',
      ],
    },
  ],
};
