import type { Command } from 'commander';
import { reviewsEraseCommand } from '../reviews-erase.ts';
import { reviewsImportCommand } from '../reviews-import.ts';
import { reviewsQuarantineCommand } from '../reviews-quarantine.ts';
import { reviewsRecountCommand } from '../reviews-recount.ts';
import { reviewsReleaseCommand } from '../reviews-release.ts';

export function addCommands(reviews: Command): void {
  reviewsImportCommand(reviews);
  reviewsQuarantineCommand(reviews);
  reviewsReleaseCommand(reviews);
  reviewsEraseCommand(reviews);
  reviewsRecountCommand(reviews);
}
