/** Apart from the other clients: few of those who may publish do, so that a bundle keeps it beside its code. */
import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { common } from './clients.ts';

export const eventBridgeClient = () => new EventBridgeClient(common);
