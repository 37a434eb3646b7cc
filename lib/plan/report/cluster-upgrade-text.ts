import { groupedBy } from '../../manifests/grouped';
import { countText } from '../../text/count-text';
import { markdownCode, markdownTable, markdownText } from '../../text/markdown';
import { type Palette, PLAIN } from '../../text/palette';
import { type Moment } from '../cluster-upgrade/cluster-upgrade';
import { type ClusterUpgradeJson, type ReleaseChangeJson } from './cluster-upgrade-json';
import { changeText, markOf } from './plan-text';
import { COMMANDS, EFFECT_TEXTS, valueText } from './plan-words';
import { printableChange } from './printable-plan';

const MOMENTS: readonly Moment[] = ['upgrade', 'next-apply', 'creation'];

/** A cluster upgrade for people: what comes with it, what at the next apply, and what can't be recreated after it. */
export function clusterUpgradeText(json: ClusterUpgradeJson, palette: Palette = PLAIN): string {
  const { effect } = json;
  const blocks = [
    `${markOf(effect, palette)(palette.strong(effect))}: ${headText(json)}`,
    ...parts(json).map(({ title, changes }) =>
      [
        palette.strong(title),
        ...[...groupedBy(changes, ({ object }) => object)].map(([object, own]) =>
          [object, ...own.map((change) => changeText(change, palette))].join('\n'),
        ),
      ].join('\n\n'),
    ),
    countLine(json),
  ];
  return `${blocks.join('\n\n')}\n`;
}

/** The same as Markdown. */
export function clusterUpgradeMarkdown(json: ClusterUpgradeJson): string {
  const blocks = [
    `### Cluster upgrade: ${json.effect}`,
    `${headText(json)}. ${countLine(json)}.`,
    ...parts(json).map(({ title, changes }) =>
      [
        `**${title}**`,
        '',
        ...markdownTable(['effect', 'object', 'field', 'what happens'], changes.map(row)),
      ].join('\n'),
    ),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function row({ effect, object, path, before, after, reason, code }: ReleaseChangeJson): readonly string[] {
  const values =
    before === undefined && after === undefined ? '' : `: ${valueText(before)} -> ${valueText(after)}`;
  return [
    `**${effect}**`,
    markdownText(object),
    `${markdownCode(path)}${values === '' ? '' : markdownCode(values.slice(2))}`,
    `${markdownText(reason)} (${code})`,
  ];
}

function headText({ changes, effect, kubernetesVersion, toKubernetesVersion }: ClusterUpgradeJson): string {
  const ways = `from Kubernetes ${kubernetesVersion} to ${toKubernetesVersion}`;
  return changes.length === 0
    ? `${ways}, nothing is known to become otherwise`
    : `${ways}, the worst of what becomes otherwise: ${EFFECT_TEXTS[effect]}`;
}

function countLine({ changes, applyMode }: ClusterUpgradeJson): string {
  return `${countText(changes.length, 'difference')} for manifests that stay as they are, applied by ${COMMANDS[applyMode]}`;
}

function parts({ changes, applyMode }: ClusterUpgradeJson): readonly {
  readonly title: string;
  readonly changes: readonly ReleaseChangeJson[];
}[] {
  const titles: Readonly<Record<Moment, string>> = {
    upgrade: 'With the upgrade itself',
    'next-apply': `With the next ${COMMANDS[applyMode]} of the same manifests`,
    creation: 'Where an object is recreated, such as after a restore or by a migration procedure',
  };
  return MOMENTS.map((moment) => ({
    title: titles[moment],
    changes: changes.filter((change) => change.moment === moment).map(printableChange),
  })).filter(({ changes: own }) => own.length > 0);
}
