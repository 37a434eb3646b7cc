import { xmlText } from '../../text/xml';

/** A place in a drawing, in pixels. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A shape with a frame. */
export interface Shape extends Point {
  readonly width: number;
  readonly height: number;
  readonly fill: string;
  readonly stroke: string;
  readonly dashed?: boolean;
  /** Of the corners; 8 where it is absent. */
  readonly radius?: number;
}

/** One line of text, in the middle of its place. */
export interface TextShape extends Point {
  readonly content: string;
  readonly size: number;
  readonly weight?: number;
  readonly fill?: string;
}

/** About how wide a line of text is, for any usual font. */
export function widthOf(content: string, size: number): number {
  return content.length * size * 0.6;
}

/** A box with round corners. */
export function box({ x, y, width, height, fill, stroke, dashed, radius = 8 }: Shape): string {
  const dashes = dashed === true ? ' stroke-dasharray="6 4"' : '';
  return `<rect x="${at(x)}" y="${at(y)}" width="${at(width)}" height="${at(height)}" rx="${radius}" fill="${fill}" stroke="${stroke}" stroke-width="1.5"${dashes}/>`;
}

/** A cylinder, as storage is drawn. */
export function cylinder({ x, y, width, height, fill, stroke }: Shape): string {
  const lid = 8;
  const [left, right] = [at(x), at(x + width)];
  const arc = `A${at(width / 2)} ${lid} 0 0`;
  return [
    `<path d="M${left} ${at(y + lid)} ${arc} 1 ${right} ${at(y + lid)} V${at(y + height - lid)} ${arc} 1 ${left} ${at(y + height - lid)} Z" fill="${fill}" stroke="${stroke}" stroke-width="1.5"/>`,
    `<path d="M${left} ${at(y + lid)} ${arc} 0 ${right} ${at(y + lid)}" fill="none" stroke="${stroke}" stroke-width="1.5"/>`,
  ].join('');
}

/** A line of text. */
export function text({ x, y, content, size, weight = 400, fill = '#0f172a' }: TextShape): string {
  return `<text x="${at(x)}" y="${at(y)}" text-anchor="middle" font-size="${size}" font-weight="${weight}" fill="${fill}">${xmlText(content)}</text>`;
}

/** A line between two places. */
export function line(from: Point, to: Point): string {
  return `<path d="M${at(from.x)} ${at(from.y)} L${at(to.x)} ${at(to.y)}" stroke="#64748b" stroke-width="1.5"/>`;
}

/** An arrow that bends down, up to its end. */
export function arrow(from: Point, to: Point, dashed: boolean): string {
  const middle = at((from.y + to.y) / 2);
  const dashes = dashed ? ' stroke-dasharray="5 4"' : '';
  return `<path d="M${at(from.x)} ${at(from.y)} C${at(from.x)} ${middle} ${at(to.x)} ${middle} ${at(to.x)} ${at(to.y - 1)}" fill="none" stroke="#64748b" stroke-width="1.5"${dashes} marker-end="url(#head)"/>`;
}

function at(value: number): string {
  return String(Math.round(value * 10) / 10);
}
