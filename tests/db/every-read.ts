import type { Readers } from '#app/core/shared/storage.ts';
import type { CompanyId, CustomerId, PurposeId, RelationshipId } from '#schema/ids.ts';
import { SEGMENTS } from '#tests/db/every-segment.ts';
import { newId, T0, T1, T2 } from '#tests/db/rows.ts';

/** A new way of reading does not compile here until it is called, and so its plan is looked at. */
type EveryRead = { [Noun in keyof Readers]: { [Method in keyof Readers[Noun]]: () => Promise<unknown> } };

export interface Known {
  readonly companyId: CompanyId;
  readonly purposeId: PurposeId;
  readonly objectionId: PurposeId;
  readonly customerId: CustomerId;
  readonly relationshipId: RelationshipId;
}

export function everyRead(read: Readers, known: Known): EveryRead {
  const { companyId, purposeId, customerId, relationshipId } = known;
  const query = { companyId, purposeId, at: T1 };
  const queries = [
    query,
    { ...query, purposeId: known.objectionId },
    ...SEGMENTS.map((conditions) => ({ ...query, conditions })),
  ];
  const all = async (calls: readonly Promise<unknown>[]) => Promise.all(calls);
  const id = newId<never>();
  const day = { from: T0, until: T2, limit: 20 };
  return {
    company: {
      find: () => read.company.find(companyId),
      findBySlug: () => read.company.findBySlug('alpenrad'),
      all: () => read.company.all(),
      currentNotice: () => read.company.currentNotice(companyId, 'de'),
      currentNoticeVersion: () => read.company.currentNoticeVersion(companyId, 'de'),
      notices: () => read.company.notices(companyId),
    },
    companyField: {
      find: () => read.companyField.find(id),
      findMany: () => read.companyField.findMany([id]),
      ofCompany: () => read.companyField.ofCompany(companyId),
      released: () => read.companyField.released(),
      answersOf: () => read.companyField.answersOf(customerId),
    },
    staff: {
      find: () => read.staff.find(id),
      findByEmail: () => read.staff.findByEmail('a@example.org'),
      ofCompany: () => read.staff.ofCompany(companyId),
    },
    customer: {
      find: () => read.customer.find(customerId),
      findMany: () => read.customer.findMany([customerId]),
      findByEmailIndex: () => read.customer.findByEmailIndex('index'),
      verifications: () => read.customer.verifications(customerId),
      unconfirmedBefore: () => read.customer.unconfirmedBefore(T1, 10),
    },
    relationship: {
      find: () => read.relationship.find(relationshipId),
      findLive: () => read.relationship.findLive(customerId, companyId),
      findBySubject: () => read.relationship.findBySubject(companyId, id),
      findBySubjects: () => read.relationship.findBySubjects(companyId, [id]),
      findBySubjectStart: () => read.relationship.findBySubjectStart(companyId, '0123abcd'),
      findByNumberIndex: () => read.relationship.findByNumberIndex(companyId, 'number'),
      ofCustomer: () => read.relationship.ofCustomer(customerId),
      allOfCustomer: () => read.relationship.allOfCustomer(customerId),
      findMany: () => read.relationship.findMany([relationshipId]),
      page: () => read.relationship.page(relationshipId, 10),
      countLive: () => read.relationship.countLive(companyId),
      numberIndex: () => read.relationship.numberIndex(relationshipId),
      proofUntil: () => read.relationship.proofUntil(relationshipId),
      findByLeaverIndex: () => read.relationship.findByLeaverIndex(companyId, 'hash'),
      sealedNumber: () => read.relationship.sealedNumber(relationshipId),
    },
    profile: {
      sealedGroups: () =>
        all([read.profile.sealedGroups([customerId]), read.profile.sealedGroups([customerId], ['contact'])]),
      dueReviews: () => read.profile.dueReviews(T1, 10),
      reminder: () => read.profile.reminder(customerId),
    },
    purpose: {
      find: () => read.purpose.find(purposeId),
      findBySlug: () => read.purpose.findBySlug(companyId, 'newsletter'),
      current: () => read.purpose.current(companyId),
      all: () => read.purpose.all(companyId),
      currentVersion: () => read.purpose.currentVersion(purposeId),
      version: () => read.purpose.version(id),
      versions: () => read.purpose.versions(purposeId),
      card: () => read.purpose.card(id, 'de'),
      cards: () => read.purpose.cards(id),
      cardHash: () => read.purpose.cardHash(id, 'de'),
      cardByHash: () => read.purpose.cardByHash('hash'),
    },
    consent: {
      find: () => read.consent.find(relationshipId, purposeId),
      ofRelationship: () => read.consent.ofRelationship(relationshipId),
      ofRelationships: () => read.consent.ofRelationships([relationshipId]),
      ofCustomer: () => read.consent.ofCustomer(customerId),
      openFacts: () => read.consent.openFacts(customerId, T1),
      expiredAt: () => read.consent.expiredAt(T1, 10),
      due: () => read.consent.due([purposeId], { at: T1, pendingBefore: T0, expiringBefore: T2 }),
      duePeople: async () => {
        const window = { at: T1, pendingBefore: T0, expiringBefore: T2 };
        const of = { ...window, purposeId, versionId: id, limit: 10 };
        for (const what of ['granted', 'expiring', 'pending'] as const)
          await read.consent.duePeople({ ...of, what });
      },
    },
    consentRequest: {
      find: () => read.consentRequest.find(id),
      ofCustomer: () => read.consentRequest.ofCustomer(customerId, 10),
      ofCompany: () => read.consentRequest.ofCompany(companyId, 10),
      between: () => read.consentRequest.between(customerId, companyId, T0),
      stops: () => read.consentRequest.stops(customerId),
    },
    preference: {
      find: () => read.preference.find(customerId, companyId),
      overrides: () => read.preference.overrides(customerId),
    },
    use: {
      instants: () => read.use.instants(relationshipId, T0, T1),
      ofRelationship: () => read.use.ofRelationship(relationshipId, 10),
      lastUses: () => read.use.lastUses(relationshipId),
      findReport: () => read.use.findReport(companyId, 'reference'),
      reports: () => read.use.reports(companyId, 10),
      reportingSince: () => read.use.reportingSince(companyId),
    },
    plannedContact: {
      find: () => read.plannedContact.find(companyId, id),
      next: () => read.plannedContact.next(companyId, T1, 10),
    },
    people: {
      count: () => all(queries.map((one) => read.people.count(one))),
      page: () => all(queries.map((one) => read.people.page(one, id, 10))),
      longPage: () => all(queries.map((one) => read.people.longPage(one, null, 10))),
      bySubjects: () => all(queries.map((one) => read.people.bySubjects(one, [id]))),
      contactFacts: () => read.people.contactFacts([customerId], companyId),
    },
    fact: { find: () => read.fact.find(id) },
    segment: {
      find: () => read.segment.find(companyId, id),
      ofCompany: () => read.segment.ofCompany(companyId),
    },
    ledger: {
      state: () => read.ledger.state(),
      entry: () => read.ledger.entry(3),
      range: () => read.ledger.range(3, 10),
      search: () =>
        all(
          [
            {},
            { kinds: ['granted' as const] },
            { purposeId },
            { relationshipIds: [relationshipId] },
            { method: 'letter' as const },
            { method: 'web' as const, purposeId, kinds: ['granted' as const], beforeIndex: 9 },
          ].map((filter) => read.ledger.search({ companyId, ...day, ...filter })),
        ),
      count: () =>
        all([
          read.ledger.count({ companyId }),
          read.ledger.count({ companyId, kinds: ['granted', 'withdrawn'], purposeId, from: T0 }),
        ]),
      countByDay: () => read.ledger.countByDay(companyId, ['granted', 'withdrawn'], T0),
      ofRelationship: () =>
        all([
          read.ledger.ofRelationship(relationshipId),
          read.ledger.ofRelationship(relationshipId, purposeId),
        ]),
      ofCustomer: () => read.ledger.ofCustomer(customerId, 10),
      indicesOfCustomer: () => read.ledger.indicesOfCustomer(customerId),
      entriesAt: () => read.ledger.entriesAt([3, 5]),
      nodes: () =>
        read.ledger.nodes([
          { level: 0, index: 1 },
          { level: 3, index: 2 },
        ]),
      latestCheckpoint: () => read.ledger.latestCheckpoint(),
      checkpoints: () => read.ledger.checkpoints(0, 10),
      checkpointCovering: () => read.ledger.checkpointCovering(3),
      changes: () => read.ledger.changes(companyId, 0, 10),
    },
    disclosure: {
      looksOfCustomer: () =>
        all([
          read.disclosure.looksOfCustomer(customerId, { limit: 10 }),
          read.disclosure.looksOfCustomer(customerId, { limit: 10, companyId, before: T2, since: T0 }),
          read.disclosure.looksOfCustomer(customerId, { limit: 10, field: 'email' }),
          read.disclosure.looksOfCustomer(customerId, { limit: 10, companyId, role: 'officer' }),
        ]),
      countOfCustomer: () => read.disclosure.countOfCustomer(customerId),
      fieldsSeen: () => read.disclosure.fieldsSeen(customerId),
      lookOfCustomer: () => read.disclosure.lookOfCustomer(customerId, id),
      looksOfRelationship: () => read.disclosure.looksOfRelationship(relationshipId, 10),
      ofCompany: () => read.disclosure.ofCompany(companyId, 10),
      countOfCompany: () => read.disclosure.countOfCompany(companyId, T0),
      inLog: () => read.disclosure.inLog(0, 10),
      subjectsOfMany: () => read.disclosure.subjectsOfMany([id]),
      countByDay: () => read.disclosure.countByDay(customerId, T0),
      received: () => read.disclosure.received(relationshipId),
      batchesOf: () => read.disclosure.batchesOf(relationshipId),
      subjects: () => read.disclosure.subjects(id),
      find: () => read.disclosure.find(id),
    },
    request: {
      find: () => read.request.find(id),
      ofCustomer: () => read.request.ofCustomer(customerId),
      ofRelationship: () => read.request.ofRelationship(relationshipId),
      ofCompany: () =>
        all([
          read.request.ofCompany(companyId, { closed: false, limit: 10 }),
          read.request.ofCompany(companyId, { closed: false, dueBefore: T1, kind: 'access', limit: 10 }),
          read.request.ofCompany(companyId, { closed: true, limit: 10 }),
        ]),
      count: () => read.request.count(companyId, T1, T2),
      toRemind: () => read.request.toRemind(T1, 10),
      oldLetters: () => read.request.oldLetters(T1, 10),
      events: () => read.request.events(id),
      files: () => read.request.files(id),
      fileContent: () => read.request.fileContent(id, id),
    },
    job: {
      countDue: () => all([read.job.countDue(T1), read.job.countDue(T1, ['mail'])]),
      countFailed: () => read.job.countFailed(),
      givenUp: () => read.job.givenUp('mail', 10),
      delayed: () => read.job.delayed('mail', 10),
    },
    idempotency: { find: () => read.idempotency.find({ key: 'k', actor: 'a', route: '/' }) },
    signIn: {
      findSession: () => read.signIn.findSession('hash'),
      sessionsOf: () => read.signIn.sessionsOf('customer:1'),
      findPassword: () => read.signIn.findPassword('customer:1'),
      findProof: () => read.signIn.findProof(id),
      findProofByToken: () => read.signIn.findProofByToken('hash'),
      hasOpenProof: () => read.signIn.hasOpenProof('customer:1', 'sign-in', T1),
      devices: () => read.signIn.devices('customer:1'),
      countProofs: () => read.signIn.countProofs('customer:1', 'confirm-phone', T1),
    },
    ownFile: {
      find: () => read.ownFile.find(customerId, 'export'),
      expired: () => read.ownFile.expired(T1, 10),
      known: () => read.ownFile.known([id]),
    },
    foreign: {
      sources: () => read.foreign.sources(customerId),
      page: () => read.foreign.page(customerId, 'source', 10, 5),
      after: () => read.foreign.after(customerId, null, 10),
      find: () => read.foreign.find(customerId, id),
      text: () => read.foreign.text(customerId, 'text'),
      texts: () => read.foreign.texts(customerId, null, 10),
    },
    recall: {
      find: () => read.recall.find(companyId, id),
      ofCustomer: () => read.recall.ofCustomer(customerId),
      ofRelationship: () => read.recall.ofRelationship(relationshipId),
      ofRelationships: () => read.recall.ofRelationships([relationshipId]),
      open: () => read.recall.open(companyId, 10),
      closed: () => read.recall.closed(companyId, 'confirmed', 10),
      countOpen: () => read.recall.countOpen(companyId, T1),
    },
    stopList: { among: () => read.stopList.among(companyId, ['hash']) },
    erasure: {
      pending: () => read.erasure.pending(10),
      proofsOver: () => read.erasure.proofsOver(T1, T0, 10),
    },
    keptForm: { find: () => read.keptForm.find('hash') },
    mailLink: {
      find: () => read.mailLink.find('hash'),
      ofCustomer: () => read.mailLink.ofCustomer(customerId),
    },
    receipt: {
      cursor: () => read.receipt.cursor(),
      due: () => read.receipt.due(T1, 10),
      dueOf: () => read.receipt.dueOf(customerId),
    },
    mailRefusal: { since: () => read.mailRefusal.since(customerId) },
    thread: {
      find: () => read.thread.find(id),
      ofCustomer: () => read.thread.ofCustomer(customerId, 10, { at: T1, id }),
      unseen: () => read.thread.unseen(customerId, 10),
      waiting: () => read.thread.waiting(companyId, 10),
      settled: () => read.thread.settled(companyId, 10, { at: T1, id }),
      withOfficer: () => read.thread.withOfficer(companyId, 10),
      countWaiting: () => read.thread.countWaiting(companyId),
      messages: () => read.thread.messages(id),
      pictures: () => read.thread.pictures(id),
      picture: () => read.thread.picture(id, id),
      statementsOfCustomer: () => read.thread.statementsOfCustomer(customerId),
      statementsOfRelationship: () => read.thread.statementsOfRelationship(relationshipId),
      statementsOfCompany: () => read.thread.statementsOfCompany(companyId, 'look', 10),
    },
    interaction: {
      find: () => read.interaction.find(id),
      ofRelationship: () => read.interaction.ofRelationship(relationshipId, 10, { at: T1, id }),
      ofCustomer: () => read.interaction.ofCustomer(customerId),
    },
    yearly: {
      reminder: () => read.yearly.reminder(customerId),
      kept: () => read.yearly.kept(customerId),
      due: () => read.yearly.due(T1, 10),
    },
    demoMail: { newest: () => read.demoMail.newest(10), find: () => read.demoMail.find(id) },
  };
}
