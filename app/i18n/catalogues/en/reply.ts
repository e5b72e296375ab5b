/** Drafts of answers to rights requests; see the German file. */
export const reply = {
  opening: 'Hello,',
  done: {
    access:
      'On {{arrived}} you asked what we know about you. Here is our answer.\n\nWe hold this data: [data]\nWe got it from: [source]\nWe use it for: [purpose]\nIt went to: [names]\nWe keep it until: [day]\n\nThe file tells you more. You can have data put right or deleted. The authority can help you too: {{authority}}.',
    rectification:
      'On {{arrived}} you told us what is wrong. We have now put it right: [old and new].\n\nThose who had the old data have been told: [names].',
    restriction:
      'On {{arrived}} you asked us to stop using your data. We have stopped. The data is now only stored.\n\nWe will write to you before that changes.',
    objection:
      'We have checked your objection of {{arrived}}. We accept it. We no longer use your data for this: [purpose].',
    erasure:
      'On {{arrived}} you asked us to delete your data. We have done so: [what, where].\n\nThose who got the data from us have to delete it too: [names].',
    portability:
      'On {{arrived}} you asked for your data. You will find it in the file. Any program that reads JSON or CSV can open it.',
  },
  refused: {
    access:
      'On {{arrived}} you asked what we know about you. We cannot give you this as you asked. The reason: [reason].',
    rectification:
      'On {{arrived}} you told us what is wrong. We have checked it and will leave it as it is. The reason: [reason].\n\nYour view is now shown next to it.',
    restriction:
      'On {{arrived}} you asked us to stop using your data. We will not do so. The reason: [reason].',
    objection:
      'We have checked your objection of {{arrived}}. We will go on using the data. Our reason weighs more here: [reason].',
    erasure:
      'On {{arrived}} you asked us to delete your data. We may not do so yet. The reason: [reason].\n\nWe will delete it on: [day].',
    portability:
      'On {{arrived}} you asked for your data. This right does not apply here. The reason: [reason].\n\nYou can always ask what we know about you.',
  },
  refusedRights:
    'Do you disagree? Then {{authority}} can help you ({{authorityUrl}}). You can also go to court.',
  extended:
    'We have your request of {{arrived}}. We need more time. The reason: [reason].\n\nYou will have our answer by {{due}}.',
  held: {
    retention: 'The law says that we have to keep this data: [law and data]. We use it for nothing else.',
  },
  message: {
    plain: 'We would like to tell you something about your request of {{arrived}}: [text].',
    identity:
      'We still need something for your request of {{arrived}}. We are not sure that it is you. Please tell us: [question].\n\nWe do not need a copy of your ID card.',
    clarify:
      'We have a question about your request of {{arrived}}: [question].\n\nYou do not have to answer. The deadline stays the same.',
  },
};
