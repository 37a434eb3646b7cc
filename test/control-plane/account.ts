import { writeFileSync } from 'node:fs';
import * as path from 'node:path';
import { type JsonObject } from '../../lib/manifests/json';
import { ask, kubectl, type Place } from './cluster';

/** A configuration of kubectl, under the same context, for a service account of a place. */
export async function kubeconfigOf({ namespace, folder }: Place, account: string): Promise<string> {
  const { status } = await ask('POST', `/api/v1/namespaces/${namespace}/serviceaccounts/${account}/token`, {
    spec: {},
  });
  const { out } = await kubectl('config', 'view', '--minify', '--raw', '--output', 'json');
  const config = JSON.parse(out) as { users: { user: unknown }[] };
  config.users[0].user = { token: (status as JsonObject).token };
  const file = path.join(folder, `${account}.json`);
  writeFileSync(file, JSON.stringify(config), { mode: 0o600 });
  return file;
}
