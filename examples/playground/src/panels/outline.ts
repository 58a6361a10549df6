// The tab 提纲: what is said, in the order and the nesting in which it stands in the text.
import type { Document } from 'gongwen';
import { appendAll, element } from '../dom.js';
import { kindName, modalityName } from '../labels.js';
import { say } from '../language.js';
import { speakerName } from '../nodes.js';
import { linked, type Panel } from './panel.js';

interface Entry {
  readonly start: number;
  readonly end: number;
  readonly kind: 'section' | 'speech' | 'item' | 'directive';
  head: string;
  text: string;
  readonly inner: Entry[];
  /** Whether what is shown of it is a directive. */
  asked: boolean;
}

export const outline: Panel = {
  name: 'outline',
  render(place, { reading: { document: read, text } }) {
    if (text.trim() === '') return place.append(element('p', { class: 'empty' }, say().nothing));
    place.append(element('p', { class: 'kind' }, kindName(read.kind)));
    if (read.title) place.append(linked(element('h2', { class: 'outline-title' }, read.title.text), [read.title.span]));
    for (const meeting of read.meetings) {
      const facts = [meeting.time?.text, meeting.venue?.text, meeting.organizers.map((one) => one.text).join('、')].filter(Boolean).join(' · ');
      place.append(linked(element('p', { class: 'meeting' }, element('b', {}, meeting.name.text), facts && element('small', {}, facts)), [meeting.name.span]));
    }
    place.append(list(nested(entriesOf(read))));
  },
};

function entriesOf(read: Document): Entry[] {
  const entries: Entry[] = [];
  const add = (kind: Entry['kind'], start: number, end: number, head: string, text: string): void => {
    entries.push({ kind, start, end, head, text, inner: [], asked: kind === 'directive' });
  };
  for (const { span, heading } of read.sections) add('section', span.start, span.end, '', heading.text);
  for (const { speaker, verb, content } of read.speeches) {
    add('speech', verb.span.start, content.span.end, `${speakerName(read, speaker)} ${verb.text}`.trim(), content.text);
  }
  for (const { items, style } of read.enumerations) {
    // Slogans and declared series are phrases within a sentence, which stands as a whole.
    if (style !== 'ordinal') continue;
    for (const { marker, content } of items) add('item', marker?.span.start ?? content.span.start, content.span.end, marker?.text ?? '·', content.text);
  }
  for (const { content, modality } of read.directives) {
    add('directive', content.span.start, content.span.end, modality === 'obligation' ? '' : modalityName(modality), content.text);
  }
  return entries.sort((a, b) => a.start - b.start || b.end - a.end);
}

/** Puts each entry into the last one that holds it whole. */
function nested(entries: readonly Entry[]): Entry[] {
  const top: Entry[] = [];
  const open: Entry[] = [];
  for (const entry of entries) {
    while (open.length > 0 && (open.at(-1)?.end ?? 0) < entry.end) open.pop();
    const around = open.at(-1);
    if (around?.kind === 'section' && entry.text === around.text) {
      // A heading with a number is an item of a series too: it is told once.
      around.head ||= entry.head;
      around.asked ||= entry.asked;
      continue;
    }
    if (around && entry.kind === 'directive' && entry.head === '' && around.inner.length === 0 && around.kind !== 'section' && around.text.startsWith(entry.text)) {
      // What begins with a directive is told as one; what else it says follows below.
      around.asked = true;
      around.text = entry.text;
      continue;
    }
    (around?.inner ?? top).push(entry);
    open.push(entry);
  }
  return top;
}

function list(entries: readonly Entry[]): HTMLElement {
  const made = element('ul', { class: 'outline' });
  appendAll(made, entries, (entry) => {
    const head = entry.head && element('span', { class: 'head' }, entry.head);
    const button = element('button', { type: 'button', class: 'go' }, head, entry.asked && element('span', { class: 'box', 'aria-hidden': 'true' }, '☐ '), beginning(entry));
    return element('li', { class: `o-${entry.kind}` }, linked(element('div', { class: 'line' }, button), [entry]), entry.inner.length > 0 && list(entry.inner));
  });
  return made;
}

/** An entry's text up to what is broken down below it. */
function beginning({ text, inner }: Entry): string {
  const [first] = inner;
  if (first === undefined) return text;
  const marked = text.indexOf(first.kind === 'item' ? first.head + first.text : first.text);
  const at = marked >= 0 ? marked : text.indexOf(first.text);
  return at >= 0 ? text.slice(0, at) : text;
}
