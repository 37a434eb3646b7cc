import { type Overview, type SetOverview } from '../overview';
import { markdownCode, markdownTable, markdownText } from '../../text/markdown';
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

/** Sets as Markdown, for a page of a team's docs. */
export function showMarkdown({ sets }: Overview): string {
  return sets.length === 0
    ? 'There is no StatefulSet.\n'
    : `${printableData(sets).map(setMarkdown).join('\n\n')}\n`;
}

function setMarkdown(set: SetOverview): string {
  const totals = totalsText(set.totals);
  return [
    `### ${markdownText(set.object)}`,
    '',
    markdownText(
      `${podsText(set)}. Updates replace ${updateText(set)}.${totals === '' ? '' : ` All pods together ask for ${totals}.`}`,
    ),
    '',
    ...markdownTable(
      ['pod', 'DNS name', 'claims'],
      podRows(set, ({ name, dnsName, claims }) => [
        markdownText(name),
        dnsName === undefined ? 'none' : markdownCode(dnsName),
        markdownText(claims.map(claimText).join(', ')),
      ]),
    ),
    ...(set.live === undefined
      ? []
      : [
          '',
          ...markdownTable(
            ['pod now', 'revision', 'state', 'claims'],
            liveRows(set.live).map((row) => row.map(markdownText)),
          ),
          '',
          markdownText(`The controller ${set.live.waiting}.`),
        ]),
    ...(set.services.length === 0
      ? []
      : [
          '',
          ...markdownTable(
            ['Service', 'what it is', 'DNS name', 'ports'],
            set.services.map((service) => [
              markdownText(service.name),
              markdownText(roleText(service)),
              markdownCode(service.dnsName),
              markdownText(service.ports.map(portText).join(', ')),
            ]),
          ),
        ]),
  ].join('\n');
}
