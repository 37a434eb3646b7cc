import { type ServiceNature } from '../../kubernetes/service-fields';
import { PORT_DEFAULTS } from '../defaults/pod-defaults';
import { ipFamilyPolicyIn, isHeadlessIn, serviceTypeIn } from '../defaults/service-defaults';
import { type Located, textsAt } from '../field-value';
import { fieldOf, givenText, isObject, type JsonObject, textOf } from '../json';
import { serviceNatureOf } from '../service-nature';
import { ObjectView } from './object-view';

/** A Service. */
export class ServiceView extends ObjectView {
  private labels?: Readonly<Record<string, string>>;

  /** Whether it has no address of its own: cluster DNS names its pods. */
  public get isHeadless(): boolean {
    return isHeadlessIn(this.spec);
  }

  public get type(): string {
    return serviceTypeIn(this.spec);
  }

  /** What decides which fields it takes. */
  public get nature(): ServiceNature {
    return serviceNatureOf(this.spec);
  }

  /** The labels that it selects pods by; empty where it selects none. */
  public get selector(): Readonly<Record<string, string>> {
    this.labels ??= textsAt(this.manifest.content, ['spec', 'selector']);
    return this.labels;
  }

  /** Whether it selects pods: otherwise somebody else keeps its endpoints. */
  public get selectsPods(): boolean {
    return Object.keys(this.selector).length > 0;
  }

  /** Its address, `None` for none; empty where the cluster gives it one. */
  public get clusterIP(): string {
    return textOf(this.spec, 'clusterIP') ?? '';
  }

  /** How many IP families it asks for. */
  public get ipFamilyPolicy(): string {
    return textOf(this.spec, 'ipFamilyPolicy') ?? ipFamilyPolicyIn(isObject(this.spec) ? this.spec : {});
  }

  /** Whether DNS has the names of pods that are not ready. */
  public get publishesNotReadyAddresses(): boolean {
    return fieldOf(this.spec, 'publishNotReadyAddresses') === true;
  }

  public get ports(): readonly Located<JsonObject>[] {
    return this.writtenObjects(['spec', 'ports']);
  }
}

/** The protocol of a port, of a container or of a Service. */
export function protocolOf({ value }: Located<JsonObject>): string {
  return givenText(value, 'protocol') ?? PORT_DEFAULTS.protocol;
}
