import type { IncomingMessage } from 'node:http';
import { Refusal } from './message.ts';

/** Above every limit of the services that are spoken here; SES alone takes more on AWS. */
const most_bytes = 16 * 1024 * 1024;

/** The whole body. Rejects with a refusal of status 413 above 16 MB. */
export function readBody(request: IncomingMessage): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    request.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes <= most_bytes) chunks.push(chunk);
      else reject(new Refusal('RequestEntityTooLarge', 'The body is over 16 MB. Send less.', 413));
    });
    request.on('error', reject);
    request.on('end', () => resolve(chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks)));
  });
}
