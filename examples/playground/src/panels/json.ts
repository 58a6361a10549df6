// The tab JSON: the Document as programs get it.
import { element } from '../dom.js';
import { say } from '../language.js';
import type { Panel } from './panel.js';

/** More than this isn't laid out: it would hold up the page, and nobody scrolls so far. */
const MOST = 200_000;

export const json: Panel = {
  name: 'json',
  render(place, { reading }) {
    const whole = JSON.stringify(reading.document, null, 2);
    const cut = whole.length > MOST;
    if (cut) place.append(element('p', { class: 'empty' }, say().cut(MOST.toLocaleString(), whole.length.toLocaleString())));
    place.append(element('pre', { class: 'json', lang: 'en', tabindex: '0', 'aria-label': 'JSON' }, cut ? whole.slice(0, MOST) : whole));
  },
};
