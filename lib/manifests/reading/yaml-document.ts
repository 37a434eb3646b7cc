import { EVENT_ID, type Event, getScalarValue, SCALAR_STYLE, type ScalarEvent } from 'js-yaml';
import { type FieldPath } from '../field-path';
import { InputProblemCode } from './input-problem';
import { type JsonObject, type JsonValue } from '../json';
import { lineAt } from './split-documents';
import { type ParsedText, parseYaml, YamlProblem } from './yaml-events';
import { plainScalarValue } from './yaml-scalar';

/** Aliases may expand a document to this many values. Real manifests stay a thousand times below. */
const MAX_EXPANDED_VALUES = 2_000_000;

/** One YAML document as values. */
export interface YamlDocument {
  /** undefined where the document is empty. */
  readonly value?: JsonValue;
  /** Keys that a mapping has twice. The last one counts. */
  readonly duplicates: readonly FieldPath[];
}

/** Reads the first document of a text. Throws {@link YamlProblem}, and nothing else. */
export function readYamlDocument(text: string): YamlDocument {
  return new DocumentReader(parseYaml(text)).read();
}

type MutableObject = Record<string, JsonValue>;

/** An anchored value: what its aliases repeat. `size` counts the values in it, aliases expanded. */
interface Anchored {
  readonly value: JsonValue;
  readonly size: number;
}

class DocumentReader {
  private next = 0;
  private size = 0;
  private readonly anchors = new Map<string, Anchored | 'open'>();
  private readonly duplicates: FieldPath[] = [];
  private readonly text: string;
  private readonly events: readonly Event[];
  private readonly path: (string | number)[] = [];

  constructor({ text, events }: ParsedText) {
    this.text = text;
    this.events = events;
  }

  public read(): YamlDocument {
    // A text without a document has no events; an empty document is opened and closed.
    if (this.events.length < 3) {
      return { duplicates: [] };
    }
    this.next = 1;
    const value = this.readValue();
    return { value, duplicates: this.duplicates };
  }

  private peek(): Event {
    return this.events[this.next];
  }

  private problem(code: InputProblemCode, message: string, offset: number): YamlProblem {
    return new YamlProblem(code, message, lineAt(this.text, offset));
  }

  private readValue(): JsonValue {
    const event = this.peek();
    this.next += 1;
    this.size += 1;
    switch (event.type) {
      case EVENT_ID.SCALAR:
        return this.anchored(event, () => this.scalarValue(event));
      case EVENT_ID.SEQUENCE:
        return this.anchored(event, () => this.readList());
      case EVENT_ID.MAPPING:
        return this.anchored(event, () => this.readObject());
      case EVENT_ID.ALIAS:
        return this.aliasValue(this.text.slice(event.anchorStart, event.anchorEnd), event.anchorStart);
      case EVENT_ID.DOCUMENT:
      case EVENT_ID.POP:
        throw this.problem(InputProblemCode.INPUT_SYNTAX, 'cannot be parsed as YAML', 0);
    }
  }

  private anchored(event: { anchorStart: number; anchorEnd: number }, read: () => JsonValue): JsonValue {
    if (event.anchorStart < 0) {
      return read();
    }
    const name = this.text.slice(event.anchorStart, event.anchorEnd);
    const sizeBefore = this.size;
    this.anchors.set(name, 'open');
    const value = read();
    this.anchors.set(name, { value, size: this.size - sizeBefore + 1 });
    return value;
  }

  private aliasValue(name: string, offset: number): JsonValue {
    const anchored = this.anchors.get(name);
    if (anchored === undefined) {
      throw this.problem(
        InputProblemCode.INPUT_SYNTAX,
        'an alias names an anchor that is not defined',
        offset,
      );
    }
    if (anchored === 'open') {
      throw this.problem(InputProblemCode.INPUT_ALIASES, 'an alias contains itself', offset);
    }
    this.size += anchored.size;
    if (this.size > MAX_EXPANDED_VALUES) {
      throw this.problem(
        InputProblemCode.INPUT_ALIASES,
        `aliases expand the document to more than ${MAX_EXPANDED_VALUES} values; write the values out`,
        offset,
      );
    }
    return anchored.value;
  }

