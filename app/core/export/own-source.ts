import type { CustomerId } from '#schema/ids.ts';
import type {
  BroughtEntry,
  ExportedDisclosure,
  ExportedEntry,
  ExportedText,
  OwnExport,
} from '#schema/own-export.ts';
import type { Relationship } from '../relationship/relationship.ts';
import { NotFoundError } from '../shared/app-error.ts';
import type { Core } from '../shared/core.ts';
import { ownBrought, ownBroughtTexts } from '../vault/doors/read-foreign.ts';
import { collectOwnAccount } from './collect-own-account.ts';
import { ownPictures } from './collect-own-dialogue.ts';
import { type Companies, companyNames } from './company-names.ts';
import { ownDisclosures } from './own-disclosures.ts';
import { type EntryContext, ownEntries } from './own-entries.ts';
import { ownRequestFiles } from './own-requests.ts';
import { collectTexts } from './own-texts.ts';

/** What an export needs: the domain, and the key that the log's heads are signed with. */
export type ExportCore = Pick<Core, 'storage' | 'keys' | 'world'> & { readonly verifierKey: string };

/** What one customer takes along: what is small as a whole, what may be large piece by piece. */
export interface OwnSource {
  /** How many entries of the log; fixed when the source was opened, as is the signed head. */
  readonly entryCount: number;
  readonly disclosureCount: number;
  readonly indices: readonly number[];
  /** In order of the log, each opened when it is asked for. @param proved false: without the way to the root */
  entries(indices: readonly number[], proved?: boolean): AsyncGenerator<ExportedEntry>;
  /** Newest first. */
  disclosures(): AsyncGenerator<ExportedDisclosure>;
  /** Entries of other logs that came along, as they came. */
  brought(): AsyncGenerator<BroughtEntry>;
  broughtTexts(): AsyncGenerator<{ readonly textHash: string; readonly card: string }>;
  /** What was sent along in conversations and with rights requests, one at a time. */
  attachments(): AsyncGenerator<{ readonly name: string; readonly bytes: Buffer }>;
  texts(hashes: ReadonlySet<string>): Promise<ExportedText[]>;
  account(parts: Pick<OwnExport, 'texts' | 'counts'>): Promise<OwnExport>;
}

/** The caller has established who asks. */
export async function openOwnSource(core: ExportCore, customerId: CustomerId): Promise<OwnSource> {
  const { read } = core.storage;
  const state = await read.ledger.state();
  const customer = await read.customer.find(customerId);
  if (!state || !customer) throw new NotFoundError();
  const head = await read.ledger.latestCheckpoint();
  const companies: Companies = companyNames(await read.company.all());
  const relationships: readonly Relationship[] = await read.relationship.allOfCustomer(customerId);
  const indices = await read.ledger.indicesOfCustomer(customerId);
  const context: EntryContext = {
    head,
    companies,
    language: customer.language,
    log: { origin: state.origin, key: core.verifierKey, checkpoint: head?.note ?? null },
  };
  return {
    entryCount: indices.length,
    disclosureCount: await read.disclosure.countOfCustomer(customerId),
    indices,
    entries: (some, proved = true) => ownEntries(core, context, some, proved),
    disclosures: () => ownDisclosures(core, customerId, companies),
    brought: () => ownBrought(core, customerId),
    broughtTexts: () => ownBroughtTexts(core, customerId),
    attachments: async function* () {
      yield* ownPictures(core, customerId);
      yield* ownRequestFiles(core, customerId);
    },
    texts: (hashes) => collectTexts(core, hashes, companies),
    account: (parts) =>
      collectOwnAccount(core, { customerId, companies, relationships, log: context.log }, parts),
  };
}
