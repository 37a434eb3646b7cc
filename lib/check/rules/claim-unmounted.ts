import { JudgedKind } from '../../manifests/facts';
import { textOf } from '../../manifests/json';
import { itemsAt } from '../../manifests/field-value';
import { claimTemplateName, claimTemplatesOf, containersAt, POD_SPEC } from '../../manifests/stateful-set';
import { faultAt, judgeEach, type Rule, Severity } from '../rule';

export const claimUnmounted: Rule = {
  code: 'CLAIM_UNMOUNTED',
  severity: Severity.WARNING,
  title: 'a container mounts each claim template',
  why: 'each pod gets a claim and a volume that nothing reads or writes, and you pay for it',
  fix: 'add a volumeMount, or a volumeDevice for a block device, or remove the claim template',
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
