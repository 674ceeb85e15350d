import { expect, test } from 'vitest';
import { md5Of, md5OfAttributes } from '../../../infra/laptop/queues/message-md5.ts';

test('the checksum of a body is that of its UTF-8 bytes', () => {
  expect(md5Of('This is a test message')).toBe('fafb00f5732ab283681e124bf8747ed1');
});

test('a message without attributes has no checksum of them', () => {
  expect(md5OfAttributes({})).toBeUndefined();
});

test('the order in which attributes were given changes nothing', () => {
  const a = { DataType: 'String', StringValue: '1' };
  const b = { DataType: 'Binary', BinaryValue: 'AQI=' };
  expect(md5OfAttributes({ a, b })).toBe(md5OfAttributes({ b, a }));
  expect(md5OfAttributes({ a: b, b: a })).not.toBe(md5OfAttributes({ a, b }));
});
