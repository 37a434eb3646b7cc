import { REFUSALS } from '../../errors/refusals';
import { textOf } from '../../manifests/json';
import { JudgedKind } from '../../manifests/judged-kind';
import { faultAt, judgeEach, type Rule, Severity } from '../rule';

export const volumeModeMismatch: Rule<JudgedKind.STATEFUL_SET> = {
  code: 'VOLUME_MODE_MISMATCH',
  severity: Severity.ERROR,
  title: REFUSALS.VOLUME_MODE_MISMATCH.rule,
  why: 'the API server accepts the set, and its pods never start',
  fix: 'use volumeMounts with volumeMode: Filesystem (the default), and volumeDevices with volumeMode: Block',
  kinds: [JudgedKind.STATEFUL_SET],
  check: (set) => {
    const modes = new Map(set.claimTemplates.map(({ name, volumeMode }) => [name, volumeMode]));
    const uses = [
      ...set.typed.ofType('VolumeMount').map((use) => ({ ...use, wrongMode: 'Block' })),
      ...set.typed.ofType('VolumeDevice').map((use) => ({ ...use, wrongMode: 'Filesystem' })),
    ].filter(({ value }) => modes.has(textOf(value, 'name') ?? ''));
    return judgeEach(uses, ({ path, value, wrongMode }) => {
      const name = textOf(value, 'name') ?? '';
      return faultAt(
        [...path, 'name'],
        modes.get(name) === wrongMode ? `names a claim template with volumeMode ${wrongMode}` : undefined,
        name,
      );
    });
  },
};
