/** The environment of the functions in the lab: what the stack gives them, and nothing by which AWS can be reached. */
import type { Settings } from '../../../../shared/settings/settings.ts';
import { region } from '../../../laptop/arns.ts';
import { productEnvironment } from '../../../laptop/functions/product-environment.ts';
import type { StackNames } from '../../../stack/names.ts';

export function labEnvironment(settings: Settings, names: StackNames, url: string): Record<string, string> {
  const linkBaseUrl = 'https://a1b2c3d4e5.execute-api.us-east-1.amazonaws.com';
  return {
    ...productEnvironment(settings, names, { awsUrl: url, linkBaseUrl }),
    AWS_ENDPOINT_URL: url,
    AWS_REGION: region,
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_CONFIG_FILE: '/dev/null',
    AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
    AWS_EC2_METADATA_DISABLED: 'true',
  };
}
