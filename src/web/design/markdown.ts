/** Markdown that agents write, as the few elements of prose: no HTML of theirs passes, whatever they write. */
import MarkdownIt, { type Token } from 'markdown-it';
import { type Html, raw } from './html.ts';

export type MarkdownOptions = {
  /** Every heading takes this level, one under that of what the text stands in, so that the outline never breaks. */
  readonly headingLevel: 3 | 4 | 5 | 6;
};

/** CommonMark without HTML nor blocks of code, which scroll; images are their texts. */
const parser = new MarkdownIt('commonmark', { html: false, xhtmlOut: false }).disable(['code', 'fence']);
parser.validateLink = isFollowable;
parser.renderer.rules.image = (tokens, at, options, env, renderer) =>
  parser.utils.escapeHtml(renderer.renderInlineAsText(tokens[at]?.children ?? [], options, env));

/** Whole addresses of the web and of mail: neither `javascript:` nor `data:`, nor one relative to our pages. */
function isFollowable(address: string): boolean {
  return /^(https?:\/\/|mailto:)./i.test(address) && URL.canParse(address);
}

/**
 * The markup of a text in Markdown (CommonMark): paragraphs, headings, emphasis, links, lists, quotations, breaks and code
 * within a line.
 */
export function markdown(text: string, { headingLevel }: MarkdownOptions): Html {
  const blocks = withoutEmptyHeadings(parser.parse(text, {}));
  for (const token of blocks) {
    if (token.type.startsWith('heading_')) token.tag = `h${headingLevel}`;
    if (token.children !== null) token.children = soberLinks(token.children);
  }
  return raw(parser.renderer.render(blocks, parser.options, {}));
}

/** A heading is three tokens: opening, contents, closing. */
function withoutEmptyHeadings(tokens: readonly Token[]): Token[] {
  const isEmpty = (at: number) =>
    tokens[at]?.type === 'heading_open' && !isLegible(tokens[at + 1]?.children ?? []);
  return tokens.filter((_, at) => !isEmpty(at) && !isEmpty(at - 1) && !isEmpty(at - 2));
}

/** Links with their address alone; one without address or nothing to read, or within another, is no link. */
function soberLinks(tokens: readonly Token[]): Token[] {
  let depth = 0;
  let isVoid = false;
  return tokens.filter((token, at) => {
    if (!token.type.startsWith('link_')) return true;
    const outside = token.type === 'link_open' ? depth : depth - 1;
    depth += token.nesting;
    // An address between `<` and `>` is a link for the parser even in the words of another.
    if (outside > 0) return false;
    if (token.type === 'link_open') {
      const close = tokens.findIndex(({ type }, index) => index > at && type === 'link_close');
      const href = String(token.attrGet('href'));
      isVoid = !isFollowable(href) || !isLegible(tokens.slice(at, close));
      token.attrs = [
        ['href', href],
        ['rel', 'external noopener'],
      ];
    }
    return !isVoid;
  });
}

/** True when there is a letter, a digit or a sign to see, and to hear. */
function isLegible(tokens: Token[]): boolean {
  return /[\p{L}\p{N}\p{P}\p{S}]/u.test(parser.renderer.renderInlineAsText(tokens, parser.options, {}));
}
