/** The checksums SQS returns, by which the SDKs check what they sent and got. */
import { createHash } from 'node:crypto';

export interface MessageAttribute {
  readonly DataType: string;
  readonly StringValue?: string | undefined;
  /** Base64, as on the wire. */
  readonly BinaryValue?: string | undefined;
}

export type MessageAttributes = Readonly<Record<string, MessageAttribute>>;

export const md5Of = (text: string) => createHash('md5').update(text, 'utf8').digest('hex');

function lengthAnd(bytes: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes.length);
  return Buffer.concat([length, bytes]);
}

/** By name, each as length and bytes of name and type, a byte for text or binary, length and bytes of the value. */
export function md5OfAttributes(attributes: MessageAttributes): string | undefined {
  const names = Object.keys(attributes).sort();
  if (names.length === 0) return undefined;
  const hash = createHash('md5');
  for (const name of names) {
    const attribute = attributes[name];
    if (!attribute) continue;
    const binary = attribute.DataType.startsWith('Binary');
    const value = binary
      ? Buffer.from(attribute.BinaryValue ?? '', 'base64')
      : Buffer.from(attribute.StringValue ?? '', 'utf8');
    hash.update(lengthAnd(Buffer.from(name, 'utf8')));
    hash.update(lengthAnd(Buffer.from(attribute.DataType, 'utf8')));
    hash.update(Buffer.from([binary ? 2 : 1]));
    hash.update(lengthAnd(value));
  }
  return hash.digest('hex');
}
