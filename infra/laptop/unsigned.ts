/**
 * A laptop's cloud checks no signature: it knows its workers by the key id alone. Signing is much of what
 * a call costs the SDK, so a worker that plays years leaves it out; the header stands where it always does.
 */
import { SignatureV4 } from '@smithy/signature-v4';
import type { HttpRequest } from '@smithy/types';

const scope = '20000101/us-east-1/local/aws4_request';
const signature = 'SignedHeaders=host, Signature=none';

/** From now on every SDK client of this process names its key and signs nothing. */
export function signNothing(accessKeyId: string): void {
  const authorization = `AWS4-HMAC-SHA256 Credential=${accessKeyId}/${scope}, ${signature}`;
  const unsigned = async (request: HttpRequest) => {
    request.headers['x-amz-date'] = '20000101T000000Z';
    request.headers.authorization = authorization;
    return request;
  };
  Object.assign(SignatureV4.prototype, { sign: unsigned });
}
