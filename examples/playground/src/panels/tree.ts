// The tab 结构: the Document as a tree, by the ARIA pattern: one stop for Tab, arrows within.
import { appendAll, element } from '../dom.js';
import { say } from '../language.js';
import { type TreeNode, treeOf } from '../nodes.js';
import { linked, type Panel } from './panel.js';

/** A branch with more children than this is closed at first. */
const FEW = 24;

/** More than a row can show is left out; the text stands beside it. */
const LONGEST = 160;

/** What the user opened or closed, by path; it stays so when the text is read again. */
const chosen = new Map<string, boolean>();

let roots: readonly TreeNode[] = [];

/** The children that an item will have once it is opened. */
const unopened = new WeakMap<HTMLElement, (whole: boolean) => void>();

export const tree: Panel = {
  name: 'tree',
  render(place, { reading, hidden }) {
    roots = treeOf(reading.document, reading.text).filter((node) => node.category === undefined || !hidden.has(node.category));
    if (reading.text.trim() === '') return place.append(element('p', { class: 'empty' }, say().nothing));
    const list = element('ul', { role: 'tree', class: 'tree', 'aria-label': say().tab_tree });
    list.append(...roots.map((node) => item(node, node.key, 1)));
    list.querySelector('[role=treeitem]')?.setAttribute('tabindex', '0');
    list.addEventListener('keydown', onKey);
    list.addEventListener('click', onClick);
    list.addEventListener('focusin', (event) => event.target instanceof HTMLElement && stop(event.target));
    place.append(list);
  },
  open(place, position) {
    let within: HTMLElement | null = place.querySelector<HTMLElement>('[role=tree]');
    for (const key of pathTo(position)) {
      const next: HTMLElement | null = within?.querySelector<HTMLElement>(`:scope > [data-key="${CSS.escape(key)}"], :scope > ul > [data-key="${CSS.escape(key)}"]`) ?? null;
      if (next === null) return;
      if (next.hasAttribute('aria-expanded')) toggle(next, true, true);
      within = next;
    }
  },
};

/** The keys from a root to the node with the shortest place around a position. */
function pathTo(position: number): readonly string[] {
  let best: readonly string[] = [];
  let shortest = Infinity;
  const visit = (nodes: readonly TreeNode[], path: readonly string[]): void => {
    for (const node of nodes) {
      const here = [...path, node.key];
      for (const { start, end } of node.places) {
        if (start <= position && position <= end && end - start < shortest) [best, shortest] = [here, end - start];
      }
      if (node.children) visit(node.children(), here);
    }
  };
  visit(roots, []);
  return best;
}

function item(node: TreeNode, path: string, level: number): HTMLElement {
  const children = node.children;
  const text = node.text && (node.text.length > LONGEST ? `${node.text.slice(0, LONGEST)}…` : node.text);
  const row = element(
    'div',
    { class: 'row' },
    element('span', { class: 'twist', 'aria-hidden': 'true' }),
    element('span', { class: `label${node.category ? ` c-${node.category}` : ''}` }, node.label),
    node.count !== undefined && element('span', { class: 'count' }, String(node.count)),
    text && element('span', { class: 'said' }, text),
  );
  const made = element('li', { role: 'treeitem', 'aria-level': level, tabindex: '-1', 'data-key': node.key, 'data-path': path });
  made.append(row);
  linked(made, node.places);
  if (children) {
    made.setAttribute('aria-expanded', 'false');
    unopened.set(made, (whole) => {
      const group = element('ul', { role: 'group' });
      made.append(group);
      appendAll(group, children(), (child) => item(child, `${path}/${child.key}`, level + 1), whole);
    });
    const open = chosen.get(path) ?? (level === 1 && (node.count ?? 0) <= FEW);
    if (open) toggle(made, true);
  }
  return made;
}

/** Opens or closes a branch; `whole` makes all its children at once, for one of them is looked for. */
function toggle(branch: HTMLElement, open: boolean, whole = false): void {
  branch.setAttribute('aria-expanded', String(open));
  if (!open) return;
  unopened.get(branch)?.(whole);
  unopened.delete(branch);
}

/** Opens or closes a branch at the user's wish. */
function choose(branch: HTMLElement, open: boolean): void {
  if (branch.dataset['path'] !== undefined) chosen.set(branch.dataset['path'], open);
  toggle(branch, open);
}

const isOpen = (branch: Element): boolean => branch.getAttribute('aria-expanded') === 'true';

/** Makes an item the one that Tab stops at. */
function stop(at: HTMLElement): void {
  for (const other of at.closest('[role=tree]')?.querySelectorAll('[tabindex="0"]') ?? []) other.setAttribute('tabindex', '-1');
  at.setAttribute('tabindex', '0');
}

function onClick(event: MouseEvent): void {
  const target = event.target instanceof Element ? event.target : null;
  const at = target?.closest<HTMLElement>('[role=treeitem]');
  if (!at?.hasAttribute('aria-expanded')) return;
  // A branch without a place of its own opens wherever it is clicked; else only by its sign.
  if (target?.classList.contains('twist') || at.dataset['linked'] === undefined) {
    choose(at, !isOpen(at));
    event.stopPropagation();
  }
}

function onKey(event: KeyboardEvent): void {
  const at = event.target instanceof HTMLElement ? event.target : null;
  if (at?.getAttribute('role') !== 'treeitem' || event.altKey || event.ctrlKey || event.metaKey) return;
  const visible = [...(at.closest('[role=tree]')?.querySelectorAll<HTMLElement>('[role=treeitem]') ?? [])].filter((one) => one.checkVisibility());
  const index = visible.indexOf(at);
  const branch = at.hasAttribute('aria-expanded');
  const move = (to: HTMLElement | null | undefined): void => to?.focus();
  if (event.key === 'ArrowDown') move(visible[index + 1]);
  else if (event.key === 'ArrowUp') move(visible[index - 1]);
  else if (event.key === 'Home') move(visible[0]);
  else if (event.key === 'End') move(visible.at(-1));
  else if (event.key === 'ArrowRight') branch && !isOpen(at) ? choose(at, true) : move(at.querySelector<HTMLElement>(':scope > ul > [role=treeitem]'));
  else if (event.key === 'ArrowLeft') branch && isOpen(at) ? choose(at, false) : move(at.parentElement?.closest<HTMLElement>('[role=treeitem]'));
  else if (event.key === ' ' && branch) choose(at, !isOpen(at));
  else if (event.key === 'Enter') at.dataset['linked'] === undefined && branch ? choose(at, !isOpen(at)) : at.click();
  else return;
  event.preventDefault();
}
