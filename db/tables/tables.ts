import type { AuthTables } from './auth.ts';
import type { CompanyTables } from './company.ts';
import type { CompanyFieldTables } from './company-field.ts';
import type { ConsentTables } from './consent.ts';
import type { ConsentRequestTables } from './consent-request.ts';
import type { CustomerTables } from './customer.ts';
import type { DisclosureTables } from './disclosure.ts';
import type { JobTables } from './job.ts';
import type { LeaveTables } from './leave.ts';
import type { LedgerTables } from './ledger.ts';
import type { MailTables } from './mail.ts';
import type { OwnFileTables } from './own-file.ts';
import type { PurposeTables } from './purpose.ts';
import type { RequestTables } from './request.ts';
import type { SegmentTables } from './segment.ts';
import type { ThreadTables } from './thread.ts';
import type { UseTables } from './use.ts';

/** Every table of the main database, as its columns are stored. */
export interface Tables
  extends CompanyTables,
    CompanyFieldTables,
    CustomerTables,
    PurposeTables,
    ConsentTables,
    ConsentRequestTables,
    SegmentTables,
    LedgerTables,
    DisclosureTables,
    RequestTables,
    AuthTables,
    JobTables,
    OwnFileTables,
    UseTables,
    LeaveTables,
    MailTables,
    ThreadTables {}
