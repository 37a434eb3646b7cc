import { type Notice } from '../../text/notice';
import { groupedBy } from '../../manifests/grouped';
import { junitText } from '../../text/junit';
import { Effect } from '../policy/effect';
import { type PlanJson } from './plan-json';
import { planNotices } from './plan-notices';

/** A plan in the XML of JUnit: a suite for each object, a test case for each change; a suite for input that is not read. */
export function planJunit(json: PlanJson, failOn: Effect, unread: readonly Notice[]): string {
  const notices = groupedBy(planNotices(json, failOn), ({ object }) => object);
  const harmless = groupedBy(
    json.changes.filter(({ effect }) => effect === Effect.NONE),
    ({ object }) => object,
  );
  const objects = [...new Set(json.changes.map(({ object }) => object))];
  const suites = objects.map((object) => ({
    name: object,
    notices: notices.get(object) ?? [],
    passed: (harmless.get(object) ?? []).map(
      ({ code, path }) => `${code}: ${[object, path].join(' ').trim()}`,
    ),
  }));
  const input = unread.length === 0 ? [] : [{ name: 'input', notices: unread, passed: [] }];
  // Most readers take an empty report for a broken one.
  const nothing = { name: 'plan', notices: [], passed: ['nothing changes'] };
  return junitText('plan', input.length + suites.length === 0 ? [nothing] : [...input, ...suites]);
}
