import type { Span } from './generated/document.js';

/** What went wrong, for a program to act on; the message is for people and says what to do. */
export type ErrorCode =
  /** A call before `init()` on the web. */
  | 'NOT_INITIALIZED'
  /** The `.wasm` file is not where it was looked for. */
  | 'WASM_NOT_FOUND'
  /** What was found in the place of the `.wasm` file is something else: a page of HTML, say. */
  | 'WASM_INVALID'
  /** What should be a text is no string. */
  | 'INVALID_TEXT'
  /** The text is longer than is read at once. */
  | 'TEXT_TOO_LONG'
  /** An option that isn't known, or has a value that isn't. */
  | 'INVALID_OPTION'
  /** A format that `render` doesn't write. */
  | 'INVALID_FORMAT'
  /** What should be bytes is something else, or is text in no encoding that was tried. */
  | 'INVALID_BYTES'
  /** The caller's AbortSignal. */
  | 'ABORTED'
  /** The parser's worker was terminated while it read. */
  | 'WORKER_TERMINATED'
  /** The worker couldn't be started, or died. */
  | 'WORKER_FAILED'
  /** A fault of gongwen's own. */
  | 'INTERNAL';

/** What a `GongwenError` may carry beside its code and message. */
export interface ErrorDetails {
  /** What led to it. */
  readonly cause?: unknown;
  /** The option at fault. */
  readonly option?: string | undefined;
  /** The place in the text. */
  readonly span?: Span | undefined;
}

/**
 * A mistake of the caller's, or of the page around the package. What is wrong with a *text* is in
 * `document.diagnostics` and is never thrown.
 */
export class GongwenError extends Error {
  override readonly name = 'GongwenError';
  /** What went wrong, for a program. */
  readonly code: ErrorCode;
  /** The option at fault, with `INVALID_OPTION`. */
  readonly option?: string;
  /** The place in the text, where the error has one. */
  readonly span?: Span;

  constructor(code: ErrorCode, message: string, details: ErrorDetails = {}) {
    super(message, 'cause' in details ? { cause: details.cause } : undefined);
    this.code = code;
    if (details.option !== undefined) this.option = details.option;
    if (details.span !== undefined) this.span = details.span;
  }
}

/** A value as a message shows it. */
export const shown = (value: unknown): string =>
  value === null ? 'null' : Array.isArray(value) ? 'an array' : value === undefined ? 'undefined' : `a value of type ${typeof value}`;
