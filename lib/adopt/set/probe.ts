import { fieldOf, isObject, type JsonValue, textOf } from '../../manifests/json';
import { callOf, type Expression, list, literal, mappingOf } from '../code/expression';
import { durationOf, enumMember, given } from '../code/values';
import { countOf, numberOf, textListOf } from '../fields';

/** A probe as `Probe` makes it; undefined where it asks in a way that `Probe` cannot. */
export function probeOf(probe: JsonValue | undefined): Expression | undefined {
  if (!isObject(probe)) {
    return undefined;
  }
  const timing = {
    failureThreshold: given(countOf(probe, 'failureThreshold')),
    initialDelaySeconds: durationOf(countOf(probe, 'initialDelaySeconds')),
    periodSeconds: durationOf(countOf(probe, 'periodSeconds')),
    successThreshold: given(countOf(probe, 'successThreshold')),
    timeoutSeconds: durationOf(countOf(probe, 'timeoutSeconds')),
  };
  const command = textListOf(fieldOf(probe, 'exec'), 'command');
  if (command !== undefined) {
    return callOf('Probe', 'fromCommand', list(command.map(literal)), mappingOf(timing));
  }
  const [http, tcp] = [fieldOf(probe, 'httpGet'), fieldOf(probe, 'tcpSocket')];
  if (isObject(http)) {
    return callOf(
      'Probe',
      'fromHttpGet',
      literal(textOf(http, 'path') ?? '/'),
      mappingOf({ ...httpOf(http), ...timing }),
    );
  }
  return isObject(tcp) && numberOf(tcp, 'port') !== undefined
    ? callOf('Probe', 'fromTcpSocket', mappingOf({ ...tcpOf(tcp), ...timing }))
    : undefined;
}

/** What a container does right after it starts, or right before it ends. */
export function handlerOf(handler: JsonValue | undefined): Expression | undefined {
  const command = textListOf(fieldOf(handler, 'exec'), 'command');
  if (command !== undefined) {
    return callOf('Handler', 'fromCommand', list(command.map(literal)));
  }
  const [http, tcp] = [fieldOf(handler, 'httpGet'), fieldOf(handler, 'tcpSocket')];
  if (isObject(http)) {
    const port = given(numberOf(http, 'port'));
    return callOf('Handler', 'fromHttpGet', literal(textOf(http, 'path') ?? '/'), mappingOf({ port }));
  }
  return isObject(tcp) ? callOf('Handler', 'fromTcpSocket', mappingOf(tcpOf(tcp))) : undefined;
}

function httpOf(http: JsonValue): Record<string, Expression | undefined> {
  return { ...tcpOf(http), scheme: enumMember('ConnectionScheme', fieldOf(http, 'scheme')) };
}

function tcpOf(target: JsonValue): Record<string, Expression | undefined> {
  return { port: given(numberOf(target, 'port')), host: given(textOf(target, 'host')) };
}
