/** The English accessibility statement: the same parts as `fr-text-accessibility.ts`. */
import type { frAccessibility } from './fr-text-accessibility.ts';

export const enAccessibility: typeof frAccessibility = {
  title: 'Accessibility',
  state:
    'Vigie does not conform to the French accessibility framework (RGAA 4.1): no complete audit has been carried out yet.',
  scope: (origin) =>
    `Article 47 of the French law no. 2005-102 of 11 February 2005 asks that public sites be accessible to all. This statement applies to the site ${origin}.`,
  establishedOn: (day) => `This statement was established on ${day}.`,
  sections: [
    {
      id: 'state',
      title: 'State of conformity',
      text: [
        'Not compliant: no complete audit has been made by the [RGAA](rgaa). No rate of conformity can therefore be given.',
      ],
    },
    {
      id: 'automatic',
      title: 'What automatic checks verify',
      text: [
        'At every change of the software, on made-up data:',
        [
          'each kind of page is checked by axe-core (WCAG 2.2 rules, levels A and AA) and by an HTML validator;',
          'the layout is checked from 320 to 1,280 pixels, at 400% of zoom, with spaced text, in forced colours and in print;',
          'the size of targets, the order of headings and the landmarks of the page are checked;',
          'the main journeys are replayed without JavaScript, and one of them by the keyboard alone.',
        ],
        'These checks see only a part of the criteria. They do not replace an audit and prove no conformity.',
      ],
    },
    {
      id: 'unknown',
      title: 'What is not accessible, or not verified yet',
      text: [
        [
          'Reading by screen readers has not been tried.',
          'No browser other than Chromium, no real phone, no voice control and no switch control has been tried.',
          'Criteria that need human judgement, such as the clarity of texts, headings and links, have not been assessed.',
          'The large tables of results have to be scrolled sideways at intermediate widths; on a narrow screen they become cards.',
          'Some names of procedures come from files published by others: not all their acronyms are explained.',
        ],
      ],
    },
    {
      id: 'making',
      title: 'How this statement was established',
      text: [
        'Technologies used: HTML, WAI-ARIA, CSS, SVG. JavaScript only adds comfort: each page is complete without it.',
        'Tools of the automatic checks: Chromium, axe-core, html-validate.',
      ],
    },
  ],
  reportTitle: 'Report a difficulty',
  report:
    'You cannot read a page or use a function? Tell those who run this site, who can guide you or give you the content in another form:',
  notStated:
    'Those who run this site have not stated a contact address; turn to the body named in the [legal notice](legal).',
  remediesTitle: 'Remedies',
  remedies:
    'If you have reported a lack of accessibility that keeps you from a content and have not obtained a satisfactory answer, you may:',
  remedyList: [
    '[write a message to the French Defender of Rights](defenderForm);',
    '[contact the delegate of the Defender of Rights in your region](defenderDelegates);',
    'send a letter, without a stamp: Défenseur des droits, Libre réponse 71120, 75342 Paris CEDEX 07.',
  ],
};
