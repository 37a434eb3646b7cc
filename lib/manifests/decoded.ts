import { fieldTypeOf, type FieldType, typeOfKind } from '../kubernetes/fields';
import { type KubernetesVersion } from '../kubernetes/kubernetes-version';
import { scalarProblem } from '../kubernetes/scalar-problem';
import { type FieldPath } from './field-path';
import { type Located } from './field-value';
import { isList, isObject, type JsonObject, type JsonValue } from './json';
import { type Manifest } from './manifest';

/** A field that the type around it does not have. */
export interface UnknownField {
  readonly path: FieldPath;
  /** The type that does not have the field. */
  readonly type: string;
}

/** A value that cannot be decoded as what its field is. */
export interface WrongType {
  readonly path: FieldPath;
  /** What is wrong, in the form "must be ...". */
  readonly problem: string;
  readonly value: JsonValue;
}

/** A manifest as an API server decodes it: nothing where the fields of its kind are not known here. */
export interface Decoded {
  /** The objects inside by their types, in the order of the manifest. What a status holds is left out. */
  readonly objects: ReadonlyMap<string, readonly Located<JsonObject>[]>;
  /** What the server rejects while it decodes, before it validates any value. */
  readonly unknownFields: readonly UnknownField[];
  readonly wrongTypes: readonly WrongType[];
}

/** What an API server of a version finds in a manifest as it decodes it. */
export function decoded({ content, apiVersion, kind }: Manifest, version: KubernetesVersion): Decoded {
  const decoder = new Decoder(version);
  const type = typeOfKind(apiVersion, kind);
  if (type !== undefined) {
    decoder.value(content, { form: 'object', type });
  }
  return decoder;
}

/** Walks an object by the types of its fields. */
class Decoder implements Decoded {
  public readonly objects = new Map<string, Located<JsonObject>[]>();
  public readonly unknownFields: UnknownField[] = [];
  public readonly wrongTypes: WrongType[] = [];
  private readonly path: (string | number)[] = [];
  private isInStatus = false;

  constructor(private readonly version: KubernetesVersion) {}

  /** Null is decoded as an absent field. */
  public value(value: JsonValue, type: FieldType): void {
    if (value === null) {
      return;
    }
    if (type.form === 'list') {
      this.list(value, type.of);
    } else if (type.form === 'map') {
      this.map(value, type.of);
    } else if (type.form === 'object') {
      this.object(value, type.type);
    } else {
      const problem = scalarProblem(value, type.form);
      if (problem !== undefined) {
        this.isNo(problem, value);
      }
    }
  }

  private list(value: JsonValue, of: FieldType): void {
    if (!isList(value)) {
      this.isNo('must be a list', value);
      return;
    }
    value.forEach((item, index) => {
      // An item that is null is decoded as an empty one.
      this.within(index, of.form === 'object' ? (item ?? {}) : item, of);
    });
  }

  private map(value: JsonValue, of: FieldType): void {
    if (!isObject(value)) {
      this.isNo('must be an object', value);
      return;
    }
    for (const [key, item] of Object.entries(value)) {
      this.within(key, item, of);
    }
  }

  private object(value: JsonValue, type: string): void {
    if (!isObject(value)) {
      this.isNo('must be an object', value);
      return;
    }
    if (!this.isInStatus) {
      this.found(type, value);
    }
    for (const [key, item] of Object.entries(value)) {
      const fieldType = fieldTypeOf(type, key, this.version);
      if (fieldType === undefined) {
        this.unknownFields.push({ path: [...this.path, key], type });
      } else {
        this.field(key, item, fieldType);
      }
    }
  }

  private field(name: string, value: JsonValue, type: FieldType): void {
    const wasInStatus = this.isInStatus;
    this.isInStatus ||= name === 'status';
    this.within(name, value, type);
    this.isInStatus = wasInStatus;
  }

  private within(step: string | number, value: JsonValue, type: FieldType): void {
    this.path.push(step);
    this.value(value, type);
    this.path.pop();
  }

  private found(type: string, value: JsonObject): void {
    const objects = this.objects.get(type);
    const one = { path: [...this.path], value };
    if (objects === undefined) {
      this.objects.set(type, [one]);
    } else {
      objects.push(one);
    }
  }

  private isNo(problem: string, value: JsonValue): void {
    this.wrongTypes.push({ path: [...this.path], problem, value });
  }
}
