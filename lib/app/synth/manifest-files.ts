import { Names, YamlOutputType } from 'cdk8s';
import type { Chart } from 'cdk8s';
import { apiObjectsOf } from './chart-renderer';
import type { ChartRenderer } from './chart-renderer';
import type { OutputDirectory } from './output-directory';

/** The charts to write, in order, and whether their files are numbered. */
export interface ChartSequence {
  readonly charts: readonly Chart[];
  readonly isNumbered: boolean;
}

/** What the name of an object's file is made of. */
interface NamedObject {
  readonly kind: string;
  readonly metadata: { readonly name?: string };
}

/** Writes the manifests of charts, divided into files and folders as cdk8s divides them. */
export function writeManifestFiles(
  type: YamlOutputType,
  sequence: ChartSequence,
  renderer: ChartRenderer,
  output: OutputDirectory,
): void {
  const { charts } = sequence;
  switch (type) {
    case YamlOutputType.FILE_PER_APP: {
      if (charts.length > 0) {
        output.saveManifests('app', renderer.allManifests());
      }
      return;
    }
    case YamlOutputType.FILE_PER_CHART:
      charts.forEach((chart, index) => {
        output.saveManifests(chartFileName(sequence, index), renderer.manifests(chart));
      });
      return;
    case YamlOutputType.FILE_PER_RESOURCE:
      for (const chart of charts) {
        for (const manifest of [...renderer.manifests(chart)]) {
          if (manifest !== undefined)
            output.saveManifests(objectFileName(manifest as NamedObject), [manifest]);
        }
      }
      return;
    case YamlOutputType.FOLDER_PER_CHART_FILE_PER_RESOURCE:
      charts.forEach((chart, index) => {
        const objects = apiObjectsOf(chart);
        const folder = chartFileName(sequence, index);
        output.createFolder(folder);
        for (const object of objects) {
          output.saveManifests(`${folder}/${objectFileName(object)}`, [object.toJson()]);
        }
      });
      return;
  }
}

/** The name of a chart's file or folder, which tells the order of charts where it matters. */
function chartFileName({ charts, isNumbered }: ChartSequence, index: number): string {
  const name = Names.toDnsLabel(charts[index]);
  return isNumbered ? `${String(index).padStart(4, '0')}-${name}` : name;
}

function objectFileName({ kind, metadata }: NamedObject): string {
  return `${kind}.${String(metadata.name)}`.replace(/[^0-9a-zA-Z-_.]/g, '');
}
