// The text of a web page. The markup is parsed into a document that is never shown: it runs no script and loads nothing.

/** Elements that hold nothing to read. */
const SKIPPED = new Set(['SCRIPT', 'STYLE', 'TEMPLATE', 'NOSCRIPT', 'NAV', 'HEADER', 'FOOTER', 'ASIDE', 'FORM', 'BUTTON', 'SELECT', 'TEXTAREA', 'IFRAME', 'OBJECT', 'SVG', 'HEAD']);

/** Elements that stand in a line of text; all others begin and end a line. */
const INLINE = new Set(['A', 'ABBR', 'B', 'BDI', 'BDO', 'CITE', 'CODE', 'EM', 'FONT', 'I', 'IMG', 'INS', 'LABEL', 'MARK', 'O:P', 'Q', 'RUBY', 'S', 'SMALL', 'SPAN', 'STRONG', 'SUB', 'SUP', 'TIME', 'U', 'WBR']);

export function textOfPage(markup: string): string {
  const page = new DOMParser().parseFromString(withoutComplaints(markup), 'text/html');
  const lines: string[] = [''];
  const add = (text: string): void => {
    lines[lines.length - 1] += text;
  };
  // Without recursion, since a page may be nested without end.
  const waiting: (Node | 'break')[] = [page.body];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next === 'break') lines.push('');
    else if (next.nodeType === Node.TEXT_NODE) add((next.textContent ?? '').replaceAll(/[ \t\r\n\f]+/g, ' '));
    else if (next instanceof Element && !SKIPPED.has(next.nodeName.toUpperCase())) {
      const breaks = !INLINE.has(next.nodeName.toUpperCase());
      if (breaks) lines.push('');
      if (breaks) waiting.push('break');
      for (let child = next.lastChild; child !== null; child = child.previousSibling) waiting.push(child);
    }
  }
  return lines.map((line) => line.trim()).filter(Boolean).join('\n');
}

/**
 * Markup without styles and handlers. They do nothing in a page that is never shown, but the browser would report each
 * of them as a breach of this page's policy.
 */
function withoutComplaints(markup: string): string {
  const [opening, closing] = [/<style[\s>]/gi, /<\/style/gi];
  let bare = '';
  let from = 0;
  for (let found = opening.exec(markup); found !== null; found = opening.exec(markup)) {
    bare += markup.slice(from, found.index);
    closing.lastIndex = found.index;
    from = closing.exec(markup)?.index ?? markup.length;
    opening.lastIndex = from;
  }
  bare += markup.slice(from);
  return bare.replaceAll(/<[a-z][^<>]*>/gi, (tag) => tag.replaceAll(/[\s/](?:style|on\w+)\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>]+)/gi, ' '));
}
