// What the page takes in. The parser reads more, but a page is no place for it.

/** The longest text, in characters. */
export const MAX_TEXT = 2_000_000;

/** The largest file, in bytes: a text of that length in GB18030 or UTF-8, and some markup. */
export const MAX_FILE = 8 * 1024 * 1024;

/** The longest fragment of a link: beyond it mail and chat programs cut it. */
export const MAX_FRAGMENT = 60_000;
