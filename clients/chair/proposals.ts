import type { Address } from '$kit/address';
import { at } from '$kit/present_server.svelte';
import { parse, type BalancedBy, type Fit, type ListOrder } from '$kit/protocol';

/** What Reallocate would set, as the server counts it now. Rejects without an answer. */
export const fetchFit = (address: Address): Promise<Fit> => ask(address, 'fit');

/** The order of those who wait that ArrangeList would accept now. Rejects without an answer. */
export const fetchOrder = (address: Address, by: BalancedBy): Promise<ListOrder> =>
  ask(address, `order?by=${by.replace('BALANCED_BY_', '').toLowerCase()}`);

async function ask<T>({ room, token }: Address, what: string): Promise<T> {
  const answer = await fetch(at(`/api/v1/rooms/${encodeURIComponent(room)}/${what}`), {
    headers: { Authorization: `Bearer ${token}` },
  });
  if (!answer.ok) throw new Error(`the server answered ${answer.status}`);
  return parse(await answer.text());
}
