import { Detail, HStack, Link } from "@navikt/ds-react";
import { useTranslation } from "react-i18next";
import { Link as RouterLink } from "react-router";
import { LanguageSelect } from "../language/LanguageSelect";
import { useSession } from "../session/session";
import { Menu, Staying, Unanswered } from "./parts";

/** Always there: the way home, the language, the way out, and what Samsnakk is not. */
export function Header() {
  const { t } = useTranslation();
  const { session } = useSession();
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
        <HStack align="center" gap="space-8" wrap={false}>
          <LanguageSelect />
          {session.kind === "signed-in" && <Menu me={session.me} />}
        </HStack>
      </HStack>
      <Detail as="p" className="emergency">
        {t("emergency.not")} <Link href="tel:113">{t("emergency.113")}</Link>
        {" · "}
        <Link href="tel:116117">{t("emergency.116117")}</Link>
      </Detail>
      {session.kind === "signed-in" && <Unanswered />}
      {session.kind === "signed-in" && <Staying initial={session.lasts} />}
    </header>
  );
}
