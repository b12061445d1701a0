import type { Command } from 'commander';
import { startWork } from '../engine/work.ts';
import { openBackend } from './backend.ts';
import { readConfig } from './config.ts';
import { Lifecycle } from './lifecycle.ts';
import { say } from './say.ts';

/** `shaoying work`: clocks and reactions without a door; any number may run beside each other. */
export function workCommand(program: Command): void {
  program
    .command('work')
    .description('只运行时限与后续步骤，不提供网页 · clocks and reactions only, no doors')
    .action(work);
}

async function work(): Promise<void> {
  const life = new Lifecycle();
  life.endOnSignals();
  try {
    const backend = await openBackend(readConfig(), life);
    const worker = startWork(backend.engine, backend.store, {
      onError: (error) => console.error(error instanceof Error ? error.name : 'error'),
    });
    await life.started('worker', () => worker.stop());
    say({ zh: '正在运行时限与后续步骤。', en: 'Running clocks and reactions.' });
  } catch (error) {
    await life.end();
    throw error;
  }
}
