import { execFileSync } from 'node:child_process';
import { PodIdentity } from '../../lib/constructs/pod-identity';

it('reads name, namespace and ordinal from the pod', () => {
  expect(PodIdentity.podName().valueFrom).toEqual({ fieldRef: { fieldPath: 'metadata.name' } });
  expect(PodIdentity.podNamespace().valueFrom).toEqual({ fieldRef: { fieldPath: 'metadata.namespace' } });
  expect(PodIdentity.ordinal().valueFrom).toEqual({
    fieldRef: { fieldPath: "metadata.labels['apps.kubernetes.io/pod-index']" },
  });
});

it.each(['POD_NAME', 'HOSTNAME'])('lets a shell find the ordinal in %s', (variable) => {
  const script = `echo ${PodIdentity.ordinalInShell(variable)}`;
  const ordinal = execFileSync('sh', ['-c', script], { env: { [variable]: 'my-web-12' }, encoding: 'utf8' });
  expect(ordinal.trim()).toBe('12');
});
