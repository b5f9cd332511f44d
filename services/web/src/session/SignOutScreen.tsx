import { BodyLong, Button, HStack } from "@navikt/ds-react";
import { useCallback, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useLocation, useNavigate } from "react-router";
import { useConversations } from "../conversation/ConversationsProvider";
import type { Piece } from "../conversation/pieces";
import { Written } from "../conversation/Written";
import { Page } from "../shell/Page";
import { Waiting } from "../shell/Waiting";
import { orElse } from "./patience";
import { useSession } from "./session";

/** Where the menu leads to; an address alone signs nobody out. */
export const SIGN_OUT = { to: "/sign-out", state: { asked: true } };

/**
 * Signs out where nothing is lost by it. What was written and not sent goes with the session, so
 * where there is any its writer is asked, once.
 */
export function SignOutScreen() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { signOut, retry } = useSession();
  const asked = useAsked();
  const written = useEverything();
  const nothing = written?.length === 0;
  const leave = useCallback(() => {
    // Nobody is to come back to this screen.
    void navigate("/", { replace: true });
    void signOut().catch(retry);
  }, [navigate, signOut, retry]);
  useEffect(() => {
    if (asked && nothing) leave();
  }, [asked, nothing, leave]);

  if (!written || (asked && nothing)) return <Waiting />;
  return (
    <Page title={t("signOut.title")}>
      {nothing && <BodyLong>{t("signOut.nothing")}</BodyLong>}
      <Written lead={t("signOut.written")} pieces={written} goes={false} />
      <HStack gap="space-12">
        <Button variant="secondary" onClick={() => void navigate("/")}>
          {t("signOut.stay")}
        </Button>
        <Button data-color={nothing ? "accent" : "danger"} onClick={leave}>
          {t(nothing ? "session.signOut" : "signOut.anyway")}
        </Button>
      </HStack>
    </Page>
  );
}

/** Whether somebody has just asked for it; loaded anew the page asks again. */
function useAsked(): boolean {
  const { state } = useLocation();
  const navigate = useNavigate();
  const [asked] = useState(() => (state as typeof SIGN_OUT.state | null)?.asked === true);
  useEffect(() => {
    if (asked) void navigate(".", { replace: true, state: null });
  }, [asked, navigate]);
  return asked;
}

function useEverything(): Piece[] | undefined {
  const { keeping } = useConversations();
  const [written, setWritten] = useState<Piece[]>();
  useEffect(() => {
    let gone = false;
    void orElse(keeping.everything(), []).then((all) => !gone && setWritten(all));
    return () => void (gone = true);
  }, [keeping]);
  return written;
}
