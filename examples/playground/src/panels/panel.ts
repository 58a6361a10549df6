// What a tab shows, and what it needs to show it.
import type { Category } from '../categories.js';
import type { Place } from '../nodes.js';
import type { Reading } from '../reader.js';

/** All that is shown depends on. */
export interface View {
  readonly reading: Reading;
  readonly hidden: ReadonlySet<Category>;
  /** Line and column of a position in the text. */
  readonly at: (position: number) => { line: number; column: number };
}

/** One tab. */
export interface Panel {
  readonly name: 'tree' | 'tasks' | 'people' | 'outline' | 'diagnostics' | 'json';
  /** The number beside the tab's name. */
  count?(view: View): number;
  /** Fills the empty `place`. */
  render(place: HTMLElement, view: View): void;
  /** Makes what stands at a position visible, where that isn't done by rendering alone. */
  open?(place: HTMLElement, position: number): void;
}

const places = new WeakMap<Element, readonly Place[]>();

/** Ties an element to places in the text: hovering or focusing it points at them, clicking it goes there. */
export function linked<Kind extends HTMLElement>(made: Kind, to: readonly Place[]): Kind {
  if (to.length > 0) {
    places.set(made, to);
    made.dataset['linked'] = '';
  }
  return made;
}

/** The places of the nearest linked element around `target`. */
export function placesOf(target: EventTarget | null): readonly Place[] | undefined {
  const around = target instanceof Element ? target.closest('[data-linked]') : null;
  return around ? places.get(around) : undefined;
}

/** The linked element with the shortest place around a position. */
export function elementAt(panel: HTMLElement, position: number): HTMLElement | undefined {
  let best: HTMLElement | undefined;
  let shortest = Infinity;
  for (const made of panel.querySelectorAll<HTMLElement>('[data-linked]')) {
    for (const { start, end } of places.get(made) ?? []) {
      if (start <= position && position <= end && end - start < shortest) [best, shortest] = [made, end - start];
    }
  }
  return best;
}
