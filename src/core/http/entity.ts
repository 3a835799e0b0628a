/**
 * What an address holds, as whole bytes with their ETag, and how it goes out: whole, compressed, or "not modified".
 */
import { createHash } from 'node:crypto';
import { type Compressor, chooseEncoding, isCompressible } from './compression.ts';

export type Entity = {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** SHA-256 of the bytes, in base64url, without quotes nor the suffix of an encoding. */
  readonly hash: string;
  readonly headers: Readonly<Record<string, string>>;
};

/** The entity of a successful response, whose body is read whole. */
export async function readEntity(response: Response): Promise<Entity> {
  const bytes = new Uint8Array(await response.arrayBuffer());
  const headers: Record<string, string> = Object.fromEntries(response.headers);
  if (isCompressible(headers['content-type'], bytes.byteLength)) {
    headers.vary = headers.vary ? `${headers.vary}, accept-encoding` : 'accept-encoding';
  }
  return { bytes, hash: createHash('sha256').update(bytes).digest('base64url'), headers };
}

export type Conditions = { ifNoneMatch: string | undefined; acceptEncoding: string | undefined };

/**
 * The response that carries an entity under the conditions of a request. The ETag is strong, so each encoding has
 * its own (RFC 9110 §8.8.3); any of them makes a condition true.
 */
export async function deliver(
  entity: Entity,
  { ifNoneMatch, acceptEncoding }: Conditions,
  compressor: Compressor,
): Promise<Response> {
  const { bytes, hash, headers } = entity;
  const compressible = isCompressible(headers['content-type'], bytes.byteLength);
  const encoding = compressible ? chooseEncoding(acceptEncoding) : undefined;
  const etag = encoding ? `"${hash}-${encoding}"` : `"${hash}"`;
  if (ifNoneMatch !== undefined && matches(ifNoneMatch, hash)) {
    const { 'content-type': _, 'content-length': __, ...kept } = headers;
    return new Response(null, { status: 304, headers: { ...kept, etag } });
  }
  if (!encoding) return respond(bytes, { ...headers, etag });
  const kept = compressor.compress(bytes, hash, encoding);
  const compressed = kept instanceof Promise ? await kept : kept;
  return respond(compressed, { ...headers, etag, 'content-encoding': encoding });
}

function respond(bytes: Uint8Array, headers: Record<string, string>): Response {
  const length = String(bytes.byteLength);
  return new Response(bytes as Uint8Array<ArrayBuffer>, {
    headers: { ...headers, 'content-length': length },
  });
}

function matches(ifNoneMatch: string, hash: string): boolean {
  return ifNoneMatch.trim() === '*' || ifNoneMatch.includes(`"${hash}"`) || ifNoneMatch.includes(`"${hash}-`);
}
