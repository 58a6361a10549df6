// Repairs on the text: what was mended is struck, and its mended reading stands after it.
import { Decoration, type EditorView, WidgetType } from '@codemirror/view';
import type { Range } from '@codemirror/state';
import type { Repair } from 'gongwen';
import { repairName } from '../labels.js';
import { say } from '../language.js';
import { visible } from '../visible.js';

const struck = Decoration.mark({ class: 'm m-struck' });
const doubted = Decoration.mark({ class: 'm m-doubted' });

/** The decorations of the repairs that overlap a stretch; neighbours of one kind are shown as one. */
export function* repairsWithin(repairs: readonly Repair[], from: number, to: number): Generator<Range<Decoration>> {
  let index = firstAfter(repairs, from);
  while (index < repairs.length) {
    const first = repairs[index];
    if (first === undefined || first.span.start >= to) return;
    let { end } = first.span;
    let replacement = first.replacement;
    for (index++; index < repairs.length; index++) {
      const next = repairs[index];
      if (next === undefined || next.kind !== first.kind || next.certain !== first.certain || next.span.start !== end || next.span.start >= to) break;
      end = next.span.end;
      replacement += next.replacement;
    }
    const [start, stop] = [Math.max(first.span.start, from), Math.min(end, to)];
    if (first.kind === 'hard_wrap') {
      yield Decoration.widget({ widget: new Mended('', first.kind), side: 1 }).range(start);
      continue;
    }
    if (start < stop) yield (first.certain ? struck : doubted).range(start, stop);
    // A line break or a widget at a stretch's very end would be drawn twice, so it belongs to the stretch it ends in.
    if (first.certain && replacement !== '' && end > from && end <= to) yield Decoration.widget({ widget: new Mended(replacement, first.kind), side: 1 }).range(end);
  }
}

/** A repair as a sentence: 繁体字：務 → 务. */
export function describe(repair: Repair, source: string): string {
  const from = visible(source.slice(repair.span.start, repair.span.end));
  const words = say();
  const sentence = repair.replacement === '' ? words.removed(repairName(repair.kind), from) : words.repaired(repairName(repair.kind), from, visible(repair.replacement));
  return repair.certain ? sentence : sentence + words.doubtful;
}

/** The first repair that ends after `from`. */
function firstAfter(repairs: readonly Repair[], from: number): number {
  let [low, high] = [0, repairs.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((repairs[middle]?.span.end ?? 0) <= from) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The mended reading, which is no part of the text. */
class Mended extends WidgetType {
  constructor(
    private readonly replacement: string,
    private readonly kind: Repair['kind'],
  ) {
    super();
  }

  override eq(other: Mended): boolean {
    return other.replacement === this.replacement && other.kind === this.kind;
  }

  override toDOM(_view: EditorView): HTMLElement {
    // A line break that was taken out is shown by its sign, struck.
    const shown = document.createElement(this.replacement === '' ? 'del' : 'ins');
    shown.className = this.replacement === '' ? 'm-struck' : 'mended';
    shown.textContent = this.replacement === '' ? '↵' : this.replacement.trim() === '' ? '␣' : this.replacement;
    shown.title = this.replacement === '' ? repairName(this.kind) : `${repairName(this.kind)}：${say().repaired_to(visible(this.replacement))}`;
    return shown;
  }

  override ignoreEvent(): boolean {
    return false;
  }
}
