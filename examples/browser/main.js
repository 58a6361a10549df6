// No bundler: the package's files are served as they are, and imported by their path.
import { init, render } from './node_modules/gongwen/dist/web.js';

const text = document.querySelector('#text');
const outline = document.querySelector('#outline');
const show = () => {
  outline.textContent = render(text.value, 'outline');
};

await init();
text.addEventListener('input', show);
show();
