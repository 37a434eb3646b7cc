import { JudgedKind } from '../../manifests/facts';
import { textOf } from '../../manifests/json';
import { located } from '../../manifests/field-value';
import { NOT_APPLICABLE, type Rule, Severity } from '../rule';

export const autoscalerTargetInvalid: Rule = {
  code: 'AUTOSCALER_TARGET_INVALID',
  severity: Severity.ERROR,
  title: 'an autoscaler names the API group of the set that it scales',
  why: 'without the API group apps the autoscaler finds no StatefulSet and never scales it',
  fix: 'write apiVersion: apps/v1',
  kinds: [JudgedKind.AUTOSCALER],
  check: ({ content }) => {
    const target = located(content, ['spec', 'scaleTargetRef']);
    if (target === undefined || textOf(target.value, 'kind') !== 'StatefulSet') {
      return NOT_APPLICABLE;
    }
    const version = textOf(target.value, 'apiVersion') ?? '';
    // Other groups may have a StatefulSet of their own.
    return version.indexOf('/') > 0
      ? []
      : [{ path: [...target.path, 'apiVersion'], problem: 'must be apps/v1', value: version }];
  },
};
