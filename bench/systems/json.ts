import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { objectsOf } from '../objects';
import { chartId, workloadsOf, type System } from '../workload';

/** The floor: plain objects, one a line, without any library. */
export const system: System = {
  create(shape, outdir) {
    const charts = Array.from({ length: shape.charts }, (_, index) => ({
      id: chartId(index),
      objects: workloadsOf(shape, index).flatMap(objectsOf),
    }));
    return () => {
      mkdirSync(outdir, { recursive: true });
      for (const { id, objects } of charts) {
        const lines = objects.map((object) => JSON.stringify(object));
        writeFileSync(join(outdir, `${id}.json`), `${lines.join('\n')}\n`);
      }
    };
  },
};
