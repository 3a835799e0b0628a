/** What a form answers, by either way that requests come. */
import type { LaneAnswer } from '../../core/http/lane.ts';

export type FormReply = LaneAnswer;

export function htmlReply(status: number, body: string): FormReply {
  return { status, headers: { 'content-type': 'text/html; charset=UTF-8' }, body };
}

/** Leads to another page, which is asked for with GET. */
export function leadTo(location: string): FormReply {
  return { status: 303, headers: { location }, body: '' };
}
