/** EventBridge DescribeArchive and ListArchives. */
import type { Archive } from '../bus/archive.ts';
import { type Json, Refusal } from '../http/message.ts';
import { optionalText } from '../http/read-fields.ts';
import { pageOf } from './pages.ts';

function summary(archive: Archive, now_ms: number): Json {
  const { name, retention_days } = archive.given;
  const { events, bytes } = archive.size(now_ms);
  return {
    ArchiveName: name,
    EventSourceArn: archive.busArn,
    State: 'ENABLED',
    RetentionDays: retention_days,
    SizeBytes: bytes,
    EventCount: events,
    CreationTime: archive.created_ms / 1000,
  };
}

export function describeArchive(archives: readonly Archive[], input: Json, now_ms: number): Json {
  const name = optionalText(input, 'ArchiveName') ?? '';
  const archive = archives.find(({ given }) => given.name === name);
  if (!archive) throw new Refusal('ResourceNotFoundException', `Archive ${name} does not exist.`);
  const { description, pattern } = archive.given;
  return {
    ...summary(archive, now_ms),
    ArchiveArn: archive.arn,
    Description: description,
    EventPattern: JSON.stringify(pattern),
  };
}

export function listArchives(archives: readonly Archive[], input: Json, now_ms: number): Json {
  const [prefix, bus, state] = ['NamePrefix', 'EventSourceArn', 'State'].map((name) =>
    optionalText(input, name),
  );
  if ([prefix, bus, state].filter((filter) => filter !== undefined).length > 1) {
    throw new Refusal(
      'ValidationException',
      'At most one filter is allowed for ListArchives. Use either : State, EventSourceArn, or NamePrefix.',
    );
  }
  const chosen = archives
    .filter(({ given }) => given.name.startsWith(prefix ?? ''))
    .filter(({ busArn }) => bus === undefined || busArn === bus)
    .filter(() => state === undefined || state === 'ENABLED');
  const { page, NextToken } = pageOf(chosen, input);
  return { Archives: page.map((archive) => summary(archive, now_ms)), ...(NextToken && { NextToken }) };
}
