import { LocalAlert } from "@navikt/ds-react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";

const OUTCOMES = ["cancelled", "expired", "unavailable", "refused", "failed"] as const;

/** How signing in ended when it did not end well: the gateway says it in the address. */
export function SignInNotice() {
  const { t } = useTranslation();
  const [query] = useSearchParams();
  const outcome = OUTCOMES.find((it) => it === query.get("signin"));
  if (!outcome) return null;
  return (
    <LocalAlert status={outcome === "cancelled" ? "announcement" : "error"}>
      <LocalAlert.Header>
        <LocalAlert.Title>{t("signIn.title")}</LocalAlert.Title>
      </LocalAlert.Header>
      <LocalAlert.Content>{t(`signIn.${outcome}`)}</LocalAlert.Content>
    </LocalAlert>
  );
}
