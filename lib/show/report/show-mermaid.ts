import { type Overview, type SetOverview } from '../overview';
import { printableData } from '../../text/printable';
import { podsText, portText, roleText } from './show-words';

/** More pods than these are drawn as one. */
const MAX_PODS = 8;

/** Sets as a Mermaid flow chart, which many wikis and code hosts draw. */
export function showMermaid({ sets }: Overview): string {
  return [
    'flowchart TB',
    ...printableData(sets).flatMap((set, index) => setLines(set, `s${index}`)),
    '',
  ].join('\n');
}

function setLines(set: SetOverview, id: string): readonly string[] {
  const pods = set.pods.slice(0, MAX_PODS);
  const hidden = set.replicas - pods.length;
  const drawn = new Map(pods.map(({ name }, at) => [name, `${id}p${at}`]));
  const hasClients = set.services.some(({ role }) => role !== 'governing');
  return [
    ...(hasClients ? [`  ${id}clients(["clients"])`] : []),
    ...set.services.flatMap((service, at) => {
      const box = `${id}v${at}`;
      const ports = service.ports.map(portText).join(', ');
      const target = service.role === 'pod' ? (drawn.get(service.pod ?? '') ?? id) : id;
      return [
        `  ${box}[${label(`Service ${service.name}`, roleText(service), ports)}]`,
        ...(service.role === 'governing' ? [] : [`  ${id}clients --> ${box}`]),
        `  ${box} ${service.role === 'governing' ? '-.->' : '-->'} ${target}`,
      ];
    }),
    `  subgraph ${id}[${label(set.object, podsText(set))}]`,
    '    direction LR',
    ...pods.map(({ name }, at) => `    ${id}p${at}[${label(name)}]`),
    ...(hidden > 0 ? [`    ${id}more[${label(`${hidden} more`)}]`] : []),
    '  end',
    ...pods.flatMap(({ claims }, at) =>
      claims.map(
        ({ name, storage = '' }, index) =>
          `  ${id}p${at} --- ${id}p${at}c${index}[(${label(name, storage)})]`,
      ),
    ),
  ];
}

/** What means nothing to Mermaid, nor to the HTML and Markdown that it takes in labels. */
const OTHER_THAN_PLAIN = /[^\p{L}\p{N} .,/()_+-]/gu;

/** Lines of text in quotes. */
function label(...lines: readonly string[]): string {
  const text = lines
    .filter((line) => line !== '')
    .map((line) => line.replaceAll(OTHER_THAN_PLAIN, (character) => `#${String(character.codePointAt(0))};`))
    .join('<br/>');
  return `"${text}"`;
}
