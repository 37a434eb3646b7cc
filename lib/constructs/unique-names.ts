import { ApiObject, type Chart } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { refusalText } from '../errors/refusal';

const KINDS = new Set(['StatefulSet', 'Service']);
const checked = new WeakSet<IConstruct>();

/** Makes synthesis fail where two sets or Services of the app share a name and a namespace. */
export function requireUniqueNames(construct: IConstruct): void {
  const { root } = construct.node;
  if (!checked.has(root)) {
    checked.add(root);
    root.node.addValidation({ validate: () => collisions(root) });
  }
}

function collisions(root: IConstruct): string[] {
  const taken = new Map<Chart | string, Map<string, ApiObject>>();
  const messages: string[] = [];
  for (const object of root.node.findAll()) {
    if (!ApiObject.isApiObject(object) || !KINDS.has(object.kind)) {
      continue;
    }
    const names = namesIn(whereabouts(object), taken);
    const name = `${object.kind}/${object.name}`;
    const other = names.get(name);
    if (other === undefined) {
      names.set(name, object);
    } else {
      messages.push(
        refusalText({
          code: 'NAME_TAKEN',
          subject: `${object.kind} of ${object.node.path}`,
          problem: `must not have the name and namespace of ${other.node.path}`,
          value: object.name,
        }),
      );
    }
  }
  return messages;
}

/** Charts without a namespace may go to different namespaces or clusters; within one chart they cannot. */
function whereabouts({ metadata, chart }: ApiObject): Chart | string {
  return metadata.namespace ?? chart;
}

function namesIn<Place>(place: Place, taken: Map<Place, Map<string, ApiObject>>): Map<string, ApiObject> {
  const known = taken.get(place);
  if (known !== undefined) {
    return known;
  }
  const names = new Map<string, ApiObject>();
  taken.set(place, names);
  return names;
}
