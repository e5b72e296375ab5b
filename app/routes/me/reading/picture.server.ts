import { notFound } from '#app/auth/require.ts';
import type { Core } from '#app/core/shared/core.ts';
import { openPicture } from '#app/core/vault/doors/open-dialogue.ts';
import { PictureId, type ThreadId } from '#schema/ids.ts';

/**
 * The picture and nothing a browser could run: the kind is the one that its
 * bytes had when it came, and the guard's headers forbid guessing another.
 *
 * @throws Response 404 for what is not in this thread
 */
export async function sendPicture(
  core: Pick<Core, 'storage' | 'keys'>,
  threadId: ThreadId,
  raw: string | undefined,
): Promise<Response> {
  const id = PictureId.safeParse(raw);
  const picture = id.success ? await core.storage.read.thread.picture(threadId, id.data) : undefined;
  const bytes = picture && (await openPicture(core, picture));
  if (!picture || !bytes) throw notFound();
  return new Response(new Uint8Array(bytes), {
    headers: {
      'Content-Type': picture.mediaType,
      'Content-Disposition': 'inline',
      'Cache-Control': 'no-store',
    },
  });
}
