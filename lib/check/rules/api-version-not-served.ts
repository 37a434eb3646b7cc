import { currentApiVersionOf, JudgedKind, judgedKindOf, meantKindOf } from '../../manifests/facts';
import { KubernetesVersion } from '../../kubernetes/kubernetes-version';
import { removedIn, removedVersionOf } from '../../kubernetes/served-versions';
import { NOT_APPLICABLE, type Rule, Severity } from '../rule';

export const apiVersionNotServed: Rule = {
  code: 'API_VERSION_NOT_SERVED',
  severity: Severity.ERROR,
  title: 'the API server serves the apiVersion of each object',
  why: 'the API server rejects an object of a version that it does not know, whatever stands in it',
  fix: 'write the version that the kind is served in; no other rule has looked at the object',
  refusedSince: KubernetesVersion.V1_28,
  kinds: Object.values(JudgedKind),
  ofAnyApiVersion: true,
  check: (object, { version }) => {
    const meant = meantKindOf(object);
    if (meant === undefined) {
      return NOT_APPLICABLE;
    }
    if (judgedKindOf(object) !== undefined) {
      return [];
    }
    const { apiVersion } = object;
    const removed = removedVersionOf(apiVersion, meant);
    const moving = removed?.moving === undefined ? '' : `; ${removed.moving}`;
    return [
      {
        path: ['apiVersion'],
        problem:
          removed === undefined
            ? `is no version in which Kubernetes ${version} serves a ${meant}`
            : `is not served since Kubernetes ${removedIn(removed)}`,
        value: apiVersion,
        fix: `write ${currentApiVersionOf(meant)}${moving}`,
      },
    ];
  },
};
