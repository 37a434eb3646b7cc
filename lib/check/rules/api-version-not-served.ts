import { currentApiVersionOf, FULLY_JUDGED_KINDS, meantKindOf } from '../../manifests/judged-kind';
import { KubernetesVersion } from '../../kubernetes/kubernetes-version';
import { removedIn, removedVersionOf } from '../../kubernetes/served-versions';
import { NOT_APPLICABLE, type Rule, Severity } from '../rule';

export const apiVersionNotServed: Rule = {
  code: 'API_VERSION_NOT_SERVED',
  severity: Severity.ERROR,
  title: 'the API server serves the apiVersion of each object',
  why: 'the API server rejects an object whose apiVersion it does not serve, whatever the object holds',
  fix: 'write an apiVersion that serves this kind; no other rule has checked the object',
  refusedSince: KubernetesVersion.V1_28,
  kinds: FULLY_JUDGED_KINDS,
  ofAnyApiVersion: true,
  check: ({ manifest, isServed }, { version }) => {
    const meant = meantKindOf(manifest);
    if (meant === undefined) {
      return NOT_APPLICABLE;
    }
    if (isServed) {
      return [];
    }
    const { apiVersion } = manifest;
    const removed = removedVersionOf(apiVersion, meant);
    const moving = removed?.moving === undefined ? '' : `; ${removed.moving}`;
    return [
      {
        path: ['apiVersion'],
        problem:
          removed === undefined
            ? `is not an apiVersion in which Kubernetes ${version} serves ${meant}`
            : `has not been served since Kubernetes ${removedIn(removed)}`,
        value: apiVersion,
        fix: `write ${currentApiVersionOf(meant)}${moving}`,
      },
    ];
  },
};