  private readList(): JsonValue[] {
    const list: JsonValue[] = [];
    while (this.peek().type !== EVENT_ID.POP) {
      this.path.push(list.length);
      list.push(this.readValue());
      this.path.pop();
    }
    this.next += 1;
    return list;
  }

  private readObject(): JsonObject {
    const object: MutableObject = {};
    const written = new Set<string>();
    while (this.peek().type !== EVENT_ID.POP) {
      const keyEvent = this.peek();
      const offset = offsetOf(keyEvent);
      if (this.isMergeKey(keyEvent)) {
        this.next += 1;
        this.merge(object, this.readValue(), offset);
        continue;
      }
      const key = this.keyText(this.readValue(), offset);
      this.path.push(key);
      if (written.has(key)) {
        this.duplicates.push([...this.path]);
      }
      written.add(key);
      define(object, key, this.readValue());
      this.path.pop();
    }
    this.next += 1;
    return object;
  }

  private isMergeKey(event: Event): boolean {
    return (
      event.type === EVENT_ID.SCALAR &&
      ((event.style === SCALAR_STYLE.PLAIN && event.tagStart < 0) || this.tagOf(event) === '!!merge') &&
      getScalarValue(this.text, event) === '<<'
    );
  }

  /** As kubectl does it: merged values replace what stands before `<<`, and what stands after replaces them. */
  private merge(object: MutableObject, source: JsonValue, offset: number): void {
    const sources = Array.isArray(source) ? [...(source as JsonValue[])].reverse() : [source];
    for (const one of sources) {
      if (typeof one !== 'object' || one === null || Array.isArray(one)) {
        throw this.problem(
          InputProblemCode.INPUT_SYNTAX,
          "'<<' merges mappings, or a list of mappings",
          offset,
        );
      }
      for (const [key, value] of Object.entries(one)) {
        define(object, key, value);
      }
    }
  }

  private keyText(key: JsonValue, offset: number): string {
    if (typeof key === 'string') {
      return key;
    }
    if (typeof key === 'number' || typeof key === 'boolean') {
      return String(key);
    }
    throw this.problem(InputProblemCode.INPUT_SYNTAX, 'a key must be text, a number or a boolean', offset);
  }

  private tagOf(event: ScalarEvent): string | undefined {
    return event.tagStart < 0 ? undefined : this.text.slice(event.tagStart, event.tagEnd);
  }

  private scalarValue(event: ScalarEvent): JsonValue {
    const text = getScalarValue(this.text, event);
    const value = this.taggedValue(this.tagOf(event), text, event);
    if (typeof value === 'number' && !Number.isFinite(value)) {
      throw this.problem(InputProblemCode.INPUT_SYNTAX, 'JSON has no infinite numbers', event.valueStart);
    }
    return value;
  }

  private taggedValue(tag: string | undefined, text: string, event: ScalarEvent): JsonValue {
    switch (tag) {
      case undefined:
        return event.style === SCALAR_STYLE.PLAIN ? plainScalarValue(text) : text;
      case '!!int':
      case '!!float':
      case '!!bool':
      case '!!null': {
        const value = plainScalarValue(text);
        if (typeof value === 'string') {
          throw this.problem(InputProblemCode.INPUT_SYNTAX, `the value is no ${tag}`, event.valueStart);
        }
        return value;
      }
      case '!!binary':
        return Buffer.from(text, 'base64').toString('utf8');
      default:
        return text;
    }
  }
}

/** Where an event begins in the text. */
export function offsetOf(event: Event): number {
  switch (event.type) {
    case EVENT_ID.SCALAR:
      return event.valueStart;
    case EVENT_ID.SEQUENCE:
    case EVENT_ID.MAPPING:
      return event.start;
    case EVENT_ID.ALIAS:
      return event.anchorStart;
    case EVENT_ID.DOCUMENT:
    case EVENT_ID.POP:
      return 0;
  }
}

/** Sets a key as an own property, whatever it is called: `__proto__` too. */
function define(object: MutableObject, key: string, value: JsonValue): void {
  if (key === '__proto__') {
    Object.defineProperty(object, key, { value, enumerable: true, configurable: true, writable: true });
  } else {
    object[key] = value;
  }
}
