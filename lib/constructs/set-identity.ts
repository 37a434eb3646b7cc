import { CHANGE_CAUSE_ANNOTATION } from '../kubernetes/annotations';
import { usualSelectorOf } from '../kubernetes/labels';
import type { NamedMetadata } from './rendering/manifest-metadata';
import { assignProps } from './rendering/assign-props';
import type { StatefulSetProps } from './stateful-set-props';

/**
 * What identifies a set in a cluster. It comes from the properties and the id alone, never from the construct path: a set
 * that moves in the tree would get another name or selector, and the next apply would fail or leave the data behind.
 */
export interface SetIdentity {
  readonly name: string;
  /** Undefined where the chart says it. */
  readonly namespace?: string;
  readonly selector: Record<string, string>;
  /** The labels that the set, and what stands beside it, get unasked. */
  readonly unaskedLabels: Record<string, string>;
}

/** The identity of a set with this construct id. */
export function identityOf(id: string, props: StatefulSetProps): SetIdentity {
  const name = props.name ?? props.metadata?.name ?? id.toLowerCase();
  const selector = props.selector ?? usualSelectorOf(name);
  return {
    name,
    namespace: props.namespace ?? props.metadata?.namespace,
    selector,
    unaskedLabels: props.verbatim === true ? {} : selector,
  };
}

/** The metadata of the set itself. */
export function metadataOf(
  { name, namespace, unaskedLabels }: SetIdentity,
  props: StatefulSetProps,
): NamedMetadata {
  const { metadata, labels, annotations, changeCause } = props;
  return assignProps(metadata, {
    name,
    namespace,
    labels: { ...unaskedLabels, ...metadata?.labels, ...labels },
    annotations: {
      ...metadata?.annotations,
      ...annotations,
      ...(changeCause === undefined ? {} : { [CHANGE_CAUSE_ANNOTATION]: changeCause }),
    },
  });
}
