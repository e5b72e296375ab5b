import type { OwnExport } from '#schema/own-export.ts';
import { table } from './csv-table.ts';

export function questionTable({ asking }: OwnExport): { readonly name: string; readonly csv: string } {
  return {
    name: 'questions',
    csv: table(
      [
        'company',
        'purpose',
        'asked_at',
        'state',
        'held_back',
        'answered_at',
        'answer_index',
        'reason',
        'fields',
      ],
      asking.received,
      (one) => [
        one.company,
        one.purpose,
        one.askedAt,
        one.state,
        one.heldBack,
        one.answeredAt,
        one.answerIndex,
        one.reason,
        one.fields,
      ],
    ),
  };
}

export function dialogueTables(data: OwnExport): { readonly name: string; readonly csv: string }[] {
  const said = data.conversations.flatMap((talk) => talk.messages.map((message) => ({ talk, message })));
  return [
    {
      name: 'messages',
      csv: table(
        ['company', 'title', 'concern', 'state', 'at', 'by', 'role', 'text', 'pictures'],
        said,
        ({ talk, message }) => [
          talk.company,
          talk.title,
          talk.concern,
          talk.state,
          message.at,
          message.by,
          message.role,
          message.text,
          message.pictures,
        ],
      ),
    },
    {
      name: 'written-down',
      csv: table(
        ['company', 'kind', 'happened_on', 'recorded_at', 'role', 'text'],
        data.companyNotes,
        (one) => [one.company, one.kind, one.happenedOn, one.recordedAt, one.role, one.text],
      ),
    },
    {
      name: 'statements',
      csv: table(['company', 'target', 'at', 'text'], data.statements, (one) => [
        one.company,
        one.target,
        one.at,
        one.text,
      ]),
    },
  ];
}
