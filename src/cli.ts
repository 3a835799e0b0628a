/** The commands, one file each in cli/. */
import { Command, CommanderError } from 'commander';
import { annotationAddCommand } from './cli/annotation-add.ts';
import { annotationListCommand } from './cli/annotation-list.ts';
import { buttonCloseCommand } from './cli/button-close.ts';
import { buttonCreateCommand } from './cli/button-create.ts';
import { buttonListCommand } from './cli/button-list.ts';
import { buttonSecretCommand } from './cli/button-secret.ts';
import { buttonSnippetCommand } from './cli/button-snippet.ts';
import { checkListCommand } from './cli/check-list.ts';
import { checkReplyCommand } from './cli/check-reply.ts';
import { checkRunCommand } from './cli/check-run.ts';
import { counterCloseCommand } from './cli/counter-close.ts';
import { counterCreateCommand } from './cli/counter-create.ts';
import { counterListCommand } from './cli/counter-list.ts';
import { counterSnippetCommand } from './cli/counter-snippet.ts';
import { editionBuildCommand } from './cli/edition-build.ts';
import { editionCompareCommand } from './cli/edition-compare.ts';
import { editionCorrectCommand } from './cli/edition-correct.ts';
import { editionDiscardCommand } from './cli/edition-discard.ts';
import { editionFreezeCommand } from './cli/edition-freeze.ts';
import { editionListCommand } from './cli/edition-list.ts';
import { editionNoteCommand } from './cli/edition-note.ts';
import { editionPublishCommand } from './cli/edition-publish.ts';
import { editionShowCommand } from './cli/edition-show.ts';
import { editionVerifyCommand } from './cli/edition-verify.ts';
import { exportCatalogueCommand } from './cli/export-catalogue.ts';
import { exportUsageTemplateCommand } from './cli/export-usage-template.ts';
import { importCatalogueCommand } from './cli/import-catalogue.ts';
import { importEditionCommand } from './cli/import-edition.ts';
import { importFiguresCommand } from './cli/import-figures.ts';
import { importQuarterlyCommand } from './cli/import-quarterly.ts';
import { importSurveyCommand } from './cli/import-survey.ts';
import { importTargetsCommand } from './cli/import-targets.ts';
import { importTotalsCommand } from './cli/import-totals.ts';
import { importUsageCommand } from './cli/import-usage.ts';
import { incidentListCommand } from './cli/incident-list.ts';
import { incidentNoteCommand } from './cli/incident-note.ts';
import { maintenanceAnnounceCommand } from './cli/maintenance-announce.ts';
import { maintenanceCancelCommand } from './cli/maintenance-cancel.ts';
import { maintenanceListCommand } from './cli/maintenance-list.ts';
import { questionnaireImportCommand } from './cli/questionnaire-import.ts';
import { questionnaireListCommand } from './cli/questionnaire-list.ts';
import { questionnaireShowCommand } from './cli/questionnaire-show.ts';
import { reviewsEraseCommand } from './cli/reviews-erase.ts';
import { reviewsImportCommand } from './cli/reviews-import.ts';
import { reviewsQuarantineCommand } from './cli/reviews-quarantine.ts';
import { reviewsRecountCommand } from './cli/reviews-recount.ts';
import { reviewsReleaseCommand } from './cli/reviews-release.ts';
import { targetAddCommand } from './cli/target-add.ts';
import { targetCloseCommand } from './cli/target-close.ts';
import { targetImportCommand } from './cli/target-import.ts';
import { targetListCommand } from './cli/target-list.ts';
import { targetTemplateCommand } from './cli/target-template.ts';
import { targetTestCommand } from './cli/target-test.ts';
import { tokenCreateCommand } from './cli/token-create.ts';
import { tokenListCommand } from './cli/token-list.ts';
import { tokenRevokeCommand } from './cli/token-revoke.ts';
import { vantageCloseCommand } from './cli/vantage-close.ts';
import { vantageCreateCommand, vantageTokenCommand } from './cli/vantage-create.ts';
import { vantageListCommand } from './cli/vantage-list.ts';
import { vantageRunCommand } from './cli/vantage-run.ts';
import { visitsImportCommand } from './cli/visits-import.ts';
import { visitsImportLogCommand } from './cli/visits-import-log.ts';
import { visitsImportMatomoCommand } from './cli/visits-import-matomo.ts';
import { visitsTemplateCommand } from './cli/visits-template.ts';
import { VigieError } from './core/errors.ts';

