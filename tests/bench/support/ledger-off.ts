import type { Act, Sequencer } from '#app/core/ledger/sequencer.ts';
import type { Core } from '#app/core/shared/core.ts';

/** The same groups and transactions with nothing appended: what the log itself costs is the difference. */
export function createSequencerWithoutLog(core: Pick<Core, 'storage' | 'world'>): Sequencer {
  let waiting: { run: Act<unknown>; resolve: (value: unknown) => void; reject: (error: unknown) => void }[] =
    [];
  let draining: Promise<void> | undefined;
  let index = 0;

  async function drain(): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve));
    while (waiting.length > 0) {
      const group = waiting;
      waiting = [];
      try {
        const results = await core.storage.transact(async (tx) => {
          await tx.ledger.lock();
          await tx.ledger.state();
          const answers: unknown[] = [];
          for (const { run } of group)
            answers.push(await run({ tx, at: core.world.now(), append: () => index++ }));
          return answers;
        });
        for (const [place, one] of group.entries()) one.resolve(results[place]);
      } catch (error) {
        for (const one of group) one.reject(error);
      }
    }
    draining = undefined;
  }

  return {
    submit: <T>(act: Act<T>) =>
      new Promise<T>((resolve, reject) => {
        waiting.push({ run: act, resolve: resolve as (value: unknown) => void, reject });
        draining ??= drain();
      }),
    stop: async () => draining,
  };
}
