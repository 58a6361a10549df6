// The legend: what each colour means, how often it is there, and whether it is shown.
import { CATEGORIES, type Category, categoryName } from './categories.js';
import { element } from './dom.js';

export interface Legend {
  readonly hidden: ReadonlySet<Category>;
  /** Shows how many of each category were read. */
  show(counts: ReadonlyMap<string, number>): void;
}

export function createLegend(place: HTMLElement, changed: () => void): Legend {
  const hidden = new Set<Category>();
  const buttons = new Map<Category, HTMLButtonElement>();
  for (const category of CATEGORIES) {
    const button = element('button', { type: 'button', class: `chip c-${category}`, 'data-category': category });
    button.addEventListener('click', () => {
      if (!hidden.delete(category)) hidden.add(category);
      changed();
    });
    buttons.set(category, button);
    place.append(button);
  }
  return {
    hidden,
    show(counts) {
      for (const [category, button] of buttons) {
        const count = counts.get(category) ?? 0;
        button.replaceChildren(element('span', { class: 'swatch', 'aria-hidden': 'true' }), categoryName(category), ' ', element('span', { class: 'count' }, String(count)));
        button.setAttribute('aria-pressed', String(!hidden.has(category)));
        button.classList.toggle('none', count === 0);
      }
    },
  };
}
