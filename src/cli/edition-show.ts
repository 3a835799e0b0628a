import { type Command, Option } from 'commander';
import {
  describeEdition,
  type EditionDescription,
  type EditionFormat,
  findDocument,
} from '../editions/index.ts';
import { answer, withStore } from './command.ts';
import { choiceLine, criterionLine, shareText } from './edition-lines.ts';

const FORMATS: readonly EditionFormat[] = ['json', 'csv'];

/** `vigie edition show SLUG`: an edition in whatever state it is. */
export function editionShowCommand(parent: Command): void {
  parent
    .command('show')
    .description(
      'show an edition, draft, frozen or published: its choice, and what each criterion has and lacks',
    )
    .argument('<slug>', 'its name in addresses')
    .option('--json', 'answer in JSON')
    .addOption(
      new Option('--document <format>', 'the edition itself, as it is or would be published').choices(
        FORMATS,
      ),
    )
    .action(async (slug: string, { json, document }: { json?: true; document?: EditionFormat }) => {
      if (document !== undefined) {
        process.stdout.write(await withStore((db) => findDocument(db, slug, document)));
        return;
      }
      const description = await withStore((db) => describeEdition(db, slug));
      answer(json === true, description, linesOf(description));
    });
}

function linesOf({
  state,
  edition,
  procedures,
  online,
  criteria,
  totals,
  files,
  revisions,
}: EditionDescription) {
  return [
    `edition ${edition.slug} (${edition.label}): ${state}, revision ${edition.revision}, ${edition.methodology}, cut-off ${edition.cutoff_on}`,
    choiceLine(edition),
    totals === null
      ? `${procedures} procedures`
      : `known by its totals only: ${totals.map(({ indicator, value }) => `${indicator} ${value}`).join(', ')}`,
    ...(online === null
      ? []
      : [`online: ${shareText(online.by_number)} by number; ${shareText(online.by_volume)} by volume`]),
    ...criteria.map((one) => criterionLine(one, procedures)),
    ...revisions.map(
      ({ number, publishedAt, author, reason }) =>
        `revision ${number}: ${publishedAt.toISOString()}, ${author}${reason === null ? '' : `: ${reason}`}`,
    ),
    ...files.map(({ revision, format, sha256 }) => `revision ${revision} ${format} SHA-256 ${sha256}`),
  ];
}
