import { fieldOf, isObject, type JsonObject } from '../../manifests/json';
import { CHART, dataOf, type Expression, literal, mappingOf, newOf, textMapping } from '../code/expression';
import { given } from '../code/values';
import { flagOf, textMapOf } from '../fields';
import { type Target } from '../target/target';

/** The metadata of an object, without the namespace that the chart says. */
export function metadataOf(short: JsonObject, chartNamespace: string | undefined): Expression {
  const metadata = fieldOf(short, 'metadata');
  const entries = Object.entries(isObject(metadata) ? metadata : {}).filter(
    ([field, value]) => field !== 'namespace' || value !== chartNamespace,
  );
  return dataOf(Object.fromEntries(entries));
}

/** A ConfigMap with its files. */
export function configMap({ short }: Target, id: string, chartNamespace: string | undefined): Expression {
  const [data, binaryData] = [textMapOf(short, 'data'), textMapOf(short, 'binaryData')];
  return newOf(
    'ConfigMap',
    CHART,
    literal(id),
    mappingOf(
      {
        metadata: metadataOf(short, chartNamespace),
        data: data && { ...textMapping(data), isExpanded: true },
        binaryData: binaryData && { ...textMapping(binaryData), isExpanded: true },
        immutable: given(flagOf(short, 'immutable')),
      },
      { isExpanded: true },
    ),
  );
}
