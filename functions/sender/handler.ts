/** What Lambda runs: the function, made once when its environment begins. */
import { lambdaHost } from '../host.ts';
import { makeHandler } from './make-handler.ts';

export const handler = makeHandler(lambdaHost);
