/** Validity of the pages we write, by the HTML standard and the accessibility rules of html-validate. */
import { HtmlValidate } from 'html-validate';

const validator = new HtmlValidate({
  extends: ['html-validate:recommended', 'html-validate:a11y', 'html-validate:standard'],
  rules: {
    // Ours, stricter than the presets.
    'no-inline-style': ['error', { allowedProperties: [] }],
    // Void elements and the doctype are written as the standard's own examples write them.
    'void-style': ['error', { style: 'omit' }],
    'doctype-style': ['error', { style: 'lowercase' }],
    // Explicit roles keep a table a table where the stylesheet lays it out as cards (src/web/design/results-table.ts).
    'no-redundant-role': 'off',
    // French and English labels are longer than the 70 characters a search engine shows.
    'long-title': 'off',
    // One parameter may have several values, from several controls: `?administration=a&administration=b`.
    'form-dup-name': 'off',
  },
});

/** One line an error, `line:column rule: message`; empty when the document is valid. */
export async function htmlErrors(html: string): Promise<string[]> {
  const report = await validator.validateString(html);
  return report.results.flatMap(({ messages }) =>
    messages.map(({ line, column, ruleId, message }) => `${line}:${column} ${ruleId}: ${message}`),
  );
}
