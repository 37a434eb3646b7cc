import { groupedBy } from '../../manifests/grouped';
import { Effect } from '../policy/effect';
import { type Palette, PLAIN } from '../../text/palette';
import { type ChangeJson, type PlanJson } from './plan-json';
import { printablePlan } from './printable-plan';
import {
  changeCounts,
  COMMANDS,
  EFFECT_TEXTS,
  FATE_TEXTS,
  restartText,
  stepsHint,
  valueText,
} from './plan-words';
import { moreText, shownOf } from '../../text/short-list';

/** A plan for people: what changes by object, which pods restart, what becomes of claims, and the migration procedure. */
export function planText(given: PlanJson, palette: Palette = PLAIN): string {
  const json = printablePlan(given);
  const { effect } = json;
  const mark = markOf(effect, palette);
  const changes = groupedBy(json.changes, ({ object }) => object);
  const rejections = groupedBy(json.rejections, ({ object }) => object);
  const blocks = [
    `${mark(palette.strong(effect))}: ${EFFECT_TEXTS[effect]}`,
    ...[...changes].map(([object, own]) =>
      objectText(object, own, answersText(rejections.get(object) ?? [], json, palette), palette),
    ),
    ...section('Rollouts under way', rolloutLines(json), palette),
    ...section('Restarts', restartLines(json), palette),
    ...section('Claims', claimLines(json), palette),
    ...section('Migration procedure', procedureLines(json, palette), palette),
    ...section('If the new template never becomes ready', brokenLines(json, palette), palette),
    changeCounts(json),
  ];
  return `${blocks.join('\n\n')}\n`;
}

/** The colour of an effect. */
export function markOf(effect: Effect, palette: Palette): (text: string) => string {
  switch (effect) {
    case Effect.NONE:
    case Effect.IN_PLACE:
      return (text) => text;
    case Effect.ROLLING_RESTART:
      return palette.warning;
    case Effect.REJECTED:
    case Effect.DATA_AT_RISK:
      return palette.error;
  }
}

function section(title: string, lines: readonly string[], palette: Palette): readonly string[] {
  return lines.length === 0 ? [] : [[palette.strong(title), ...lines].join('\n')];
}

function objectText(
  object: string,
  changes: readonly ChangeJson[],
  answers: readonly string[],
  palette: Palette,
): string {
  return [palette.strong(object), ...changes.map((change) => changeText(change, palette)), ...answers].join(
    '\n',
  );
}

function answersText(
  rejections: PlanJson['rejections'],
  { applyMode }: PlanJson,
  palette: Palette,
): readonly string[] {
  return rejections.flatMap(({ message }) => [
    `  ${palette.faint(`${COMMANDS[applyMode]} would print:`)}`,
    indented(message, 4),
  ]);
}

/** A change on two or three lines. */
export function changeText(
  { path, before, after, effect, reason, code }: ChangeJson,
  palette: Palette,
): string {
  const hasValues = before !== undefined || after !== undefined;
  return [
    `  ${markOf(effect, palette)(effect)} ${path === '' ? '' : `${palette.strong(path)} `}${palette.faint(`[${code}]`)}`,
    ...(hasValues ? [`    ${valueText(before)} -> ${valueText(after)}`] : []),
    `    ${reason}`,
  ].join('\n');
}

function rolloutLines({ rollouts }: PlanJson): readonly string[] {
  return rollouts.map(({ object, text }) => `  ${object}: ${text}`);
}

function restartLines({ restarts }: PlanJson): readonly string[] {
  return restarts.map((restart) => `  ${restart.object}: ${restartText(restart)}`);
}

function claimLines({ claims, claimCount }: PlanJson): readonly string[] {
  const lines = shownOf(claims, claimCount).map(
    ({ object, fate, storage }) =>
      `  ${object}${storage === undefined ? '' : ` (${storage})`}: ${FATE_TEXTS[fate]}`,
  );
  return claimCount > lines.length ? [...lines, `  ${moreText(claimCount - lines.length)}`] : lines;
}

function brokenLines({ ifBroken }: PlanJson, palette: Palette): readonly string[] {
  if (ifBroken?.length === 0) {
    return ['  no pod gets another template: nothing is down'];
  }
  return (ifBroken ?? []).flatMap(({ object, text, steps }) => [
    `  ${object}: ${text}. The way back:`,
    ...stepLines({ steps }, palette),
  ]);
}

function procedureLines(json: PlanJson, palette: Palette): readonly string[] {
  const hint = stepsHint(json);
  return [...(hint === undefined ? [] : [`  ${palette.faint(hint)}`]), ...stepLines(json, palette)];
}

function stepLines({ steps }: Pick<PlanJson, 'steps'>, palette: Palette): readonly string[] {
  return steps.flatMap(({ title, command, why }, index) => [
    `  ${index + 1}. ${title}`,
    `     ${palette.faint(why)}`,
    ...(command === '' ? [] : [indented(command, 7)]),
  ]);
}

function indented(text: string, width: number): string {
  return text
    .split('\n')
    .map((line) => `${' '.repeat(width)}${line}`)
    .join('\n');
}
