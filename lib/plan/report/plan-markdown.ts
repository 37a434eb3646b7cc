import { markdownBlock, markdownCode, markdownTable, markdownText } from '../../text/markdown';
import { type PlanJson } from './plan-json';
import { changeCounts, EFFECT_TEXTS, FATE_TEXTS, restartText, stepsHint, valueText } from './plan-words';
import { printablePlan } from './printable-plan';
import { moreText, shownOf } from '../../text/short-list';

/** A plan as Markdown, for a comment on a pull request. */
export function planMarkdown(given: PlanJson): string {
  const json = printablePlan(given);
  const { effect, changes, restarts, rollouts, claims, claimCount, rejections, steps } = json;
  const shownClaims = shownOf(claims, claimCount);
  const more = claimCount - shownClaims.length;
  const blocks = [
    `### Upgrade plan: ${effect}`,
    `${EFFECT_TEXTS[effect]}. ${changeCounts(json)}.`,
    ...(changes.length === 0
      ? []
      : [
          markdownTable(
            ['effect', 'object', 'field', 'before', 'after', 'what happens'],
            changes.map(({ object, path, before, after, effect: own, reason, code }) => [
              `**${own}**`,
              markdownText(object),
              markdownCode(path),
              before === undefined ? '' : markdownCode(valueText(before)),
              after === undefined ? '' : markdownCode(valueText(after)),
              `${markdownText(reason)} (${code})`,
            ]),
          ).join('\n'),
        ]),
    ...rejections.map(
      ({ object, message }) =>
        `The API server's answer for ${markdownText(object)}:\n\n${markdownBlock(message)}`,
    ),
    ...(rollouts.length === 0
      ? []
      : [
          [
            '**Rollouts**',
            '',
            ...rollouts.map(({ object, text }) => `- ${markdownText(object)}: ${markdownText(text)}`),
          ].join('\n'),
        ]),
    ...(restarts.length === 0
      ? []
      : [
          [
            '**Restarts**',
            '',
            ...restarts.map(
              (restart) => `- ${markdownText(restart.object)}: ${markdownText(restartText(restart))}`,
            ),
          ].join('\n'),
        ]),
    ...(claims.length === 0
      ? []
      : [
          [
            '**Claims**',
            '',
            ...shownClaims.map(
              ({ object, fate, storage }) =>
                `- ${markdownText(object)}${storage === undefined ? '' : ` (${markdownText(storage)})`}: ${FATE_TEXTS[fate]}`,
            ),
            ...(more > 0 ? [`- ${moreText(more)}`] : []),
          ].join('\n'),
        ]),
    ...(steps.length === 0 ? [] : [stepsMarkdown(json)]),
    ...(json.ifBroken === undefined ? [] : [brokenMarkdown(json.ifBroken)]),
  ];
  return `${blocks.join('\n\n')}\n`;
}

/** What is left of each set, and the way back. */
function brokenMarkdown(outcomes: NonNullable<PlanJson['ifBroken']>): string {
  const lines = outcomes.map(
    ({ object, text, steps }) =>
      `- ${markdownText(object)}: ${markdownText(text)}. The way back: ${steps
        .map(({ title, command }) => `${markdownText(title)} (${markdownCode(command)})`)
        .join('; ')}.`,
  );
  return [
    '**Broken**',
    '',
    'If the new template never becomes ready:',
    '',
    ...(lines.length === 0 ? ['- no pod gets another template: nothing is down'] : lines),
  ].join('\n');
}

function stepsMarkdown(json: PlanJson): string {
  const { steps } = json;
  const items = steps.map(({ title, command, why }, index) =>
    [
      `${index + 1}. ${markdownText(title)}. ${markdownText(why)}`,
      ...(command === '' ? [] : ['', indentedFence(command)]),
    ].join('\n'),
  );
  const hint = stepsHint(json);
  const first = hint === undefined ? [] : [markdownText(hint)];
  return ['<details><summary>Migration procedure</summary>', ...first, ...items, '</details>'].join('\n\n');
}

function indentedFence(text: string): string {
  return markdownBlock(text, 'sh')
    .split('\n')
    .map((line) => `   ${line}`)
    .join('\n');
}
