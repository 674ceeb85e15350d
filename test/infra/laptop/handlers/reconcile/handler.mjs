import { tell } from '../seen.mjs';

export const handler = (event) => tell({ event });
