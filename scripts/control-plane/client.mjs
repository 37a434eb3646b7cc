// Asks the API server of a control plane that start.mjs has started.
import { setTimeout } from 'node:timers/promises';

const PATIENCE_MS = 120_000;
/** What `kubectl` makes of the plain text with which a server answers where it serves nothing. */
const NOT_SERVED = 'the server could not find the requested resource';

const MERGE_PATCH = 'application/merge-patch+json';
const APPLY_PATCH = 'application/apply-patch+yaml';

/** The path of the objects of a kind (`apps/v1 StatefulSet`) in a namespace. */
export function pathOfKind(kind, namespace) {
  const [apiVersion, name] = kind.split(' ');
  const root = apiVersion.includes('/') ? `/apis/${apiVersion}` : `/api/${apiVersion}`;
  return `${root}/namespaces/${namespace}/${name.toLowerCase()}s`;
}

/** The kind of an object as `pathOfKind` takes it. */
export function kindOf({ apiVersion, kind }) {
  return `${apiVersion} ${kind}`;
}

/** The server at an address. */
export class Client {
  #server;

  constructor(server) {
    this.#server = server;
  }

  /** The status and the body of an answer. */
  async ask(method, path, body, type = method === 'PATCH' ? MERGE_PATCH : 'application/json') {
    const answer = await fetch(`${this.#server}${path}`, {
      method,
      headers: { 'content-type': type },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const text = await answer.text();
    return { status: answer.status, body: text.startsWith('{') ? JSON.parse(text) : { message: NOT_SERVED } };
  }

  /** Like `ask`, for what can't fail unless something is broken. */
  async get(path) {
    return this.#sure('GET', path);
  }

  async create(path, body) {
    return this.#sure('POST', path, body);
  }

  async patch(path, body) {
    return this.#sure('PATCH', path, body);
  }

  /** Applies an object server-side, as kubectl does under the name that it has there. */
  async applyAs(fieldManager, object, { isForced = false, isDryRun = false } = {}) {
    const { name, namespace } = object.metadata;
    const query = new URLSearchParams({
      fieldManager,
      force: `${isForced}`,
      fieldValidation: 'Strict',
      ...(isDryRun ? { dryRun: 'All' } : {}),
    });
    const path = `${pathOfKind(kindOf(object), namespace)}/${name}?${query}`;
    return this.ask('PATCH', path, object, APPLY_PATCH);
  }

  async delete(path, body) {
    return this.#sure('DELETE', path, body);
  }

  /** What the server says of an object that is to be made, as `kubectl` asks: nothing is made. */
  async dryRun(kind, namespace, object, fieldValidation = 'Strict') {
    const path = pathOfKind(kind, encodeURIComponent(namespace));
    return this.ask('POST', `${path}?dryRun=All&fieldValidation=${fieldValidation}`, object);
  }

  /** A new namespace in which pods can be made. */
  async makeNamespace(name) {
    await this.create('/api/v1/namespaces', { metadata: { name } });
    await until(`namespace ${name} has its service account`, async () => {
      const { status } = await this.ask('GET', `/api/v1/namespaces/${name}/serviceaccounts/default`);
      return status === 200;
    });
    return name;
  }

  async #sure(method, path, body) {
    const { status, body: answer } = await this.ask(method, path, body);
    if (status >= 300) throw new Error(`${method} ${path}: ${answer.message}`);
    return answer;
  }
}

/** Looks again and again until it is so. */
export async function until(what, isSo) {
  const end = Date.now() + PATIENCE_MS;
  while (!(await isSo())) {
    if (Date.now() > end) throw new Error(`it never came true: ${what}`);
    await setTimeout(30);
  }
}

/** The results of a function of many things, of which some run at the same time; in the order of the things. */
export async function inParallel(things, atOnce, run) {
  const results = new Array(things.length);
  let next = 0;
  const worker = async () => {
    while (next < things.length) {
      const index = next++;
      results[index] = await run(things[index], index);
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, things.length) }, worker));
  return results;
}
