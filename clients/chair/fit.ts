import { fromJson, type JsonValue } from '@bufbuild/protobuf';
import type { Address } from '$kit/address';
import { FitSchema, type Fit } from '$proto/http_pb';

/** What Reallocate would set, as the server counts it now. Rejects without an answer. */
export async function fetchFit({ room, token }: Address): Promise<Fit> {
  const answer = await fetch(`/api/v1/rooms/${encodeURIComponent(room)}/fit`, {
    headers: { Authorization: `Bearer ${token}` },
  });
  if (!answer.ok) throw new Error(`the server answered ${answer.status}`);
  return fromJson(FitSchema, (await answer.json()) as JsonValue, { ignoreUnknownFields: true });
}
