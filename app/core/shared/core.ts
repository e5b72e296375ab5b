import type { Sequencer } from '../ledger/sequencer.ts';
import type { Keyring } from '../vault/keyring.ts';
import type { Storage } from './storage.ts';
import type { World } from './world.ts';

/** What acts work with. Each takes only the parts it needs: `Pick<Core, 'storage' | 'keys'>`. */
export interface Core {
  readonly storage: Storage;
  readonly sequencer: Sequencer;
  readonly keys: Keyring;
  readonly world: World;
}
