// The places that are pointed at from the reading: hovered ones, and the one that was gone to.
import { StateEffect, StateField } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView } from '@codemirror/view';
import type { Place } from '../nodes.js';

/** Points at places, lightly; at none to stop. */
export const point = StateEffect.define<readonly Place[]>();

/** Goes to a place and marks it until the text changes or another is gone to. */
export const settle = StateEffect.define<readonly Place[]>();

const pointed = Decoration.mark({ class: 'pointed' });
const settled = Decoration.mark({ class: 'settled' });

const field = (effect: typeof point, style: Decoration): StateField<DecorationSet> =>
  StateField.define<DecorationSet>({
    create: () => Decoration.none,
    update(before, transaction) {
      let after = transaction.docChanged ? Decoration.none : before;
      for (const one of transaction.effects) {
        if (!one.is(effect)) continue;
        const { length } = transaction.state.doc;
        const ranges = one.value.filter(({ start, end }) => start < end && end <= length).map(({ start, end }) => style.range(start, end));
        after = Decoration.set(ranges, true);
      }
      return after;
    },
    provide: (set) => EditorView.decorations.from(set),
  });

export const pointing = [field(point, pointed), field(settle, settled)];
