import { expect, test } from 'vitest';
import { workerEnvironment } from '../../infra/laptop/functions/environment.ts';
import { namesOf } from '../../infra/stack/names.ts';
import { localSettings } from '../../shared/settings/local-settings.ts';

test('the laptop mails for real, on its own stage and bus, and a caller may want otherwise', () => {
  expect(localSettings()).toMatchObject({
    stage: 'local',
    mode: 'live',
    busName: 'tsunagu',
    eventSource: 'storefront',
    sendRate: 1000,
  });
  expect(localSettings({ mode: 'dry-run', locale: 'en' })).toMatchObject({ mode: 'dry-run', locale: 'en' });
  expect(() => localSettings({ sendRate: -1 })).toThrow('sendRate');
});

test('a worker gets nothing of the operator’s own AWS account', () => {
  process.env.AWS_SESSION_TOKEN = 'secret';
  process.env.AWS_PROFILE = 'mine';
  const settings = localSettings();
  const place = {
    url: 'http://127.0.0.1:1',
    awsUrl: 'http://127.0.0.1:1',
    databaseUrl: 'http://127.0.0.1:2',
  };
  const env = workerEnvironment(
    { settings, names: namesOf(settings), place, verbose: false, unsigned: false },
    'sender',
    'key',
  );
  delete process.env.AWS_SESSION_TOKEN;
  delete process.env.AWS_PROFILE;
  expect(env).not.toHaveProperty('AWS_SESSION_TOKEN');
  expect(env).not.toHaveProperty('AWS_PROFILE');
  expect(env).toMatchObject({
    AWS_ENDPOINT_URL: place.url,
    AWS_ACCESS_KEY_ID: 'key',
    LINK_BASE_URL: 'http://localhost:1',
    TRANSACTIONAL_LANE_URL: 'http://127.0.0.1:1/000000000000/tsunagu-mori-local-transactional',
  });
});
