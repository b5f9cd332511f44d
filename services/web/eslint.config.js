import hooks from "eslint-plugin-react-hooks";
import ts from "typescript-eslint";

export default ts.config(
  { ignores: ["dist", "reports", "target", "src/contracts/generated"] },
  ...ts.configs.strict,
  {
    files: ["src/**/*.{ts,tsx}"],
    plugins: { "react-hooks": hooks },
    rules: {
      "react-hooks/rules-of-hooks": "error",
      "react-hooks/exhaustive-deps": "error",
      "@typescript-eslint/switch-exhaustiveness-check": "error",
      "@typescript-eslint/no-floating-promises": "error",
      // Message texts, names and tokens do not belong in a browser's console either (R9).
      "no-console": "error",
      // The content security policy forbids what these would put into the page.
      "no-restricted-syntax": [
        "error",
        {
          selector: "JSXAttribute[name.name='dangerouslySetInnerHTML']",
          message: "Text from people is shown as text, never as markup.",
        },
        {
          selector:
            "JSXElement:not([openingElement.name.name='bdi']) > JSXExpressionContainer > MemberExpression[property.name=/^(name|title|body|purpose|reason|personName|organisationName)$/]",
          message: "What people write is isolated: <bdi> around it, or isolated() in a string.",
        },
      ],
    },
    languageOptions: { parserOptions: { projectService: true } },
  },
);
