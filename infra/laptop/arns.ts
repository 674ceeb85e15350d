/** ARNs of the embedded cloud: one account, one region. */
export const accountId = '000000000000';
export const region = 'us-east-1';

export const arn = (service: string, resource: string) =>
  `arn:aws:${service}:${region}:${accountId}:${resource}`;
