import { useI18n } from '#app/i18n/i18n-context.tsx';
import { WrittenText } from '#app/ui/written-text.tsx';
import type { RequestFileId } from '#schema/ids.ts';
import { fileSize } from './file-size.ts';

interface WrittenStepProps {
  readonly text: string | null;
  readonly files: readonly { readonly id: RequestFileId; readonly name: string; readonly bytes: number }[];
  /** Page of the request, for this reader. */
  readonly path: string;
}

/** What somebody wrote in a step of a request, and the files that came with it. */
export function WrittenStep({ text, files, path }: WrittenStepProps) {
  const { t, format } = useI18n();
  return (
    <>
      {text ? <WrittenText text={text} /> : null}
      {files.length > 0 ? (
        <ul>
          {files.map((file) => (
            <li key={file.id}>
              <a href={`${path}/files/${file.id}`} download>
                {t('me.rights.request.file', { name: file.name, size: fileSize(format, file.bytes) })}
              </a>
            </li>
          ))}
        </ul>
      ) : null}
    </>
  );
}
