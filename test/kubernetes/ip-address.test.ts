import { externalAddressProblem, ipAddressProblem } from '../../lib/kubernetes/ip-address';
import { KubernetesVersion } from '../../lib/kubernetes/kubernetes-version';

const { V1_35, V1_37 } = KubernetesVersion;

test.each(['10.0.0.1', 'fd00::1', '::'])('%s is an address', (text) => {
  expect(ipAddressProblem(text, V1_37)).toBeUndefined();
});

test.each(['', 'x', '10.0.0', '10.0.0.256', 'fe80::1%eth0', '10.0.0.1 '])('%p is none', (text) => {
  expect(ipAddressProblem(text, V1_35)).toMatch(/^must /);
  expect(externalAddressProblem(text, V1_35)).toMatch(/^must /);
});

test.each(['10.0.0.01', '::ffff:10.0.0.1'])('%s is an address before Kubernetes 1.36 alone', (text) => {
  expect(ipAddressProblem(text, V1_35)).toBeUndefined();
  expect(ipAddressProblem(text, V1_37)).toMatch(/^must /);
});

test.each([
  '0.0.0.0',
  '::',
  '127.9.9.9',
  '::1',
  '169.254.0.1',
  'fe80::1',
  '224.0.0.5',
  'ff02::1',
  '127.0.0.01',
])('no other machine reaches a Service at %s', (text) => {
  expect(externalAddressProblem(text, V1_35)).toMatch(/^must not be/);
});

test.each(['203.0.113.9', '2001:db8::1', '224.0.1.1', '239.1.1.1'])(
  'another machine can reach a Service at %s',
  (text) => {
    expect(externalAddressProblem(text, V1_37)).toBeUndefined();
  },
);
