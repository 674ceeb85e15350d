/** Clients of before 2023 speak SQS's old Query protocol, which this cloud does not: say so in its own words. */
import type { Answer } from '../http/message.ts';

const sentence =
  'This cloud speaks SQS over its JSON protocol only. Use an AWS CLI or SDK of December 2023 or newer (AWS CLI 1.31 or 2.14).';

export function refuseQueryProtocol(): Answer {
  return {
    status: 400,
    headers: { 'content-type': 'text/xml' },
    body:
      '<?xml version="1.0"?><ErrorResponse xmlns="http://queue.amazonaws.com/doc/2012-11-05/"><Error>' +
      `<Type>Sender</Type><Code>UnsupportedProtocol</Code><Message>${sentence}</Message>` +
      '</Error><RequestId>00000000-0000-0000-0000-000000000000</RequestId></ErrorResponse>',
  };
}
