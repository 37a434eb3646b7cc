import { ENGINE_RULES, RULES } from '../../../lib/check/rules';
import { KUBERNETES_VERSIONS } from '../../../lib/kubernetes/kubernetes-version';
import { type RuleDescription, Severity } from '../../../lib/check/rule';
import { whyText } from '../../../lib/check/why-text';
import { casesOf, type Outcome } from './rule-cases';

/** The page of all rules, made from the rules and their fixtures. */
export function rulesPage(): string {
  return `${[
    '# Rules',
    'What `cdk8s-stateful check` finds. An error: the cluster rejects the object, or the workload can never run or ' +
      'be reached. A warning: the cluster accepts the object, and it is risky. This page is made from the rules by `npm run docs:rules`.',
    contents(),
    ...[...RULES, ...ENGINE_RULES].map(section),
  ].join('\n\n')}\n`;
}

function contents(): string {
  const rows = [...RULES, ...ENGINE_RULES].map(
    ({ code, severity, title }) => `| [${code}](#${code.toLowerCase()}) | ${severity} | ${cell(title)} |`,
  );
  return ['| code | severity | what should hold |', '| --- | --- | --- |', ...rows].join('\n');
}

function section(rule: RuleDescription): string {
  const { code, severity, title, fix } = rule;
  return [
    `## ${code}`,
    `${sentence(severity)} ${sentence(title)}`,
    [`- Why: ${whyText(rule)}.`, `- Fix: ${fix}.`, ...versions(rule).map((line) => `- ${line}`)].join('\n'),
    ...example(code, 'failing', 'Fails'),
    ...example(code, 'passing', 'Passes'),
  ].join('\n\n');
}

function versions({ since, until, refusedSince, severity }: RuleDescription): string[] {
  const range =
    since === undefined && until === undefined
      ? []
      : [
          `Kubernetes versions: ${[since && `since ${since}`, until && `until ${until}`].filter(Boolean).join(', ')}.`,
        ];
  if (severity === Severity.WARNING) {
    return range;
  }
  const refused =
    refusedSince === undefined
      ? 'The API server accepts it; the fault shows later, in the pods.'
      : refusedSince === KUBERNETES_VERSIONS[0]
        ? 'The API server rejects it.'
        : `The API server rejects it since Kubernetes ${refusedSince}.`;
  return [...range, refused];
}

function example(code: string, outcome: Outcome, heading: string): string[] {
  const shown = casesOf(code).find((one) => one.outcome === outcome);
  return shown === undefined
    ? []
    : [`${heading}: ${shown.title}.`, ['```yaml', shown.manifest.trimEnd(), '```'].join('\n')];
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|');
}
