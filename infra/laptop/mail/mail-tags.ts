/** SES tags hold only `[A-Za-z0-9_-]`: ids travel as base64url, the slash of a template's name as two underscores. */
export const taggedCustomerOf = (tag: string) => Buffer.from(tag, 'base64url').toString('utf8');

export const templateOf = (tag: string) => tag.replaceAll('__', '/');
