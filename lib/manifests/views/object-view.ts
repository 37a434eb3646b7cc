import { type KubernetesVersion } from '../../kubernetes/kubernetes-version';
import { type Decoded } from '../decoded';
import { type FieldPath, valueAt } from '../field-path';
import { type Located, located, locatedText, objectsAt, textItemsAt } from '../field-value';
import { fieldOf, isList, type JsonObject, type JsonValue } from '../json';
import { judgedKindOf } from '../judged-kind';
import { type LastWalk } from '../last-walk';
import { type Manifest } from '../manifest';
import { type TypedObjects } from '../typed-objects';

/**
 * One object as everything here reads it: `check`, `plan` and `show`. What views of a kind have as properties is what
 * the API server stores: typed, and with its defaults; a value that it refuses counts as absent. What the manifest
 * says, of whatever type it is, is asked for with `written`.
 */
export class ObjectView {
  public constructor(
    public readonly manifest: Manifest,
    private readonly walk: LastWalk,
  ) {}

  /** The version of the cluster. */
  public get version(): KubernetesVersion {
    return this.walk.version;
  }

  /** The namespace; undefined where the object takes the one that it is applied to. */
  public get namespace(): string | undefined {
    return this.manifest.namespace;
  }

  /** The name; empty where the object has none. */
  public get name(): string {
    return this.manifest.name ?? '';
  }

  /** Whether the API server serves the apiVersion of the object; other objects are wired to none. */
  public get isServed(): boolean {
    return judgedKindOf(this.manifest) !== undefined;
  }

  /** What is written at a path, whatever it is; undefined where nothing is, or null. */
  public written(path: FieldPath): Located | undefined {
    return located(this.manifest.content, path);
  }

  /** The text that is written at a path; undefined where there is none, or something else. */
  public writtenText(path: FieldPath): Located<string> | undefined {
    return locatedText(this.manifest.content, path);
  }

  /** The items of the list that is written at a path, whatever they are; empty where there is no list. */
  public writtenItems(path: FieldPath): readonly Located[] {
    const list = valueAt(this.manifest.content, path);
    return isList(list) ? list.map((value, index) => ({ path: [...path, index], value })) : [];
  }

  /** The items of the list that is written at a path that are objects; empty where there is no list. */
  public writtenObjects(path: FieldPath): readonly Located<JsonObject>[] {
    return objectsAt(this.manifest.content, path);
  }

  /** The items of the list that is written at a path that are text; empty where there is no list. */
  public writtenTexts(path: FieldPath): readonly Located<string>[] {
    return textItemsAt(this.manifest.content, path);
  }

  /** The objects inside this one, by their types. */
  public get typed(): TypedObjects {
    return this.walk.typedObjectsOf(this.manifest);
  }

  /** What an API server finds in the object as it decodes it. */
  public get decoded(): Decoded {
    return this.walk.decodedOf(this.manifest);
  }

  /** The spec as it is written. */
  protected get spec(): JsonValue | undefined {
    return fieldOf(this.manifest.content, 'spec');
  }
}
