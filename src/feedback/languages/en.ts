import type { FormLanguage } from './form-language.ts';

/** English. */
export const language: FormLanguage = {
  code: 'en',
  name: 'English',
  words: {
    faults: {
      required: 'Choose an answer.',
      unknown_choice: 'Choose one of the answers shown.',
      none_excludes:
        'You ticked “No” and at least one kind of help. Keep one or the other: “No”, or the help you tried.',
      too_long: 'Your text is too long. Keep to 5,000 characters at most.',
    },
    titleWithError: (title) => `To correct: ${title}`,
    progress: (at, total) => `Question ${at} of ${total}`,
    optional: 'optional',
    oneTap: 'Your answer is saved as soon as you choose it.',
    restIsOptional: 'The rest is optional.',
    keptFirst: 'Thank you, your answer is saved. You can stop here, or tell us more.',
    keptSoFar: 'What you have sent is saved. You can stop whenever you like.',
    continue: 'Continue',
    send: 'Send',
    sendAgain: 'Send again',
    skip: 'Skip this question',
    finish: 'Finish without answering',
    chosen: 'your choice',
    help: { tried: 'Yes, from the service', others: 'Yes, from elsewhere' },
    outcome: {
      reached: 'Did you manage to reach someone?',
      quality: 'If so, was this help useful to you?',
    },
    comment: {
      personal:
        'Write nothing that tells who you are: no name, address, phone number or case number. Nobody will reply to you here.',
      length: '5,000 characters at most.',
      left: 'Characters left:',
      over: 'Characters too many:',
    },
    contact: {
      instead: 'For a question or an ongoing case, contact the service:',
      page: 'the contact page of the service',
      phone: 'by phone:',
      email: 'by e-mail:',
      service: 'the page of this service',
    },
    trap: 'Leave this field empty',
    invalid: {
      title: 'Your answer is not saved yet',
      text: 'Correct the following, then send.',
    },
    expired: {
      title: 'Your answer is not saved yet',
      text: 'This page had been open for too long. What you filled in is still here: send it again.',
    },
    trapped: {
      title: 'Your answer is not saved yet',
      text: 'Your browser filled in a hidden field that must stay empty. We have emptied it. What you filled in is still here: send it again.',
    },
    unavailable: {
      title: 'Your answer could not be saved',
      text: 'The failure is ours. What you filled in is still here: wait a moment, then send it again.',
    },
    offline:
      'The connection was lost: we do not know whether your answer arrived. What you filled in is still here. Send it again as soon as the connection is back: it will count only once.',
    thanks: {
      title: 'Thank you, it is saved',
      text: 'Your answers are anonymous. You can close this page.',
      figures: 'See the results of this service',
    },
    closed: {
      title: 'This form is closed',
      since: (day) => `It has taken no answers since ${day}.`,
      reason: 'Why:',
      kept: 'Nothing you sent here would be saved. Answers given before still count.',
      reach: 'For a question, an ongoing case or a remark:',
    },
    tooOld: {
      title: 'This page is too old',
      text: 'It was opened more than a day ago. Answers confirmed before stay saved.',
      again: 'Fill in a new form',
    },
    unknown: {
      title: 'This form does not exist',
      text: 'The address may be incomplete. Go back to the page of the service, and follow its button again.',
    },
    malformed: {
      title: 'This answer cannot be read',
      text: 'Nothing was saved. Open the form again by the button of the service.',
    },
    tooLong: {
      title: 'Your text is too long',
      text: 'Nothing of this answer was saved. Keep to 5,000 characters at most, then send again.',
    },
    broken: {
      title: 'Your answer could not be saved',
      text: 'The failure is ours. Send again in a moment.',
    },
    back: 'To find again what you filled in, go back to the previous page.',
    toContent: 'Go to the form',
    home: 'Open the Vigie site',
    anonymous: 'Anonymous: no cookie, and your address is not kept.',
    privacy: 'Personal data',
    accessibility: 'Accessibility',
    languages: 'Language',
  },
  questionnaires: {
    avis: {
      title: 'Give my feedback',
      questions: {
        satisfaction: {
          label: 'How did it go for you?',
          options: { bad: 'Badly', medium: 'So-so', good: 'Well' },
        },
        clarity: {
          label: 'Was it clear what you had to do?',
          hint: 'The words, the instructions, the letters.',
          options: {
            '1': 'Not clear at all',
            '2': 'Rather unclear',
            '3': 'In between',
            '4': 'Rather clear',
            '5': 'Very clear',
          },
        },
        help: {
          label: 'Did you look for help?',
          hint: 'Tick everything you tried, even without success.',
          options: {
            none: 'No, I needed no help',
            counter: 'At the front desk or counter',
            phone: 'By phone',
            email: 'By e-mail or letter',
            online: 'Online: form, chat, messages',
            relative: 'From someone close to me',
            support: 'From a professional: France services, a charity, a social worker',
            web: 'By myself, on the internet',
          },
        },
        help_outcome: {
          label: 'How did this help go?',
          options: {
            counter: 'At the front desk or counter',
            phone: 'By phone',
            email: 'By e-mail or letter',
            online: 'Online',
            yes: 'Yes',
            no: 'No',
            '1': 'Not useful at all',
            '2': 'Rather useless',
            '3': 'In between',
            '4': 'Rather useful',
            '5': 'Very useful',
          },
        },
        comment: { label: 'What went well? What should be better?' },
      },
    },
    signalement: {
      title: 'Report a problem or make a suggestion',
      questions: {
        report: {
          label: 'What do you want to tell us?',
          options: { problem: 'I have a problem', suggestion: 'I have a suggestion' },
        },
        topic: {
          label: 'What is it mostly about?',
          options: {
            understanding: 'Understanding what is asked',
            display: 'How the page looks or reads',
            sign_in: 'Signing in',
            attachment: 'Documents to attach',
            failure: 'An error, something that blocks',
            other: 'Something else',
          },
        },
        comment: {
          label: 'What happened, or what do you suggest?',
          hint: 'Say on which page, and what you wanted to do.',
        },
      },
    },
  },
};
