import {
  claimName,
  ordinalsOf,
  podDnsName,
  podName,
  podShortDnsName,
  serviceDnsName,
  srvName,
} from '../../lib/kubernetes/names';

it('names pods, claims and hosts as the controller and cluster DNS do', () => {
  expect(podName('web', 2)).toBe('web-2');
  expect(claimName('data', 'web', 2)).toBe('data-web-2');
  expect(podShortDnsName('web-2', 'peers')).toBe('web-2.peers');
  expect(serviceDnsName('peers', 'db')).toBe('peers.db.svc.cluster.local');
  expect(podDnsName('web-2', 'peers', 'db', 'example.org')).toBe('web-2.peers.db.svc.example.org');
  expect(srvName('http', 'TCP', serviceDnsName('peers', 'db'))).toBe('_http._tcp.peers.db.svc.cluster.local');
});

it('counts ordinals from the first one', () => {
  expect(ordinalsOf(3)).toEqual([0, 1, 2]);
  expect(ordinalsOf(2, 5)).toEqual([5, 6]);
  expect(ordinalsOf(0, 5)).toEqual([]);
});
