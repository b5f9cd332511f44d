/** iPadOS says that it is a Mac, and has fingers on it. */
function isIOS(): boolean {
  const { userAgent, maxTouchPoints } = navigator;
  return /iPhone|iPad|iPod/.test(userAgent) || (/Macintosh/.test(userAgent) && maxTouchPoints > 1);
}

/**
 * Whether notices come here only once Samsnakk has been put on the home screen: so Apple has decided
 * for its phones and tablets.
 */
export function needsHomeScreen(): boolean {
  const isThere = "standalone" in navigator && navigator.standalone === true;
  return isIOS() && !isThere && !("PushManager" in window);
}
