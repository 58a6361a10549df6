// A link that holds the text: compressed, after the #, which browsers don't send. Links come from anywhere, so what
// is in one is bounded and checked.
import { MAX_FRAGMENT, MAX_TEXT } from './limits.js';

/** What a link holds. */
export interface Linked {
  readonly text: string;
  /** The date the text is read as of; empty where there is none. */
  readonly date: string;
}

export type Fault = 'link_bad' | 'link_huge' | 'link_long' | 'link_old';

/** A link that can't be made or opened, with the message that says so. */
export class LinkError extends Error {
  constructor(readonly fault: Fault) {
    super(fault);
  }
}

/** The fragment of a link to `linked`. */
export async function toFragment({ text, date }: Linked): Promise<string> {
  if (typeof CompressionStream === 'undefined') throw new LinkError('link_old');
  const packed = new Blob([text]).stream().pipeThrough(new CompressionStream('deflate-raw'));
  const bytes = new Uint8Array(await new Response(packed).arrayBuffer());
  let binary = '';
  for (let at = 0; at < bytes.length; at += 0x8000) binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  const code = btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
  if (code.length > MAX_FRAGMENT) throw new LinkError('link_long');
  return `#t=${code}${date && `&d=${date}`}`;
}

/** What a fragment holds; `null` where it is no link to a text. */
export async function fromFragment(fragment: string): Promise<Linked | null> {
  const fields = new URLSearchParams(fragment.replace(/^#/, ''));
  const code = fields.get('t');
  if (code === null) return null;
  if (code.length > MAX_FRAGMENT) throw new LinkError('link_huge');
  const date = fields.get('d') ?? '';
  return { text: await unpack(bytesOf(code)), date: /^\d{4}-\d\d-\d\d$/.test(date) ? date : '' };
}

function bytesOf(code: string): Uint8Array<ArrayBuffer> {
  try {
    return Uint8Array.from(atob(code.replaceAll('-', '+').replaceAll('_', '/')), (unit) => unit.charCodeAt(0));
  } catch {
    throw new LinkError('link_bad');
  }
}

/** Unpacks piece by piece, and stops where it gets too much: a few bytes can hold gigabytes. */
async function unpack(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  if (typeof DecompressionStream === 'undefined') throw new LinkError('link_old');
  const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader();
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let text = '';
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return text + decoder.decode();
      text += decoder.decode(value, { stream: true });
      if (text.length > MAX_TEXT) throw new LinkError('link_huge');
    }
  } catch (error) {
    reader.cancel().catch(() => undefined);
    throw error instanceof LinkError ? error : new LinkError('link_bad');
  }
}
