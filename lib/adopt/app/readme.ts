import { markdownText } from '../../text/markdown';
import { type Adopted } from '../adopt';
import { kindsText } from '../report/adoption-text';

/** The ten lines that tell whoever finds the app what it is. */
export function readmeText(name: string, { targets }: Adopted): string {
  const kinds = markdownText(kindsText(targets.map(({ kind }) => kind)));
  return [
    `# ${name}`,
    '',
    `\`cdk8s-stateful adopt\` wrote this app from \`adopted.yaml\`: ${kinds}.`,
    '',
    '- `npm install`, then `npm test`: what `chart.ts` makes can be applied over what was adopted.',
    '- `npm run synth` writes the manifests to `dist/`, for `kubectl apply -f dist/`.',
    '- Edit `chart.ts`. Once its manifests are applied, `adopted.yaml` and the test have done their work.',
    '- `npx cdk8s-stateful plan --from adopted.yaml --to dist` says what an apply would do, and what would restart.',
    '- Code is no place for secrets: those that the pods name must be in the cluster already.',
    '',
  ].join('\n');
}
