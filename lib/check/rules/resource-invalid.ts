import { fieldOf, isObject } from '../../manifests/json';
import { JudgedKind } from '../../manifests/judged-kind';
import { KubernetesVersion } from '../../kubernetes/kubernetes-version';
import { nanoOf } from '../../kubernetes/quantity';
import { containerResourceProblem, isPartOfPage } from '../../kubernetes/resource-names';
import { type Fault, judgeEach, type Rule, Severity } from '../rule';

export const resourceInvalid: Rule<JudgedKind.STATEFUL_SET> = {
  code: 'RESOURCE_INVALID',
  severity: Severity.ERROR,
  title: 'containers request resources that exist, in amounts that are not negative',
  fix: 'use cpu, memory, ephemeral-storage, hugepages-<size>, or the full name of a device such as example.com/gpu',
  refusedSince: KubernetesVersion.V1_34,
  kinds: [JudgedKind.STATEFUL_SET],
  check: (set) =>
    judgeEach(
      set.typed.ofType('Container').flatMap(({ path, value }) =>
        ['limits', 'requests'].flatMap((field) => {
          const amounts = fieldOf(fieldOf(value, 'resources'), field);
          return isObject(amounts)
            ? Object.entries(amounts).map(([name, amount]) => ({
                path: [...path, 'resources', field, name],
                name,
                amount,
              }))
            : [];
        }),
      ),
      ({ path, name, amount }): Fault[] => {
        const problem = containerResourceProblem(name);
        const nano = nanoOf(amount) ?? 0n;
        return [
          ...(problem === undefined ? [] : [{ path, problem: `has a name that ${problem}` }]),
          ...(nano < 0n ? [{ path, problem: 'must not be negative', value: amount }] : []),
          ...(name.includes('/') && nano % 1_000_000_000n !== 0n
            ? [{ path, problem: 'must be a whole number', value: amount }]
            : []),
          ...(isPartOfPage(name, nano)
            ? [{ path, problem: 'must be a multiple of the page size', value: amount }]
            : []),
        ];
      },
    ),
};
