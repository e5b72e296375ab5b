/** The pages behind a link in a mail, which need no sign-in. */
export const byMail = {
  link: {
    title: 'Was gilt',
    lead: 'Diese Seite gehört zu einer Mail an Sie. Sie sehen nur, worum es geht. Ihre Angaben stehen hier nicht.',
    nobody: 'Sie sind mit keiner Firma mehr verbunden.',
    nothing: 'Bei {{company}} läuft nichts, was Sie zurücknehmen könnten.',
    fixed: 'Das bleibt, weil Vertrag oder Gesetz es verlangen: {{purposes}}.',
    noMail: 'Keine Mails mehr von {{company}}',
    noMailMeans: 'Ohne Mails bleiben Ihre Antworten, wie sie sind. Was der Vertrag verlangt, kommt weiter.',
    mailIsOff: '{{company}} schreibt Ihnen keine Mails. Das haben Sie so gewählt.',
    fewer: 'Höchstens eine Nachricht in der Woche von {{company}}',
    fewerMeans: {
      checked: 'Ob sich {{company}} an eine Grenze hält, prüfen wir.',
      asked: 'Eine Grenze ist ein Wunsch an {{company}}. Prüfen können wir ihn nicht.',
    },
    isFewer: {
      checked: 'Höchstens eine Nachricht in der Woche: Das prüfen wir bei {{company}}.',
      asked: 'Höchstens eine Nachricht in der Woche: Darum haben Sie {{company}} gebeten.',
    },
    done: {
      'no-mail': 'Von dieser Firma kommen keine Mails mehr.',
      fewer: 'Ab jetzt gilt: höchstens eine Nachricht in der Woche.',
      'no-reminder': 'Diese Erinnerung kommt nicht mehr.',
    },
    reminderTitle: 'Erinnerungen',
    noReminder: 'Daran nicht mehr erinnern',
    same: 'Das war schon so. Es hat sich nichts geändert.',
    stopLead: 'Bei allen Firmen, mit einem Druck. Es wirkt sofort.',
    endPause: 'Die Pause beenden Sie nach dem Anmelden. Hier können Sie eine andere Dauer wählen.',
    undo: 'Anmelden und rückgängig machen, zehn Minuten lang',
    more: 'Anmelden und alles ansehen',
  },
  refused: {
    title: 'Seit {{date}} kommt keine Mail bei Ihnen an.',
    text: 'Ihr Mailserver nimmt für diese Adresse nichts an. Stimmt sie noch? Mit der nächsten Mail, die ankommt, ist dieser Hinweis weg.',
    change: 'Adresse prüfen oder ändern',
  },
  newLink: {
    title: 'Neuen Link holen',
    lead: 'Wir schicken Ihnen eine Mail mit einem neuen Link. Damit sehen Sie, was gilt, und nehmen zurück, was Sie wollen.',
    sentTitle: 'Sehen Sie in Ihre Mails',
    sentLead: 'Wenn es zu dieser Adresse ein Konto gibt, ist jetzt eine Mail unterwegs.',
  },
} as const;
