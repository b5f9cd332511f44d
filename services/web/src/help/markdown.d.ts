declare module "*.md" {
  const guide: import("./guide").GuideText;
  export default guide;
}
