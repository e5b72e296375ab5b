/**
 * Mails. No advertising in a mail that confirms something (UWG § 7). One entry
 * for each template of app/core/sign-in/draft-mail.ts: `subject`, `lead`,
 * `button` (the label of its link, if it has one) and `note`.
 */
export const mail = {
  greeting: 'Guten Tag',
  closing: 'Freundliche Grüße',
  sender: '{{company}} (über Driverseat)',
  yourCode: 'Ihr Code:',
  copyLink: 'Klappt der Knopf nicht? Dann kopieren Sie diesen Link in Ihren Browser:',
  /** Below each mail: why it came. */
  why: {
    account: 'Diese Mail kommt von {{site}}. Sie enthält keine Werbung.',
    receipt:
      'Sie bekommen diese Mail, weil Sie auf {{site}} etwas entschieden oder gefragt haben. Sie enthält keine Werbung.',
    company: 'Sie bekommen diese Mail, weil Sie mit {{company}} auf {{site}} verbunden sind.',
    reminder: 'Sie bekommen diese Mail, weil Sie sich auf {{site}} erinnern lassen.',
  },
  ways: {
    view: 'Ansehen, was gilt',
    fewer: 'Weniger Mails',
    stop: 'Stopp: zurücknehmen, ohne Anmeldung',
  },
  receipt: {
    subject: 'Was Sie entschieden haben',
    lead: 'Auf {{site}} haben Sie etwas entschieden. Hier steht es zum Aufheben:',
    button: 'Ansehen oder zurücknehmen',
    note: 'Dafür brauchen Sie kein Passwort. Waren Sie das nicht? Dann nehmen Sie es dort bitte zurück und melden Sie sich danach an.',
    purpose: '„{{purpose}}“ ({{company}})',
    fromTo: 'Vorher: {{from}}. Jetzt: {{to}}.',
    changed: 'Es bleibt beim Ja. Die Auswahl ist neu.',
    pause: 'Pause ({{company}})',
    noPause: 'keine Pause',
    preference: 'Wie und wie oft ({{company}})',
    channelsOff: 'Neu gewählt. Abgeschaltet sind: {{channels}}.',
    channelsOn: 'Neu gewählt. Kein Weg ist abgeschaltet.',
    reference: '{{time}}, Eintrag {{number}}',
    more_one: 'Und noch ein Eintrag. Alles steht unter „Was war“.',
    more_other: 'Und noch {{count}} Einträge. Alles steht unter „Was war“.',
  },
  'mail-link': {
    subject: 'Ihr neuer Link',
    lead: 'Mit diesem Link sehen Sie, was auf {{site}} gilt. Sie können dort alles zurücknehmen, ohne Anmeldung.',
    button: 'Ansehen, was gilt',
    note: 'Der Link gilt drei Monate. Waren Sie das nicht? Dann tun Sie einfach nichts.',
  },
  'confirm-address': {
    subject: 'Bitte bestätigen Sie Ihre Adresse',
    lead: 'Sie haben auf {{site}} ein Konto angelegt. Bitte sagen Sie uns mit einem Klick: Diese Adresse gehört Ihnen.',
    button: 'Adresse bestätigen',
    note: 'Der Link gilt bis {{time}} und nur einmal. Waren Sie das nicht? Dann tun Sie einfach nichts. Ohne Ihren Klick löschen wir alles.',
  },
  'confirm-join': {
    subject: 'Ihre Antwort an {{company}}: bitte bestätigen',
    lead: 'Sie haben auf {{site}} eine Antwort an {{company}} gegeben. Sie gilt erst, wenn Sie sie hier bestätigen.',
    button: 'Antwort ansehen und bestätigen',
    note: 'Der Link gilt bis {{time}} und nur einmal. Waren Sie das nicht? Dann tun Sie einfach nichts. Ohne Ihren Klick gilt keine der Antworten.',
  },
  'already-registered': {
    subject: 'Sie haben schon ein Konto',
    lead: 'Jemand wollte auf {{site}} mit Ihrer Adresse ein Konto anlegen. Sie haben dort schon eines. Mit diesem Link melden Sie sich an.',
    button: 'Anmelden',
    note: 'Der Link gilt bis {{time}} und nur einmal. Waren Sie das nicht? Dann tun Sie einfach nichts. An Ihrem Konto ändert sich nichts.',
  },
  'sign-in': {
    subject: 'Ihr Code zum Anmelden',
    lead: 'Mit diesem Code melden Sie sich auf {{site}} an. Der Knopf darunter geht auch.',
    button: 'Ohne Code anmelden',
    note: 'Beides gilt bis {{time}} und nur einmal. Geben Sie den Code nie weiter, auch nicht am Telefon. Waren Sie das nicht? Dann tun Sie einfach nichts.',
  },
  'step-up': {
    subject: 'Ihr Code zur Sicherheit',
    lead: 'Für diesen Schritt auf {{site}} brauchen wir einen neuen Code. Er zeigt uns, dass Sie es sind.',
    note: 'Der Code gilt bis {{time}} und nur einmal. Waren Sie das nicht? Dann ist jemand mit Ihrem Konto angemeldet. Melden Sie dort bitte alle Geräte ab.',
  },
  'reset-password': {
    subject: 'Neues Passwort',
    lead: 'Sie möchten ein neues Passwort für {{site}}. Hier können Sie es wählen.',
    button: 'Neues Passwort wählen',
    note: 'Der Link gilt bis {{time}} und nur einmal. Waren Sie das nicht? Dann tun Sie einfach nichts. Ihr Passwort bleibt, wie es ist.',
  },
  'confirm-new-address': {
    subject: 'Bitte bestätigen Sie Ihre neue Adresse',
    lead: 'Sie möchten auf {{site}} diese Adresse nutzen. Bitte sagen Sie uns mit einem Klick: Sie gehört Ihnen.',
    button: 'Neue Adresse bestätigen',
    note: 'Der Link gilt bis {{time}} und nur einmal. Bis dahin melden Sie sich noch mit der alten Adresse an. Waren Sie das nicht? Dann tun Sie einfach nichts.',
  },
  'address-changing': {
    subject: 'Ihre Mail-Adresse soll sich ändern',
    lead: 'Für Ihr Konto auf {{site}} wurde eine neue Mail-Adresse genannt. Sie gilt erst, wenn sie bestätigt ist.',
    note: 'Waren Sie das nicht? Dann melden Sie sich bitte gleich an. In Ihrem Konto können Sie die alte Adresse behalten und alle Geräte abmelden.',
  },
  'address-changed': {
    subject: 'Ihre Mail-Adresse ist neu',
    lead: 'Für Ihr Konto auf {{site}} gilt jetzt eine andere Mail-Adresse. Diese hier gilt nicht mehr.',
    note: 'Waren Sie das nicht? Dann schreiben Sie bitte gleich an die Stelle, die im Impressum steht.',
  },
  'sessions-ended': {
    subject: 'Überall abgemeldet',
    lead: 'Ihr Konto auf {{site}} ist jetzt auf keinem Gerät mehr angemeldet.',
    note: 'Waren Sie das nicht? Dann melden Sie sich bitte gleich an und sehen Sie nach.',
  },
  'data-taken': {
    subject: 'Ihre Daten wurden geholt',
    lead: 'Jemand hat auf {{site}} die Datei mit all Ihren Daten geholt.',
    note: 'Waren Sie das nicht? Dann melden Sie bitte gleich alle Geräte ab.',
  },
  'password-changed': {
    subject: 'Ihr Passwort ist neu',
    lead: 'Für Ihr Konto auf {{site}} gilt jetzt ein neues Passwort. Alle anderen Geräte sind abgemeldet.',
    note: 'Waren Sie das nicht? Dann melden Sie sich bitte gleich mit einem Code an und wählen Sie ein anderes Passwort.',
  },
  question: {
    subject: '{{company}} hat eine Frage an Sie',
    lead: '{{company}} bittet Sie auf {{site}} um ein Ja oder Nein. Warum, lesen Sie dort.',
    button: 'Frage lesen',
    note: 'Antworten müssen Sie nicht. Ohne Ihr Ja geschieht nichts. Dort können Sie auch sagen, dass Sie keine Fragen mehr wollen.',
  },
  'password-removed': {
    subject: 'Ihr Konto hat kein Passwort mehr',
    lead: 'Für Ihr Konto auf {{site}} gilt kein Passwort mehr. Sie melden sich mit Code oder Link an.',
    note: 'Alle anderen Geräte sind abgemeldet. Waren Sie das nicht? Dann melden Sie sich bitte gleich an.',
  },
  'request-received': {
    subject: 'Ihre Anfrage ist bei {{company}}',
    lead: '{{company}} hat Ihre Anfrage zu Ihren Rechten. Die Antwort kommt bis {{day}}.',
    button: 'Anfrage ansehen',
    note: 'Waren Sie das nicht? Dann schreiben Sie es bitte dort dazu.',
  },
  'request-extended': {
    subject: '{{company}} braucht mehr Zeit',
    lead: '{{company}} braucht für Ihre Anfrage mehr Zeit. Die Antwort kommt bis {{day}}.',
    button: 'Grund lesen',
    note: 'Der Grund steht bei Ihrer Anfrage. Lesen können Sie ihn, wenn Sie angemeldet sind.',
  },
  'request-answered': {
    subject: 'Antwort von {{company}}',
    lead: '{{company}} hat Ihre Anfrage zu Ihren Rechten beantwortet.',
    button: 'Antwort lesen',
    note: 'Was darin steht, geht nur Sie etwas an. Darum steht es nicht in dieser Mail.',
  },
  'request-message': {
    subject: 'Nachricht zu Ihrer Anfrage',
    lead: '{{company}} hat Ihnen zu Ihrer Anfrage geschrieben. Die Antwort kommt bis {{day}}.',
    button: 'Nachricht lesen',
    note: 'Was darin steht, geht nur Sie etwas an. Darum steht es nicht in dieser Mail.',
  },
  'request-new': {
    subject: 'Neue Anfrage, fällig am {{day}}',
    lead: 'Bei {{company}} ist eine neue Anfrage zu Rechten da. Sie ist bis {{day}} zu beantworten.',
    button: 'Anfrage öffnen',
    note: 'Die Mail geht an alle im Datenschutz.',
  },
  'request-due': {
    subject: 'Anfrage ist am {{day}} fällig',
    lead: 'Bei {{company}} ist eine Anfrage noch offen. Sie ist bis {{day}} zu beantworten.',
    button: 'Anfrage öffnen',
    note: 'Die Mail geht an alle im Datenschutz. Sie kommt für jede Frist nur ein Mal.',
  },
  'file-ready': {
    subject: 'Ihre Datei ist fertig',
    lead: 'Sie wollten alles mitnehmen, was auf {{site}} über Sie steht. Die Datei ist fertig. Melden Sie sich dort an und öffnen Sie „Alles mitnehmen“.',
    note: 'Die Datei liegt dort bis {{time}}. Dann wird sie gelöscht. Waren Sie das nicht? Dann melden Sie dort bitte alle Geräte ab.',
  },
  'profile-review': {
    subject: 'Stimmen Ihre Angaben noch?',
    lead: 'Einige Ihrer Angaben auf {{site}} sind ein Jahr alt. Unter „Meine Daten“ steht, welche das sind.',
    note: 'Sie müssen nichts tun. Dort können Sie auch wählen, dass wir nicht mehr fragen.',
  },
  'thread-answered': {
    subject: '{{company}} hat Ihnen geantwortet',
    lead: 'Auf {{site}} wartet eine Antwort von {{company}} auf Sie. Was darin steht, lesen nur Sie. Darum steht es nicht in dieser Mail.',
    button: 'Antwort lesen',
    note: 'Sie müssen nichts tun, wenn Sie nicht mögen.',
  },
  'thread-called': {
    subject: 'Sie werden in einem Gespräch gebraucht',
    lead: 'Bei {{company}} wartet ein Mensch zu lange auf eine Antwort. Darum bittet er den Datenschutz dazu.',
    button: 'Gespräch öffnen',
    note: 'Die Mail geht an alle im Datenschutz.',
  },
  'yearly-look': {
    subject: 'Einmal im Jahr: was gilt, und ob es so bleiben soll',
    lead: 'Sie wollten einmal im Jahr daran denken. Auf {{site}} steht auf einer Seite, was für jede Firma gilt.',
    button: 'Seite öffnen',
    note: 'Auf dieser Seite schalten Sie die Mail auch wieder ab.',
  },
} as const;
