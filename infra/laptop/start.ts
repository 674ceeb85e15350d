/** `npm start`: keeps compiled code before anything is loaded, which spares time and memory, and then begins. */
import { enableCompileCache } from 'node:module';
import { compiledCode } from './child-environment.ts';

enableCompileCache(compiledCode);
await import('./serve.ts');
