import type { Command } from 'commander';
import { exportCatalogueCommand } from '../export-catalogue.ts';
import { exportUsageTemplateCommand } from '../export-usage-template.ts';

export function addCommands(exports: Command): void {
  exportCatalogueCommand(exports);
  exportUsageTemplateCommand(exports);
}
