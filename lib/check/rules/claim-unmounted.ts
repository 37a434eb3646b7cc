import { JudgedKind } from '../../manifests/facts';
import { textOf } from '../../manifests/json';
import { itemsAt } from '../../manifests/field-value';
import { claimTemplateName, claimTemplatesOf, containersAt, POD_SPEC } from '../../manifests/stateful-set';
import { faultAt, judgeEach, type Rule, Severity } from '../rule';

export const claimUnmounted: Rule = {
  code: 'CLAIM_UNMOUNTED',
  severity: Severity.WARNING,
  title: 'each claim template is mounted by a container',
  why: 'each pod gets a claim and pays for a volume that nothing reads or writes',
  fix: 'mount it with volumeMounts, or volumeDevices for a block device, or remove the template',
  kinds: [JudgedKind.STATEFUL_SET],
  check: (set) => {
    const mounted = new Set(
      containersAt(set.content, POD_SPEC).flatMap((container) =>
        ['volumeMounts', 'volumeDevices'].flatMap((list) =>
          itemsAt(container, list).map(({ value }) => textOf(value, 'name')),
        ),
      ),
    );
    return judgeEach(claimTemplatesOf(set), (template) => {
      const name = claimTemplateName(template);
      return faultAt(
        [...template.path, 'metadata', 'name'],
        name === undefined || mounted.has(name) ? undefined : 'names a claim that no container mounts',
        name,
      );
    });
  },
};
