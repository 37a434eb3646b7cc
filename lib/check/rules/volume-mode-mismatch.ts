import { REFUSALS } from '../../errors/refusals';
import { JudgedKind } from '../../manifests/facts';
import { valueAt } from '../../manifests/field-path';
import { textOf } from '../../manifests/json';
import { claimTemplateName, claimTemplatesOf } from '../../manifests/stateful-set';
import { objectsOfType } from '../../manifests/typed-objects';
import { faultAt, judgeEach, type Rule, Severity } from '../rule';

export const volumeModeMismatch: Rule = {
  code: 'VOLUME_MODE_MISMATCH',
  severity: Severity.ERROR,
  title: REFUSALS.VOLUME_MODE_MISMATCH.rule,
  why: 'the API server accepts the set, and its pods never start',
  fix: 'use volumeMounts with volumeMode: Filesystem (the default), and volumeDevices with volumeMode: Block',
  kinds: [JudgedKind.STATEFUL_SET],
  check: (set, { version }) => {
    const modes = new Map(
      claimTemplatesOf(set).map((template) => [
        claimTemplateName(template),
        valueAt(template.value, ['spec', 'volumeMode']) ?? 'Filesystem',
      ]),
    );
    const uses = [
      ...objectsOfType(set, version, 'VolumeMount').map((use) => ({ ...use, wrongMode: 'Block' })),
      ...objectsOfType(set, version, 'VolumeDevice').map((use) => ({ ...use, wrongMode: 'Filesystem' })),
    ].filter(({ value }) => modes.has(textOf(value, 'name')));
    return judgeEach(uses, ({ path, value, wrongMode }) => {
      const name = textOf(value, 'name');
      return faultAt(
        [...path, 'name'],
        modes.get(name) === wrongMode ? `names a claim template with volumeMode ${wrongMode}` : undefined,
        name,
      );
    });
  },
};
