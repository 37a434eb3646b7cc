import { AbstractPod, type Volume } from 'cdk8s-plus-28';
import type { IConstruct } from 'constructs';
import { refusalText, RefusedError, type Refusal } from '../errors/refusal';
import { beforeRendering } from './rendering/cdk8s-plus';
import type { VolumeClaimTemplate } from './volume-claim-template';

/** A pod with the claim templates that are its own: none for a pod of cdk8s-plus-28. */
interface ClaimingPod extends Pick<AbstractPod, 'containers' | 'initContainers' | 'volumes' | 'node'> {
  readonly claims?: readonly VolumeClaimTemplate[];
}

const claimOfVolume = new WeakMap<Volume, VolumeClaimTemplate>();
const checked = new WeakSet<IConstruct>();
/** The set whose pod is rendered right now. */
let rendered: ClaimingPod | undefined;

/** The claim template that a volume stands for; undefined for any other volume. */
export function claimOf(volume: Volume): VolumeClaimTemplate | undefined {
  return claimOfVolume.get(volume);
}

/**
 * Lets a volume stand for a claim template, and makes synthesis fail where a pod of the app mounts it that is not of
 * its set: a pod of another set, or of a Deployment or Job, would silently get an empty volume that ends with the pod.
 * A pod of another app is not found there, and is refused as it is rendered.
 */
export function standsFor(volume: Volume, claim: VolumeClaimTemplate): void {
  claimOfVolume.set(volume, claim);
  const { root } = claim.node;
  if (!checked.has(root)) {
    checked.add(root);
    root.node.addValidation({ validate: () => foreignMountsIn(root).map(refusalText) });
  }
  beforeRendering(volume, () => {
    if (rendered?.claims?.includes(claim) !== true) {
      throw new RefusedError(claim, foreign(claim, rendered?.node.path ?? 'another workload'));
    }
  });
}

/** Renders the pod of a set, which alone may render the volumes of its claim templates. */
export function whileRendering<T>(pod: ClaimingPod, render: () => T): T {
  const outer = rendered;
  rendered = pod;
  try {
    return render();
  } finally {
    rendered = outer;
  }
}

/** The claim templates that a pod mounts and that are not its own. */
export function foreignMounts(pod: ClaimingPod): Refusal[] {
  const used = new Set<VolumeClaimTemplate>();
  const addClaimOf = (volume: Volume): void => {
    const claim = claimOf(volume);
    if (claim !== undefined) {
      used.add(claim);
    }
  };
  pod.volumes.forEach(addClaimOf);
  for (const containers of [pod.initContainers, pod.containers]) {
    for (const { mounts } of containers) {
      mounts.forEach(({ volume }) => {
        addClaimOf(volume);
      });
    }
  }
  return used.size === 0 ? [] : foreignClaims(pod, [...used]);
}

/** Those of the claim templates that a pod uses which are not its own. */
export function foreignClaims(
  { claims, node }: Pick<ClaimingPod, 'claims' | 'node'>,
  used: readonly VolumeClaimTemplate[],
): Refusal[] {
  return used.filter((claim) => claims?.includes(claim) !== true).map((claim) => foreign(claim, node.path));
}

function foreign(claim: VolumeClaimTemplate, user: string): Refusal {
  return {
    code: 'CLAIM_OF_OTHER_SET',
    subject: `claim '${claim.name}' of ${claim.node.scope?.node.path ?? 'no set'}`,
    problem: `must not be used by ${user}`,
  };
}

function foreignMountsIn(root: IConstruct): Refusal[] {
  return root.node
    .findAll()
    .flatMap((construct) => (construct instanceof AbstractPod ? foreignMounts(construct) : []));
}
