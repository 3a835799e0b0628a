/** The English text of the page of help: the same parts as `fr-text-help.ts`. */
import type { frHelp } from './fr-text-help.ts';

export const enHelp: typeof frHelp = {
  title: 'Help',
  lead: 'Find a procedure, read a figure, download the data, know what to do when a procedure fails.',
  find: {
    id: 'find',
    title: 'Find a procedure',
    text: [
      'Type a few words of its French name in the [search](procedures): “passeport”, “permis”, “carte grise”. Accents and capitals do not matter. You may also start from an [organisation](organisations).',
      'A procedure that is missing is not necessarily a bad one: Vigie does not follow them all. Each edition says how its own were chosen.',
    ],
  },
  read: 'Read a figure',
  readIntro: 'Here is a mark of satisfaction, as on the page of a procedure:',
  reading: [
    { term: 'The value', meaning: 'Users gave 8.2 out of 10 on average.' },
    {
      term: 'The level',
      meaning:
        'The [level](glossary#level) is good, because the methodology sets the [threshold](glossary#threshold) at 8. It is told by a word and a shape, not only by a colour.',
    },
    {
      term: 'The interval',
      meaning:
        'In brackets, the margin due to the number of answers: with other answers of the same kind, the mark would probably be between 8.0 and 8.4. It says nothing of those who never answer. It is the [95% confidence interval](glossary#interval).',
    },
    { term: 'The n', meaning: 'The number of answers. The larger it is, the narrower the interval.' },
  ],
  borderlineIntro: 'And here is a mark whose level is not certain:',
  borderline:
    '7.98 does not reach 8: the level is fair. But the interval goes from 7.90 to 8.06 and crosses the threshold: the word [borderline](glossary#borderline) warns that the level might be the next one.',
  levels: 'The levels, with their word and their shape:',
  levelsNote: '“Info”: the value is shown and not judged.',
  afterExamples: [
    {
      id: 'missing',
      title: 'When there is no value',
      text: ['A cell without a figure always says why. These are the possible cases:'],
    },
    {
      id: 'review',
      title: 'Give a review',
      text: [
        'The “Je donne mon avis” button (“I give my opinion”) is put by the organisation on the site of the procedure, or at its counter. One question only is required; the others are optional. Each answer is kept as soon as it is sent. [What is kept, and what is not](privacy#reviews).',
        'The [reviews](reviews) are counted as they come: the page of each procedure with a button says how many, from whom, and with what margin. It is not a contact form: nobody replies to a review.',
      ],
    },
    {
      id: 'compare',
      title: 'Compare two editions',
      text: [
        'On the page of [editions](editions#compare), choose two of them. Vigie speaks of a rise or a fall only when the difference is too large to come from chance; otherwise it says “no established change”. Of a declared value, which does not come from answers, any difference is a change.',
        'When the methodology changed between the two, the page says which criteria still compare. On a chart, a [break in the series](glossary#series-break) marks the place.',
      ],
    },
    {
      id: 'download',
      title: 'Download and cite',
      text: [
        'At the foot of each page of data: the same figures as files, and the sentence to copy to cite the page. Take “CSV for French spreadsheets” to open the file in a spreadsheet set in French; the other formats are for programs. [All about the data](data).',
        'The data may be reused freely and free of charge, provided that you say where they come from and how old they are.',
      ],
    },
    {
      id: 'failing',
      title: 'If a procedure does not work',
      text: [
        'Vigie cannot act on your case.',
        [
          'Open the page of the procedure: it gives the contacts and the other ways of carrying it out, where the organisation has stated them.',
          'Write to or telephone the organisation that answers for it. Note the day, the hour and the message shown.',
          'A procedure can often be carried out at a counter, by post or by telephone. [service-public.fr](servicePublic) says where to go.',
          'Without an answer, or if your rights are not respected, turn to the French [Defender of Rights](defenderForm): it is free of charge.',
        ],
      ],
    },
    {
      id: 'further',
      title: 'Go further',
      text: [
        'The [glossary](glossary) explains every word of the site, the [methodology](methodologies) every formula, and [About](about) how an edition is made.',
      ],
    },
  ],
};
