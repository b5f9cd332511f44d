import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { OwnSession } from "../contracts/session";
import { request } from "../gateway/request";

const KEY = ["sessions"] as const;

/** Where one is signed in: this window's session first, then the last used. */
export function useOwnSessions() {
  return useQuery({
    queryKey: KEY,
    queryFn: async () =>
      (await request<{ sessions: OwnSession[] }>("GET", "/auth/sessions")).sessions,
    refetchOnWindowFocus: true,
  });
}

export const OTHERS = "others";

/** Ends one session, or all but this window's. */
export function useEndSession() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (which: string) => request("DELETE", `/auth/sessions/${which}`),
    onSuccess: () => queries.invalidateQueries({ queryKey: KEY }),
    // One that is not there any more has ended: the list says so, and the no is not kept waiting.
    onError: () => void queries.invalidateQueries({ queryKey: KEY }),
  });
}

/** What one knows a device by: "Firefox on Android". */
export function useDevice(): (session: OwnSession) => string {
  const { t } = useTranslation();
  return ({ browser, system }) =>
    t("sessions.device", {
      browser: t(`sessions.browser.${browser}`),
      system: t(`sessions.system.${system}`),
    });
}
