/**
 * Drafts of answers to rights requests, in the language of the person. The
 * officer changes them before sending; brackets mark what only the officer
 * knows. Plain text; nothing here is sent by itself.
 */
export const reply = {
  opening: 'Guten Tag,',
  done: {
    access:
      'Sie haben am {{arrived}} gefragt, was wir über Sie wissen. Hier ist die Antwort.\n\nDiese Daten haben wir: [Daten]\nWir haben sie von: [Quelle]\nWir nutzen sie für: [Zweck]\nBekommen haben sie: [Namen]\nWir behalten sie bis: [Tag]\n\nMehr dazu steht in der Datei. Sie können Falsches ändern und Daten löschen lassen. Auch die Aufsicht hilft Ihnen: {{authority}}.',
    rectification:
      'Sie haben uns am {{arrived}} gesagt, was nicht stimmt. Wir haben es jetzt geändert: [alt und neu].\n\nWer die alten Daten bekam, weiß es nun auch: [Namen].',
    restriction:
      'Sie wollten am {{arrived}}, dass wir Ihre Daten nicht mehr nutzen. Wir halten uns daran. Wir bewahren sie auf, mehr nicht.\n\nWir schreiben Ihnen, bevor sich das ändert.',
    objection:
      'Ihren Widerspruch vom {{arrived}} haben wir geprüft. Er gilt. Wir nutzen Ihre Daten dafür nicht mehr: [Zweck].',
    erasure:
      'Sie wollten am {{arrived}}, dass wir Ihre Daten löschen. Das ist geschehen: [was, wo].\n\nWer die Daten von uns bekam, soll sie auch löschen: [Namen].',
    portability:
      'Sie wollten am {{arrived}} Ihre Daten haben. Sie finden sie in der Datei. Jedes Programm, das JSON oder CSV kennt, kann sie lesen.',
  },
  refused: {
    access:
      'Sie haben am {{arrived}} gefragt, was wir über Sie wissen. Das können wir Ihnen so nicht geben. Der Grund: [Grund].',
    rectification:
      'Sie haben uns am {{arrived}} gesagt, was nicht stimmt. Wir haben es geprüft und lassen es so. Der Grund: [Grund].\n\nIhre Sicht steht jetzt dabei.',
    restriction:
      'Sie wollten am {{arrived}}, dass wir Ihre Daten nicht mehr nutzen. Das tun wir nicht. Der Grund: [Grund].',
    objection:
      'Ihren Widerspruch vom {{arrived}} haben wir geprüft. Wir nutzen die Daten weiter. Der Grund wiegt hier mehr: [Grund].',
    erasure:
      'Sie wollten am {{arrived}}, dass wir Ihre Daten löschen. Das dürfen wir noch nicht. Der Grund: [Grund].\n\nWir löschen sie am: [Tag].',
    portability:
      'Sie wollten am {{arrived}} Ihre Daten haben. Dieses Recht gilt hier nicht. Der Grund: [Grund].\n\nEine Auskunft können Sie immer haben.',
  },
  refusedRights:
    'Sind Sie nicht einverstanden? Dann hilft Ihnen {{authority}} ({{authorityUrl}}). Sie können auch vor Gericht gehen.',
  extended:
    'Ihre Anfrage vom {{arrived}} ist bei uns. Wir brauchen mehr Zeit. Der Grund: [Grund].\n\nSie bekommen die Antwort bis {{due}}.',
  held: {
    retention:
      'Ein Gesetz sagt, dass wir diese Daten behalten: [Gesetz und Daten]. Wir nutzen sie sonst für nichts.',
  },
  message: {
    plain: 'Zu Ihrer Anfrage vom {{arrived}} möchten wir Ihnen etwas sagen: [Text].',
    identity:
      'Zu Ihrer Anfrage vom {{arrived}} fehlt uns noch etwas. Wir wissen nicht sicher, dass Sie es sind. Bitte sagen Sie uns: [Frage].\n\nEine Kopie Ihres Ausweises brauchen wir nicht.',
    clarify:
      'Zu Ihrer Anfrage vom {{arrived}} haben wir eine Frage: [Frage].\n\nSie müssen nicht antworten. Die Frist läuft weiter.',
  },
} as const;
