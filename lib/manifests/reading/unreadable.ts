import { type InputProblem, InputProblemCode } from './input-problem';

/** The problem of a file or folder, from what the operating system or the decoder threw. */
export function unreadable(file: string, error: unknown): InputProblem {
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
  switch (code) {
    case 'ENOENT':
      return { code: InputProblemCode.INPUT_NOT_FOUND, message: 'there is no such file or folder', file };
    case 'EACCES':
    case 'EPERM':
      return { code: InputProblemCode.INPUT_NOT_FOUND, message: 'may not be read', file };
    case 'ELOOP':
      return { code: InputProblemCode.INPUT_NOT_FOUND, message: 'is a link that leads to itself', file };
    case 'EISDIR':
      return {
        code: InputProblemCode.INPUT_NOT_A_FILE,
        message: 'is a link to a folder, which is not followed; name the folder itself',
        file,
      };
    case 'ERR_ENCODING_INVALID_ENCODED_DATA':
      return { code: InputProblemCode.INPUT_SYNTAX, message: 'is not UTF-8 text', file };
    default:
      return {
        code: InputProblemCode.INPUT_NOT_FOUND,
        message: `cannot be read (${code || 'unknown cause'})`,
        file,
      };
  }
}
