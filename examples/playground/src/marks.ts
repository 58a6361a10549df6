// Where in the text what was read stands.
import type { Document, Span } from 'gongwen';
import type { Category } from './categories.js';

/** A stretch of the text and what it shows; `read` is a stretch that was read and has no colour of its own. */
export interface Mark {
  readonly from: number;
  readonly to: number;
  readonly category: Category | 'read';
  /** A shade of the category: how bad a diagnostic is. */
  readonly shade?: string;
}

/** Marks in the order of their starts, which can be asked for those in a stretch of the text. */
export class Marks {
  /** The furthest end among a mark and all before it: non-decreasing, so it can be searched. */
  readonly #reach: Uint32Array;

  constructor(readonly all: readonly Mark[]) {
    this.#reach = new Uint32Array(all.length);
    let furthest = 0;
    all.forEach((mark, index) => {
      furthest = Math.max(furthest, mark.to);
      this.#reach[index] = furthest;
    });
  }

  /** The marks that overlap a stretch. */
  *within(from: number, to: number): Generator<Mark> {
    let [low, high] = [0, this.all.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#reach[middle] ?? 0) <= from) low = middle + 1;
      else high = middle;
    }
    for (let index = low; index < this.all.length; index++) {
      const mark = this.all[index];
      if (mark === undefined || mark.from >= to) return;
      if (mark.to > from) yield mark;
    }
  }

  /** How many marks each category has. */
  counts(): Map<string, number> {
    const counts = new Map<string, number>();
    for (const { category } of this.all) counts.set(category, (counts.get(category) ?? 0) + 1);
    return counts;
  }
}

const made = new WeakMap<Document, Marks>();

/** All that a Document shows, gathered once. */
export function marksOf(read: Document): Marks {
  const marks = made.get(read) ?? gather(read);
  made.set(read, marks);
  return marks;
}

/** Of two marks with one start the longer comes first, so that it goes around the other. */
function gather(read: Document): Marks {
  const marks: Mark[] = [];
  const add = (category: Mark['category'], span: Span | undefined, shade?: string): void => {
    if (span && span.start < span.end) marks.push({ from: span.start, to: span.end, category, ...(shade && { shade }) });
  };
  add('heading', read.title?.span);
  const { official } = read;
  for (const text of [official?.number, official?.issuer, official?.note]) add('heading', text?.span);
  for (const list of [official?.recipients, official?.attachments, official?.copies_to]) for (const text of list ?? []) add('heading', text.span);
  for (const section of read.sections) add('heading', section.heading.span);
  for (const meeting of read.meetings) {
    add('meeting', meeting.name.span);
    add('read', meeting.span);
  }
  for (const person of read.people) {
    for (const span of person.mentions) add('person', span);
    for (const post of person.posts) add('post', post.span);
  }
  for (const group of read.groups) add('group', group.span);
  for (const organization of read.organizations) for (const span of organization.mentions) add('organization', span);
  for (const time of read.times) add('time', time.span);
  for (const speech of read.speeches) {
    add('speech', speech.verb.span);
    add('read', speech.content.span);
  }
  for (const list of read.enumerations) {
    for (const item of list.items) {
      add('list', item.marker?.span);
      add('read', item.content.span);
    }
    add('list', list.label?.span);
  }
  for (const directive of read.directives) add('directive', directive.content.span);
  for (const citation of read.citations) add('citation', citation.content.span);
  for (const diagnostic of read.diagnostics) add('diagnostic', diagnostic.span, diagnostic.severity);
  return new Marks(marks.sort((a, b) => a.from - b.from || b.to - a.to));
}
