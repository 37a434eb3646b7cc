import { type Overview, type PodOverview, type SetOverview } from '../overview';
import { type ServiceOverview } from '../service-overview';
import { printableData } from '../../text/printable';
import { xmlText } from '../../text/xml';
import { arrow, box, cylinder, line, text, widthOf } from './svg-shapes';
import { podsText, portText, roleText, totalsText, updateText } from './show-words';

/** More pods than these are drawn as one box. */
const MAX_PODS = 8;
const MARGIN = 32;
const GAP = 24;
const CLIENT_HEIGHT = 34;
const SERVICE_HEIGHT = 78;
const POD_HEIGHT = 44;
const CLAIM_HEIGHT = 56;
const FRAME_HEAD = 30;
const FRAME_FOOT = 34;

/** Sets as a drawing: clients, Services, the set with its pods, and their claims. */
export function showSvg(overview: Overview): string {
  const sets = printableData(overview.sets);
  const drawings = sets.map(drawingOf);
  const width = Math.max(320, ...drawings.map((drawing) => drawing.width));
  const height = drawings.reduce((sum, drawing) => sum + drawing.height, 0);
  let top = 0;
  const parts = drawings.map((drawing) => {
    const part = `<g transform="translate(${(width - drawing.width) / 2} ${top})">\n${drawing.body}\n</g>`;
    top += drawing.height;
    return part;
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" font-family="system-ui, -apple-system, 'Segoe UI', Roboto, 'DejaVu Sans', sans-serif">`,
    `<title>${xmlText(sets.map(({ name }) => name).join(', '))}: pods, claims and Services</title>`,
    '<defs><marker id="head" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto-start-reverse"><path d="M0 0 8 4 0 8z" fill="#64748b"/></marker></defs>',
    `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
    ...parts,
    '</svg>',
    '',
  ].join('\n');
}

interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly body: string;
}

/** A row of boxes of one width, in the middle of the drawing. */
interface Row {
  readonly count: number;
  readonly boxWidth: number;
}

function rowWidth({ count, boxWidth }: Row): number {
  return count * boxWidth + Math.max(0, count - 1) * GAP;
}

function leftOf(row: Row, index: number, width: number): number {
  return (width - rowWidth(row)) / 2 + index * (row.boxWidth + GAP);
}

function drawingOf(set: SetOverview): Drawing {
  const pods = set.pods.slice(0, MAX_PODS);
  const hidden = set.replicas - pods.length;
  const podRow: Row = {
    count: Math.max(1, pods.length + (hidden > 0 ? 1 : 0)),
    boxWidth: Math.max(
      132,
      ...pods.flatMap(({ name, claims }) =>
        [name, ...claims.map((claim) => claim.name)].map((one) => widthOf(one, 13) + 28),
      ),
    ),
  };
  const serviceRow: Row = {
    count: set.services.length,
    boxWidth: Math.max(
      200,
      ...set.services.map((service) =>
        Math.max(...serviceLines(service).map((one) => widthOf(one, 12) + 28)),
      ),
    ),
  };
  const totals = totalsText(set.totals);
  const footer = [
    ...(set.live === undefined ? [] : [`The controller ${set.live.waiting}`]),
    `Updates replace ${updateText(set)}`,
    ...(totals === '' ? [] : [`All pods together: ${totals}`]),
  ];
  const heading = `${set.object} · ${podsText(set)}`;
  const inner = Math.max(
    rowWidth(podRow) + 2 * GAP,
    rowWidth(serviceRow),
    widthOf(heading, 14) + 2 * GAP,
    ...footer.map((one) => widthOf(one, 12)),
  );
  const width = Math.ceil(inner + 2 * MARGIN);
  const claimCount = Math.max(0, ...pods.map(({ claims }) => claims.length));
  const hasClients = set.services.some(({ role }) => role !== 'governing');
  const serviceTop = MARGIN + (hasClients ? CLIENT_HEIGHT + 36 : 0);
  const frameTop = serviceTop + (set.services.length > 0 ? SERVICE_HEIGHT + 44 : 0);
  const podTop = frameTop + FRAME_HEAD;
  const claimTop = podTop + POD_HEIGHT + 26;
  const frameBottom =
    podTop + POD_HEIGHT + 16 + claimCount * (CLAIM_HEIGHT + 14) + (claimCount > 0 ? 10 : 0) + FRAME_FOOT;
  const height = frameBottom + 22 + footer.length * 20 + MARGIN / 2;
  const body = [
    ...(hasClients ? clients(set, serviceRow, width, serviceTop) : []),
    ...set.services.flatMap((service, at) =>
      serviceShapes(service, leftOf(serviceRow, at, width), serviceRow.boxWidth, serviceTop),
    ),
    box({
      x: MARGIN,
      y: frameTop,
      width: width - 2 * MARGIN,
      height: frameBottom - frameTop,
      fill: '#f8fafc',
      stroke: '#94a3b8',
      dashed: true,
    }),
    text({ x: width / 2, y: frameBottom - 15, content: heading, size: 14, weight: 600 }),
    ...pods.flatMap((pod, at) =>
      podShapes(pod, leftOf(podRow, at, width), podRow.boxWidth, podTop, claimTop),
    ),
    ...(hidden > 0 ? moreShapes(hidden, leftOf(podRow, pods.length, width), podRow.boxWidth, podTop) : []),
    ...(pods.length === 0
      ? [text({ x: width / 2, y: podTop + 27, content: 'no pods', size: 13, fill: '#64748b' })]
      : []),
    ...set.services.map((service, at) => {
      const x = leftOf(serviceRow, at, width) + serviceRow.boxWidth / 2;
      const index = pods.findIndex(({ name }) => name === service.pod);
      const isToPod = service.role === 'pod' && index >= 0;
      const to = isToPod
        ? { x: leftOf(podRow, index, width) + podRow.boxWidth / 2, y: podTop }
        : { x: Math.min(Math.max(x, MARGIN + 20), width - MARGIN - 20), y: frameTop };
      return arrow({ x, y: serviceTop + SERVICE_HEIGHT }, to, service.role === 'governing');
    }),
    ...footer.map((content, at) =>
      text({ x: width / 2, y: frameBottom + 26 + at * 20, content, size: 12, fill: '#475569' }),
    ),
  ];
  return { width, height, body: body.join('\n') };
}

function clients(set: SetOverview, row: Row, width: number, serviceTop: number): readonly string[] {
  const own = set.services.flatMap(({ role }, at) =>
    role === 'governing' ? [] : [leftOf(row, at, width) + row.boxWidth / 2],
  );
  const middle = own.reduce((sum, x) => sum + x, 0) / own.length;
  return [
    box({
      x: middle - 60,
      y: MARGIN,
      width: 120,
      height: CLIENT_HEIGHT,
      fill: '#ffffff',
      stroke: '#475569',
      radius: 17,
    }),
    text({ x: middle, y: MARGIN + 22, content: 'clients', size: 13 }),
    ...own.map((x) => arrow({ x: middle, y: MARGIN + CLIENT_HEIGHT }, { x, y: serviceTop }, false)),
  ];
}

function serviceLines(service: ServiceOverview): readonly string[] {
  const ports = service.ports.map(portText).join(', ');
  return [
    `Service ${service.name}`,
    `${roleText(service)}${ports === '' ? '' : ` · ${ports}`}`,
    service.dnsName,
  ];
}

function serviceShapes(service: ServiceOverview, x: number, width: number, y: number): readonly string[] {
  const [title, role, dnsName] = serviceLines(service);
  const middle = x + width / 2;
  const isGoverning = service.role === 'governing';
  return [
    box({
      x,
      y,
      width,
      height: SERVICE_HEIGHT,
      fill: isGoverning ? '#eef2ff' : '#ecfdf5',
      stroke: isGoverning ? '#6366f1' : '#10b981',
    }),
    text({ x: middle, y: y + 25, content: title, size: 13, weight: 600 }),
    text({ x: middle, y: y + 45, content: role, size: 12, fill: '#475569' }),
    text({ x: middle, y: y + 64, content: dnsName, size: 11, fill: '#475569' }),
  ];
}

function podShapes(
  { name, claims }: PodOverview,
  x: number,
  width: number,
  y: number,
  claimTop: number,
): readonly string[] {
  const middle = x + width / 2;
  return [
    ...(claims.length > 0 ? [line({ x: middle, y: y + POD_HEIGHT }, { x: middle, y: claimTop + 8 })] : []),
    box({ x, y, width, height: POD_HEIGHT, fill: '#ffffff', stroke: '#2563eb' }),
    text({ x: middle, y: y + 27, content: name, size: 13, weight: 600 }),
    ...claims.flatMap((claim, at) => {
      const top = claimTop + at * (CLAIM_HEIGHT + 14);
      return [
        cylinder({ x, y: top, width, height: CLAIM_HEIGHT, fill: '#fffbeb', stroke: '#d97706' }),
        text({ x: middle, y: top + 31, content: claim.name, size: 12 }),
        text({ x: middle, y: top + 47, content: claim.storage ?? '', size: 11, fill: '#92400e' }),
      ];
    }),
  ];
}

function moreShapes(hidden: number, x: number, width: number, y: number): readonly string[] {
  return [
    box({ x, y, width, height: POD_HEIGHT, fill: '#ffffff', stroke: '#94a3b8', dashed: true }),
    text({ x: x + width / 2, y: y + 27, content: `${hidden} more`, size: 13, fill: '#475569' }),
  ];
}
