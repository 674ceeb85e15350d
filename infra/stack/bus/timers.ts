/** Where the one-shot schedules live, and the role under which they put their message into a lane. */
import { ArnFormat, Stack } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { ScheduleGroup } from 'aws-cdk-lib/aws-scheduler';
import { Construct } from 'constructs';
import { acknowledgeWildcard } from '../acknowledge.ts';
import type { Deployment } from '../deployment.ts';
import type { NodeFunction } from '../functions/node-function.ts';
import type { StackQueues } from '../queues.ts';

export class StackTimers extends Construct {
  private readonly group: ScheduleGroup;
  private readonly role: Role;
  private readonly queues: StackQueues;
  private readonly groupName: string;

  constructor(scope: Construct, deployment: Deployment, queues: StackQueues) {
    super(scope, 'Timers');
    this.queues = queues;
    this.groupName = deployment.names.scheduleGroup;
    this.group = new ScheduleGroup(this, 'Group', {
      scheduleGroupName: this.groupName,
      // A group takes its schedules with it.
      removalPolicy: deployment.removalPolicy,
    });
    this.role = new Role(this, 'Role', {
      roleName: deployment.names.schedulerRole,
      description: 'Lets the timers of this deployment put their message into a send lane.',
      assumedBy: new ServicePrincipal('scheduler.amazonaws.com', {
        conditions: {
          StringEquals: {
            'aws:SourceAccount': Stack.of(this).account,
            'aws:SourceArn': this.group.scheduleGroupArn,
          },
        },
      }),
    });
    this.role.addToPolicy(
      new PolicyStatement({
        actions: ['sqs:SendMessage'],
        resources: [...queues.laneArns, queues.timerDeadLetters.queueArn],
      }),
    );
  }

  /** Lets a function take timers of this group away. */
  openRemoval(to: NodeFunction): void {
    const resource = `schedule/${this.groupName}/*`;
    to.open({
      actions: ['scheduler:DeleteSchedule'],
      resources: [
        Stack.of(this).formatArn({ service: 'scheduler', resource, arnFormat: ArnFormat.NO_RESOURCE_NAME }),
      ],
    });
  }

  /** Lets a function arm timers in this group, and hand them this role but no other. */
  open(to: NodeFunction): void {
    to.setEnvironment({
      SCHEDULE_GROUP: this.group.scheduleGroupName,
      SCHEDULER_ROLE_ARN: this.role.roleArn,
      TIMER_DEAD_LETTERS_ARN: this.queues.timerDeadLetters.queueArn,
      TRANSACTIONAL_LANE_ARN: this.queues.source('transactional').queueArn,
      MARKETING_LANE_ARN: this.queues.source('marketing').queueArn,
    });
    const service = 'scheduler';
    const schedules = `schedule/${this.groupName}/*`;
    to.open({
      actions: ['scheduler:CreateSchedule'],
      resources: [
        Stack.of(this).formatArn({ service, resource: schedules, arnFormat: ArnFormat.NO_RESOURCE_NAME }),
      ],
    });
    to.open({
      actions: ['iam:PassRole'],
      resources: [this.role.roleArn],
      conditions: { StringEquals: { 'iam:PassedToService': 'scheduler.amazonaws.com' } },
    });
    acknowledgeWildcard(
      to,
      service,
      schedules,
      'A timer is named by a hash that is not known before it is armed; all are in the group of this deployment.',
    );
  }
}
