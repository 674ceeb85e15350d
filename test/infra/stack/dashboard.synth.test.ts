import { expect, test } from 'vitest';
import { metricNames } from '../../../shared/ports/metric-names.ts';
import type { FreeJson } from '../../support/free-json.ts';
import { exampleTemplate } from './example-stack.ts';
import { read } from './readable-template.ts';

const at = 'tsunagu-mori-dev';
const template = exampleTemplate();
const dashboards = Object.values(template.findResources('AWS::CloudWatch::Dashboard'));

const widgetsOf = (stack: typeof template): FreeJson[] => {
  const [dashboard] = Object.values(stack.findResources('AWS::CloudWatch::Dashboard'));
  return JSON.parse(read(stack, dashboard?.Properties.DashboardBody)).widgets;
};
const metricsOf = (widgets: readonly FreeJson[]): FreeJson[] =>
  widgets.flatMap(({ properties }) => properties.metrics ?? []);
const widgets = widgetsOf(template);
const metrics = metricsOf(widgets);

test('a deployment has one dashboard, named as the deployment', () => {
  expect(dashboards.map(({ Properties }) => Properties.DashboardName)).toEqual([at]);
});

test('the dashboard stays within the fifty metrics that are free, whatever the library', () => {
  expect(metrics.filter(([first]) => first.expression)).toEqual([]);
  expect(metrics).toHaveLength(49);
  expect(metricsOf(widgetsOf(exampleTemplate({ deliveryEvents: true })))).toHaveLength(50);
});

test('the numbers of each scenario are one saved query away', () => {
  const [query] = Object.values(template.findResources('AWS::Logs::QueryDefinition'));
  expect(query?.Properties.Name).toBe(`${at}/by scenario`);
  const groups = query?.Properties.LogGroupNames.map(
    ({ Ref }: FreeJson) => template.toJSON().Resources[Ref].Properties.LogGroupName,
  );
  expect(groups.sort()).toEqual(
    ['feedback', 'ingest', 'pages', 'sender'].map((name) => `/aws/lambda/${at}-${name}`),
  );
  for (const name of ['Entered', 'Sent', 'Held', 'Skipped', 'GoalReached', 'Unknown']) {
    expect(query?.Properties.QueryString).toContain(`sum(one.${name})`);
  }
  expect(widgets[0].properties.markdown).toContain(`${at}/by scenario`);
});

test('the dashboard says whose it is, in which mode, and where help is', () => {
  const { markdown } = widgets[0].properties;
  expect(markdown).toContain('mori, dev');
  expect(markdown).toContain('**dry-run**');
  expect(markdown).toContain('docs/runbook.md');
});

test('the dashboard shows every alarm', () => {
  const status = widgets.find(({ type }) => type === 'alarm');
  const alarms = Object.keys(template.findResources('AWS::CloudWatch::Alarm'));
  expect(status.properties.alarms).toHaveLength(alarms.length);
});

test('the dashboard asks for metrics that are told, of this deployment alone', () => {
  const ours = metrics.filter(([namespace]) => namespace === 'Tsunagu');
  expect(ours.length).toBeGreaterThan(10);
  for (const [, name, dimension, value] of ours) {
    expect(metricNames).toContain(name);
    expect([dimension, value]).toEqual(['service', at]);
  }
});

test('what Scheduler has no room for stands beside what it fires and drops', () => {
  const timers = widgets.find(({ properties }) => properties.title?.startsWith('Timers'));
  const names = timers?.properties.metrics.map(([, name]: FreeJson) => name);
  expect(names).toEqual(expect.arrayContaining(['InvocationDroppedCount', 'AlarmPutOff', 'Overdue']));
});

test('every row of the dashboard fits its width', () => {
  for (const { x, width } of widgets) expect(x + width).toBeLessThanOrEqual(24);
});
