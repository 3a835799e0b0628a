import type { Command } from 'commander';
import { editionBuildCommand } from '../edition-build.ts';
import { editionCompareCommand } from '../edition-compare.ts';
import { editionCorrectCommand } from '../edition-correct.ts';
import { editionDiscardCommand } from '../edition-discard.ts';
import { editionFreezeCommand } from '../edition-freeze.ts';
import { editionListCommand } from '../edition-list.ts';
import { editionNoteCommand } from '../edition-note.ts';
import { editionPublishCommand } from '../edition-publish.ts';
import { editionShowCommand } from '../edition-show.ts';
import { editionVerifyCommand } from '../edition-verify.ts';

export function addCommands(edition: Command): void {
  editionBuildCommand(edition);
  editionShowCommand(edition);
  editionListCommand(edition);
  editionFreezeCommand(edition);
  editionPublishCommand(edition);
  editionDiscardCommand(edition);
  editionCorrectCommand(edition);
  editionCompareCommand(edition);
  editionVerifyCommand(edition);
  editionNoteCommand(edition);
}
