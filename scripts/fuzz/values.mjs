// Values for fields: of the type that the field has, near what the API server takes and beyond, or of another type.
import { ALLOWED_VALUES } from '../../build/lib/kubernetes/allowed-values.js';
import { fieldNamesOf, fieldTypeOf } from '../../build/lib/kubernetes/fields.js';

const TEXTS = [
  ...[
    '',
    ' ',
    'a',
    'web',
    'data',
    'app',
    'Bogus',
    'a b',
    'a.b',
    'a/b',
    'a.b/c',
    'A_B',
    '-a',
    'a-',
    '0',
    '80',
  ],
  ...[
    'None',
    'true',
    '/data',
    '../x',
    'data/../x',
    '$(POD)',
    'x'.repeat(63),
    'x'.repeat(64),
    'x'.repeat(254),
  ],
  ...[
    'metadata.name',
    'spec.nodeName',
    'limits.cpu',
    'cpu',
    'memory',
    'storage',
    'nvidia.com/gpu',
    'IPv4',
    'IPv6',
  ],
  ...['10.0.0.7', '1.2.3.4', '::1', '256.1.1.1', '0.0.0.0/0', 'Always', 'Never', 'OnFailure', 'TCP', 'UDP'],
  ...[
    'Local',
    'Cluster',
    'Exists',
    'Equal',
    'In',
    'Gt',
    'Honor',
    'Ignore',
    'kubernetes.io/hostname',
    'ä',
    'nginx ',
  ],
];
const WHOLE_NUMBERS = [
  0, 1, 2, 3, 5, 10, 30, 80, 99, 100, 101, 420, 512, 8080, 30080, 65535, 65536, 2147483647, -1,
];
const LARGE_NUMBERS = [3600, 3601, 7200, 2147483648, -2147483649];
const QUANTITIES = ['1', '0', '-1', '100m', '0.5', '1Gi', '64Mi', '1e3', '10Ti', '1Mi', 1, 2, 0.1];
const TIMES = ['2024-01-01T00:00:00Z', '2024-01-01', '2024-01-01T00:00:00.5Z'];
const PERCENTAGES = ['50%', '0%', '100%', '101%', '-1%', '5', 'x'];
const OF_ANY_TYPE = [null, '', 'x', '5', 0, -1, 1.5, true, [], {}, ['x'], { a: 'b' }, [null], [{}], { a: 1 }];
const KEYS = [
  'app',
  'a',
  'cpu',
  'memory',
  'storage',
  'a.b/c',
  'Bogus key',
  'nvidia.com/gpu',
  'hugepages-2Mi',
  '',
];
const MOST_DEPTH = 4;

/** Makes values for the fields of one version; texts that the samples have in a field are likely there. */
export class Values {
  #random;
  #version;
  #known;

  constructor(random, version, samples) {
    this.#random = random;
    this.#version = version;
    this.#known = samples;
  }

  /** A value of another type than any. */
  ofAnyType() {
    return this.#random.oneOf(OF_ANY_TYPE);
  }

  /** A value of a type, for a field of a name in an object of another type. */
  of(type, field, owner, depth = 0) {
    const random = this.#random;
    switch (type.form) {
      case 'list':
        return this.#several(depth, () => this.of(type.of, field, owner, depth + 1));
      case 'map':
        return Object.fromEntries(
          this.#several(depth, () => [random.oneOf(KEYS), this.of(type.of, field, owner, depth + 1)]),
        );
      case 'object':
        return this.#object(type.type, depth);
      case 'text':
        return this.#text(field, owner);
      case 'boolean':
        return random.chance(50);
      case 'int32':
      case 'int64':
        return random.oneOf(random.chance(10) ? LARGE_NUMBERS : WHOLE_NUMBERS);
      case 'number':
        return random.oneOf([0, 0.5, ...WHOLE_NUMBERS]);
      case 'quantity':
        return random.oneOf(QUANTITIES);
      case 'int-or-string':
        return random.oneOf(random.chance(50) ? WHOLE_NUMBERS : [...PERCENTAGES, 'http', 'web']);
      case 'time':
      case 'micro-time':
        return random.oneOf(TIMES);
      case 'bytes':
        return random.oneOf(['aGk=', '', '*']);
      default:
        return {};
    }
  }

  #several(depth, make) {
    const count = depth > MOST_DEPTH ? 0 : this.#random.oneOf([0, 1, 1, 1, 2]);
    return Array.from({ length: count }, make);
  }

  /** Either a sample of the type, or an object of a few of its fields. */
  #object(type, depth) {
    const samples = this.#known.objects.get(type) ?? [];
    if (samples.length > 0 && this.#random.chance(60)) {
      return structuredClone(this.#random.oneOf(samples));
    }
    const names = fieldNamesOf(type, this.#version);
    const count = depth > MOST_DEPTH || names.length === 0 ? 0 : 1 + this.#random.below(3);
    return Object.fromEntries(
      Array.from({ length: count }, () => {
        const name = this.#random.oneOf(names);
        return [name, this.of(fieldTypeOf(type, name, this.#version), name, type, depth + 1)];
      }),
    );
  }

  #text(field, owner) {
    const allowed = Object.hasOwn(ALLOWED_VALUES, owner) ? ALLOWED_VALUES[owner][field] : undefined;
    const likely = [
      ...(allowed?.values ?? []),
      ...Object.keys(allowed?.newer ?? {}),
      ...(this.#known.texts.get(field) ?? []),
    ];
    return this.#random.oneOf(likely.length > 0 && this.#random.chance(65) ? likely : TEXTS);
  }
}
