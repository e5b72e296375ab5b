import type { Readers, Writers } from '#app/core/shared/storage.ts';
import type { Reader, Writer } from '../connections.ts';
import { companyFieldReader, companyFieldWriter } from './company-field-store.ts';
import { companyReader, companyWriter } from './company-store.ts';
import { consentRequestReader, consentRequestWriter } from './consent-request-store.ts';
import { consentReader, consentWriter } from './consent-store.ts';
import { customerReader, customerWriter } from './customer-store.ts';
import { demoMailReader, demoMailWriter } from './demo-mail-store.ts';
import { disclosureReader, disclosureWriter } from './disclosure-store.ts';
import { erasureReader, erasureWriter } from './erasure-store.ts';
import { factReader, factWriter } from './fact-store.ts';
import { foreignReader, foreignWriter } from './foreign-store.ts';
import { idempotencyReader, idempotencyWriter } from './idempotency-store.ts';
import { interactionReader, interactionWriter } from './interaction-store.ts';
import { jobReader, jobWriter } from './job-store.ts';
import { keptFormReader, keptFormWriter } from './kept-form-store.ts';
import { ledgerReader, ledgerWriter } from './ledger-store.ts';
import { mailLinkReader, mailLinkWriter } from './mail-link-store.ts';
import { mailRefusalReader, mailRefusalWriter } from './mail-refusal-store.ts';
import { ownFileReader, ownFileWriter } from './own-file-store.ts';
import { peopleReader } from './people-store.ts';
import { plannedContactReader, plannedContactWriter } from './planned-contact-store.ts';
import { preferenceReader, preferenceWriter } from './preference-store.ts';
import { profileReader, profileWriter } from './profile-store.ts';
import { purposeReader, purposeWriter } from './purpose-store.ts';
import { recallReader, recallWriter } from './recall-store.ts';
import { receiptReader, receiptWriter } from './receipt-store.ts';
import { relationshipReader, relationshipWriter } from './relationship-store.ts';
import { requestReader, requestWriter } from './request-store.ts';
import { segmentReader, segmentWriter } from './segment-store.ts';
import { signInReader, signInWriter } from './sign-in-store.ts';
import { staffReader, staffWriter } from './staff-store.ts';
import { stopListReader, stopListWriter } from './stop-list-store.ts';
import { threadReader, threadWriter } from './thread-store.ts';
import { contactUseReader, contactUseWriter } from './use-store.ts';
import { yearlyReader, yearlyWriter } from './yearly-store.ts';

/** @param long connection for reads that may take minutes */
export function createReaders(db: Reader, long: Reader): Readers {
  return {
    company: companyReader(db),
    companyField: companyFieldReader(db),
    staff: staffReader(db),
    customer: customerReader(db, long),
    relationship: relationshipReader(db, long),
    profile: profileReader(db),
    purpose: purposeReader(db),
    consent: consentReader(db, long),
    consentRequest: consentRequestReader(db),
    preference: preferenceReader(db),
    use: contactUseReader(db),
    plannedContact: plannedContactReader(db),
    people: peopleReader(db, long),
    fact: factReader(db),
    segment: segmentReader(db),
    ledger: ledgerReader(db, long),
    disclosure: disclosureReader(db, long),
    request: requestReader(db),
    job: jobReader(db),
    signIn: signInReader(db),
    idempotency: idempotencyReader(db),
    demoMail: demoMailReader(db),
    ownFile: ownFileReader(db),
    foreign: foreignReader(db, long),
    recall: recallReader(db),
    stopList: stopListReader(db),
    erasure: erasureReader(db),
    mailLink: mailLinkReader(db),
    keptForm: keptFormReader(db),
    receipt: receiptReader(db),
    mailRefusal: mailRefusalReader(db),
    thread: threadReader(db),
    interaction: interactionReader(db),
    yearly: yearlyReader(db),
  };
}

/** The same stores inside one transaction, where they read what it wrote. */
export function createWriters(db: Writer, onCommit: Writers['onCommit']): Writers {
  return {
    company: companyWriter(db),
    companyField: companyFieldWriter(db),
    staff: staffWriter(db),
    customer: customerWriter(db),
    relationship: relationshipWriter(db),
    profile: profileWriter(db),
    purpose: purposeWriter(db),
    consent: consentWriter(db),
    consentRequest: consentRequestWriter(db),
    preference: preferenceWriter(db),
    use: contactUseWriter(db),
    plannedContact: plannedContactWriter(db),
    people: peopleReader(db, db),
    fact: factWriter(db),
    segment: segmentWriter(db),
    ledger: ledgerWriter(db),
    disclosure: disclosureWriter(db),
    request: requestWriter(db),
    job: jobWriter(db),
    signIn: signInWriter(db),
    idempotency: idempotencyWriter(db),
    demoMail: demoMailWriter(db),
    ownFile: ownFileWriter(db),
    foreign: foreignWriter(db),
    recall: recallWriter(db),
    stopList: stopListWriter(db),
    erasure: erasureWriter(db),
    mailLink: mailLinkWriter(db),
    keptForm: keptFormWriter(db),
    receipt: receiptWriter(db),
    mailRefusal: mailRefusalWriter(db),
    thread: threadWriter(db),
    interaction: interactionWriter(db),
    yearly: yearlyWriter(db),
    onCommit,
  };
}
