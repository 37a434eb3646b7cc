// Disagreements, counted by class, each with one small example.

/** Classes of disagreements. */
export class Classes {
  #classes = new Map();

  /** Counts a disagreement; the example that is smaller stays. */
  add(name, example) {
    const known = this.#classes.get(name);
    const isSmaller = known === undefined || sizeOf(example) < sizeOf(known.example);
    this.#classes.set(name, { count: (known?.count ?? 0) + 1, example: isSmaller ? example : known.example });
  }

  /** The most frequent class first. */
  list() {
    return [...this.#classes]
      .map(([name, { count, example }]) => ({ name, count, example }))
      .sort((a, b) => b.count - a.count || a.name.localeCompare(b.name));
  }
}

function sizeOf({ mutations, text }) {
  return mutations.length * 10_000 + text.length;
}

/** What a server says, without what is only in this object: `spec.ports[*].port: Invalid value: ...`. */
export function patternOf(message) {
  return message
    .replace(/\[\d+\]/g, '[*]')
    .replace(/Invalid value: (?:"(?:[^"\\]|\\.)*"|\S+):/g, 'Invalid value:')
    .replace(/(?:Unsupported|Duplicate|Not found) ?(?:value)?: (?:"(?:[^"\\]|\\.)*"|[^:\s]+)/g, (found) =>
      found.replace(/: .*/, ''),
    )
    .replace(/"(?:[^"\\]|\\.)*"/g, '"..."')
    .replace(/(?<![\w.])-?\d+(?:\.\d+)?(?![\w.])/g, 'N')
    .replace(/\s+/g, ' ')
    .slice(0, 140);
}

/** `spec.ports[*].port` of a path with numbers. */
export function patternOfPath(path) {
  return path
    .map((step) => (typeof step === 'number' ? '[*]' : `.${step}`))
    .join('')
    .replace(/^\./, '');
}
