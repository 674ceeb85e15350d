/** The scan for touchpoints in one state, of the table beside the records. */
import type { ScanCommandInput } from '@aws-sdk/client-dynamodb';
import type { Touchpoint } from '../../../shared/core/record/touchpoint.ts';
import type { Target } from '../target/target.ts';

export const scanForTouchpoints = ({ names }: Target, state: Touchpoint['state']) =>
  ({
    TableName: names.tables.beside,
    FilterExpression: 'begins_with(sk, :touch) AND #state = :state',
    ExpressionAttributeNames: { '#state': 'state' },
    ExpressionAttributeValues: { ':touch': { S: 'TOUCH#' }, ':state': { S: state } },
  }) satisfies ScanCommandInput;
