// The tabs: one panel at a time, and its links to the text.
import { element } from '../dom.js';
import { say } from '../language.js';
import type { Place } from '../nodes.js';
import { diagnostics } from './diagnostics.js';
import { json } from './json.js';
import { outline } from './outline.js';
import { elementAt, type Panel, placesOf, type View } from './panel.js';
import { people } from './people.js';
import { tasks } from './tasks.js';
import { tree } from './tree.js';

const PANELS: readonly [Panel, ...Panel[]] = [tree, tasks, people, outline, diagnostics, json];

export interface Tabs {
  /** Shows a reading in the open tab, and the numbers beside all. */
  show(view: View): void;
  /** Shows what stands at a position of the text. */
  reveal(position: number, focus: boolean): void;
}

export interface Pointer {
  point(places: readonly Place[]): void;
  go(places: readonly Place[]): void;
}

export function createTabs(bar: HTMLElement, place: HTMLElement, text: Pointer): Tabs {
  let open: Panel = PANELS[0];
  let view: View | undefined;

  const buttons = PANELS.map((panel) => {
    const button = element('button', { type: 'button', role: 'tab', id: `tab-${panel.name}`, 'aria-controls': place.id });
    button.addEventListener('click', () => choose(panel));
    return button;
  });
  bar.append(...buttons);
  bar.addEventListener('keydown', (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1, Home: -PANELS.length, End: PANELS.length }[event.key];
    if (step === undefined) return;
    const index = PANELS.indexOf(open);
    const to = Math.abs(step) > 1 ? (step < 0 ? 0 : PANELS.length - 1) : (index + step + PANELS.length) % PANELS.length;
    choose(PANELS[to] ?? PANELS[0]);
    buttons[to]?.focus();
    event.preventDefault();
  });

  place.addEventListener('pointerover', (event) => text.point(placesOf(event.target) ?? []));
  place.addEventListener('pointerleave', () => text.point([]));
  place.addEventListener('focusin', (event) => text.point(placesOf(event.target) ?? []));
  place.addEventListener('focusout', () => text.point([]));
  place.addEventListener('click', (event) => {
    const to = placesOf(event.target);
    // Text that is being selected to be copied is no click.
    if (to === undefined || getSelection()?.isCollapsed === false) return;
    current(event.target instanceof Element ? event.target.closest<HTMLElement>('[data-linked]') : null);
    text.go(to);
  });

  const current = (made: HTMLElement | null): void => {
    for (const before of place.querySelectorAll('.current')) before.classList.remove('current');
    made?.classList.add('current');
  };

  const label = (): void => {
    const words = say();
    PANELS.forEach((panel, index) => {
      const button = buttons[index];
      if (button === undefined) return;
      const count = view && panel.count?.(view);
      button.replaceChildren(words[`tab_${panel.name}`], ...(count ? [' ', element('span', { class: 'count' }, String(count))] : []));
      button.setAttribute('aria-selected', String(panel === open));
      button.tabIndex = panel === open ? 0 : -1;
    });
    place.setAttribute('aria-labelledby', `tab-${open.name}`);
  };

  const render = (): void => {
    label();
    if (view === undefined) return;
    const { scrollTop } = place;
    place.replaceChildren();
    place.dataset['panel'] = open.name;
    open.render(place, view);
    place.scrollTop = scrollTop;
  };

  const choose = (panel: Panel): void => {
    open = panel;
    place.scrollTop = 0;
    render();
  };

  label();
  return {
    show(next) {
      view = next;
      render();
    },
    reveal(position, focus) {
      open.open?.(place, position);
      const made = elementAt(place, position);
      current(made ?? null);
      made?.querySelector('.row, .line')?.scrollIntoView({ block: 'nearest' });
      made?.scrollIntoView({ block: 'nearest' });
      if (focus) (made?.matches('[tabindex]') ? made : (made?.querySelector<HTMLElement>('button') ?? place)).focus();
    },
  };
}
