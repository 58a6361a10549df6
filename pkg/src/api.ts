import { call } from './engine.js';
import { GongwenError, shown } from './error.js';
import type { Document, Offsets } from './generated/document.js';

/** How a text is read. A key that isn't here is refused. */
export interface ParseOptions {
  /** The unit of all spans: `utf16`, the default, is what JavaScript's strings are indexed by. */
  readonly offsets?: Offsets | undefined;
  /** The date the text is read as of, `2012-05-20`: fills in the years that a text leaves out. */
  readonly date?: string | undefined;
  /** Words of your own, one a line: word, tab, kind. */
  readonly lexicon?: string | undefined;
  /** Whether words of Taiwan and Hong Kong are read as the mainland says them: 資訊 as 信息; not by default. */
  readonly regionalWords?: boolean | undefined;
}

/** The encodings that bytes are read in; `auto` goes by the byte order mark, then tries UTF-8, GB18030 and Big5. */
export type Encoding = 'auto' | 'utf-8' | 'gb18030' | 'big5' | 'utf-16le' | 'utf-16be';

/** How bytes are read. */
export interface ParseBytesOptions extends ParseOptions {
  /** What the bytes are written in; `auto` where it isn't said. */
  readonly encoding?: Encoding | undefined;
}

/** What `render` writes: the Document, an outline for people, the task sheet (督办清单), or a calendar of meetings and due tasks. */
export type Format = 'json' | 'outline' | 'csv' | 'ics';

/** Bytes, in any of the forms that JavaScript has for them. */
export type Bytes = ArrayBuffer | ArrayBufferView;

/**
 * Reads a text into a Document: a plain object whose spans index `text`, so that
 * `text.slice(span.start, span.end)` is what was read.
 */
export function parse(text: string, options?: ParseOptions): Document {
  check(text, 'text');
  return call((module) => module.parse(text, options) as Document);
}

/** Reads texts one after the other, with the same options. */
export function parseMany(texts: Iterable<string>, options?: ParseOptions): Document[] {
  if (typeof texts === 'string' || typeof texts?.[Symbol.iterator] !== 'function') {
    throw new GongwenError('INVALID_TEXT', `texts must be an array of strings; got ${typeof texts === 'string' ? 'one string: use parse()' : shown(texts)}`);
  }
  return Array.from(texts, (text, index) => {
    check(text, `texts[${index}]`);
    return call((module) => module.parse(text, options) as Document);
  });
}

/** Decodes bytes and reads the text; spans index the string that `decode` gives for the same bytes. */
export function parseBytes(bytes: Bytes, options?: ParseBytesOptions): Document {
  if (options === null || (options !== undefined && typeof options !== 'object')) return parse('', options);
  const { encoding, ...rest } = options ?? {};
  return parse(decode(bytes, encoding), rest);
}

/** Writes what a text says; a calendar is empty where no day is known. */
export function render(text: string, format: Format, options?: ParseOptions): string {
  check(text, 'text');
  if (typeof format !== 'string') throw new GongwenError('INVALID_FORMAT', `format must be "json", "outline", "csv" or "ics"; got ${shown(format)}`);
  return call((module) => module.render(text, format, options));
}

/** The version of the package. */
export const version = (): string => call((module) => module.version());

const ENCODINGS: readonly string[] = ['utf-8', 'gb18030', 'big5', 'utf-16le', 'utf-16be'] satisfies Encoding[];

/** Decodes bytes to the string that `parseBytes` reads, without its byte order mark. */
export function decode(bytes: Bytes, encoding: Encoding = 'auto'): string {
  if (!(bytes instanceof ArrayBuffer) && !ArrayBuffer.isView(bytes)) {
    throw new GongwenError('INVALID_BYTES', `bytes must be an ArrayBuffer, a Uint8Array or a Buffer; got ${shown(bytes)}`);
  }
  if (encoding !== 'auto' && !ENCODINGS.includes(encoding)) {
    throw new GongwenError('INVALID_OPTION', `option "encoding" must be "auto" or one of ${ENCODINGS.join(', ')}; got ${String(encoding)}`, { option: 'encoding' });
  }
  const tried = encoding === 'auto' ? candidates(bytes) : [encoding];
  let cause: unknown;
  for (const label of tried) {
    try {
      return new TextDecoder(label, { fatal: true }).decode(bytes as BufferSource);
    } catch (thrown) {
      cause = thrown;
    }
  }
  throw new GongwenError('INVALID_BYTES', `these bytes are not text in ${tried.join(', ')}: name their encoding in option "encoding"`, { cause });
}

function candidates(bytes: Bytes): readonly string[] {
  const view = bytes instanceof ArrayBuffer ? new Uint8Array(bytes) : new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view[0] === 0xff && view[1] === 0xfe) return ['utf-16le'];
  if (view[0] === 0xfe && view[1] === 0xff) return ['utf-16be'];
  return ['utf-8', 'gb18030', 'big5'];
}

function check(text: unknown, name: string): asserts text is string {
  if (typeof text !== 'string') {
    throw new GongwenError('INVALID_TEXT', `${name} must be a string; got ${shown(text)}: bytes go to parseBytes()`);
  }
  // Each unit of UTF-16 is a byte of UTF-8 at least, so this refuses early, before the text is copied; the module itself counts exactly.
  const longest = call((module) => module.longest());
  if (text.length > longest) {
    throw new GongwenError('TEXT_TOO_LONG', `${name} has ${text.length} characters; at most ${longest} bytes of UTF-8 are read at once: split it into its documents`);
  }
}
