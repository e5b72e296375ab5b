import type { DatedDraft } from '#app/core/ledger/append-entries.ts';
import type { LedgerEntry, LedgerState } from '#app/core/ledger/ledger-store.ts';
import type { Act, Sequencer } from '#app/core/ledger/sequencer.ts';
import type { Core } from '#app/core/shared/core.ts';
import type { Writers } from '#app/core/shared/storage.ts';
import { entryPlace, evidenceKeyId, PORTAL_KEY_ID } from '#app/core/vault/places.ts';
import { sealJson } from '#app/core/vault/seal.ts';

type LogFree = Pick<Core, 'storage' | 'keys' | 'world'>;

/**
 * The same groups and transactions with the evidence sealed and stored, but no
 * log: no salted leaf, no tree, no chain, no sequence of changes. What these
 * cost is the difference.
 */
export function createSequencerWithoutLog(core: LogFree): Sequencer {
  let waiting: { run: Act<unknown>; resolve: (value: unknown) => void; reject: (error: unknown) => void }[] =
    [];
  let draining: Promise<void> | undefined;

  async function drain(): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve));
    while (waiting.length > 0) {
      const group = waiting;
      waiting = [];
      try {
        const results = await core.storage.transact(async (tx) => {
          await tx.ledger.lock();
          const state = await tx.ledger.state();
          if (!state) throw new Error('no log');
          const drafts: DatedDraft[] = [];
          const at = core.world.now();
          const answers: unknown[] = [];
          for (const { run } of group) {
            const append = (draft: Omit<DatedDraft, 'at'>) => drafts.push({ ...draft, at }) - 1 + state.size;
            answers.push(await run({ tx, at, append }));
          }
          await storeEvidence(core, tx, state, drafts);
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

const NO_LEAF = Buffer.alloc(32);

async function storeEvidence(
  { keys }: LogFree,
  tx: Writers,
  state: LedgerState,
  drafts: readonly DatedDraft[],
): Promise<void> {
  const keyOf = ({ relationship }: DatedDraft) =>
    relationship ? evidenceKeyId(relationship.id) : PORTAL_KEY_ID;
  const found = await keys.getMany([...new Set(drafts.map(keyOf))]);
  const entries = drafts.map((draft, offset): LedgerEntry => {
    const index = state.size + offset;
    const keyId = keyOf(draft);
    const key = found.get(keyId);
    if (!key) throw new Error(`no key ${keyId}`);
    const {
      relationship,
      companyId,
      purposeId = null,
      versionId = null,
      method = null,
      channel = null,
    } = draft;
    const relationshipId = relationship?.id ?? null;
    const sealed = sealJson(key, entryPlace(index), draft.body);
    const columns = { relationshipId, companyId, purposeId, versionId, method, channel, keyId, sealed };
    return { index, kind: draft.body.kind, at: draft.at, leaf: NO_LEAF, entry: NO_LEAF, ...columns };
  });
  await tx.ledger.append(entries, [], { ...state, size: state.size + entries.length });
}
