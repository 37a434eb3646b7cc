import { type Overview, type SetOverview } from '../show/overview';
import { podsText, portText, roleText, totalsText, updateText } from './show-words';

/** Sets as Markdown, for a page of a team's docs. */
export function showMarkdown({ sets }: Overview): string {
  return sets.length === 0 ? 'There is no StatefulSet.\n' : `${sets.map(setMarkdown).join('\n\n')}\n`;
}

function setMarkdown(set: SetOverview): string {
  const totals = totalsText(set.totals);
  return [
    `### ${set.object}`,
    '',
    `${podsText(set)}. Updates replace ${updateText(set)}.${totals === '' ? '' : ` All pods together ask for ${totals}.`}`,
    '',
    '| pod | DNS name | claims |',
    '|---|---|---|',
    ...set.pods.map(({ name, dnsName, claims }) =>
      row([name, dnsName === undefined ? 'none' : `\`${dnsName}\``, claims.map(claimText).join(', ')]),
    ),
    ...(set.services.length === 0
      ? []
      : [
          '',
          '| Service | what it is | DNS name | ports |',
          '|---|---|---|---|',
          ...set.services.map((service) =>
            row([
              service.name,
              roleText(service),
              `\`${service.dnsName}\``,
              service.ports.map(portText).join(', '),
            ]),
          ),
        ]),
  ].join('\n');
}

function claimText({ name, storage }: { readonly name: string; readonly storage?: string }): string {
  return storage === undefined ? name : `${name} (${storage})`;
}

function row(cells: readonly string[]): string {
  return `| ${cells.map((text) => text.replaceAll('|', '\\|')).join(' | ')} |`;
}
