import { teller } from '../seen.mjs';

export const makeHandler = (host) => {
  const tell = teller(host);
  return (event) => tell({ event });
};
