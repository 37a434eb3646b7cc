import { EventEmitter } from 'node:events';
import { standardStreams } from '../../lib/cli/standard-streams';

class Stream extends EventEmitter {
  public text = '';

  public write(text: string): void {
    this.text += text;
  }

  public fail(code: string): void {
    this.emit('error', Object.assign(new Error(code), { code }));
  }
}

function failed(code: string, stream: 'stdout' | 'stderr' = 'stdout'): { exitCode: number; text: string } {
  const program = { stdout: new Stream(), stderr: new Stream(), exitCode: 1 };
  const streams = standardStreams(program);
  if (stream === 'stderr') {
    streams.err.write('');
  }
  program[stream].fail(code);
  return { exitCode: program.exitCode, text: program.stderr.text };
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
    expect(failed('ENOSPC', 'stderr')).toEqual({ exitCode: 1, text: '' });
  });
});

test('stderr is made when something is to be said there, once', () => {
  const made: Stream[] = [];
  const program = {
    stdout: new Stream(),
    get stderr() {
      return (made[made.length] = new Stream());
    },
  };
  const streams = standardStreams(program);
  streams.out.write('all is well');
  expect(made).toEqual([]);
  streams.err.write('two ');
  streams.err.write('words');
  expect(made.map(({ text }) => text)).toEqual(['two words']);
});
