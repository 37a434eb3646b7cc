import { type Cause } from '../../../lib/plan/policy/cause';
import { reasonText } from '../../../lib/plan/report/reason-text';
import { completeList } from '../../../lib/plan/rollout/ordinal-range';

const CLAIMS = completeList(['data-web-0', 'data-web-1']);
const NO_CLAIMS = completeList([]);
const PODS = completeList(['web-1']);

describe('the reason of a change', () => {
  test.each<[string, Cause, string]>([
    [
      'a code that says everything',
      { code: 'HISTORY_LIMIT_CHANGED' },
      'more or fewer old revisions are kept',
    ],
    [
      'a fault',
      { code: 'PORT_INVALID', fault: { message: 'must be a port, got 0', fix: 'write 1 to 65535' } },
      'must be a port, got 0; write 1 to 65535',
    ],
    [
      'pods that restart',
      { code: 'TEMPLATE_RESTARTS', restarted: PODS, pace: { atOnce: 1, minReadySeconds: 0 } },
      'restarts web-1, one by one, each when the one before is ready',
    ],
    [
      'pods that go and leave claims',
      { code: 'REPLICAS_DOWN', removed: PODS, keptClaims: CLAIMS },
      'removes web-1; data-web-0 and data-web-1 stay with their data',
    ],
    [
      'pods that go and have no claims',
      { code: 'REPLICAS_DOWN', removed: PODS, keptClaims: NO_CLAIMS },
      'removes web-1',
    ],
  ])('tells of %s', (_, cause, text) => {
    expect(reasonText(cause)).toBe(text);
  });

  test('says which claims a moved range of ordinals deletes, and that others stay', () => {
    const moved = (deletedClaims: typeof CLAIMS): string =>
      reasonText({ code: 'FIRST_ORDINAL_MOVES_DATA', removed: PODS, deletedClaims });
    expect(moved(CLAIMS)).toMatch(/whenScaled is Delete, data-web-0 and data-web-1 are deleted/);
    expect(moved(NO_CLAIMS)).toMatch(/their claims stay with their data$/);
  });

  test('says what becomes of the claims of a set that another one replaces', () => {
    const renamed = (claims: typeof CLAIMS, areClaimsDeleted: boolean): string =>
      reasonText({ code: 'SET_RENAMED', replacement: 'StatefulSet db', claims, areClaimsDeleted });
    expect(renamed(CLAIMS, true)).toMatch(/data-web-1 are deleted with the old one, with all data/);
    expect(renamed(completeList(['data-web-0']), false)).toMatch(/data-web-0 stays behind/);
    expect(renamed(NO_CLAIMS, false)).toMatch(/peers that know the old DNS names/);
  });
});
