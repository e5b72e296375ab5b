/**
 * Pages of whoever runs the portal. No personal data here.
 *
 * Adding words: write the German text here and the English one under the same
 * key in ../en/operator.ts; the compiler asks for it. Gaps are `{{name}}`, the same
 * in both. A text with a number that changes it is a pair `key_one`/`key_other`
 * with `{{count}}`. Whole sentences only, never parts glued together. When the
 * file grows past 250 lines, make it a folder with one file per screen.
 */
export const operator = {
  home: {
    title: 'Portal',
    fine: 'Das Portal läuft.',
    trouble: 'Etwas braucht Sie.',
    lead: 'Hier stehen nur Zahlen. Personendaten sehen Sie nicht.',
    companies: 'Firmen',
    noCompanies: 'Noch gibt es keine Firma. Legen Sie eine an mit: npx driverseat company add',
    company: 'Firma',
    people: 'Beziehungen',
    purposes: 'Zwecke',
    staff: 'Team',
    since: 'Seit',
    health: 'Zustand',
    log: 'Protokoll',
    logOk_one: 'Ein Eintrag, lückenlos geprüft {{when}}.',
    logOk_other: '{{count}} Einträge, lückenlos geprüft {{when}}.',
    logFaults_one: 'Ein Fehler. Die Einzelheiten zeigt: npx driverseat verify',
    logFaults_other: '{{count}} Fehler. Die Einzelheiten zeigt: npx driverseat verify',
    logUnchecked: 'Noch nicht geprüft seit dem Start.',
    logReadOnly: 'Nur lesbar: Die Datenbank ist älter als der letzte signierte Kopf.',
    database: 'Datenbank',
    databaseOk: 'Schreiben ist möglich.',
    databaseNot: 'Schreiben ist nicht möglich. Ist die Platte voll?',
    schema: 'Tabellen der Datenbank',
    schemaOk: 'Auf dem neuesten Stand.',
    schemaNot: 'Es fehlt etwas. Starten Sie: npx driverseat migrate',
    mail: 'E-Mail',
    mailMode: {
      smtp: 'Es gibt einen Mailserver.',
      demo: 'Vorführung: Mails bleiben im Portal.',
      none: 'Es gibt keinen Mailserver. Setzen Sie SMTP_URL.',
    },
    waiting: 'Mails, die warten',
    failed: 'Abgebrochene Aufgaben',
    failedText: 'Warum, steht im Protokoll des Servers.',
    check: 'Protokoll jetzt prüfen',
    checked: 'Das Protokoll ist jetzt geprüft.',
    doctor: 'Alles auf einmal prüft: npx driverseat doctor',
  },
  mails: {
    title: 'Mails, die nicht ankamen',
    lead: 'Antwortet ein Mailserver nicht, versuchen wir es fünf Tage lang. Erst danach steht die Mail hier. Lehnt er sie ab, steht sie sofort hier.',
    none: 'Keine. Jede Mail ist hinausgegangen oder wartet noch.',
    delayed_one: 'Eine Mail wartet auf den Mailserver.',
    delayed_other: '{{count}} Mails warten auf den Mailserver.',
    delayedText: 'Die älteste ist vom {{since}}. Der nächste Versuch ist um {{next}}. Zuletzt: {{error}}',
    template: 'Mail',
    unknown: 'unbekannt',
    to: 'An',
    toCustomer: 'eine Kundin oder einen Kunden',
    toStaff: 'jemanden aus einem Team',
    toLeaver: 'ein Konto, das es nicht mehr gibt',
    when: 'Bestellt',
    attempts: 'Versuche',
    error: 'Fehler',
    fault: {
      login: 'Der Mailserver nimmt unsere Anmeldung nicht an.',
      tls: 'Die Verbindung zum Mailserver ist nicht sicher.',
      busy: 'Der Mailserver bittet um Geduld.',
      address: 'Der Mailserver kennt die Adresse nicht.',
      message: 'Der Mailserver nimmt den Inhalt nicht an.',
      away: 'Der Mailserver antwortet nicht.',
      other: 'Anderer Fehler.',
    },
    acts: 'Was tun',
    retry: 'Noch einmal',
    discard: 'Verwerfen',
  },
} as const;
