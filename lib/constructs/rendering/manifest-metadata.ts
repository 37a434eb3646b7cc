import {
  ApiObjectMetadataDefinition,
  type ApiObjectMetadata,
  type ApiObjectMetadataDefinitionOptions,
  type OwnerReference,
} from 'cdk8s';

type Texts = Record<string, string>;

const SIMPLE_FIELDS: ReadonlySet<string> = new Set([
  'apiObject',
  'name',
  'namespace',
  'labels',
  'annotations',
]);

/** Metadata of an object whose name is known: never one that cdk8s makes of the construct path. */
export interface NamedMetadata extends ApiObjectMetadata {
  readonly name: string;
}

/**
 * Metadata that is rendered without cdk8s's resolvers where it is what most metadata is: a name, a namespace, labels
 * and annotations, all of them texts.
 */
export class ManifestMetadata extends ApiObjectMetadataDefinition {
  private readonly knownLabels: Texts;
  private knownAnnotations?: Texts;
  private isSimple: boolean;

  constructor(options: ApiObjectMetadataDefinitionOptions) {
    super(options);
    this.knownLabels = { ...options.labels };
    this.knownAnnotations = options.annotations && { ...options.annotations };
    this.isSimple = Object.keys(options).every((field) => SIMPLE_FIELDS.has(field));
  }

  public override addLabel(key: string, value: string): void {
    this.knownLabels[key] = value;
    super.addLabel(key, value);
  }

  public override addAnnotation(key: string, value: string): void {
    this.knownAnnotations ??= {};
    this.knownAnnotations[key] = value;
    super.addAnnotation(key, value);
  }

  public override add(key: string, value: unknown): void {
    this.isSimple = false;
    super.add(key, value);
  }

  public override addFinalizers(...finalizers: string[]): void {
    this.isSimple = false;
    super.addFinalizers(...finalizers);
  }

  public override addOwnerReference(owner: OwnerReference): void {
    this.isSimple = false;
    super.addOwnerReference(owner);
  }

  /** What `toJson` returns: undefined where there is nothing to say. */
  public toManifest(): unknown {
    const { name, namespace, knownLabels: labels, knownAnnotations: annotations } = this;
    if (!this.isSimple || !areTexts(labels) || !areTexts(annotations)) {
      return this.toJson() as unknown;
    }
    const manifest = { name, namespace, labels: unlessEmpty(labels), annotations: unlessEmpty(annotations) };
    return Object.values(manifest).some((value) => value !== undefined) ? manifest : undefined;
  }
}

/** Lazy values stand where cdk8s's types say that there are texts. */
function areTexts(values: Readonly<Record<string, unknown>> = {}): boolean {
  return Object.values(values).every((value) => typeof value === 'string');
}

function unlessEmpty(texts: Texts | undefined): Texts | undefined {
  return texts !== undefined && Object.keys(texts).length > 0 ? texts : undefined;
}
