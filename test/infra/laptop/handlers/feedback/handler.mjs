export { takeBatch as handler } from '../seen.mjs';
