import { unstable_parseMultipartFormData as parseMultipart, type UploadHandler } from '@remix-run/node';

/**
 * Hands the one file of a multipart form to `receive` while it arrives, and
 * drops everything else in the form. Nothing is held.
 *
 * @returns false when the form has no such file, or is none
 * @throws what `receive` threw
 */
export async function receiveFile(
  request: Request,
  field: string,
  receive: (bytes: AsyncIterable<Uint8Array>) => Promise<void>,
): Promise<boolean> {
  let received = false;
  let failure: { readonly error: unknown } | undefined;
  const handle: UploadHandler = async ({ name, filename, data }) => {
    if (name !== field || !filename || received) {
      for await (const _ of data);
      return undefined;
    }
    received = true;
    try {
      await receive(data);
    } catch (error) {
      failure = { error };
      throw error;
    }
    return undefined;
  };
  try {
    await parseMultipart(request, handle);
  } catch (error) {
    if (failure) throw failure.error;
    // The form broke off or was never whole.
    if (received) throw error;
  }
  return received;
}
