/** The English text of the page that explains the robot: the same parts as `fr-robot.ts`. */
import type { frRobot } from './fr-robot.ts';

export const enRobot: typeof frRobot = {
  title: 'The measuring robot',
  lead: 'Did you find this name in the logs of your site? This is who comes, why, and how to let it in or keep it away.',
  name: 'How it names itself',
  nameText:
    'All its requests carry its name, its version and the address of this page. The browser of the weekly check adds it at the end of its own name.',
  sections: [
    {
      id: 'what',
      title: 'What it does',
      text: [
        'This robot checks that online administrative procedures answer. It asks for a few pages known in advance (the home page, the sign-in, the start of the form, the last page), looks whether the answer is the right one, and how long it takes. What it sees is public, on the page [Availability](availability).',
        [
          'It does not explore the site: it follows the redirects of the address it asks for, and no link but, once a week, those that are told below.',
          'It sends no form of your site, and signs in to no account there.',
          'It does not keep the pages, but their state, their size and their delay.',
        ],
        'Once a week, a browser opens these pages too, some ten times each, to check how fast they show, how accessible they are, how they read on a telephone, how they are protected, and whether they tell how to sign in and whom to turn to. It asks for their address in HTTP too, to see whether it leads to HTTPS.',
        'From each page, this browser follows three links at most: to the accessibility statement, to the contact page and, on the last page of a procedure, to the form of the review button. If that form is one of ours, it sends a test review there, which is never counted; to those of others, it sends nothing. Of this check, only figures and short excerpts are kept, which show what was found.',
      ],
    },
    {
      id: 'pace',
      title: 'How often it comes',
      text: [
        [
          'Each address is asked for once a minute as a rule, from each point of measure. A point of measure is a place from which the robot looks.',
          'A failure is checked by a second try, five seconds later.',
          'From one point of measure, never two requests at once to the same site.',
          'An answer that does not come is given up, after ten seconds as a rule.',
          'An address that several procedures share is asked for once only.',
        ],
      ],
    },
    {
      id: 'let-in',
      title: 'Letting it in',
      text: [
        'A firewall or a protection against robots may refuse ours. The procedure is then said to be “robot refused”: it does not count as an outage, but its availability is no longer known.',
        'To let it in, accept the requests that carry this name in the `User-Agent` header, without putting them to a test. If your rule needs the network addresses that it comes from as well, [write to us](contact): we give them.',
      ],
    },
    {
      id: 'keep-away',
      title: 'Asking it to stay away',
      text: [
        [
          'For a while: answer with the `Retry-After` header. The robot waits for the time asked, an hour at most, then comes back to see.',
          'For a planned stop: [announce the maintenance to us](contact). This time is counted apart, and the robot does not come.',
          'For ever: [write to us](contact), with the address to leave alone. The procedure is then said not to be monitored.',
        ],
        'The file `robots.txt` speaks to robots that explore sites. This one asks for addresses that are chosen one by one, and does not read that file.',
      ],
    },
  ],
  places: 'Where it looks from',
  placesOf: (count) =>
    count === 1 ? 'It looks from one point of measure:' : 'It looks from several points of measure:',
  noPlace: 'No point of measure is at work for now.',
  contact: 'Whom to write to',
};
