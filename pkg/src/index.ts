// The types of every entry of the package: each exports the same.
export * from './web.js';
