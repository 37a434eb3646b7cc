// What the StatefulSet controller makes of a set, and whether the API server takes that too: older servers take sets whose
// pods or claims they refuse.
import { kindOf } from './client.mjs';

/** Why the server refuses the first pod of a stored set or one of its claims; undefined where it takes them. */
export async function refusalOfMade(client, namespace, set) {
  for (const made of [...claimsOf(set), podOf(set)]) {
    const { status, body } = await client.dryRun(kindOf(made), namespace, made);
    // Other refusals are about what the cluster has.
    if (status === 422) return body.message;
  }
  return undefined;
}

/** The claims of the first pod. */
function claimsOf({ metadata, spec }) {
  return (spec.volumeClaimTemplates ?? []).map((template) => ({
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    metadata: {
      ...template.metadata,
      name: `${template.metadata.name}-${metadata.name}-0`,
      namespace: metadata.namespace,
      labels: { ...template.metadata.labels, ...spec.selector.matchLabels },
    },
    spec: template.spec,
  }));
}

/** The first pod. */
function podOf({ metadata, spec }) {
  const { template, volumeClaimTemplates = [] } = spec;
  const { labels, annotations, finalizers } = template.metadata;
  const name = `${metadata.name}-0`;
  const claims = volumeClaimTemplates.map((claim) => ({
    name: claim.metadata.name,
    persistentVolumeClaim: { claimName: `${claim.metadata.name}-${name}` },
  }));
  const others = (template.spec.volumes ?? []).filter(
    (volume) => !claims.some((claim) => claim.name === volume.name),
  );
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { labels, annotations, finalizers, name, namespace: metadata.namespace },
    spec: {
      // As the admission plugin fills it in, which is off here.
      serviceAccountName: 'default',
      ...template.spec,
      hostname: name,
      subdomain: spec.serviceName,
      volumes: [...claims, ...others],
    },
  };
}
