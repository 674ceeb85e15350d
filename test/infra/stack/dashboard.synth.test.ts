import { expect, test } from 'vitest';
import { deploymentMetrics, summedMetrics } from '../../../shared/ports/metric-names.ts';
import type { FreeJson } from '../../support/free-json.ts';
import { exampleTemplate } from './example-stack.ts';
import { read } from './readable-template.ts';

const at = 'tsunagu-mori-dev';
const template = exampleTemplate();
const dashboards = Object.values(template.findResources('AWS::CloudWatch::Dashboard'));

const widgets: FreeJson[] = JSON.parse(read(template, dashboards[0]?.Properties.DashboardBody)).widgets;
const metrics: FreeJson[] = widgets.flatMap(({ properties }) => properties.metrics ?? []);

test('a deployment has one dashboard, named as the deployment', () => {
  expect(dashboards.map(({ Properties }) => Properties.DashboardName)).toEqual([at]);
});

test('the dashboard stays within the fifty metrics that are free, with room for six scenarios', () => {
  const searches = metrics.filter(([first]) => first.expression?.startsWith('SEARCH'));
  expect(searches).toHaveLength(1);
  expect(metrics.length - searches.length).toBe(44);
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
    expect([...deploymentMetrics, ...summedMetrics]).toContain(name);
    expect([dimension, value]).toEqual(['service', at]);
  }
});

test('every row of the dashboard fits its width', () => {
  for (const { x, width } of widgets) expect(x + width).toBeLessThanOrEqual(24);
});
