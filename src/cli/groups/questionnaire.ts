import type { Command } from 'commander';
import { questionnaireImportCommand } from '../questionnaire-import.ts';
import { questionnaireListCommand } from '../questionnaire-list.ts';
import { questionnaireShowCommand } from '../questionnaire-show.ts';

export function addCommands(questionnaire: Command): void {
  questionnaireImportCommand(questionnaire);
  questionnaireListCommand(questionnaire);
  questionnaireShowCommand(questionnaire);
}
