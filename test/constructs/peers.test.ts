import { StatefulSet } from '../../lib/constructs/stateful-set';
import type { PeersOptions } from '../../lib/constructs/peers';
import { newChart, NGINX } from '../synthesis';

const set = new StatefulSet(newChart({ namespace: 'db' }), 'web', {
  replicas: 2,
  firstOrdinal: 4,
  containers: [NGINX],
});

it.each<[string, PeersOptions | undefined, string]>([
  ['hosts', undefined, 'web-4.web-headless,web-5.web-headless'],
  ['hosts and ports', { port: 7000, separator: ' ' }, 'web-4.web-headless:7000 web-5.web-headless:7000'],
  [
    'named URLs, as etcd takes them',
    { scheme: 'http', port: 2380, named: true },
    'web-4=http://web-4.web-headless:2380,web-5=http://web-5.web-headless:2380',
  ],
  ['complete names', { complete: true, replicas: 1 }, 'web-4.web-headless.db.svc.cluster.local'],
  [
    'voters, as Kafka takes them',
    { template: '{ordinal}@{host}:9093' },
    '4@web-4.web-headless:9093,5@web-5.web-headless:9093',
  ],
  [
    'servers, as ZooKeeper takes them',
    { template: 'server.{number}={host}:2888:3888;2181', separator: ' ' },
    'server.5=web-4.web-headless:2888:3888;2181 server.6=web-5.web-headless:2888:3888;2181',
  ],
  [
    'other braces of a template, as they stand',
    { template: '{pod}/{0...1}{}', replicas: 1 },
    'web-4/{0...1}{}',
  ],
  [
    'a range, as MinIO takes it',
    { range: true, scheme: 'http', port: 9000 },
    'http://web-{4...5}.web-headless:9000',
  ],
  [
    'a range of complete names',
    { range: true, complete: true, replicas: 3 },
    'web-{4...6}.web-headless.db.svc.cluster.local',
  ],
  ['a range in a template', { range: true, template: '{number}@{host}' }, '{5...6}@web-{4...5}.web-headless'],
  ['one pod as no range', { range: true, replicas: 1 }, 'web-4.web-headless'],
  ['no pod as nothing', { range: true, replicas: 0 }, ''],
  ['as many as asked for', { replicas: 3 }, 'web-4.web-headless,web-5.web-headless,web-6.web-headless'],
])('writes %s', (_, options, written) => {
  expect(set.peers(options)).toBe(written);
});

it('names the SRV records of a named port', () => {
  const chart = newChart({ namespace: 'db' });
  const web = new StatefulSet(chart, 'web', {
    containers: [{ ...NGINX, ports: [{ name: 'peer', number: 7000 }] }],
    clusterDomain: 'example.org',
  });
  expect(web.srvName('peer')).toBe('_peer._tcp.web-headless.db.svc.example.org');
});
