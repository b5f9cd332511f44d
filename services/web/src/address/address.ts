import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { Address } from "../contracts/people";
import { request } from "../gateway/request";

const ADDRESS = ["address"] as const;
const DECLINED = "samsnakk.address-declined";

/** The server's own rule for e-mail addresses; a test compares the two. */
export const RULE =
  /^(?:[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]([A-Za-z0-9-]{0,61}[A-Za-z0-9]))$/;
const LONGEST = 254;

export function isEmail(text: string): boolean {
  return text.length <= LONGEST && RULE.test(text);
}

/** Where one's own letters go. */
export function useAddress() {
  return useQuery({
    queryKey: ADDRESS,
    queryFn: () => request<Address>("GET", "/api/me/address"),
  });
}

/** Says where they are to go, or, without an address, no longer says it. */
export function useChangeAddress() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (change: { email?: string; version: number }) =>
      request<Address>("PUT", "/api/me/address", change),
    onSuccess: (address) => queries.setQueryData(ADDRESS, address),
    // It was perhaps changed in another window: show what holds now.
    onError: () => queries.invalidateQueries({ queryKey: ADDRESS }),
  });
}

/** Whether this browser has not been told "not now". */
export function mayOfferAddress(): boolean {
  return localStorage.getItem(DECLINED) === null;
}

/** Not now, on this device; the menu leads there later. */
export function declineAddressOffer(): void {
  localStorage.setItem(DECLINED, "true");
}
