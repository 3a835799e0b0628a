import type { Command } from 'commander';
import { importCatalogueCommand } from '../import-catalogue.ts';
import { importEditionCommand } from '../import-edition.ts';
import { importFiguresCommand } from '../import-figures.ts';
import { importQuarterlyCommand } from '../import-quarterly.ts';
import { importSurveyCommand } from '../import-survey.ts';
import { importTargetsCommand } from '../import-targets.ts';
import { importTotalsCommand } from '../import-totals.ts';
import { importUsageCommand } from '../import-usage.ts';

export function addCommands(imports: Command): void {
  importCatalogueCommand(imports);
  importEditionCommand(imports);
  importQuarterlyCommand(imports);
  importTotalsCommand(imports);
  importTargetsCommand(imports);
  importFiguresCommand(imports);
  importUsageCommand(imports);
  importSurveyCommand(imports);
}
