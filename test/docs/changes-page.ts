import { CHANGE_CODES, type ChangeDescription } from '../../lib/plan/policy/change-codes';

/** The page of all changes, made from the table of their codes. */
export function changesPage(): string {
  return `${[
    '# Changes',
    'What `cdk8s-stateful plan` says of each difference between old and new manifests. Rely on the codes, the wording ' +
      'may change. A fault of the new manifests that the API server rejects bears the code of the [rule](rules.md) that ' +
      'finds it, and is `rejected`. This page is made from the code by `npm run docs`.',
    'A field is shown by its path: `spec.template.spec.containers[web].image`. Elements of lists that `kubectl apply` ' +
      'finds by a key stand there by that key (containers and volumes by their names, ports by their numbers, mounts by ' +
      'their paths), and so do claim templates by their names; an element whose key is missing or taken twice, and an ' +
      'element of any other list, by its index from 0. A key that is no plain word stands in brackets: ' +
      '`metadata.labels[a.b/c]`. The path is empty where the whole object comes or goes.',
    ...Object.entries<ChangeDescription>(CHANGE_CODES).map(([code, change]) => section(code, change)),
  ].join('\n\n')}\n`;
}

function section(code: string, { meaning, effects, next }: ChangeDescription): string {
  const lines = [
    `- Effect: ${effects.map((effect) => `\`${effect}\``).join(' or ')}.`,
    `- How it goes on: ${next}.`,
  ];
  return [`## ${code}`, `${sentence(meaning)}.`, lines.join('\n')].join('\n\n');
}

function sentence(text: string): string {
  // The name of a field or of a command keeps its letters.
  const isName = text.startsWith('kubectl') || /^[a-z]+[A-Z]/.test(text);
  return isName ? text : `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
