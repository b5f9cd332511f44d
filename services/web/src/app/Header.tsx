import { HStack } from "@navikt/ds-react";
import { useTranslation } from "react-i18next";
import { Link as RouterLink } from "react-router";
import { LanguageSelect } from "../language/LanguageSelect";
import { useSession } from "../session/session";
import { useMenu } from "../shell/frame";
import { Staying, Waits } from "./parts";

/**
 * The way home and the menu, and what has to be told wherever one is. An open room has both in a
 * line of its own (shell.css).
 */
export function Header() {
  const { t } = useTranslation();
  const { session } = useSession();
  const menu = useMenu();
  return (
    <header className="header">
      <HStack
        className="header__bar"
        align="center"
        justify="space-between"
        wrap={false}
        gap="space-12"
      >
        <RouterLink to="/" className="wordmark" aria-label={t("shell.home")}>
          <img src="/icon.svg" alt="" width="28" height="28" />
          <span>Samsnakk</span>
        </RouterLink>
        {session.kind === "signed-in" ? menu(null) : <LanguageSelect />}
      </HStack>
      {session.kind === "signed-in" && <Waits />}
      {session.kind === "signed-in" && <Staying initial={session.lasts} />}
    </header>
  );
}
