/**
 * The files of `assets/`, read at start; scripts are served without their comments and indentation. Their content is named
 * by their address (`/assets/vigie.3f2a….css`), so browsers keep them for ever.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { App } from '../core/http/context.ts';
import { guard } from '../core/http/guard.ts';

export const ASSETS_DIRECTORY = fileURLToPath(new URL('../../assets', import.meta.url));

export type Assets = {
  /** The address of a file of `assets/`. @throws Error when there is no such file */
  href(name: string): string;
  readonly files: readonly Asset[];
};

type Asset = { name: string; href: string; contentType: string; bytes: Uint8Array<ArrayBuffer> };

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

const HASH_LENGTH = 16;

/** Reads all the assets. @throws Error on a kind of file that has no content type here */
export function loadAssets(directory: string = ASSETS_DIRECTORY): Assets {
  const files = readdirSync(directory).map((name) => readAsset(directory, name));
  const byName = new Map(files.map((file) => [file.name, file.href]));
  return {
    files,
    href(name) {
      const href = byName.get(name);
      if (href === undefined) throw new Error(`there is no asset named ${name}`);
      return href;
    },
  };
}

function readAsset(directory: string, name: string): Asset {
  const extension = extname(name);
  const contentType = CONTENT_TYPES[extension];
  if (contentType === undefined) throw new Error(`the asset ${name} is of an unknown kind`);
  const written = readFileSync(join(directory, name));
  const bytes = new Uint8Array(
    extension === '.js' ? Buffer.from(withoutComments(written.toString())) : written,
  );
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, HASH_LENGTH);
  return {
    name,
    href: `/assets/${name.slice(0, -extension.length)}.${hash}${extension}`,
    contentType,
    bytes,
  };
}

const COMMENT_LINE = /^(?:\/\/|\/\*\*|\*)/;

/**
 * A script as it is sent: no line of comment, no indentation.
 *
 * @param script no text in it spans lines
 */
function withoutComments(script: string): string {
  const lines = script.split('\n').map((line) => line.trim());
  return lines.filter((line) => line !== '' && !COMMENT_LINE.test(line)).join('\n');
}

export function assetRoutes(app: App, assets: Assets): void {
  for (const { href, bytes, contentType } of assets.files) {
    const headers = { 'content-type': contentType, 'cache-control': 'public, max-age=31536000, immutable' };
    app.get(href, guard('asset'), (c) => c.body(bytes, 200, headers));
  }
}
