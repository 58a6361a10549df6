// Elements without markup: whatever comes from a text is only ever put in as text.

/** What an element may hold. */
export type Child = Node | string | null | undefined | false;

/** Makes an element with attributes and children; an attribute that is `undefined` or `false` is left out. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Record<string, string | number | boolean | undefined> = {},
  ...children: Child[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== false) made.setAttribute(key, value === true ? '' : String(value));
  }
  made.append(...children.filter((child) => child !== null && child !== undefined && child !== false));
  return made;
}

/** The element of the page with this id. */
export function byId<Kind extends HTMLElement = HTMLElement>(id: string): Kind {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`the page has no #${id}`);
  return found as Kind;
}

/** How many rows are made at once; the next ones follow in the next frame, so that a long list doesn't hold up the page. */
const BATCH = 150;

/** Appends an element for each item, in batches unless the `whole` list is wanted; stops where it has left the page. */
export function appendAll<Item>(parent: HTMLElement, items: readonly Item[], make: (item: Item, index: number) => Node, whole = false): void {
  const batch = whole ? items.length : BATCH;
  const append = (from: number): void => {
    parent.append(...items.slice(from, from + batch).map((item, index) => make(item, from + index)));
    if (from + batch >= items.length) return;
    requestAnimationFrame(() => parent.isConnected && append(from + batch));
  };
  append(0);
}
