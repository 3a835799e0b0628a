/** The English text of contact, legal notice and personal data: the same parts as `fr-text-notices.ts`. */
import type { frContact, frLegal, frPrivacy } from './fr-text-notices.ts';

export const enContact: typeof frContact = {
  title: 'Contact',
  lead: 'Whom to write to, depending on what brings you here.',
  aboutSite: 'A figure, a page, a difficulty on this site',
  writeTo: 'Write to those who run this site:',
  form: 'the contact form',
  whatToSay:
    'Give the address of the page and, if an error was shown, the reference it carries. Send neither a document of your case, nor a social security number, nor a password.',
  notStated:
    'Those who run this site have not stated a contact address. Write to the organisation that answers for the procedure, or to the body named in the [legal notice](legal).',
  aboutProcedure: 'A procedure, a case, a complaint',
  procedure: [
    'Vigie is not a helpdesk and has access to no case. Only the organisation that answers for the procedure can help you.',
    '[Search for the procedure](procedures): its page names the organisation and gives its contacts, where it has stated them. The [help](help#failing) says what to do if a procedure does not work.',
  ],
};

export const enLegal: typeof frLegal = {
  title: 'Legal notice',
  lead: 'Who publishes this site, who hosts it, and what may be done with its contents.',
  notStated: 'not stated by those who run this site',
  who: 'Who publishes this site',
  publisher: 'Publisher',
  director: 'Director of publication',
  hosting: 'Hosting',
  contact: 'Contact',
  sections: [
    {
      id: 'data',
      title: 'Reuse the data',
      text: [
        'The data published here (figures, texts of editions, files) are under the [Open Licence 2.0](openLicence). You may copy, modify and sell them, on one condition: say where they come from and the date of their last update.',
        'Example: “Vigie, edition Octobre 2025, revision 1, accessed on 3 November 2025”. Each page of data carries the sentence to copy.',
        'Names, acronyms and sites of organisations belong to them.',
      ],
    },
    {
      id: 'code',
      title: 'Reuse the software',
      text: [
        'The software Vigie is free, under the [European Union Public Licence, version 1.2](codeLicence) (EUPL-1.2).',
      ],
    },
    {
      id: 'links',
      title: 'Links to other sites',
      text: [
        'This site leads to the sites of procedures, which have publishers of their own. A link to a page of Vigie needs no permission; the addresses of editions are made to last.',
      ],
    },
    {
      id: 'accuracy',
      title: 'Accuracy',
      text: [
        'Each figure says its source and its date. A mistake that is reported and acknowledged leads to a [public correction](about#correction). The pages of Vigie inform; they replace neither the law nor the reply of an organisation.',
      ],
    },
  ],
};

export const enPrivacy: typeof frPrivacy = {
  title: 'Personal data',
  lead: 'This site is read, and its review forms are filled in, without account nor cookie, and no third party knows of it. Here is what it keeps, and what it does not.',
  sections: [
    {
      id: 'browser',
      title: 'In your browser',
      text: [
        [
          'No cookie.',
          'No tracker, no advertising, nothing that follows you from page to page.',
          'Nothing is put in the storage that sites may use in the browser.',
          'No content of another site: pages, images, styles and scripts all come from here.',
        ],
        'As for any site, your browser may keep a copy of pages to show them faster, and their address in its history. What you search for is part of the address.',
      ],
    },
    {
      id: 'server',
      title: 'On the server',
      text: [
        'Your IP address serves to send you the page, as everywhere on the Internet. Vigie does not record it. Neither does it record the browser you use, the page you come from, the exact address you asked for, nor the words you search for.',
        'What the log of the server may hold:',
        [
          'for a slow answer, or for all of them when those who run the site make a diagnosis: the time, a reference of the request, the HTTP method, the type of page (“an edition”, without saying which), the status of the answer and its duration;',
          'for a failure: the time, the same reference and its technical cause.',
        ],
        'Counters also say how many requests were made by type of page, status and duration. None of them tells who asked for what.',
        'The host, or a server placed before this one, may keep a log of its own: it is for those who run this site to say so.',
      ],
    },
    {
      id: 'reviews',
      title: 'When you give a review',
      text: [
        'The “Je donne mon avis” form (“I give my opinion”) is anonymous. It asks for neither account nor contact details.',
        [
          'Kept: your answers, the day and time, the button and its language, and how the procedure ended (completed, refused…) where the service signs it, with the step and the version of the service.',
          'Not kept: no cookie, neither your IP address, nor the browser or device you use.',
          'Your comment is read by a program before it is stored: it takes out what it recognises as personal (e-mail, telephone, social security number, tax number, IBAN, bank card, licence plate, postal address, name). No program recognises everything: write nothing that says who you are. Comments are for the organisation and are not published.',
          'To recognise bursts of reviews, a fingerprint of your network is computed with a key drawn at random, which changes each day. It stays in the memory of the server, is never written, and does not lead back to your address.',
          'A form that is open can be filled in for 24 hours. The address of the page carries a number signed by the server and drawn at random: it keeps one review from being counted twice, and says nothing of you.',
          'We count how many forms are opened by day and by button, and how often a closed button is followed. These are totals only.',
        ],
        'An anonymous review cannot be found again: neither you nor we can say which is yours. If your comment said who you are, write to us the day and the procedure: those who run this site can erase it.',
      ],
    },
    {
      id: 'visits',
      title: 'On the pages of procedures',
      text: [
        'Organisations ask Vigie to count the visits of their procedures and the steps people reach, by an image or a script, without cookie and without anything put in your browser: your IP address is truncated as soon as it is received, a fingerprint that changes each day and from one procedure to another stays in memory for an hour at most, and only totals are stored. If your browser asks not to be followed (the “Global Privacy Control” or “Do Not Track” signal), your visit is not counted; only the number of these refusals is.',
      ],
    },
    {
      id: 'published',
      title: 'In the published data',
      text: [
        'The figures are about procedures, never about persons: answers of users are in them as totals only. The only names of persons that this site may show are those of officials who signed a correction or a note, and the contacts that organisations chose to publish.',
      ],
    },
  ],
  rightsTitle: 'Your rights',
  rights:
    'If your name is on this site, or if you wrote to us, you may ask to see the data about you, and to have them corrected or erased.',
  writeTo: 'To do so, write to:',
  notStated:
    'Those who run this site have not stated a contact address; turn to the body named in the [legal notice](legal).',
  complaint:
    'If the reply does not satisfy you, you may lodge a complaint with the French data protection authority, the [CNIL](cnil).',
};
