import type { Command } from 'commander';
import { VigieError } from '../core/errors.ts';
import { BUTTON_CHANNELS, type Button, listButtons } from '../feedback/index.ts';
import { buttonUrl } from './button-paste.ts';
import {
  type ButtonSubject,
  findButtonSubject,
  listButtonSubjects,
  type SubjectOptions,
} from './button-subject.ts';
import { answer, withStore } from './command.ts';

type Options = SubjectOptions & { channel?: string; open?: true; closed?: true; json?: true };

/** `vigie button list`: every button, the oldest first. */
export function buttonListCommand(parent: Command): void {
  parent
    .command('list')
    .description('list buttons, the oldest first')
    .option('--procedure <id>', 'those of a procedure')
    .option('--site <slug>', 'those of a reception site')
    .option('--channel <channel>', `those of a channel: ${BUTTON_CHANNELS.join(', ')}`)
    .option('--open', 'those that are open')
    .option('--closed', 'those that are closed')
    .option('--json', 'answer in JSON')
    .action(async (options: Options) => {
      if (options.open && options.closed) {
        throw new VigieError('InvalidInput', 'Give --open or --closed, one of them, or neither for all.');
      }
      if (options.channel !== undefined && !BUTTON_CHANNELS.some((one) => one === options.channel)) {
        const message = `--channel: "${options.channel}" is not one of ${BUTTON_CHANNELS.join(', ')}.`;
        throw new VigieError('InvalidInput', message);
      }
      const { buttons, subjects } = await withStore(async (db) => {
        const subject = await findButtonSubject(db, options);
        return {
          buttons: await listButtons(db, subject?.subjectId),
          subjects: await listButtonSubjects(db),
        };
      });
      const listed = buttons
        .filter(({ closedAt }) => (options.open ? closedAt === null : !options.closed || closedAt !== null))
        .filter(({ channel }) => options.channel === undefined || channel === options.channel)
        .map((button) => ({ button, subject: subjects.get(button.subjectId) ?? null }));
      answer(options.json === true, { buttons: listed.map(buttonJson) }, [
        ...listed.map(buttonLine),
        listed.length === 1 ? '1 button' : `${listed.length} buttons`,
      ]);
    });
}

type Listed = { button: Button; subject: ButtonSubject | null };

function buttonJson({ button, subject }: Listed) {
  const { id, channel, step, language, questionnaire, author, createdAt, closedAt, closedReason } = button;
  return {
    id,
    url: buttonUrl(button),
    subject: subject && { kind: subject.kind, id: subject.id, name: subject.name },
    channel,
    step,
    language,
    questionnaire,
    state: closedAt === null ? 'open' : 'closed',
    created_at: createdAt.toISOString(),
    author,
    closed_at: closedAt?.toISOString() ?? null,
    closed_reason: closedReason,
  };
}

function buttonLine({ button, subject }: Listed): string {
  const { id, channel, step, language, questionnaire, closedAt, closedReason } = button;
  const state =
    closedAt === null ? 'open' : `closed ${closedAt.toISOString().slice(0, 10)} (${closedReason ?? ''})`;
  const place =
    subject === null ? 'a subject that is there no more' : `${subject.kind} ${subject.id}, ${subject.name}`;
  return `${id}  ${state}  ${place}  ${[channel, step, language, questionnaire].filter((one) => one !== null).join(', ')}`;
}
