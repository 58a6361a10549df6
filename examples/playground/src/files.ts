// Files: opened by the button or dropped on the page, read here and sent nowhere.
import { decode, type Encoding } from 'gongwen';
import { MAX_FILE } from './limits.js';
import { textOfPage } from './web-page.js';

export type Fault = 'file_huge' | 'file_bad' | 'file_kind';

/** A file that isn't read, with the message that says why. */
export class FileError extends Error {
  constructor(readonly fault: Fault) {
    super(fault);
  }
}

/** The text of a txt or html file. */
export async function textOf(file: File): Promise<string> {
  if (file.size > MAX_FILE) throw new FileError('file_huge');
  const isPage = /\.x?html?$/i.test(file.name) || file.type === 'text/html';
  if (!isPage && !/\.(txt|text|md)$/i.test(file.name) && file.type !== 'text/plain') throw new FileError('file_kind');
  const bytes = new Uint8Array(await file.arrayBuffer());
  // Text has no zero bytes, except in UTF-16, which says so at its beginning.
  const wide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (!wide && bytes.includes(0)) throw new FileError('file_bad');
  try {
    const text = decode(bytes, isPage ? encodingOf(bytes) : 'auto');
    return isPage ? textOfPage(text) : text;
  } catch {
    throw new FileError('file_bad');
  }
}

/** The encoding that a page's head names. */
function encodingOf(bytes: Uint8Array): Encoding {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 2048));
  const name = /charset\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1]?.toLowerCase();
  if (name === 'gb2312' || name === 'gbk' || name === 'gb18030') return 'gb18030';
  return name === 'big5' ? 'big5' : 'auto';
}
