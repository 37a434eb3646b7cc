import { objectsAt } from '../field-value';
import { fieldOf, type JsonObject, textOf } from '../json';
import { type Manifest } from '../manifest';

/** The controller that an object of a cluster belongs to. */
export interface Owner {
  readonly kind: string;
  readonly name: string;
  readonly uid: string;
}

/** The controller that made an object, such as the set of a pod; undefined where a person or a tool made it. */
export function controllerOf({ content }: Pick<Manifest, 'content'>): Owner | undefined {
  return controllerIn(content);
}

function controllerIn(content: JsonObject): Owner | undefined {
  const owner = objectsAt(content, ['metadata', 'ownerReferences']).find(
    ({ value }) => fieldOf(value, 'controller') === true,
  )?.value;
  return (
    owner && {
      kind: textOf(owner, 'kind') ?? '',
      name: textOf(owner, 'name') ?? '',
      uid: textOf(owner, 'uid') ?? '',
    }
  );
}

/**
 * Whether a controller recreates the object when it is gone, so that nobody applies it: pods and revisions of a set.
 * Claims hold data, whoever owns them.
 */
export function isMadeByController(content: JsonObject): boolean {
  return textOf(content, 'kind') !== 'PersistentVolumeClaim' && controllerIn(content) !== undefined;
}
