import type { SystemName, Times } from './measurement';

/** One run compared with another: the figure of the first divided by that of the second. */
export interface Goal {
  readonly title: string;
  readonly figure: keyof Times | 'peakMemory';
  readonly of: readonly [system: SystemName, shape: string];
  readonly to: readonly [system: SystemName, shape: string];
  readonly atMost: number;
}

/** What this library wants to reach. Shapes are charts × workloads a chart. */
export const GOALS: readonly Goal[] = [
  {
    title: '1,000 workloads in one chart, to cdk8s-plus-28',
    figure: 'synthesis',
    of: ['stateful', '1 × 1000'],
    to: ['plus', '1 × 1000'],
    atMost: 0.3,
  },
  {
    title: 'the same with the App of cdk8s',
    figure: 'synthesis',
    of: ['stateful-stock-app', '1 × 1000'],
    to: ['plus', '1 × 1000'],
    atMost: 0.85,
  },
  {
    title: 'constructs of cdk8s-plus-28 with this App, to cdk8s-plus-28',
    figure: 'synthesis',
    of: ['plus-fast-app', '1 × 1000'],
    to: ['plus', '1 × 1000'],
    atMost: 0.5,
  },
  {
    // Creating files is nearly all of it, and differs from disk to disk.
    title: '1,000 charts, to JSON',
    figure: 'synthesis',
    of: ['stateful', '1000 × 1'],
    to: ['json', '1000 × 1'],
    atMost: 1.3,
  },
  {
    title: '3,000 charts, to 300 charts',
    figure: 'synthesis',
    of: ['stateful', '3000 × 1'],
    to: ['stateful', '300 × 1'],
    atMost: 12,
  },
  {
    title: 'whole process, 1,000 workloads, to JSON',
    figure: 'wholeProcess',
    of: ['stateful', '1 × 1000'],
    to: ['json', '1 × 1000'],
    atMost: 5,
  },
  {
    title: 'cold start, one workload, to cdk8s-plus-28',
    figure: 'wholeProcess',
    of: ['stateful', '1 × 1'],
    to: ['plus', '1 × 1'],
    atMost: 1.05,
  },
  {
    title: 'peak memory, 1,000 workloads, to cdk8s-plus-28',
    figure: 'peakMemory',
    of: ['stateful', '1 × 1000'],
    to: ['plus', '1 × 1000'],
    atMost: 0.85,
  },
];
