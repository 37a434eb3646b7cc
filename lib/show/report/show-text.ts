import { type Overview, type SetOverview } from '../overview';
import { type Palette, PLAIN } from '../../text/palette';
import { printableData } from '../../text/printable';
import {
  claimText,
  liveRows,
  podRows,
  podsText,
  portText,
  roleText,
  totalsText,
  updateText,
} from './show-words';

/** Sets for people: a table of pods, the Services, the order of updates and totals. */
export function showText({ sets }: Overview, palette: Palette = PLAIN): string {
  return sets.length === 0
    ? 'There is no StatefulSet.\n'
    : `${printableData(sets)
        .map((set) => setText(set, palette))
        .join('\n\n')}\n`;
}

function setText(set: SetOverview, palette: Palette): string {
  const totals = totalsText(set.totals);
  const pods = podRows(set, ({ name, dnsName, claims }) => [
    name,
    dnsName ?? '(no DNS name: no headless Service governs the set)',
    claims.map(claimText).join(', '),
  ]);
  const services = set.services.map((service) => [
    service.name,
    roleText(service),
    service.dnsName,
    service.ports.map(portText).join(', '),
  ]);
  return [
    `${palette.strong(set.object)}  ${palette.faint(podsText(set))}`,
    ...table(['POD', 'DNS NAME', 'CLAIMS'], pods, palette),
    ...(services.length === 0
      ? []
      : ['', ...table(['SERVICE', 'WHAT IT IS', 'DNS NAME', 'PORTS'], services, palette)]),
    ...(set.live === undefined
      ? []
      : ['', ...table(['POD NOW', 'REVISION', 'STATE', 'CLAIMS'], liveRows(set.live), palette)]),
    '',
    ...(set.live === undefined ? [] : [`  The controller ${set.live.waiting}`]),
    `  Updates replace ${updateText(set)}`,
    ...(totals === '' ? [] : [`  All pods together ask for ${totals}`]),
  ].join('\n');
}

function table(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  palette: Palette,
): readonly string[] {
  const widths = head.map((title, at) => Math.max(title.length, ...rows.map((row) => row[at].length)));
  const line = (cells: readonly string[]): string =>
    `  ${cells.map((text, at) => text.padEnd(widths[at])).join('  ')}`.trimEnd();
  return [palette.faint(line(head)), ...rows.map(line)];
}
