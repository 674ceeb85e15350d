import { RemovalPolicy } from 'aws-cdk-lib';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import type { Settings } from '../../shared/settings/settings.ts';

const retention: Readonly<Record<Settings['logDays'], RetentionDays>> = {
  '7': RetentionDays.ONE_WEEK,
  '14': RetentionDays.TWO_WEEKS,
  '30': RetentionDays.ONE_MONTH,
  '90': RetentionDays.THREE_MONTHS,
  '180': RetentionDays.SIX_MONTHS,
  '365': RetentionDays.ONE_YEAR,
};

/** A log group that forgets after the setting's days and goes with the stack: the journal is the table, not the log. */
export function logGroup(scope: Construct, name: string, settings: Pick<Settings, 'logDays'>): LogGroup {
  return new LogGroup(scope, 'Logs', {
    logGroupName: name,
    retention: retention[settings.logDays],
    removalPolicy: RemovalPolicy.DESTROY,
  });
}
