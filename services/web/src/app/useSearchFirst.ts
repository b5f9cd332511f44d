import { useEffect } from "react";
import { useLocation, useNavigate } from "react-router";
import type { Me } from "../contracts/people";
import { forgetGoing, GOING } from "../session/going";
import { isAuditor, isProfessional } from "../session/session";

/**
 * An auditor has come to search: having signed in from the start page she is led there, once, and her
 * rooms are a tap away. What is hers as a helper goes first. Says whether she is on her way.
 */
export function useSearchFirst(me: Me): boolean {
  const { pathname } = useLocation();
  const navigate = useNavigate();
  const searches = isAuditor(me) && !isProfessional(me);
  const isDue = searches && pathname === "/" && sessionStorage.getItem(GOING) === "/";
  useEffect(() => {
    if (!isDue) return;
    forgetGoing();
    void navigate("/audit", { replace: true });
  }, [isDue, navigate]);
  return isDue;
}
