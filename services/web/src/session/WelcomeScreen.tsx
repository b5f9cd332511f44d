import { BodyLong, Button, Heading, LocalAlert, VStack } from "@navikt/ds-react";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { useLocation } from "react-router";
import { useTitle } from "../shell/useTitle";
import { keepGoing } from "./going";
import { loginAddress, useSession, type Ended } from "./session";
import { SignInNotice } from "./SignInNotice";

/** A window that she comes back to knows it when she has signed in in another one meanwhile. */
function useSignedInElsewhere() {
  const { look } = useSession();
  useEffect(() => {
    const back = () => document.visibilityState === "visible" && void look();
    window.addEventListener("focus", back);
    window.addEventListener("online", back);
    document.addEventListener("visibilitychange", back);
    return () => {
      window.removeEventListener("focus", back);
      window.removeEventListener("online", back);
      document.removeEventListener("visibilitychange", back);
    };
  }, [look]);
}

/** What Samsnakk is, in a few plain lines, and one way in. */
export function WelcomeScreen({ ended }: { ended?: Ended | undefined }) {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  useTitle("Samsnakk");
  useSignedInElsewhere();
  return (
    <VStack gap="space-24" className="page welcome">
      <SignInNotice signedIn={false} />
      {ended && (
        <LocalAlert status="announcement">
          <LocalAlert.Header>
            <LocalAlert.Title>{t("session.endedTitle")}</LocalAlert.Title>
          </LocalAlert.Header>
          <LocalAlert.Content>{t(`session.ended.${ended}`)}</LocalAlert.Content>
        </LocalAlert>
      )}
      <VStack gap="space-12">
        <Heading level="1" size="xlarge">
          {t("session.welcome")}
        </Heading>
        <BodyLong size="large">{t("session.lead")}</BodyLong>
      </VStack>
      <Button
        as="a"
        role="link"
        href={loginAddress(pathname)}
        onClick={() => keepGoing(pathname)}
        onAuxClick={() => keepGoing(pathname)}
        className="welcome__login"
      >
        {t("session.signIn")}
      </Button>
      <ul className="welcome__points">
        <BodyLong as="li">{t("session.pointConsent")}</BodyLong>
        <BodyLong as="li">{t("session.pointApprove")}</BodyLong>
        <BodyLong as="li">{t("session.pointSeen")}</BodyLong>
        <BodyLong as="li">{t("session.pointWithdraw")}</BodyLong>
      </ul>
      <BodyLong size="small">{t("emergency.long")}</BodyLong>
    </VStack>
  );
}
