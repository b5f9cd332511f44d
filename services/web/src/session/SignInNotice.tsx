import { LocalAlert } from "@navikt/ds-react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";

const OUTCOMES = ["cancelled", "expired", "unavailable", "refused", "failed"] as const;

/**
 * How signing in ended when it did not end well: the gateway says it in the address. Who is signed
 * in still was asked to prove anew who she is, and hears that what she wanted to do is not done.
 */
export function SignInNotice({ signedIn }: { signedIn: boolean }) {
  const { t } = useTranslation();
  const [query] = useSearchParams();
  const outcome = OUTCOMES.find((it) => it === query.get("signin"));
  if (!outcome) return null;
  return (
    <LocalAlert status={outcome === "cancelled" ? "announcement" : "error"}>
      <LocalAlert.Header>
        <LocalAlert.Title>{t(signedIn ? "signIn.notAgain" : "signIn.title")}</LocalAlert.Title>
      </LocalAlert.Header>
      <LocalAlert.Content>
        {t(signedIn ? "signIn.notDone" : `signIn.${outcome}`)}
      </LocalAlert.Content>
    </LocalAlert>
  );
}
