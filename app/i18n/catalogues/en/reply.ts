/** Drafts of answers to rights requests; see the German file. */
export const reply = {
  opening: 'Hello,',
  done: {
    access:
      'On {{arrived}} you asked what we know about you. Here is the answer.\n\nWe hold these data: [data]\nWe have them from: [source]\nWe use them for: [purpose]\nThey went to: [names]\nWe keep them until: [day]\n\nThe file says more. You can have things put right or deleted. The authority can help you too: {{authority}}.',
    rectification:
      'On {{arrived}} you told us what is wrong. We have changed it: [old and new].\n\nThose who had the old data now know it too: [names].',
    restriction:
      'On {{arrived}} you asked us to stop using your data. We keep to it. The data are only stored.\n\nWe will write to you before that changes.',
    objection:
      'We have checked your objection of {{arrived}}. It holds. We no longer use your data for this: [purpose].',
    erasure:
      'On {{arrived}} you asked us to delete your data. We have done so: [what, where].\n\nThose who had the data from us must delete them too: [names].',
    portability:
      'On {{arrived}} you asked for your data. You will find them in the file. Any program that knows JSON or CSV can read them.',
  },
  refused: {
    access: 'On {{arrived}} you asked what we know about you. We cannot give you this. The reason: [reason].',
    rectification:
      'On {{arrived}} you told us what is wrong. We have checked it and leave it as it is. The reason: [reason].\n\nYour view now stands beside it.',
    restriction:
      'On {{arrived}} you asked us to stop using your data. We do not do so. The reason: [reason].',
    objection:
      'We have checked your objection of {{arrived}}. We go on using the data. The reason weighs more here: [reason].',
    erasure:
      'On {{arrived}} you asked us to delete your data. We may not do so yet. The reason: [reason].\n\nWe will delete them on: [day].',
    portability:
      'On {{arrived}} you asked for your data. This right does not apply here. The reason: [reason].\n\nYou can always ask to see your data.',
  },
  refusedRights:
    'Do you disagree? Then {{authority}} can help you ({{authorityUrl}}). You can also go to court.',
  extended:
    'We have your request of {{arrived}}. We need more time. The reason: [reason].\n\nYou will have the answer by {{due}}.',
  held: {
    'legal-hold': 'We may not delete these data yet. There is an open dispute: [what it is about].',
    retention: 'A law says that we keep these data: [law and data]. We use them for nothing else.',
  },
  message: {
    plain: 'About your request of {{arrived}} we would like to tell you this: [text].',
    identity:
      'For your request of {{arrived}} we still need something. We are not sure that it is you. Please tell us: [question].\n\nWe do not need a copy of your ID card.',
    clarify:
      'About your request of {{arrived}} we have a question: [question].\n\nYou do not have to answer. The clock goes on.',
  },
};
