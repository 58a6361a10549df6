// The package finds its module and its worker by addresses beside its own files, so Vite's development server must
// leave those files where they are; a build needs none of this.
export default { base: './', optimizeDeps: { exclude: ['gongwen'] }, worker: { format: 'es' }, build: { target: 'es2022' } };
