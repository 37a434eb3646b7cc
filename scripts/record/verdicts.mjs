// Records test/check/rules/verdicts/verdicts.json: what an API server says of an object of objects.json with one field changed,
// and, where it takes a set, of a pod made from it and of the pod's claims. A new question is a row with any verdict; recording corrects it.
//
// A row holds for its version, and for the versions of `sameIn`, whose servers gave the same verdict. A message is there
// to be read: another wording is no difference.
import { inParallel, kindOf } from '../control-plane/client.mjs';
import { refusalOfMade } from '../control-plane/made-of-set.mjs';
import { byVersion, readFixture, textOf } from './fixture.mjs';

const FILE = 'check/rules/verdicts/verdicts.json';
const OBJECTS = 'check/rules/verdicts/objects.json';
const MESSAGE_LENGTH = 90;

export async function recordVerdicts(client, minor) {
  const objects = readFixture(OBJECTS);
  const rows = readFixture(FILE);
  const byQuestion = grouped(rows, questionOf);
  const answers = await inParallel([...byQuestion], 16, async ([question, known]) => {
    const verdict = await judged(client, changed(objects[known[0].object], known[0]));
    return { question, known, verdict };
  });
  const differences = answers.flatMap(({ question, known, verdict }) =>
    known
      .filter((row) => row.version === minor || row.sameIn?.includes(minor))
      .filter((row) => !isSame(row, verdict))
      .map((row) => `${question}: recorded ${inWords(row)}, now ${inWords(verdict)}`),
  );
  const verdicts = new Map(answers.map(({ question, verdict }) => [question, verdict]));
  const answered = new Set();
  const kept = rows.map((row) => {
    const question = questionOf(row);
    const verdict = verdicts.get(question);
    if (row.version === minor) {
      answered.add(question);
      return rowOf(row, minor, verdict, row.sameIn);
    }
    const others = (row.sameIn ?? []).filter((version) => version !== minor);
    const isOwnRow = byQuestion.get(question).some(({ version }) => version === minor);
    if (isOwnRow || answered.has(question) || !isSame(row, verdict)) {
      return rowOf(row, row.version, row, others);
    }
    answered.add(question);
    return rowOf(row, row.version, row, [...others, minor].sort(byVersion));
  });
  const added = answers
    .filter(({ question }) => !answered.has(question))
    .map(({ known, verdict }) => rowOf(known[0], minor, verdict));
  const isRecorded = (row) => row.version === minor || row.sameIn?.includes(minor);
  return {
    file: FILE,
    text: await textOf([...kept, ...added]),
    differences,
    added: answers.filter(({ known }) => !known.some(isRecorded)).length,
  };
}

function questionOf({ object, path, value, removed }) {
  return `${object} ${path} ${removed ? 'removed' : `= ${JSON.stringify(value)}`}`;
}

function rowOf({ object, path, value, removed }, version, { refused, podRefused, message }, sameIn = []) {
  return {
    version,
    ...(sameIn.length > 0 ? { sameIn } : {}),
    ...{ object, path },
    ...(removed ? { removed } : { value }),
    refused,
    ...(podRefused ? { podRefused } : {}),
    ...(message === undefined ? {} : { message }),
  };
}

function isSame(one, other) {
  return one.refused === other.refused && Boolean(one.podRefused) === Boolean(other.podRefused);
}

function inWords({ refused, podRefused, message }) {
  const verdict = refused ? 'refused' : podRefused ? 'pod refused' : 'accepted';
  return message === undefined ? verdict : `${verdict} (${message})`;
}

function changed(object, { path, value, removed }) {
  const steps = path.split('.');
  const root = structuredClone(object);
  const parent = steps.slice(0, -1).reduce((one, step) => one[step], root);
  const last = steps.at(-1);
  if (!removed) parent[last] = value;
  else if (Array.isArray(parent)) parent.splice(Number(last), 1);
  else delete parent[last];
  return root;
}

async function judged(client, object) {
  const namespace = namespaceOf(object);
  const { status, body } = await client.dryRun(kindOf(object), namespace, object);
  if (status >= 300) return { refused: true, message: cut(body.message) };
  if (object.kind !== 'StatefulSet') return { refused: false };
  const refusal = await refusalOfMade(client, namespace, body);
  return refusal === undefined
    ? { refused: false }
    : { refused: false, podRefused: true, message: cut(refusal) };
}

function namespaceOf({ metadata }) {
  return typeof metadata?.namespace === 'string' && metadata.namespace !== ''
    ? metadata.namespace
    : 'default';
}

/** The reason alone, cut: `StatefulSet.apps "web" is invalid: ` says nothing. */
function cut(message) {
  return message.replace(/^[A-Za-z.]+ ".*?" is invalid: /, '').slice(0, MESSAGE_LENGTH);
}

function grouped(things, keyOf) {
  const groups = new Map();
  for (const thing of things) {
    const key = keyOf(thing);
    groups.set(key, [...(groups.get(key) ?? []), thing]);
  }
  return groups;
}
