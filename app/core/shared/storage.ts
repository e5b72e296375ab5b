import type { CompanyReader, CompanyWriter } from '../company/company-store.ts';
import type { CompanyFieldReader, CompanyFieldWriter } from '../company-field/company-field-store.ts';
import type { ConsentReader, ConsentWriter } from '../consent/consent-store.ts';
import type { ConsentRequestReader, ConsentRequestWriter } from '../consent-request/consent-request-store.ts';
import type { CustomerReader, CustomerWriter } from '../customer/customer-store.ts';
import type { DisclosureReader, DisclosureWriter } from '../disclosure/disclosure-store.ts';
import type { ErasureReader, ErasureWriter } from '../erasure/erasure-store.ts';
import type { OwnFileReader, OwnFileWriter } from '../export/own-file-store.ts';
import type { ForeignReader, ForeignWriter } from '../import/foreign-store.ts';
import type { InteractionReader, InteractionWriter } from '../interaction/interaction-store.ts';
import type { JobReader, JobWriter } from '../job/job-store.ts';
import type { KeptFormReader, KeptFormWriter } from '../kept-form/kept-form-store.ts';
import type { LedgerReader, LedgerWriter } from '../ledger/ledger-store.ts';
import type { DemoMailReader, DemoMailWriter } from '../mail/demo-mail-store.ts';
import type { MailLinkReader, MailLinkWriter } from '../mail/mail-link-store.ts';
import type { MailRefusalReader, MailRefusalWriter } from '../mail/mail-refusal-store.ts';
import type { ReceiptReader, ReceiptWriter } from '../mail/receipt-store.ts';
import type { PeopleReader } from '../permission/people-store.ts';
import type { PlannedContactReader, PlannedContactWriter } from '../planned-contact/planned-contact-store.ts';
import type { PreferenceReader, PreferenceWriter } from '../preference/preference-store.ts';
import type { ProfileReader, ProfileWriter } from '../profile/profile-store.ts';
import type { PurposeReader, PurposeWriter } from '../purpose/purpose-store.ts';
import type { RecallReader, RecallWriter } from '../recall/recall-store.ts';
import type { RelationshipReader, RelationshipWriter } from '../relationship/relationship-store.ts';
import type { StopListReader, StopListWriter } from '../relationship/stop-list-store.ts';
import type { RequestReader, RequestWriter } from '../request/request-store.ts';
import type { FactReader, FactWriter } from '../segment/fact-store.ts';
import type { SegmentReader, SegmentWriter } from '../segment/segment-store.ts';
import type { SignInReader, SignInWriter } from '../sign-in/sign-in-store.ts';
import type { StaffReader, StaffWriter } from '../staff/staff-store.ts';
import type { ThreadReader, ThreadWriter } from '../thread/thread-store.ts';
import type { UseReader, UseWriter } from '../use/use-store.ts';
import type { YearlyReader, YearlyWriter } from '../yearly/yearly-store.ts';
import type { IdempotencyReader, IdempotencyWriter } from './idempotency-store.ts';

export interface Readers {
  readonly company: CompanyReader;
  readonly companyField: CompanyFieldReader;
  readonly staff: StaffReader;
  readonly customer: CustomerReader;
  readonly relationship: RelationshipReader;
  readonly profile: ProfileReader;
  readonly purpose: PurposeReader;
  readonly consent: ConsentReader;
  readonly consentRequest: ConsentRequestReader;
  readonly preference: PreferenceReader;
  readonly use: UseReader;
  readonly plannedContact: PlannedContactReader;
  readonly people: PeopleReader;
  readonly fact: FactReader;
  readonly segment: SegmentReader;
  readonly ledger: LedgerReader;
  readonly disclosure: DisclosureReader;
  readonly request: RequestReader;
  readonly job: JobReader;
  readonly idempotency: IdempotencyReader;
  readonly signIn: SignInReader;
  readonly demoMail: DemoMailReader;
  readonly ownFile: OwnFileReader;
  readonly foreign: ForeignReader;
  readonly recall: RecallReader;
  readonly stopList: StopListReader;
  readonly erasure: ErasureReader;
  readonly mailLink: MailLinkReader;
  readonly keptForm: KeptFormReader;
  readonly receipt: ReceiptReader;
  readonly mailRefusal: MailRefusalReader;
  readonly thread: ThreadReader;
  readonly interaction: InteractionReader;
  readonly yearly: YearlyReader;
}

/** What a transaction hands out: the same readers, now inside it, and the only way to write. */
export interface Writers extends Readers {
  readonly company: CompanyWriter;
  readonly companyField: CompanyFieldWriter;
  readonly staff: StaffWriter;
  readonly customer: CustomerWriter;
  readonly relationship: RelationshipWriter;
  readonly profile: ProfileWriter;
  readonly purpose: PurposeWriter;
  readonly consent: ConsentWriter;
  readonly consentRequest: ConsentRequestWriter;
  readonly preference: PreferenceWriter;
  readonly use: UseWriter;
  readonly plannedContact: PlannedContactWriter;
  readonly fact: FactWriter;
  readonly segment: SegmentWriter;
  readonly ledger: LedgerWriter;
  readonly disclosure: DisclosureWriter;
  readonly request: RequestWriter;
  readonly job: JobWriter;
  readonly idempotency: IdempotencyWriter;
  readonly signIn: SignInWriter;
  readonly demoMail: DemoMailWriter;
  readonly ownFile: OwnFileWriter;
  readonly foreign: ForeignWriter;
  readonly recall: RecallWriter;
  readonly stopList: StopListWriter;
  readonly erasure: ErasureWriter;
  readonly mailLink: MailLinkWriter;
  readonly keptForm: KeptFormWriter;
  readonly receipt: ReceiptWriter;
  readonly mailRefusal: MailRefusalWriter;
  readonly thread: ThreadWriter;
  readonly interaction: InteractionWriter;
  readonly yearly: YearlyWriter;
  /** Runs after the commit is durable; never when it rolled back. */
  onCommit(effect: () => void): void;
}

export interface Storage {
  /** Outside any transaction. State read here may be old by the time of a write: writers read again inside. */
  readonly read: Readers;
  /**
   * All or nothing; durable when it resolves. Never call `read` or `transact`
   * inside `work`: on SQLite it would wait for itself for ever.
   */
  transact<T>(work: (tx: Writers) => Promise<T>): Promise<T>;
  isUniqueViolation(error: unknown): boolean;
}
