import { Yaml } from 'cdk8s';

/** One run of characters that mean nothing to YAML, then more of them after single colons or spaces. */
const PLAIN = /^[A-Za-z_/][\w./@=+,%-]*(?:[: ][\w./@=+,%-]+)*$/;

/** The words that some version of YAML reads as a boolean, as null or as a number. */
const RESERVED_WORD = /^(?:y|yes|n|no|true|false|on|off|null|e[-+]?\d+)$/i;

/** Several lines of printable ASCII that neither begin nor end with white space, save for one last newline. */
const REGULAR_LINES = /^[\x21-\x7e][\t\n\x20-\x7e]*[\x21-\x7e]\n?$/;

/** A key of several lines, or with a line that looks like a marker: cdk8s may render it by its depth. */
const IRREGULAR_KEY = /^(?:%|---|\.\.\.)|[\n\r]/m;
const LONGEST_REGULAR_KEY = 500;

/**
 * Renders the scalars and keys of YAML documents exactly as cdk8s does.
 *
 * What it cannot prove to be plain, it asks cdk8s to render, once for each distinct text: so no rule of quoting is
 * kept here.
 */
export class ScalarRenderer {
  private readonly knownStrings = new Map<string, string>();
  private readonly knownKeys = new Map<string, string>();

  /** The text of a scalar inside `depth` collections, or undefined if it is not one that JSON has. */
  public scalar(value: unknown, depth: number): string | undefined {
    if (typeof value === 'string') {
      return this.string(value, depth);
    }
    if (typeof value === 'number') {
      return Number.isSafeInteger(value) && !Object.is(value, -0) ? String(value) : asCdk8s(value, 1);
    }
    const word = value ?? null;
    return typeof word === 'boolean' || word === null ? String(word) : undefined;
  }

  /** The text of a mapping's key, or undefined if only the whole document can tell. */
  public key(key: string): string | undefined {
    const known = this.knownKeys.get(key);
    if (known !== undefined || key.length > LONGEST_REGULAR_KEY || IRREGULAR_KEY.test(key)) {
      return known;
    }
    const text = isPlain(key) ? key : Yaml.stringify({ [key]: 0 }).slice(0, -': 0\n'.length);
    this.knownKeys.set(key, text);
    return text;
  }

  private string(text: string, depth: number): string {
    if (isPlain(text)) {
      return text;
    }
    if (!text.includes('\n')) {
      return remember(this.knownStrings, text, () => asCdk8s(text, 1));
    }
    if (!REGULAR_LINES.test(text)) {
      return asCdk8s(text, depth);
    }

    const indent = '  '.repeat(depth);
    const endsWithNewline = text.endsWith('\n');
    const lines = endsWithNewline ? text.slice(0, -1) : text;
    return `${endsWithNewline ? '|' : '|-'}\n${indent}${lines.replace(/\n+/g, `$&${indent}`)}`;
  }
}

function isPlain(text: string): boolean {
  return PLAIN.test(text) && !RESERVED_WORD.test(text);
}

/** Has cdk8s render a value inside so many mappings, and cuts the mappings off. */
function asCdk8s(value: string | number, depth: number): string {
  let document: unknown = value;
  let prefix = '';
  for (let level = 0; level < depth; level++) {
    document = { k: document };
    prefix += `${'  '.repeat(level)}k:${level === depth - 1 ? ' ' : '\n'}`;
  }
  return Yaml.stringify(document).slice(prefix.length, -1);
}

function remember(known: Map<string, string>, text: string, render: () => string): string {
  let rendered = known.get(text);
  if (rendered === undefined) {
    rendered = render();
    known.set(text, rendered);
  }
  return rendered;
}
