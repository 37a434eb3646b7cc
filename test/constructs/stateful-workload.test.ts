import { LabelExpression, LabelSelector, NetworkPolicy } from 'cdk8s-plus-28';
import { StatefulSet } from '../../lib/constructs/stateful-set';
import { manifestOf, manifestsOf, newChart, NGINX } from '../synthesis';

it('is governed by a Service outside the app, and takes all names from it', () => {
  const chart = newChart({ namespace: 'db' });
  const set = new StatefulSet(chart, 'web', { existingServiceName: 'peers', containers: [NGINX] });
  expect(manifestsOf(chart).map(({ kind }) => kind)).toEqual(['StatefulSet']);
  expect(manifestOf(chart, 'StatefulSet').spec).toMatchObject({ serviceName: 'peers' });
  expect([set.podShortDnsName(0), set.podDnsName(0)]).toEqual([
    'web-0.peers',
    'web-0.peers.db.svc.cluster.local',
  ]);
});

it('is selected by others by the expressions of its selector too', () => {
  const chart = newChart();
  const podMetadata = { labels: { tier: 'db', role: 'primary' } };
  const set = new StatefulSet(chart, 'web', { selector: { app: 'web' }, podMetadata, containers: [NGINX] });
  set.select(
    LabelSelector.of({
      expressions: [
        LabelExpression.in('tier', ['db', 'cache']),
        LabelExpression.notIn('role', ['backup']),
        LabelExpression.exists('role'),
        LabelExpression.doesNotExist('canary'),
      ],
    }),
  );
  new NetworkPolicy(chart, 'policy', { selector: set });
  const matchExpressions = [
    { key: 'tier', operator: 'In', values: ['db', 'cache'] },
    { key: 'role', operator: 'NotIn', values: ['backup'] },
    { key: 'role', operator: 'Exists' },
    { key: 'canary', operator: 'DoesNotExist' },
  ];
  const selector = { matchLabels: { app: 'web' }, matchExpressions };
  expect(manifestOf(chart, 'StatefulSet').spec).toMatchObject({ selector });
  expect(manifestOf(chart, 'NetworkPolicy').spec).toMatchObject({ podSelector: selector });
});

it('leaves the number of pods to others, and still counts names by it', () => {
  const chart = newChart();
  const set = new StatefulSet(chart, 'web', {
    replicas: 3,
    omitReplicas: true,
    containers: [NGINX],
  });
  expect(manifestOf(chart, 'StatefulSet').spec).not.toHaveProperty('replicas');
  expect(set.toScalingTarget().replicas).toBeUndefined();
  expect(set.peers()).toBe('web-0.web-headless,web-1.web-headless,web-2.web-headless');
});

it('writes the change cause in the manifest that changes the template', () => {
  const chart = newChart();
  const annotations = { team: 'a' };
  new StatefulSet(chart, 'web', { annotations, changeCause: 'nginx 1.25.4', containers: [NGINX] });
  expect(manifestOf(chart, 'StatefulSet').metadata).toMatchObject({
    annotations: { team: 'a', 'kubernetes.io/change-cause': 'nginx 1.25.4' },
  });
});
