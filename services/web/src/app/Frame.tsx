import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { UpgradeNotice } from "../shell/UpgradeNotice";
import { Header } from "./Header";

/** What every screen stands in, whoever sees it. */
export function Frame({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <>
      <a className="skip-link" href="#main">
        {t("shell.skip")}
      </a>
      <Header />
      <UpgradeNotice />
      <main id="main" tabIndex={-1} className="main">
        {children}
      </main>
    </>
  );
}
