/** How many charts an app has, and how many workloads each chart. */
export interface Shape {
  readonly charts: number;
  readonly workloads: number;
}

/** A way to write the manifests of stateful workloads. */
export interface System {
  /** Creates the workloads, and returns what writes them to a directory. */
  create(shape: Shape, outdir: string): () => void;
}

/** One workload, in the properties that all systems can say: a database with a port, resources and a directory. */
export interface Workload {
  readonly name: string;
  readonly serviceName: string;
}

export const IMAGE = 'postgres:16.4';
export const PORT = 5432;
export const REPLICAS = 3;
export const DATA_DIRECTORY = '/var/lib/postgresql/data/pgdata';
export const CPU_MILLIS = 250;
export const MEMORY_MEBIBYTES = 1024;

export function chartId(index: number): string {
  return `chart-${index}`;
}

/** The workloads of a chart: no two in an app have the same name. */
export function workloadsOf({ workloads }: Shape, chart: number): Workload[] {
  return Array.from({ length: workloads }, (_, index) => {
    const name = `db-${chart}-${index}`;
    return { name, serviceName: `${name}-headless` };
  });
}
