import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'cdk8s';
import { NginxWithStorageChart } from '../../examples/nginx-with-storage/chart';
import { run } from '../cli/run-program';
import { expectOutput } from './output';

it('draws the set of the README', () => {
  const outdir = mkdtempSync(join(tmpdir(), 'drawing-'));
  try {
    const app = new App({ outdir });
    new NginxWithStorageChart(app, 'nginx-with-storage');
    app.synth();
    const { code, out } = run(['show', outdir, '-o', 'svg']);
    expect(code).toBe(0);
    expect(out).toContain('pages-web-2');
    expectOutput('nginx-with-storage.svg', out);
  } finally {
    rmSync(outdir, { recursive: true });
  }
});
