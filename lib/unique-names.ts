import { ApiObject, Chart } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { refusalText } from './errors/refusal';

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
  const first = new Map<string, ApiObject>();
  const messages: string[] = [];
  for (const object of root.node.findAll().filter((node) => ApiObject.isApiObject(node))) {
    if (!KINDS.has(object.kind)) {
      continue;
    }
    const key = `${object.kind}/${object.name} ${whereabouts(object)}`;
    const other = first.get(key);
    if (other === undefined) {
      first.set(key, object);
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

/** Charts without a namespace may go to different namespaces or clusters; within one chart they can't. */
function whereabouts(object: ApiObject): string {
  return object.metadata.namespace === undefined
    ? `of chart ${Chart.of(object).node.path}`
    : `in ${object.metadata.namespace}`;
}
