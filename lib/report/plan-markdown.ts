import { type PlanJson } from './plan-json';
import { changeCounts, EFFECT_TEXTS, FATE_TEXTS, restartText, valueText } from './plan-words';

/** A plan as Markdown, for a comment on a pull request. */
export function planMarkdown(json: PlanJson): string {
  const { effect, changes, restarts, claims, rejections, steps } = json;
  const blocks = [
    `### Upgrade plan: ${effect}`,
    `${EFFECT_TEXTS[effect]}. ${changeCounts(json)}.`,
    ...(changes.length === 0
      ? []
      : [
          [
            '| effect | object | field | before | after | what happens |',
            '|---|---|---|---|---|---|',
            ...changes.map(({ object, path, before, after, effect: own, reason, code }) =>
              row([
                `**${own}**`,
                cell(object),
                path === '' ? '' : quoted(path),
                before === undefined ? '' : quoted(valueText(before)),
                after === undefined ? '' : quoted(valueText(after)),
                `${cell(reason)} (${code})`,
              ]),
            ),
          ].join('\n'),
        ]),
    ...rejections.map(
      ({ object, message }) => `The API server's answer for ${cell(object)}:\n\n${fenced(message, '')}`,
    ),
    ...(restarts.length === 0
      ? []
      : [
          [
            '**Restarts**',
            '',
            ...restarts.map((restart) => `- ${cell(restart.object)}: ${cell(restartText(restart))}`),
          ].join('\n'),
        ]),
    ...(claims.length === 0
      ? []
      : [
          [
            '**Claims**',
            '',
            ...claims.map(
              ({ object, fate, storage }) =>
                `- ${cell(object)}${storage === undefined ? '' : ` (${cell(storage)})`}: ${FATE_TEXTS[fate]}`,
            ),
          ].join('\n'),
        ]),
    ...(steps.length === 0 ? [] : [stepsMarkdown(json)]),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function stepsMarkdown({ steps }: PlanJson): string {
  const items = steps.map(({ title, command, why }, index) =>
    [
      `${index + 1}. ${cell(title)}. ${cell(why)}`,
      ...(command === '' ? [] : ['', indentedFence(command)]),
    ].join('\n'),
  );
  return ['<details><summary>Migration procedure</summary>', ...items, '</details>'].join('\n\n');
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

/** Text that stays within its cell and starts no markup. */
function cell(text: string): string {
  return text.replaceAll(/[\\`*_<>|[\]#&]/g, '\\$&').replaceAll(/\s+/g, ' ');
}

/** Text in code quotes, which hold no back quotes of their own. */
function quoted(text: string): string {
  return `\`${text.replaceAll('`', "'").replaceAll('|', '\\|').replaceAll(/\s+/g, ' ')}\``;
}

function fenced(text: string, language: string): string {
  const fence = '`'.repeat(Math.max(3, ...[...text.matchAll(/`+/g)].map(([run]) => run.length + 1)));
  return `${fence}${language}\n${text}\n${fence}`;
}

function indentedFence(text: string): string {
  return fenced(text, 'sh')
    .split('\n')
    .map((line) => `   ${line}`)
    .join('\n');
}
