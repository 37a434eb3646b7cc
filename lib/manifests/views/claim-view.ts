import { CLAIM_DEFAULTS } from '../defaults/pod-defaults';
import { type FieldPath, valueAt } from '../field-path';
import { textsAt } from '../field-value';
import { fieldOf, givenText, isObject, type JsonValue, textOf } from '../json';

/** A PersistentVolumeClaim, or a template of claims. */
export class ClaimView {
  public constructor(
    private readonly content: JsonValue,
    /** Where the claim is in its manifest: empty where it is an object of its own. */
    public readonly path: FieldPath,
  ) {}

  /** The name; empty where it has none. */
  public get name(): string {
    return textOf(fieldOf(this.content, 'metadata'), 'name') ?? '';
  }

  public get namePath(): FieldPath {
    return [...this.path, 'metadata', 'name'];
  }

  /** What is asked for, as it was written. */
  public get storage(): string | undefined {
    const amount = valueAt(this.content, ['spec', 'resources', 'requests', 'storage']);
    return typeof amount === 'string' || typeof amount === 'number' ? String(amount) : undefined;
  }

  public get volumeMode(): string {
    return givenText(fieldOf(this.content, 'spec'), 'volumeMode') ?? CLAIM_DEFAULTS.volumeMode;
  }

  /** The keys of its labels or annotations, whatever their values are. */
  public keysOf(field: 'labels' | 'annotations'): readonly string[] {
    const entries = valueAt(this.content, ['metadata', field]);
    return Object.keys(isObject(entries) ? entries : {});
  }

  /** Its labels or annotations; those that are no text are left out. */
  public textsOf(field: 'labels' | 'annotations'): Readonly<Record<string, string>> {
    return isObject(this.content) ? textsAt(this.content, ['metadata', field]) : {};
  }
}
