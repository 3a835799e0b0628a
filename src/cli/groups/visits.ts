import type { Command } from 'commander';
import { visitsImportCommand } from '../visits-import.ts';
import { visitsImportLogCommand } from '../visits-import-log.ts';
import { visitsImportMatomoCommand } from '../visits-import-matomo.ts';
import { visitsTemplateCommand } from '../visits-template.ts';

export function addCommands(visits: Command): void {
  visitsImportLogCommand(visits);
  visitsImportMatomoCommand(visits);
  visitsImportCommand(visits);
  visitsTemplateCommand(visits);
}
