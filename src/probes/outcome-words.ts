/** Outcomes in words, for commands and for what is read by agents. */
import type { Outcome } from './outcome.ts';

/** What was seen, as the end of a sentence. */
export const OUTCOME_WORDS: Readonly<Record<Outcome, string>> = {
  up: 'the right answer, in time',
  slow: 'the right answer, but its first byte came late',
  second_try: 'the right answer, but at the second try only',
  chain_incomplete:
    'the right answer, but its chain of certificates is incomplete: not every program can check it',
  name_not_found: 'the name of the site does not exist',
  name_failed: 'the name of the site could not be resolved: its name servers fail',
  refused: 'the connection was refused: nothing listens there',
  connection_timed_out: 'the connection was not accepted in time',
  reset: 'the connection was cut before an answer came',
  unreachable: 'no route leads to the address of the site',
  tls_failed: 'no secure connection could be agreed on (TLS)',
  certificate_expired: 'the certificate has expired, or is not valid yet',
  certificate_not_trusted: 'the certificate is not trusted: self-signed, or of an unknown authority',
  certificate_wrong_name: 'the certificate is for another name',
  timed_out: 'no answer came in time',
  body_timed_out: 'the answer began, and did not end in time',
  body_cut: 'the answer was cut before its end',
  malformed: 'the answer is not HTTP, or not as it says it is',
  server_error: 'the site answered that it fails (5xx)',
  unexpected_status: 'the site answered with a status that is not the expected one',
  too_many_redirects: 'the site redirects without end',
  redirect_to_private: 'the site redirects to an address that is not public',
  redirect_to_nowhere: 'the site redirects to what is no address of a page',
  text_missing: 'the text that must be in the page is not there',
  text_forbidden: 'the page holds a text that must not be there, or its title says that the service fails',
  blocked_status: 'the site refuses this robot (403, 429 or 451): this says nothing of users',
  challenge: 'the site asks the robot to prove that it is a person: this says nothing of users',
  asked_to_wait: 'the site asked to be left alone for a while (Retry-After)',
  own_network: 'our own network fails: this says nothing of the site',
  address_refused: 'the address is not public, and VIGIE_PROBE_ALLOW does not name its network',
  probe_failed: 'the probe itself failed: a defect, to be reported',
  maintenance: 'a maintenance was announced',
};
