/**
 * accounts/ owns who may write: the tokens of programs, of which the store keeps a hash, and what each allows. It owns the
 * schema `accounts`.
 */

export { createToken, findToken, listTokens, noteUse, revokeToken } from './token.sql.ts';
export type { Token, TokenScope } from './token.ts';
