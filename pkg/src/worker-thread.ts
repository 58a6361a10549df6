// The script of the worker that `createParser()` starts on the web.
import { serve } from './worker.js';

serve();
