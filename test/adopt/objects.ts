import { type JsonObject } from '../../lib/manifests/json';

/** The labels of the set, and of what stands beside it. */
export const LABELS = { app: 'web' };

/** A container that nothing is wrong with. */
export const NGINX = { name: 'nginx', image: 'nginx:1.25.4' };

/** What differs from the set that nothing is wrong with. */
export interface SetParts {
  readonly metadata?: JsonObject;
  /** Fields of the pods. */
  readonly spec?: JsonObject;
  /** Fields of the set. */
  readonly set?: JsonObject;
}

/** A set of three pods that somebody wrote by hand. */
export function set({ metadata = {}, spec = {}, set: own = {} }: SetParts = {}): JsonObject {
  return {
    apiVersion: 'apps/v1',
    kind: 'StatefulSet',
    metadata: { name: 'web', ...metadata },
    spec: {
      serviceName: 'web-headless',
      replicas: 3,
      selector: { matchLabels: LABELS },
      template: { metadata: { labels: LABELS }, spec: { containers: [NGINX], ...spec } },
      ...own,
    },
  };
}

/** A Service for the pods of the set. */
export function service(name: string, spec: JsonObject, metadata: JsonObject = {}): JsonObject {
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name, ...metadata },
    spec: { selector: LABELS, ...spec },
  };
}
