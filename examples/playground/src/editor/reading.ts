// What was read, shown on the text: only for what is visible, and moved along while the text changes until it is
// read again.
import { StateEffect, StateField } from '@codemirror/state';
import { Decoration, type DecorationSet, type EditorView, ViewPlugin, type ViewUpdate } from '@codemirror/view';
import type { Document } from 'gongwen';
import type { Category } from '../categories.js';
import { type Mark, Marks, marksOf } from '../marks.js';
import { repairsWithin } from './repairs.js';

/** What the text's last reading says; `document` and `marks` hold for the text as it was read. */
export interface Shown {
  readonly document: Document | null;
  readonly marks: Marks;
  readonly hidden: ReadonlySet<Category>;
  /** Whether the text has changed since. */
  readonly stale: boolean;
}

/** The text was read. */
export const wasRead = StateEffect.define<Document>();

/** Categories are to be hidden. */
export const hide = StateEffect.define<ReadonlySet<Category>>();

export const shown = StateField.define<Shown>({
  create: () => ({ document: null, marks: new Marks([]), hidden: new Set(), stale: false }),
  update(before, transaction) {
    let after = transaction.docChanged ? { ...before, stale: true } : before;
    for (const effect of transaction.effects) {
      if (effect.is(wasRead)) after = { ...after, document: effect.value, marks: marksOf(effect.value), stale: false };
      if (effect.is(hide)) after = { ...after, hidden: effect.value };
    }
    return after;
  },
});

const STYLES = new Map<string, Decoration>();

/** One decoration for each look, made once. */
function style(mark: Mark): Decoration {
  const name = mark.shade === undefined ? `m-${mark.category}` : `m-${mark.category} m-${mark.shade}`;
  let made = STYLES.get(name);
  if (made === undefined) {
    made = Decoration.mark({ class: `m ${name}` });
    STYLES.set(name, made);
  }
  return made;
}

function decorate(view: EditorView): DecorationSet {
  const { document, marks, hidden } = view.state.field(shown);
  const ranges = [];
  for (const { from, to } of view.visibleRanges) {
    for (const mark of marks.within(from, to)) {
      if (mark.category !== 'read' && hidden.has(mark.category)) continue;
      ranges.push(style(mark).range(Math.max(mark.from, from), Math.min(mark.to, to)));
    }
    if (document && !hidden.has('repair')) ranges.push(...repairsWithin(document.repairs, from, to));
  }
  return Decoration.set(ranges, true);
}

export const readingOnText = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet;

    constructor(view: EditorView) {
      this.decorations = decorate(view);
    }

    update(update: ViewUpdate): void {
      const [before, after] = [update.startState.field(shown), update.state.field(shown)];
      const renewed = before.marks !== after.marks || before.hidden !== after.hidden;
      if (!after.stale && (renewed || update.viewportChanged)) this.decorations = decorate(update.view);
      else if (update.docChanged) this.decorations = this.decorations.map(update.changes);
    }
  },
  { decorations: (plugin) => plugin.decorations },
);
