import { Effect } from '../plan/effect';
import { shellWord, type Step } from '../plan/procedures/step';
import { type PlanJson } from './plan-json';

/**
 * The safe way as a POSIX shell script. Each step looks first whether it is done, then whether it may run, and waits
 * until it is done: the script may be stopped and started again at any time.
 */
export function planScript(json: PlanJson): string {
  const { effect, kubernetesVersion, steps } = json;
  const lines = [
    '#!/bin/sh',
    `# The safe way to the new manifests, planned for Kubernetes ${kubernetesVersion}. Read it before you run it.`,
    '# It may be stopped and started again: what is done is not done twice.',
    'set -eu',
    'timeout=${TIMEOUT:-1800}   # seconds that a step may take',
    'interval=${INTERVAL:-5}    # seconds between two looks',
    'stop() { echo "stopped: $1" >&2; exit 1; }',
    '',
    ...(steps.length > 0
      ? steps.flatMap((step, index) => stepLines(step, index, steps.length))
      : endLines(effect, json)),
  ];
  return `${lines.join('\n')}\n`;
}

function stepLines(
  { title, command, why, doneWhen, requires }: Step,
  index: number,
  count: number,
): readonly string[] {
  const label = `${index + 1}/${count} ${title}`;
  if (command === '') {
    return [`stop ${shellWord(`${label}: ${why}`)}`];
  }
  const check = `done_${index + 1}`;
  const run = [
    ...(requires ? [`{ ${requires.condition}; } || stop ${shellWord(requires.otherwise)}`] : []),
    ...command.split('\n'),
  ];
  const comment = [`# ${label}`, `# ${why}`];
  if (doneWhen === undefined) {
    return [...comment, `echo ${shellWord(label)}`, ...run, ''];
  }
  return [
    ...comment,
    `${check}() { ${doneWhen}; }`,
    `if ${check}; then`,
    `  echo ${shellWord(`${label}: already done`)}`,
    'else',
    `  echo ${shellWord(label)}`,
    ...run.map((line) => `  ${line}`),
    '  waited=0',
    `  until ${check}; do`,
    `    [ "$waited" -lt "$timeout" ] || stop ${shellWord(`${label}: not done in time`)}`,
    '    sleep "$interval"',
    '    waited=$((waited + interval + 1))',
    '  done',
    'fi',
    '',
  ];
}

function endLines(effect: Effect, { changes }: PlanJson): readonly string[] {
  switch (effect) {
    case Effect.NONE:
    case Effect.IN_PLACE:
    case Effect.ROLLING_RESTART:
      return ["echo 'Nothing stands in the way: kubectl apply does it.'"];
    case Effect.REJECTED:
    case Effect.DATA_AT_RISK: {
      const causes = changes.filter((change) => change.effect === effect);
      return causes
        .map(({ object, path, reason }) => `echo ${shellWord(`${object} ${path}: ${reason}`)} >&2`)
        .concat("stop 'the manifests have to be edited first'");
    }
  }
}