/** The whole command line, without running it. */
export function buildProgram(): Command {
  const program = new Command('vigie').description('Vigie, an observatory of digital public services');
  const imports = program.command('import').description('read files into the store');
  importCatalogueCommand(imports);
  importEditionCommand(imports);
  importQuarterlyCommand(imports);
  importTotalsCommand(imports);
  importTargetsCommand(imports);
  importFiguresCommand(imports);
  importUsageCommand(imports);
  importSurveyCommand(imports);
  const edition = program
    .command('edition')
    .description('build, freeze, publish, correct and verify editions');
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
  const button = program
    .command('button')
    .description('open, list and close buttons, and print what to paste');
  buttonCreateCommand(button);
  buttonListCommand(button);
  buttonSnippetCommand(button);
  buttonSecretCommand(button);
  buttonCloseCommand(button);
  const counter = program
    .command('counter')
    .description('open, list and close counters of visits, and print what to paste');
  counterCreateCommand(counter);
  counterListCommand(counter);
  counterSnippetCommand(counter);
  counterCloseCommand(counter);
  const token = program.command('token').description('let programs send figures of usage, and stop them');
  tokenCreateCommand(token);
  tokenListCommand(token);
  tokenRevokeCommand(token);
  const questionnaire = program.command('questionnaire').description('add questionnaires and read them');
  questionnaireImportCommand(questionnaire);
  questionnaireListCommand(questionnaire);
  questionnaireShowCommand(questionnaire);
  const reviews = program
    .command('reviews')
    .description('import earlier reviews, see and release those in quarantine, erase a comment, recount');
  reviewsImportCommand(reviews);
  reviewsQuarantineCommand(reviews);
  reviewsReleaseCommand(reviews);
  reviewsEraseCommand(reviews);
  reviewsRecountCommand(reviews);
  const visits = program
    .command('visits')
    .description('import visits that logs, Matomo or other counters tell');
  visitsImportLogCommand(visits);
  visitsImportMatomoCommand(visits);
  visitsImportCommand(visits);
  visitsTemplateCommand(visits);
  const target = program
    .command('target')
    .description('say which addresses are probed, try one, and announce maintenances');
  targetAddCommand(target);
  targetListCommand(target);
  targetCloseCommand(target);
  targetImportCommand(target);
  targetTemplateCommand(target);
  targetTestCommand(target);
  const maintenance = target
    .command('maintenance')
    .description('announce when targets are stopped on purpose');
  maintenanceAnnounceCommand(maintenance);
  maintenanceListCommand(maintenance);
  maintenanceCancelCommand(maintenance);
  const vantage = program
    .command('vantage')
    .description('run a point of measure, away from the server; open, list and close them');
  vantageRunCommand(vantage);
  vantageCreateCommand(vantage);
  vantageTokenCommand(vantage);
  vantageListCommand(vantage);
  vantageCloseCommand(vantage);
  const incident = program.command('incident').description('list incidents, and say what happened');
  incidentListCommand(incident);
  incidentNoteCommand(incident);
  const annotation = program.command('annotation').description('say what explains a day on charts');
  annotationAddCommand(annotation);
  annotationListCommand(annotation);
  const check = program
    .command('check')
    .description('look at the pages of targets in a browser, list what was seen, reply to it');
  checkRunCommand(check);
  checkListCommand(check);
  checkReplyCommand(check);
  const exports = program.command('export').description('write files from the store');
  exportCatalogueCommand(exports);
  exportUsageTemplateCommand(exports);
  for (const command of [
    program,
    imports,
    edition,
    button,
    counter,
    token,
    questionnaire,
    reviews,
    visits,
    target,
    maintenance,
    vantage,
    incident,
    annotation,
    check,
    exports,
  ]) {
    command.exitOverride();
  }
  return program;
}

/** One line a fault, each with its field and remedy; the whole of a defect. */
function complain(error: unknown): void {
  if (!(error instanceof VigieError)) {
    process.stderr.write(`vigie: ${(error as Error).stack ?? String(error)}\n`);
    return;
  }
  process.stderr.write(`vigie: ${error.message}\n`);
  for (const { path, message } of error.fields) process.stderr.write(`  ${path}: ${message}\n`);
}

/** A reader that has read enough (`| head`) takes nothing from the work: it goes on to its end, and to its own status. */
function outliveReader(output: NodeJS.WriteStream): void {
  output.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

if (import.meta.main) {
  outliveReader(process.stdout);
  outliveReader(process.stderr);
  try {
    await buildProgram().parseAsync();
  } catch (error) {
    // Commander has said its own faults already, and throws for --help too.
    if (!(error instanceof CommanderError)) complain(error);
    process.exitCode = error instanceof CommanderError ? error.exitCode : 1;
  }
}
