/** `npm start`: says how Node is to use memory and keep compiled code, before anything is loaded, and then begins. */
import { enableCompileCache } from 'node:module';
import { setFlagsFromString } from 'node:v8';
import { compiledCode, smallHeap } from './child-environment.ts';

setFlagsFromString(smallHeap);
enableCompileCache(compiledCode);
await import('./serve.ts');
