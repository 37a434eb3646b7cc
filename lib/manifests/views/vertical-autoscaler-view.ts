import { valueAt } from '../field-path';
import { fieldOf, isList, type JsonObject, textOf } from '../json';
import { type ScaleTarget, scaleTargetAt, targetedSetName } from '../scale-target';
import { ObjectView } from './object-view';

/** What a policy holds for, where it names no container. */
const EVERY_CONTAINER = '*';

/**
 * A VerticalPodAutoscaler: it changes what containers request.
 *
 * @see https://github.com/kubernetes/autoscaler/tree/master/vertical-pod-autoscaler
 */
export class VerticalAutoscalerView extends ObjectView {
  /** Whose pods it changes; undefined where it names nothing. */
  public get target(): ScaleTarget | undefined {
    return scaleTargetAt(this, ['spec', 'targetRef']);
  }

  /** The name of the StatefulSet whose pods it changes; undefined where they are those of something else. */
  public get setName(): string | undefined {
    return targetedSetName(this.target);
  }

  /** Whether it changes what a container requests of a resource, instead of recommending it alone. */
  public changes(resource: string, container: string): boolean {
    if (textOf(fieldOf(this.spec, 'updatePolicy'), 'updateMode') === 'Off') {
      return false;
    }
    const policies = this.writtenObjects(['spec', 'resourcePolicy', 'containerPolicies']).map(
      ({ value }) => value,
    );
    const policy =
      policies.find((one) => textOf(one, 'containerName') === container) ??
      policies.find((one) => (textOf(one, 'containerName') ?? EVERY_CONTAINER) === EVERY_CONTAINER);
    return policy === undefined || isControlled(policy, resource);
  }
}

function isControlled(policy: JsonObject, resource: string): boolean {
  const resources = valueAt(policy, ['controlledResources']);
  return textOf(policy, 'mode') !== 'Off' && (!isList(resources) || resources.includes(resource));
}
