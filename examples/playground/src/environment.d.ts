/** The WebAssembly module's size, put in by vite.config.ts. */
declare const MODULE_BYTES: number;
declare const MODULE_GZIP_BYTES: number;
