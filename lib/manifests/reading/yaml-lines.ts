import { EVENT_ID, getScalarValue } from 'js-yaml';
import { type FieldPath } from '../field-path';
import { offsetOf } from './yaml-document';
import { type ParsedText, parseYaml } from './yaml-events';

/** Where a value and what is in it begin in the text. */
interface Position {
  readonly offset: number;
  readonly fields?: ReadonlyMap<string | number, Position>;
}

/** Finds the line (from 1) of a path in a text: of its key, or of the nearest parent that is written there. */
export type LineOf = (path: FieldPath) => number;

/** The lines of a text that can be read as YAML. Costs a second parse, so ask only when needed. */
export function linesOf(text: string): LineOf {
  const parsed = parseYaml(text);
  const root = new PositionReader(parsed).read();
  const lineStarts = lineStartsOf(parsed.text);
  return (path) => {
    let position = root;
    for (const step of path) {
      const inner = position.fields?.get(step);
      if (inner === undefined) {
        break;
      }
      position = inner;
    }
    return lineNumber(lineStarts, position.offset);
  };
}

function lineStartsOf(text: string): readonly number[] {
  const starts = [0];
  for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) {
    starts.push(end + 1);
  }
  return starts;
}

/** How many lines begin at the offset or before it: a binary search, for documents of a million lines. */
function lineNumber(lineStarts: readonly number[], offset: number): number {
  let from = 0;
  let to = lineStarts.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if (lineStarts[middle] <= offset) {
      from = middle + 1;
    } else {
      to = middle;
    }
  }
  return from;
}

class PositionReader {
  private next = 1;

  constructor(private readonly parsed: ParsedText) {}

  public read(): Position {
    return this.parsed.events.length < 2 ? { offset: 0 } : this.readPosition();
  }

  /** Anchors and aliases end the search: what an alias repeats is written elsewhere. */
  private readPosition(keyOffset?: number): Position {
    const event = this.parsed.events[this.next];
    this.next += 1;
    const offset = keyOffset ?? Math.max(0, offsetOf(event));
    switch (event.type) {
      case EVENT_ID.SEQUENCE:
        return { offset, fields: this.readItems() };
      case EVENT_ID.MAPPING:
        return { offset, fields: this.readFields() };
      case EVENT_ID.SCALAR:
      case EVENT_ID.ALIAS:
      case EVENT_ID.DOCUMENT:
      case EVENT_ID.POP:
        return { offset };
    }
  }

  private readItems(): Map<number, Position> {
    const items = new Map<number, Position>();
    while (!this.isAtEnd()) {
      items.set(items.size, this.readPosition());
    }
    this.next += 1;
    return items;
  }

  private readFields(): Map<string, Position> {
    const fields = new Map<string, Position>();
    while (!this.isAtEnd()) {
      const key = this.parsed.events[this.next];
      const { offset } = this.readPosition();
      const name = key.type === EVENT_ID.SCALAR ? getScalarValue(this.parsed.text, key) : '';
      fields.set(name, this.readPosition(offset));
    }
    this.next += 1;
    return fields;
  }

  private isAtEnd(): boolean {
    return (this.parsed.events.at(this.next) ?? { type: EVENT_ID.POP }).type === EVENT_ID.POP;
  }
}
