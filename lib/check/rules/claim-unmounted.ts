import { itemsAt } from '../../manifests/field-value';
import { textOf } from '../../manifests/json';
import { JudgedKind } from '../../manifests/judged-kind';
import { faultAt, judgeEach, type Rule, Severity } from '../rule';

export const claimUnmounted: Rule<JudgedKind.STATEFUL_SET> = {
  code: 'CLAIM_UNMOUNTED',
  severity: Severity.WARNING,
  title: 'a container mounts each claim template',
  why: 'each pod gets a claim and a volume that nothing reads or writes, and you pay for it',
  fix: 'add a volumeMount, or a volumeDevice for a block device, or remove the claim template',
  kinds: [JudgedKind.STATEFUL_SET],
  check: (set) => {
    const mounted = new Set(
      set.containers.flatMap((container) =>
        ['volumeMounts', 'volumeDevices'].flatMap((list) =>
          itemsAt(container, list).map(({ value }) => textOf(value, 'name')),
        ),
      ),
    );
    return judgeEach(set.claimTemplates, ({ name, namePath }) =>
      faultAt(
        namePath,
        name === '' || mounted.has(name) ? undefined : 'names a claim that no container mounts',
        name,
      ),
    );
  },
};
