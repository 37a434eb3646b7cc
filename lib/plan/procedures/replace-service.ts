import { applyManifests } from './replace-set';
import { kubectl, shellWord, type Step } from './step';

/** The steps that give a Service another address: it is deleted and applied anew. */
export function replaceServiceSteps(
  name: string,
  namespace: string | undefined,
  manifests: string,
): readonly Step[] {
  const tryOut = `kubectl apply --dry-run=server --filename ${shellWord(manifests)}`;
  return [
    {
      title: `Delete the Service ${name}`,
      command: kubectl(namespace, 'delete', 'service', name),
      why: 'The pods go on running. Their DNS names are gone until the Service is applied again, and clients may remember that for half a minute.',
      doneWhen: `${tryOut} >/dev/null 2>&1`,
      requires: {
        condition: `${tryOut} 2>&1 | grep -q 'may not change once set'`,
        otherwise:
          'the API server refuses the new manifests for another reason: see kubectl apply --dry-run=server',
      },
    },
    applyManifests({ manifests }),
  ];
}
