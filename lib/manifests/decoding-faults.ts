import { fieldTypeOf, type FieldType, type ScalarForm, typeOfKind } from '../kubernetes/fields';
import { type KubernetesVersion } from '../kubernetes/kubernetes-version';
import { quantityProblem } from '../kubernetes/quantity';
import { type FieldPath } from './field-path';
import { isList, isObject, type JsonValue } from './json';
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

/** What an API server rejects while it decodes an object, before it validates any value. */
export interface DecodingFaults {
  readonly unknownFields: readonly UnknownField[];
  readonly wrongTypes: readonly WrongType[];
}

const NO_FAULTS: DecodingFaults = { unknownFields: [], wrongTypes: [] };

/** The decoding faults of one object. Objects of kinds whose fields are not known here have none. */
export function decodingFaultsOf(
  { content, apiVersion, kind }: Manifest,
  version: KubernetesVersion,
): DecodingFaults {
  const type = typeOfKind(apiVersion, kind);
  if (type === undefined) {
    return NO_FAULTS;
  }
  const decoder = new Decoder(version);
  decoder.decode(content, { form: 'object', type });
  return decoder;
}

class Decoder implements DecodingFaults {
  public readonly unknownFields: UnknownField[] = [];
  public readonly wrongTypes: WrongType[] = [];
  private readonly path: (string | number)[] = [];

  constructor(private readonly version: KubernetesVersion) {}

  public decode(value: JsonValue, type: FieldType): void {
    // Kubernetes decodes null as an absent field, and as an empty item.
    if (value === null) {
      return;
    }
    if (type.form === 'list') {
      this.decodeList(value, type.of);
    } else if (type.form === 'map') {
      this.decodeMap(value, type.of);
    } else if (type.form === 'object') {
      this.decodeObject(value, type.type);
    } else {
      this.fault(scalarProblem(value, type.form), value);
    }
  }

  private decodeList(value: JsonValue, of: FieldType): void {
    if (!isList(value)) {
      this.fault('must be a list', value);
      return;
    }
    value.forEach((item, index) => {
      this.within(index, item, of);
    });
  }

  private decodeMap(value: JsonValue, of: FieldType): void {
    if (!isObject(value)) {
      this.fault('must be an object', value);
      return;
    }
    for (const [key, item] of Object.entries(value)) {
      this.within(key, item, of);
    }
  }

  private decodeObject(value: JsonValue, type: string): void {
    if (!isObject(value)) {
      this.fault('must be an object', value);
      return;
    }
    for (const [key, item] of Object.entries(value)) {
      const fieldType = fieldTypeOf(type, key, this.version);
      if (fieldType === undefined) {
        this.unknownFields.push({ path: [...this.path, key], type });
      } else {
        this.within(key, item, fieldType);
      }
    }
  }

  private within(step: string | number, value: JsonValue, type: FieldType): void {
    this.path.push(step);
    this.decode(value, type);
    this.path.pop();
  }

  private fault(problem: string | undefined, value: JsonValue): void {
    if (problem !== undefined) {
      this.wrongTypes.push({ path: [...this.path], problem, value });
    }
  }
}

const RFC_3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d([.,]\d+)?(Z|[-+]\d\d:\d\d)$/;
const BASE_64 = /^([A-Za-z0-9+/]{4})*([A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

/** What is wrong with a value that is not null, or undefined where nothing is. */
function scalarProblem(value: JsonValue, form: ScalarForm): string | undefined {
  switch (form) {
    case 'text':
      return typeof value === 'string' ? undefined : textProblem(value);
    case 'boolean':
      return typeof value === 'boolean' ? undefined : 'must be true or false, without quotes';
    case 'int32':
      return wholeNumberProblem(value, 2 ** 31);
    case 'int64':
      return wholeNumberProblem(value, 2 ** 63);
    case 'number':
      return typeof value === 'number' ? undefined : 'must be a number, without quotes';
    case 'quantity':
      return typeof value === 'string' || typeof value === 'number'
        ? quantityProblem(String(value))
        : 'must be a quantity such as 500m or 10Gi';
    case 'int-or-string':
      return typeof value === 'string' || wholeNumberProblem(value, 2 ** 31) === undefined
        ? undefined
        : 'must be a whole number or text';
    case 'time':
    case 'micro-time':
      return typeof value === 'string' && RFC_3339.test(value)
        ? undefined
        : 'must be a time such as 2024-01-31T12:00:00Z';
    case 'bytes':
      return typeof value === 'string' && BASE_64.test(value.replaceAll(/[\r\n]/g, ''))
        ? undefined
        : 'must be text in base64';
    case 'any-object':
      return undefined;
  }
}

function textProblem(value: JsonValue): string {
  return typeof value === 'object' ? 'must be text' : 'must be text: put it in quotes';
}

function wholeNumberProblem(value: JsonValue, limit: number): string | undefined {
  if (typeof value !== 'number' || !Number.isInteger(value)) {
    return typeof value === 'string' ? 'must be a whole number, without quotes' : 'must be a whole number';
  }
  return value >= -limit && value < limit ? undefined : `must be between ${-limit} and ${limit - 1}`;
}
