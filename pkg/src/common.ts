// What every entry exports, whatever loads the module.
export { decode, parse, parseBytes, parseMany, render, version } from './api.js';
export type { Bytes, Encoding, Format, ParseBytesOptions, ParseOptions } from './api.js';
export { createParser } from './client.js';
export type { AbortSignalLike, AsyncParser, ParserOptions, Signal, WorkerLike } from './client.js';
export { GongwenError } from './error.js';
export type { ErrorCode, ErrorDetails } from './error.js';
export { initSync } from './init.js';
export type { CompiledModule, InitInput } from './init.js';
export type * from './generated/document.js';
