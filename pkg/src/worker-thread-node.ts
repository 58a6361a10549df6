// The script of the thread that `createParser()` starts in Node.
import { serve } from './worker-node.js';

serve();
