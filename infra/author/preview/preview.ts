/** `npm run preview`: shows every message with sample data in the browser, until Ctrl-C. */
import { Command, InvalidArgumentError } from 'commander';
import { startPreview } from './preview-server.ts';

function portOf(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new InvalidArgumentError('A port is a number from 0 (any free one) to 65535.');
}

const { port } = new Command('npm run preview --')
  .description('Shows every message with sample data. Reload to see a change of a message or the layout.')
  .option('--port <number>', 'where it listens', portOf, 4700)
  .parse()
  .opts<{ port: number }>();

try {
  const server = await startPreview(port);
  const address = server.address();
  const taken = typeof address === 'object' && address ? address.port : port;
  console.log(`The messages are at http://localhost:${taken} (Ctrl-C ends it).`);
} catch (error) {
  if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
  console.error(`Port ${port} is taken: give another with --port.`);
  process.exitCode = 1;
}
