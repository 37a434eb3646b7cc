import { type Notice, type NoticeRule } from '../../lib/text/notice';

/** A notice with other properties than the usual ones. */
export function noticeWith(other: Partial<Notice> = {}): Notice {
  return {
    code: 'A_CODE',
    level: 'error',
    isFailure: true,
    object: 'StatefulSet prod/web',
    path: 'spec.replicas',
    message: 'must be a number, got "a"',
    details: ['the API server rejects the object', 'write a number'],
    source: { file: 'dist/web.yaml', line: 7 },
    fingerprint: 'A_CODE StatefulSet prod/web spec.replicas',
    ...other,
  };
}

/** Rules of the codes. */
export function rulesOf(...codes: readonly string[]): ReadonlyMap<string, NoticeRule> {
  return new Map(
    codes.map((code) => [
      code,
      {
        code,
        level: 'error',
        title: 'replicas is a number',
        why: 'the API server rejects the object',
        help: 'write a number',
        page: `https://example.com/rules#${code.toLowerCase()}`,
      },
    ]),
  );
}
