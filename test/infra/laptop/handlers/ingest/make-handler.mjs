export { makeTakeBatch as makeHandler } from '../seen.mjs';
