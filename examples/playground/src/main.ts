// The page: the text on one side, what was read of it on the other, each leading to the other.
import './styles/colours.css';
import './styles/page.css';
import './styles/panels.css';
import './styles/narrow.css';
import './styles/print.css';
import { byId } from './dom.js';
import { download, type Format } from './downloads.js';
import { createEditor } from './editor/editor.js';
import { FileError, textOf } from './files.js';
import { language, say, setLanguage, translatePage } from './language.js';
import { createLegend } from './legend.js';
import { MAX_FILE, MAX_TEXT } from './limits.js';
import { marksOf } from './marks.js';
import { createTabs } from './panels/tabs.js';
import { fromFragment, LinkError, toFragment } from './permalink.js';
import { createReader, type Reading } from './reader.js';
import { FIRST, listSamples, loadSample } from './samples.js';
import { showFacts, tell } from './status.js';
import { nameTheme, themeBy } from './theme.js';

const samples = byId<HTMLSelectElement>('samples');
const date = byId<HTMLInputElement>('date');
const theme = byId<HTMLButtonElement>('theme');

let last: Reading | null = null;
/** The text that the page itself put in, so that it is known when the user changes it. */
let given = '';

const reader = createReader(
  (reading) => {
    last = reading;
    editor.show(reading.document, reading.text);
    refresh();
  },
  (error) => tell(say().failed(error instanceof Error ? error.message : String(error)), true),
);

const editor = createEditor(byId('editor'), {
  changed() {
    if (editor.text() !== given) {
      samples.value = '';
      // A link in the address that no longer is the text's would bring the old one back.
      if (location.hash !== '') history.replaceState(null, '', location.pathname + location.search);
    }
    readText();
  },
  placed: (position, byKey) => tabs.reveal(position, byKey),
});

const legend = createLegend(byId('legend'), () => {
  editor.hide(new Set(legend.hidden));
  refresh();
});

const tabs = createTabs(byId('tabs'), byId('panel'), editor);

/** Shows the last reading anew. */
function refresh(): void {
  showFacts(last);
  if (last === null) return legend.show(new Map());
  const counts = marksOf(last.document).counts();
  legend.show(counts.set('repair', last.document.repairs.length));
  tabs.show({ reading: last, hidden: legend.hidden, at: editor.at });
}

/** Reads the text once it has been left alone for a moment: the longer it is, the longer. */
function readText(): void {
  clearTimeout(timer);
  const text = editor.text();
  if (text.length > MAX_TEXT) return tell(say().text_huge(MAX_TEXT.toLocaleString()), true);
  timer = setTimeout(() => reader.read(text, date.validity.valid ? date.value : ''), Math.min(300, text.length / 400));
}
let timer: ReturnType<typeof setTimeout> | undefined;

/** Puts in a text that isn't typed; `false` where it is too long. */
function give(text: string, sample = ''): boolean {
  if (text.length > MAX_TEXT) {
    tell(say().text_huge(MAX_TEXT.toLocaleString()), true);
    return false;
  }
  editor.setText(text);
  given = editor.text();
  samples.value = sample;
  return true;
}

async function openFile(file: File | undefined): Promise<void> {
  if (file === undefined) return;
  try {
    if (give(await textOf(file))) tell(say().file_opened(file.name));
  } catch (error) {
    const fault = error instanceof FileError ? error.fault : 'file_bad';
    tell(fault === 'file_huge' ? say().file_huge(`${MAX_FILE >> 20} MB`) : say()[fault], true);
  }
}

/** Opens the text in the address; `false` where there is none. */
async function openLink(): Promise<boolean> {
  try {
    const linked = await fromFragment(location.hash);
    if (linked === null) return false;
    date.value = linked.date;
    return give(linked.text);
  } catch (error) {
    tell(say()[error instanceof LinkError ? error.fault : 'link_bad'], true);
    return false;
  }
}

async function copyLink(): Promise<void> {
  try {
    const fragment = await toFragment({ text: editor.text(), date: date.value });
    history.replaceState(null, '', fragment);
    const copied = await navigator.clipboard.writeText(location.href).then(() => true, () => false);
    tell(copied ? say().linked : say().link_in_bar);
  } catch (error) {
    tell(say()[error instanceof LinkError ? error.fault : 'link_old'], true);
  }
}

async function save(format: Format): Promise<void> {
  if (last === null) return;
  try {
    const content = format === 'json' ? `${JSON.stringify(last.document, null, 2)}\n` : await reader.render(editor.text(), format, date.value);
    if (content === '') tell(say().no_calendar, true);
    else download(format, content);
  } catch (error) {
    tell(say().failed(error instanceof Error ? error.message : String(error)), true);
  }
}

function translate(): void {
  translatePage();
  nameTheme(theme);
  const button = byId('language');
  button.textContent = say().other_language;
  button.lang = language() === 'zh' ? 'en' : 'zh-CN';
  listSamples(samples, samples.value);
  editor.translate();
  refresh();
}

themeBy(theme);
listSamples(samples, FIRST);
translate();

byId('language').addEventListener('click', () => {
  setLanguage(language() === 'zh' ? 'en' : 'zh');
  translate();
});
samples.addEventListener('change', async () => give(await loadSample(samples.value), samples.value));
date.addEventListener('change', readText);
byId('link').addEventListener('click', copyLink);
byId('open').addEventListener('click', () => byId('file').click());
byId<HTMLInputElement>('file').addEventListener('change', ({ target }) => {
  const input = target as HTMLInputElement;
  void openFile(input.files?.[0]);
  input.value = '';
});
for (const button of document.querySelectorAll<HTMLButtonElement>('[data-download]')) {
  button.addEventListener('click', () => {
    button.closest('details')?.removeAttribute('open');
    void save(button.dataset['download'] as Format);
  });
}
const menu = document.querySelector<HTMLDetailsElement>('.menu');
addEventListener('pointerdown', ({ target }) => target instanceof Node && !menu?.contains(target) && menu?.removeAttribute('open'));
menu?.addEventListener('keydown', (event) => {
  if (event.key !== 'Escape') return;
  menu.removeAttribute('open');
  menu.querySelector('summary')?.focus();
});
addEventListener('hashchange', openLink);
addEventListener('dragover', (event) => {
  if (!event.dataTransfer?.types.includes('Files')) return;
  event.preventDefault();
  document.body.classList.add('dropping');
});
addEventListener('dragleave', (event) => event.relatedTarget === null && document.body.classList.remove('dropping'));
addEventListener(
  'drop',
  (event) => {
    document.body.classList.remove('dropping');
    const file = event.dataTransfer?.files[0];
    if (file === undefined) return;
    // Before the editor, which would put the file's bytes into the text.
    event.preventDefault();
    event.stopPropagation();
    void openFile(file);
  },
  { capture: true },
);

if (!(await openLink())) give(await loadSample(FIRST), FIRST);
