import { Yaml } from 'cdk8s';
import { ScalarRenderer } from './scalar';

/**
 * Writes documents as `Yaml.stringify` of cdk8s does, byte for byte, several times faster.
 *
 * Manifests are plain data, which needs no document tree in between. Whatever else turns up (dates, anchors,
 * keys of several lines) makes its document go to cdk8s.
 */
export class ManifestYaml {
  private readonly scalars = new ScalarRenderer();
  /** The collections of a document: YAML writes the second place of one as an alias of the first. */
  private readonly seen = new Set<object>();
  /** The text of a document, in pieces: joined at once, they take less memory than a text that grows. */
  private readonly pieces: string[] = [];
  /** How many pieces the document has so far; those behind are left from a longer one. */
  private count = 0;
  private readonly lineBreaks: string[] = [];

  /** The text of several documents, divided by `---`. */
  public stringify(documents: Iterable<unknown>): string {
    return Array.from(documents, (document) => this.document(document)).join('---\n');
  }

  private document(document: unknown): string {
    this.seen.clear();
    this.count = 0;
    return isCollection(document) && this.writeCollection(document, 0)
      ? `${this.pieces.slice(0, this.count).join('')}\n`
      : Yaml.stringify(document);
  }

  /**
   * Writes a collection that is nested `depth` levels deep, without the indentation of its first line.
   *
   * @returns whether it is plain data
   */
  private writeCollection(value: object, depth: number): boolean {
    if (this.seen.has(value)) {
      return false;
    }
    this.seen.add(value);
    if (Array.isArray(value)) {
      return this.writeSequence(value, depth);
    }
    return (
      Object.getPrototypeOf(value) === Object.prototype &&
      this.writeMapping(value as Record<string, unknown>, depth)
    );
  }

  private writeMapping(mapping: Readonly<Record<string, unknown>>, depth: number): boolean {
    const start = this.count;
    for (const key in mapping) {
      const name = this.scalars.key(key);
      if (name === undefined) {
        return false;
      }
      this.startLine(start, depth);
      this.write(name);
      this.write(':');
      const value = mapping[key];
      if (isCollection(value) && !isEmpty(value)) {
        this.write(this.lineBreak(depth + 1));
      } else {
        this.write(' ');
      }
      if (!this.writeValue(value, depth + 1)) {
        return false;
      }
    }
    if (this.count === start) {
      this.write('{}');
    }
    return true;
  }

  private writeSequence(sequence: readonly unknown[], depth: number): boolean {
    const start = this.count;
    for (const item of sequence) {
      this.startLine(start, depth);
      this.write('- ');
      if (!this.writeValue(item, depth + 1)) {
        return false;
      }
    }
    if (this.count === start) {
      this.write('[]');
    }
    return true;
  }

  /** Breaks the line, save before the first entry of the collection that starts at a piece. */
  private startLine(start: number, depth: number): void {
    if (this.count > start) {
      this.write(this.lineBreak(depth));
    }
  }

  private write(piece: string): void {
    this.pieces[this.count] = piece;
    this.count += 1;
  }

  private lineBreak(depth: number): string {
    return (this.lineBreaks[depth] ??= `\n${'  '.repeat(depth)}`);
  }

  private writeValue(value: unknown, depth: number): boolean {
    if (isCollection(value)) {
      return this.writeCollection(value, depth);
    }
    const text = this.scalars.scalar(value, depth);
    if (text === undefined) {
      return false;
    }
    this.write(text);
    return true;
  }
}

function isCollection(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

/** An empty collection stays on the line of its key. */
function isEmpty(collection: object): boolean {
  return (Array.isArray(collection) ? collection : Object.keys(collection)).length === 0;
}
