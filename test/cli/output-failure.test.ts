import { EventEmitter } from 'node:events';
import { tellOutputFailure } from '../../lib/cli/output-failure';

class Stream extends EventEmitter {
  public text = '';

  public write(text: string): void {
    this.text += text;
  }

  public fail(code: string): void {
    this.emit('error', Object.assign(new Error(code), { code }));
  }
}

function failed(code: string, stream: 'out' | 'err' = 'out'): { exitCode: number; text: string } {
  const streams = { out: new Stream(), err: new Stream() };
  const program = { exitCode: 1 };
  tellOutputFailure(streams, program);
  streams[stream].fail(code);
  return { exitCode: program.exitCode, text: streams.err.text };
}

describe('output that cannot be written', () => {
  test('is told in one line, and ends the program with 2', () => {
    const { exitCode, text } = failed('ENOSPC');
    expect(exitCode).toBe(2);
    expect(text).toMatch(/^[^\n]*ENOSPC[^\n]*\n$/);
  });

  test('is no failure where the reader has seen enough', () => {
    expect(failed('EPIPE')).toEqual({ exitCode: 1, text: '' });
  });

  test('leaves the exit code where only messages are lost', () => {
    expect(failed('ENOSPC', 'err')).toEqual({ exitCode: 1, text: '' });
  });
});
