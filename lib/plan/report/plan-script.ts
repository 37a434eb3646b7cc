import { namedPathText } from '../differences/named-path';
import { Effect } from '../policy/effect';
import { type Plan } from '../plan-model';
import { shellWord, type Step } from '../procedures/step';
import { COMMANDS } from './plan-words';
import { printable } from '../../text/printable';
import { migrationScript } from './migration-script';
import { reasonText } from './reason-text';

/** The migration procedure as a script for a shell; where there is none, a script that says why, and changes nothing. */
export function planScript(plan: Plan): string {
  return plan.migration === undefined
    ? `${endLines(plan).join('\n')}\n`
    : migrationScript(plan, plan.migration);
}

function endLines(plan: Plan): readonly string[] {
  const say = (text: string): string => `printf '%s\\n' ${shellWord(printable(text))} >&2`;
  return ['#!/bin/sh', ...endOf(plan, say)];
}

function endOf(
  { effect, changes, steps, apply: { mode } }: Plan,
  say: (text: string) => string,
): readonly string[] {
  if (steps.length > 0) {
    return [
      say('No script is safe here. What to do by hand:'),
      ...steps.map((step) => say(stepText(step))),
      'exit 1',
    ];
  }
  switch (effect) {
    case Effect.NONE:
    case Effect.IN_PLACE:
    case Effect.ROLLING_RESTART:
      return [`echo 'Nothing stands in the way: ${COMMANDS[mode]} does it.'`];
    case Effect.REJECTED:
    case Effect.DATA_AT_RISK:
      return [
        ...changes
          .filter((change) => change.effect === effect)
          .map(({ object, path, cause }) => say(`${object} ${namedPathText(path)}: ${reasonText(cause)}`)),
        say('stopped: the manifests have to be edited first'),
        'exit 1',
      ];
  }
}

function stepText({ title, command, why }: Step): string {
  const indented = command.split('\n').map((line) => `\n    ${line}`);
  return `- ${title}. ${why}${command === '' ? '' : indented.join('')}`;
}
